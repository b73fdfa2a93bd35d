import { londonDate } from '../kit/london.ts';
import { cycleCalendar, cycleEvents } from '../plan/cycle-calendar.ts';
import { addMonths, monthInWords, type Month } from '../plan/month.ts';
import { ratingIn } from '../plan/position.ts';
import { countRatings } from '../plan/status-order.ts';
import type { RehearsalProgress, TimelineEvent } from '../platforms/rehearsal/rehearsal-host.ts';
import { eventInWords } from '../use-cases/conversation/cycle-command.ts';
import { currentCycle, readDirectory } from '../use-cases/cycle-context.ts';
import { readCycleSettings } from '../use-cases/cycle-settings.ts';
import type { Deps } from '../use-cases/deps.ts';
import type { DeliveryState } from '../use-cases/ports/delivery-records.ts';
import { isAnswered, readPromptFacts } from '../use-cases/prompt-view.ts';

/** How the month stands: who has answered, the ratings so far, and what became of the deliveries. */
export async function readProgress(deps: Deps, partnershipId: string): Promise<RehearsalProgress> {
  const store = deps.store.in(partnershipId);
  const counts = await store.deliveries.counts();
  const states = [...new Set(counts.map(({ state }) => state))];
  const deliveries = states.map((state) => ({ state, count: sumOf(counts, state) }));
  const stopped = await store.deliveries.inStates(['nobody_there', 'refused', 'ambiguous', 'gave_up']);
  const troubles = [...new Set(stopped.map(({ trouble }) => trouble ?? 'A message did not arrive.'))];
  const context = await currentCycle(store);
  if (!context)
    return {
      month: '',
      monthWords: '',
      state: 'none',
      answered: 0,
      asked: 0,
      counts: {},
      deliveries,
      troubles,
    };
  const { cycle, plan } = context;
  const facts = await readPromptFacts(store, context, await readDirectory(store));
  const prompts = (await store.prompts.ofMonth(cycle.month)).filter(({ state }) => state !== 'moved');
  const ratings = plan.actions.map(({ code }) => ({
    shown: ratingIn(facts.updates.get(code) ?? null, cycle.state === 'open'),
  }));
  return {
    month: cycle.month,
    monthWords: monthInWords(cycle.month),
    state: cycle.state,
    answered: prompts.filter((prompt) => isAnswered(prompt, facts)).length,
    asked: prompts.length,
    counts: countRatings(ratings),
    deliveries,
    troubles,
  };
}

function sumOf(
  counts: readonly { readonly state: DeliveryState; readonly count: number }[],
  state: DeliveryState,
): number {
  return counts.filter((each) => each.state === state).reduce((sum, { count }) => sum + count, 0);
}

/** The month's events; once all are done, the next month's. */
export async function readTimeline(deps: Deps, partnershipId: string): Promise<readonly TimelineEvent[]> {
  const settings = await readCycleSettings(deps.store.in(partnershipId));
  const now = deps.clock.now();
  const eventsOf = (month: Month) => cycleEvents(cycleCalendar(month, settings));
  const thisMonth = londonDate(now).slice(0, 7);
  const own = eventsOf(thisMonth);
  const events = own.some(({ at }) => at > now) ? own : eventsOf(addMonths(thisMonth, 1));
  const next = events.find(({ at }) => at > now);
  return events.map(({ name, at }) => ({
    name,
    words: eventInWords(name),
    at,
    state: at <= now ? 'done' : at === next?.at ? 'next' : 'to_come',
  }));
}
