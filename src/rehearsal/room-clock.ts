import { addDays } from '../kit/local-date.ts';
import { londonDate, londonInstant } from '../kit/london.ts';
import type { StepTarget } from '../platforms/rehearsal/rehearsal-host.ts';
import { cycleCalendar } from '../plan/cycle-calendar.ts';
import { nextDueEvent } from '../schedule/due-events.ts';
import { currentCycle, readDirectory } from '../use-cases/cycle-context.ts';
import { readCycleSettings } from '../use-cases/cycle-settings.ts';
import { perform } from './perform.ts';
import { moveTo, type PlayDeps } from './play-month.ts';
import { planActs, type PlannedAct } from './players.ts';
import { seededRandom } from './random.ts';

/** The setting in which a rehearsal keeps where its clock stands. */
export const clockSetting = 'rehearsal_clock';

/**
 * Moves the rehearsal's clock. On the way everything that falls due happens, what waited is tried again, and the invented people answer by
 * themselves, except those whom somebody at the page is playing. Gives what happened, in sentences.
 */
export async function stepClock(
  play: PlayDeps,
  target: StepTarget,
  played: ReadonlySet<string>,
): Promise<readonly string[]> {
  const happened: string[] = [];
  const goal = await goalOf(play, target);
  if (goal <= play.clock.now()) return happened;
  for (const act of await actsUntil(play, goal, played)) {
    happened.push(...(await passEvents(play, act.at)));
    const saved = await perform(play, act, act.at.toISOString().slice(0, 7));
    if (saved.length > 0)
      happened.push(
        `${(await readDirectory(play.deps.store.in(play.partnershipId))).nameOf(act.personId)} answered for ${saved.map(({ actionCode }) => actionCode).join(', ')}`,
      );
  }
  happened.push(...(await passEvents(play, goal)));
  await play.deps.store.in(play.partnershipId).settings.set(clockSetting, play.clock.now().toISOString());
  return happened;
}

async function goalOf(play: PlayDeps, target: StepTarget): Promise<Date> {
  if (target instanceof Date) return target;
  const now = play.clock.now();
  if (target === 'next_day') return londonInstant(addDays(londonDate(now), 1), '09:00');
  return nextDueEvent(now, await readCycleSettings(play.deps.store.in(play.partnershipId))).at;
}

/** Stops at every event and at every delivery that comes due before the instant, so that each happens at its own time. */
async function passEvents(play: PlayDeps, until: Date): Promise<readonly string[]> {
  const happened: string[] = [];
  const settings = await readCycleSettings(play.deps.store.in(play.partnershipId));
  for (;;) {
    const now = play.clock.now();
    const event = nextDueEvent(now, settings).at;
    const delivery = await play.deps.store.outbox.nextDue();
    const stops = [event, ...(delivery && delivery > now ? [delivery] : [])].filter((at) => at <= until);
    const next = stops.sort((one, other) => one.getTime() - other.getTime())[0];
    if (!next) break;
    happened.push(...(await moveTo(play, next)));
  }
  if (until > play.clock.now()) happened.push(...(await moveTo(play, until)));
  return happened;
}

/** What the invented people will do between now and the goal, in the open month; the same plan however small the steps are. */
async function actsUntil(
  play: PlayDeps,
  goal: Date,
  played: ReadonlySet<string>,
): Promise<readonly PlannedAct[]> {
  const store = play.deps.store.in(play.partnershipId);
  const context = await currentCycle(store);
  if (context?.cycle.state !== 'open') return [];
  const { month } = context.cycle;
  const people = (await store.prompts.ofMonth(month))
    .map(({ personId }) => ({ personId }))
    .sort((one, other) => (one.personId < other.personId ? -1 : 1));
  const seed = Number(month.replace('-', ''));
  const acts = planActs(seededRandom(seed), cycleCalendar(month, context.cycle.settings), people, false);
  const now = play.clock.now();
  return acts.filter(({ at, personId }) => at > now && at <= goal && !played.has(personId));
}
