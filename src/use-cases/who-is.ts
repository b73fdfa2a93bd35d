import { coveredCodes } from '../plan/ownership.ts';
import type { PlatformName } from '../plan/people.ts';
import { londonDate } from '../kit/london.ts';
import type { Actor, Deps } from './deps.ts';

/** The actor behind a person of a partnership, or null when they are unknown or have left. */
export async function actorOfPerson(
  deps: Deps,
  partnershipId: string,
  personId: string,
  platform: PlatformName,
): Promise<Actor | null> {
  const records = deps.store.in(partnershipId);
  const person = await records.people.byId(personId);
  if (!person) return null;
  const today = londonDate(deps.clock.now());
  if (person.endsOn !== null && person.endsOn < today) return null;
  const roles = await records.people.roles();
  return {
    partnershipId,
    person,
    personId,
    roles: roles.filter((role) => role.personId === personId),
    coversFor: coveredCodes(personId, roles, await records.people.absences(), today),
    platform,
  };
}

/** Everybody this platform account is: one actor in each partnership that knows it. */
export async function actorsOfAccount(
  deps: Deps,
  platform: PlatformName,
  tenantId: string,
  accountId: string,
): Promise<readonly Actor[]> {
  const places = await deps.store.personsOfAccount(platform, tenantId, accountId);
  const actors = await Promise.all(
    places.map(({ partnershipId, personId }) => actorOfPerson(deps, partnershipId, personId, platform)),
  );
  return actors.filter((actor) => actor !== null);
}
