import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { londonDate } from '../kit/london.ts';
import type { LocalDate } from '../kit/local-date.ts';
import { can, type PermissionObject } from '../plan/permissions.ts';
import type { Verb } from '../plan/permission-table.ts';
import type { Plan } from '../plan/plan.ts';
import type { Actor, Deps } from '../use-cases/deps.ts';
import type { PartnershipRecord } from '../use-cases/ports/partnership-records.ts';
import type { PartnershipStore } from '../use-cases/ports/store.ts';
import { misused, refused, type Input, type Outcome, type Session } from './command.ts';
import { findActor } from './find-actor.ts';

/** Opens the database of the real work, does the work and closes it again. Throws `StorageTrouble` with words. */
export async function withDeps(
  { config, clock, log, openStore }: Session,
  work: (deps: Deps) => Promise<Outcome>,
): Promise<Outcome> {
  const { joinDeps, openWorkStore } = await import('../app.ts');
  const store = openStore ? await openStore() : await openWorkStore(config, log);
  try {
    return await work(joinDeps(store, clock, log));
  } finally {
    await store.close();
  }
}

/** Whether there is a database yet. A folder is looked at without being made; a server has one. */
export async function hasDatabase({ config, openStore }: Session): Promise<boolean> {
  if (openStore || config.databaseUrl !== null) return true;
  const { workFolder } = await import('../app.ts');
  return existsSync(join(workFolder(config), 'database', 'PG_VERSION'));
}

/** One partnership, with the plan that counts today. */
export interface Place {
  readonly deps: Deps;
  readonly partnership: PartnershipRecord;
  readonly records: PartnershipStore;
  readonly today: LocalDate;
  /** The plan in force, or the one that will be when none has begun. */
  readonly plan: Plan;
}

/** The same on the partnership that is meant: the only one, or the one that `--partnership` names. */
export function inPartnership(
  session: Session,
  input: Input,
  work: (place: Place) => Promise<Outcome>,
): Promise<Outcome> {
  return withDeps(session, async (deps) => {
    const chosen = await choosePartnership(deps, input.option('partnership'));
    if ('kind' in chosen) return chosen;
    const place = await placeOf(deps, chosen);
    return 'kind' in place ? place : work(place);
  });
}

/** The place of a partnership that has been found; an outcome to end with where its plan was never stored. */
export async function placeOf(deps: Deps, partnership: PartnershipRecord): Promise<Place | Outcome> {
  const records = deps.store.in(partnership.id);
  const today = londonDate(deps.clock.now());
  const revision = (await records.plans.inForce(today)) ?? (await records.plans.all()).at(-1);
  if (!revision)
    return refused(`${partnership.name} has no plan here yet. Import it first: bcp plan import FILE`);
  return { deps, partnership, records, today, plan: revision.plan };
}

/** The partnership of this code, or the only one; an outcome to end with where neither is. */
export async function choosePartnership(
  deps: Deps,
  code: string | null,
): Promise<PartnershipRecord | Outcome> {
  const partnerships = await deps.store.partnerships();
  const codes = partnerships.map((each) => each.code).join(', ');
  const [first, ...others] = partnerships;
  if (!first) return refused('There is no partnership here yet. Import its plan first: bcp plan import FILE');
  if (code !== null) {
    const named = partnerships.find((each) => each.code === code);
    return named ?? refused(`There is no partnership "${code}" here. There is: ${codes}.`);
  }
  return others.length === 0
    ? first
    : misused(`Several partnerships are here (${codes}): say which with --partnership CODE.`);
}

/** The same as a person, whose right to do it is checked; `--as` must be given. */
export function asPerson(
  session: Session,
  input: Input,
  verb: Verb | null,
  work: (place: Place, actor: Actor) => Promise<Outcome>,
): Promise<Outcome> {
  return inPartnership(session, input, async (place) => {
    const actor = await findActor(place, input.option('as') ?? '');
    if (!actor.ok) return refused(actor.error);
    const refusal = verb === null ? null : refusalOf(place, actor.value, verb);
    return refusal ?? work(place, actor.value);
  });
}

/** The same for whoever runs this machine; a person who is named with `--as` needs the right. */
export function asAnybody(
  session: Session,
  input: Input,
  verb: Verb,
  work: (place: Place, personId: string | null) => Promise<Outcome>,
): Promise<Outcome> {
  return input.option('as') === null
    ? inPartnership(session, input, (place) => work(place, null))
    : asPerson(session, input, verb, (place, actor) => work(place, actor.personId));
}

/** The refusal of somebody who may not do it; null when they may. */
export function refusalOf(
  { plan, today }: Pick<Place, 'plan' | 'today'>,
  actor: Actor,
  verb: Verb,
  object: PermissionObject = { kind: 'partnership' },
): Outcome | null {
  const permission = can(actor, verb, object, plan, today);
  return permission.allowed ? null : refused(permission.words);
}
