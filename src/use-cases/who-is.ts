import { BoundedMap } from '../kit/bounded-map.ts';
import { londonDate } from '../kit/london.ts';
import type { LocalDate } from '../kit/local-date.ts';
import { coveredCodes } from '../plan/ownership.ts';
import type { PlatformName } from '../plan/people.ts';
import type { Actor, Deps } from './deps.ts';
import type { AuditHeads } from './ports/audit-records.ts';

/** Accounts that are remembered at once. */
const mostAccounts = 2_000;

/** Who is behind which account, as long as nothing has happened in any partnership: linking, leaving and roles all leave an audit row. */
interface KnownAccounts {
  readonly today: LocalDate;
  readonly actors: BoundedMap<string, Promise<readonly Actor[]>>;
}

const knownByHeads = new WeakMap<AuditHeads, KnownAccounts>();

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
  return actorsAt(deps, await deps.store.auditHeads(), platform, tenantId, accountId);
}

/** The same for somebody who has just asked for the heads. */
export function actorsAt(
  deps: Deps,
  heads: AuditHeads,
  platform: PlatformName,
  tenantId: string,
  accountId: string,
): Promise<readonly Actor[]> {
  const known = accountsAt(heads, londonDate(deps.clock.now()));
  return known.actors.getOrMake(JSON.stringify([platform, tenantId, accountId]), () =>
    readActors(deps, platform, tenantId, accountId),
  );
}

async function readActors(
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

function accountsAt(heads: AuditHeads, today: LocalDate): KnownAccounts {
  const known = knownByHeads.get(heads);
  if (known?.today === today) return known;
  const fresh: KnownAccounts = { today, actors: new BoundedMap(mostAccounts) };
  knownByHeads.set(heads, fresh);
  return fresh;
}
