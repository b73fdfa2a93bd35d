import { BoundedMap } from '../kit/bounded-map.ts';
import { londonDate } from '../kit/london.ts';
import type { LocalDate } from '../kit/local-date.ts';
import { coveredCodes } from '../plan/ownership.ts';
import type { Person, PlatformName } from '../plan/people.ts';
import type { Directory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import type { AuditHeads } from './ports/audit-records.ts';
import type { Store } from './ports/store.ts';
import { standingFacts } from './standing-facts.ts';

/** Accounts that are remembered at once. */
const mostAccounts = 2_000;

/** Who is behind which account, as long as the standing of every partnership stays the same. */
interface KnownAccounts {
  readonly standing: string;
  readonly today: LocalDate;
  readonly actors: BoundedMap<string, Promise<readonly Actor[]>>;
}

const knownByStore = new WeakMap<Store, KnownAccounts>();
const standingByHeads = new WeakMap<AuditHeads, string>();

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
  const who = { person, roles: await records.people.roles(), absences: await records.people.absences() };
  return actorFrom(who, partnershipId, platform, londonDate(deps.clock.now()));
}

function actorFrom(
  { person, roles, absences }: Pick<Directory, 'roles' | 'absences'> & { readonly person: Person },
  partnershipId: string,
  platform: PlatformName,
  today: LocalDate,
): Actor | null {
  if (person.endsOn !== null && person.endsOn < today) return null;
  return {
    partnershipId,
    person,
    personId: person.id,
    roles: roles.filter((role) => role.personId === person.id),
    coversFor: coveredCodes(person.id, roles, absences, today),
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
  const known = accountsAt(deps.store, heads, londonDate(deps.clock.now()));
  return known.actors.getOrMake(JSON.stringify([platform, tenantId, accountId]), () =>
    readActors(deps, heads, platform, tenantId, accountId),
  );
}

async function readActors(
  { store, clock }: Deps,
  heads: AuditHeads,
  platform: PlatformName,
  tenantId: string,
  accountId: string,
): Promise<readonly Actor[]> {
  const places = await store.personsOfAccount(platform, tenantId, accountId);
  const today = londonDate(clock.now());
  const actors = await Promise.all(
    places.map(async ({ partnershipId, personId }) => {
      const directory = await standingFacts(store, partnershipId, heads.get(partnershipId)).directory();
      const person = directory.person(personId);
      return person && actorFrom({ ...directory, person }, partnershipId, platform, today);
    }),
  );
  return actors.filter((actor) => actor !== null);
}

function accountsAt(store: Store, heads: AuditHeads, today: LocalDate): KnownAccounts {
  const standing = standingOf(heads);
  const known = knownByStore.get(store);
  if (known?.standing === standing && known.today === today) return known;
  const fresh: KnownAccounts = { standing, today, actors: new BoundedMap(mostAccounts) };
  knownByStore.set(store, fresh);
  return fresh;
}

/** The standing of every partnership in one word. */
function standingOf(heads: AuditHeads): string {
  const known = standingByHeads.get(heads);
  if (known !== undefined) return known;
  const standing = JSON.stringify([...heads].map(([id, mark]) => [id, mark.standing]));
  standingByHeads.set(heads, standing);
  return standing;
}
