import { londonDate } from '../kit/london.ts';
import { cycleCalendar, type CycleCalendar } from '../plan/cycle-calendar.ts';
import { isMonth, type Month } from '../plan/month.ts';
import type { Absence, Account, Person, Role } from '../plan/people.ts';
import type { Plan } from '../plan/plan.ts';
import type { Cycle } from './ports/cycle-records.ts';
import type { Records } from './ports/store.ts';

/** One month's cycle with everything needed to talk about it. */
export interface CycleContext {
  readonly cycle: Cycle;
  readonly plan: Plan;
  readonly calendar: CycleCalendar;
}

/** The cycle of a month with the plan it was opened on; null when the month has none. */
export async function cycleContext(records: Records, month: Month): Promise<CycleContext | null> {
  // Forms and buttons carry months back to us: what is no month has no cycle.
  const cycle = isMonth(month) ? await records.cycles.byMonth(month) : null;
  return cycle && withPlan(records, cycle);
}

async function withPlan(records: Records, cycle: Cycle): Promise<CycleContext> {
  const revision = await records.plans.byId(cycle.planRevisionId);
  if (!revision) throw new Error(`The cycle ${cycle.month} names a plan revision that is not stored.`);
  return { cycle, plan: revision.plan, calendar: cycleCalendar(cycle.month, cycle.settings) };
}

/** The cycle an answer given now belongs to: the open one of this or, after it closed, the newest. Null before the first. */
export async function currentCycle(records: Records): Promise<CycleContext | null> {
  const [newest] = await records.cycles.all();
  return newest ? withPlan(records, newest) : null;
}

/** Everybody and what they hold, read once. */
export interface Directory {
  readonly people: readonly Person[];
  readonly accounts: readonly Account[];
  /** A role ends, at the latest, on the last day of the person who holds it. */
  readonly roles: readonly Role[];
  readonly absences: readonly Absence[];
  person(id: string): Person | null;
  nameOf(id: string | null): string;
}

export async function readDirectory(records: Records): Promise<Directory> {
  const people = await records.people.all();
  const accounts = await records.people.accounts();
  const byId = new Map(people.map((person) => [person.id, person]));
  const roles = (await records.people.roles()).map((role) => whileHere(role, byId.get(role.personId)));
  const absences = await records.people.absences();
  return {
    people,
    accounts,
    roles,
    absences,
    person: (id) => byId.get(id) ?? null,
    nameOf: (id) => (id === null ? 'bcp' : (byId.get(id)?.name ?? 'somebody who has left')),
  };
}

function whileHere(role: Role, person: Person | undefined): Role {
  const last = person?.endsOn ?? null;
  return last === null || (role.endsOn !== null && role.endsOn <= last) ? role : { ...role, endsOn: last };
}

/** The plan in force on the London day of an instant; null when none has begun. */
export async function planInForce(records: Records, now: Date): Promise<Plan | null> {
  return (await records.plans.inForce(londonDate(now)))?.plan ?? null;
}
