import { londonDate, londonTime } from '../kit/london.ts';
import { dayWithWeekday, type LocalDate } from '../kit/local-date.ts';
import { monthInWords, type Month } from '../plan/month.ts';
import { cycleContext, readDirectory, type CycleContext, type Directory } from './cycle-context.ts';
import type { Deps } from './deps.ts';
import type { Prompt, PromptItem } from './ports/cycle-records.ts';
import type { Records } from './ports/store.ts';
import { measureCodesOf, promptView, readPromptFacts, type PromptFacts } from './prompt-view.ts';
import { reconcilePrompts } from './reconcile-prompts.ts';

/** One round of looking after an open month, with everything it needs, read once. */
export interface Chase {
  readonly deps: Deps;
  readonly records: Records;
  readonly context: CycleContext;
  readonly directory: Directory;
  readonly facts: PromptFacts;
  /** The prompts of those who are asked today. */
  readonly prompts: readonly Prompt[];
  readonly today: LocalDate;
  readonly monthWords: string;
  /** `Friday 13 November at 17:00`. */
  readonly closesWords: string;
  /** How many prompts changed because owners, covers or absences did. */
  readonly rearranged: number;
}

/**
 * Runs one kind of chasing in one transaction; nothing happens for a month that is not open. Who is asked is looked at first, so that
 * nobody is chased for what is with somebody else by now.
 */
export async function chase(
  deps: Deps,
  partnershipId: string,
  month: Month,
  work: (chase: Chase) => Promise<number>,
): Promise<number> {
  return deps.store.in(partnershipId).transact(async (records) => {
    const context = await cycleContext(records, month);
    if (context?.cycle.state !== 'open') return 0;
    const directory = await readDirectory(records);
    const rearranged = await reconcilePrompts(deps, records, context, directory);
    const prompts = (await records.prompts.ofMonth(month)).filter(({ state }) => state === 'open');
    return work({
      deps,
      records,
      context,
      directory,
      facts: await readPromptFacts(records, context, directory, measureCodesOf(prompts)),
      prompts,
      today: londonDate(deps.clock.now()),
      monthWords: monthInWords(month),
      closesWords: `${dayWithWeekday(context.calendar.days.close)} at ${londonTime(context.calendar.closesAt)}`,
      rearranged,
    });
  });
}

/** What of a prompt has no answer yet. */
export function openItems(prompt: Prompt, facts: PromptFacts): readonly PromptItem[] {
  const view = promptView(prompt, facts);
  const open = new Set([
    ...view.actions.filter(({ answer }) => answer === null).map(({ code }) => `action ${code}`),
    ...view.measures.filter(({ answerWords }) => answerWords === null).map(({ code }) => `measure ${code}`),
  ]);
  return prompt.items.filter((item) => open.has(`${item.kind} ${item.code}`));
}
