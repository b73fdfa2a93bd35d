import { londonDate, londonTime } from '../kit/london.ts';
import { dayAndMonth, dayInWords, dayWithWeekday } from '../kit/local-date.ts';
import type { PromptAnswer, PromptView, PromptedAction, PromptedMeasure } from '../messages/update-prompt.ts';
import { figureStateInWords } from '../plan/value-words.ts';
import { addMonths, monthInWords } from '../plan/month.ts';
import { comparePeriods } from '../plan/period-calendar.ts';
import { periodInWords } from '../plan/period-words.ts';
import { planMeasure } from '../plan/plan-lookup.ts';
import type { Plan } from '../plan/plan.ts';
import { ratingIn } from '../plan/position.ts';
import { askInWords, pathInWords } from '../plan/update-words.ts';
import { needsPathToGreen } from '../plan/update-rules.ts';
import type { ActionUpdate } from '../plan/update.ts';
import type { MeasureValue } from '../plan/value.ts';
import type { CycleContext, Directory } from './cycle-context.ts';
import type { Prompt, PromptItem } from './ports/cycle-records.ts';
import type { Records } from './ports/store.ts';

/** Everything that the prompts of one month are written from, read once for all of them. */
export interface PromptFacts {
  readonly context: CycleContext;
  readonly directory: Directory;
  readonly updates: ReadonlyMap<string, ActionUpdate>;
  readonly previousUpdates: ReadonlyMap<string, ActionUpdate>;
  /** False when there was no cycle the month before: then there is nothing to be "the same as". */
  readonly hasPreviousMonth: boolean;
  readonly values: readonly MeasureValue[];
}

export async function readPromptFacts(
  records: Records,
  context: CycleContext,
  directory: Directory,
): Promise<PromptFacts> {
  const month = context.cycle.month;
  const previous = addMonths(month, -1);
  const byCode = (updates: readonly ActionUpdate[]) =>
    new Map(updates.map((update) => [update.actionCode, update]));
  return {
    context,
    directory,
    updates: byCode(await records.updates.latestOfMonth(month)),
    previousUpdates: byCode(await records.updates.latestOfMonth(previous)),
    hasPreviousMonth: (await records.cycles.byMonth(previous)) !== null,
    values: await records.values.latest(),
  };
}

/** What a prompt says now: the questions that are open and the answers that have come. */
export function promptView(prompt: Prompt, facts: PromptFacts): PromptView {
  const { cycle, plan, calendar } = facts.context;
  const person = facts.directory.person(prompt.personId);
  const movedTo = prompt.state === 'moved' ? namesOfAnswerers(prompt, facts) : null;
  return {
    firstName: person?.name.split(' ')[0] ?? '',
    partnership: plan.partnership.shortName,
    month: cycle.month,
    monthWords: monthInWords(cycle.month),
    closesWords: `${dayWithWeekday(calendar.days.close)} at ${londonTime(calendar.closesAt)}`,
    state: prompt.state === 'moved' ? 'moved' : cycle.state,
    movedTo,
    actions: prompt.items.flatMap((item) =>
      item.kind === 'action' ? promptedAction(item, plan, facts) : [],
    ),
    measures: prompt.items.flatMap((item) =>
      item.kind === 'measure' ? promptedMeasure(item, plan, facts) : [],
    ),
    undoable: undoableCodes(prompt, facts),
    late: londonDate(prompt.createdAt) > calendar.days.prompt,
  };
}

/** True when nothing that the prompt asks is still open. */
export function isAnswered(prompt: Prompt, facts: PromptFacts): boolean {
  const view = promptView(prompt, facts);
  return (
    view.actions.every(({ answer }) => answer !== null) &&
    view.measures.every(({ answerWords }) => answerWords !== null)
  );
}

function promptedAction(
  item: PromptItem & { kind: 'action' },
  plan: Plan,
  facts: PromptFacts,
): readonly PromptedAction[] {
  const action = plan.actions.find(({ code }) => code === item.code);
  if (!action) return [];
  const before = facts.previousUpdates.get(item.code) ?? null;
  const update = facts.updates.get(item.code) ?? null;
  const previous = facts.hasPreviousMonth ? ratingIn(before, false) : null;
  const path = before?.content?.pathToGreen ?? null;
  const content = update?.content ?? null;
  return [
    {
      code: action.code,
      title: action.shortTitle,
      as: item.as,
      onBehalfOf: item.onBehalfOfPersonId === null ? null : facts.directory.nameOf(item.onBehalfOfPersonId),
      previous,
      promised: path ? pathInWords(path) : null,
      answer: update ? answerOf(update, facts.directory) : null,
      needsPath:
        content !== null && content.pathToGreen === null && needsPathToGreen(content.rating, previous),
    },
  ];
}

function answerOf(update: ActionUpdate, directory: Directory): PromptAnswer | null {
  if (!update.content) return null;
  return {
    rating: update.content.rating,
    byName: directory.nameOf(update.byPersonId),
    atWords: instantInWords(update.at),
    words: [update.content.done, update.content.next === '' ? '' : `Next: ${update.content.next}`]
      .filter((words) => words !== '')
      .join(' '),
    askWords: update.content.ask ? askInWords(update.content.ask) : null,
    pathWords: update.content.pathToGreen ? pathInWords(update.content.pathToGreen) : null,
  };
}

/** `3 November at 09:12`, London time. */
export function instantInWords(instant: Date): string {
  return `${dayAndMonth(londonDate(instant))} at ${londonTime(instant)}`;
}

function promptedMeasure(
  item: PromptItem & { kind: 'measure' },
  plan: Plan,
  facts: PromptFacts,
): readonly PromptedMeasure[] {
  const measure = planMeasure(plan, item.code);
  if (!measure) return [];
  const own = facts.values.filter(
    ({ measureCode, series }) => measureCode === item.code && series === 'partnership',
  );
  const given = own.find(({ period }) => comparePeriods(period, item.period) === 0);
  const last = own.filter(({ period }) => comparePeriods(period, item.period) < 0).at(-1);
  const isNew = given !== undefined && given.at >= facts.context.cycle.openedAt;
  return [
    {
      code: measure.code,
      label: measure.label,
      periodWords: periodInWords(item.period),
      lastWords: last ? `${figureStateInWords(measure, last)} (${periodInWords(last.period)})` : null,
      answerWords: given && isNew ? figureStateInWords(measure, given) : null,
    },
  ];
}

function undoableCodes(prompt: Prompt, facts: PromptFacts): readonly string[] {
  if (facts.context.cycle.state === 'closed') return [];
  return prompt.items.flatMap((item) => {
    if (item.kind !== 'action') return [];
    const update = facts.updates.get(item.code);
    return update?.content && update.byPersonId === prompt.personId ? [item.code] : [];
  });
}

function namesOfAnswerers(prompt: Prompt, facts: PromptFacts): string {
  const today = londonDate(prompt.createdAt);
  const absence = facts.directory.absences.find(
    ({ personId, from, until, coverPersonId }) =>
      personId === prompt.personId && coverPersonId !== null && from <= today && until >= today,
  );
  if (!absence?.coverPersonId) return 'Somebody else';
  return `${facts.directory.nameOf(absence.coverPersonId)} (until ${dayInWords(absence.until)})`;
}
