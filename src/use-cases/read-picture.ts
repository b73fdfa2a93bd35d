import type { LocalDate } from '../kit/local-date.ts';
import type { HiddenInText } from '../guard/repeated-figures.ts';
import { cycleCalendar } from '../plan/cycle-calendar.ts';
import { drawPicture } from '../plan/draw-picture.ts';
import type { Month } from '../plan/month.ts';
import type { Person } from '../plan/people.ts';
import type { PlanPicture } from '../plan/plan-picture.ts';
import type { Cycle } from './ports/cycle-records.ts';
import type { Records } from './ports/store.ts';
import { pictureMemory, type PictureMemory } from './picture-memory.ts';
import { safeModeration } from './safe-figures.ts';

/** So many months a reader sees at once. */
const monthsShown = 12;

export interface PictureWanted {
  /** Null = the newest month that has closed, or the first one while it is open. */
  readonly month: Month | null;
  /** The London day for which it is drawn: what is held back until later is left out. */
  readonly today: LocalDate;
}

/** A picture with everybody who may be asked about by name. */
export interface ReadPicture {
  readonly picture: PlanPicture;
  readonly cycle: Cycle;
  readonly people: readonly Person[];
  /** What no other text beside the picture may repeat. */
  readonly hidden: readonly HiddenInText[];
}

/**
 * Reads a month once, in a fixed number of queries whatever the history holds; null when the month (or any month) was never opened. What
 * has not been answered is "no update", never last month's colour.
 */
export async function readPicture(
  records: Records,
  { month, today }: PictureWanted,
  memory: PictureMemory = pictureMemory(),
): Promise<ReadPicture | null> {
  const cycles = await records.cycles.all();
  const cycle = chosenCycle(cycles, month);
  if (!cycle) return null;
  const revision = await records.plans.byId(cycle.planRevisionId);
  if (!revision) throw new Error(`The cycle ${cycle.month} names a plan revision that is not stored.`);
  const { plan } = revision;
  const earlier = cycles.filter((each) => each.month <= cycle.month).slice(0, monthsShown);
  const months = earlier.map((each) => each.month).reverse();
  const open = openBeside(cycle, cycles);
  const [first = cycle.month, last = cycle.month] = [months[0], open?.month];
  const [people, roles, absences] = [
    await records.people.all(),
    await records.people.roles(),
    await records.people.absences(),
  ];
  const [values, updates] = [await records.values.latest(), await records.updates.latestBetween(first, last)];
  const figures = memory.figures(revision, values, today);
  // At once, with nothing awaited between: another month may be read with the same memory.
  const safeUpdates = updates.map((update) => memory.update(update));
  const { days } = cycleCalendar(cycle.month, cycle.settings);
  const picture = drawPicture({
    plan,
    state: cycle.state,
    asOf: today,
    openedAt: cycle.openedAt,
    closesOn: days.close,
    lateFrom: days.deputy,
    months,
    updates: safeUpdates,
    moderations: (await records.moderations.latestBetween(first, cycle.month)).map((moderation) =>
      safeModeration(moderation, figures.hidden),
    ),
    values: figures.shown,
    people,
    roles,
    absences,
    collecting: open && collectingOf(open),
  });
  return { picture, cycle, people, hidden: figures.hidden };
}

/** The month asked for; else the newest that has closed; else the one that is open. `cycles` come newest first. */
function chosenCycle(cycles: readonly Cycle[], month: Month | null): Cycle | null {
  if (month !== null) return cycles.find((cycle) => cycle.month === month) ?? null;
  return cycles.find(({ state }) => state === 'closed') ?? cycles.at(-1) ?? null;
}

/** The month that is being asked about, told beside the newest closed one only: an older month is looked back at by itself. */
function openBeside(cycle: Cycle, cycles: readonly Cycle[]): Cycle | null {
  if (cycles.find(({ state }) => state === 'closed') !== cycle) return null;
  return cycles.find(({ state, month }) => state === 'open' && month > cycle.month) ?? null;
}

function collectingOf({ month, settings }: Cycle): NonNullable<PlanPicture['collecting']> {
  const { days } = cycleCalendar(month, settings);
  return { month, closesOn: days.close, lateFrom: days.deputy };
}
