import { londonDate, londonTime } from '../kit/london.ts';
import { dayAndMonth, dayWithWeekday, type LocalDate } from '../kit/local-date.ts';
import type { AnsweredView } from '../messages/already-answered.ts';
import type { PromptAnswer, PromptView, PromptedAction, PromptedMeasure } from '../messages/update-prompt.ts';
import { answerersFor, answerersForMeasure } from '../plan/ownership.ts';
import { absenceOn } from '../plan/roles.ts';
import { figureStateInWords } from '../plan/value-words.ts';
import { addMonths, monthInWords } from '../plan/month.ts';
import { periodInWords } from '../plan/period-words.ts';
import { planMeasure } from '../plan/plan-lookup.ts';
import type { Plan } from '../plan/plan.ts';
import { ratingIn } from '../plan/position.ts';
import { askInWords, pathInWords } from '../plan/update-words.ts';
import { needsPathToGreen } from '../plan/update-rules.ts';
import type { ActionUpdate } from '../plan/update.ts';
import type { MeasureValue } from '../plan/value.ts';
import type { CycleContext, Directory } from './cycle-context.ts';
import { figureBefore } from './figure-before.ts';
import { figureGiven } from './given-figures.ts';
import type { Prompt, PromptItem } from './ports/cycle-records.ts';
import type { Records } from './ports/store.ts';
import type { StandingFacts } from './standing-facts.ts';

/** Everything that the prompts of one month are written from, read once for all of them. */
export interface PromptFacts {
  readonly context: CycleContext;
  readonly directory: Directory;
  readonly updates: ReadonlyMap<string, ActionUpdate>;
  readonly previousUpdates: ReadonlyMap<string, ActionUpdate>;
  /** False when there was no cycle the month before: then there is nothing to be "the same as". */
  readonly hasPreviousMonth: boolean;
  /** Latest versions of the measures that the prompts ask for, oldest period first. */
  readonly values: readonly MeasureValue[];
}

/**
 * Reads them in three queries. `measureCodes`: which measures the prompts ask for; all of the plan's when left out. `standing`: where what
 * was opened is known already.
 */
export async function readPromptFacts(
  records: Records,
  context: CycleContext,
  directory: Directory,
  measureCodes?: readonly string[],
  standing?: Pick<StandingFacts, 'cycle'>,
): Promise<PromptFacts> {
  const month = context.cycle.month;
  const previous = addMonths(month, -1);
  const both = await records.updates.latestBetween(previous, month);
  const byCode = (wanted: string) =>
    new Map(both.filter((update) => update.month === wanted).map((update) => [update.actionCode, update]));
  return {
    context,
    directory,
    updates: byCode(month),
    previousUpdates: byCode(previous),
    hasPreviousMonth:
      (await (standing ? standing.cycle(previous) : records.cycles.byMonth(previous))) !== null,
    values: await records.values.latest(measureCodes),
  };
}

/** The measures that these prompts ask for. */
export function measureCodesOf(prompts: readonly Pick<Prompt, 'items'>[]): readonly string[] {
  return [
    ...new Set(
      prompts.flatMap(({ items }) => items.flatMap(({ kind, code }) => (kind === 'measure' ? [code] : []))),
    ),
  ];
}

/** What a prompt says now: the questions that are open and the answers that have come. `today` names who stands in for whom. */
export function promptView(prompt: Prompt, facts: PromptFacts, today?: LocalDate): PromptView {
  const { cycle, plan, calendar } = facts.context;
  const person = facts.directory.person(prompt.personId);
  const openedOn = londonDate(cycle.openedAt);
  const movedTo = prompt.state === 'moved' ? whoAnswersNow(prompt, facts, today ?? openedOn) : null;
  return {
    firstName: firstNameOf(person?.name ?? ''),
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
    late: openedOn > calendar.days.prompt && londonDate(prompt.createdAt) === openedOn,
  };
}

/** The actions of a prompt that are answered, by whom and when. */
export function answersIn({ actions }: PromptView): readonly AnsweredView[] {
  return actions.flatMap(({ code, answer }) =>
    answer ? [{ code, byName: answer.byName, atWords: answer.atWords }] : [],
  );
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
  const path = before?.content?.pathToGreen;
  const content = update?.content;
  return [
    {
      code: action.code,
      title: action.shortTitle,
      as: item.as,
      onBehalfOf: item.onBehalfOfPersonId === null ? null : facts.directory.nameOf(item.onBehalfOfPersonId),
      previous,
      promised: path ? pathInWords(path) : null,
      answer: update && answerOf(update, facts.directory),
      needsPath: content?.pathToGreen === null && needsPathToGreen(content.rating, previous),
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
  const given = figureGiven(facts.values, item.code, item.period, facts.context.cycle.openedAt);
  const last = figureBefore(facts.values, item.code, item.period);
  return [
    {
      code: measure.code,
      label: measure.label,
      periodWords: periodInWords(item.period),
      lastWords: last ? `${figureStateInWords(measure, last)} (${periodInWords(last.period)})` : null,
      answerWords: given ? figureStateInWords(measure, given) : null,
    },
  ];
}

/** What this person recorded last, all of it in one go: the ratings and figures that Undo takes back. */
function undoableCodes(prompt: Prompt, facts: PromptFacts): readonly string[] {
  const { cycle } = facts.context;
  if (cycle.state === 'closed') return [];
  const own = prompt.items.flatMap((item) => {
    const stored =
      item.kind === 'action'
        ? answeredUpdate(facts, item.code)
        : figureGiven(facts.values, item.code, item.period, cycle.openedAt);
    return stored?.byPersonId === prompt.personId ? [{ code: item.code, at: stored.at.getTime() }] : [];
  });
  const newest = Math.max(...own.map(({ at }) => at));
  return own.filter(({ at }) => at === newest).map(({ code }) => code);
}

function answeredUpdate(facts: PromptFacts, code: string): ActionUpdate | null {
  const update = facts.updates.get(code);
  return update?.content ? update : null;
}

/** `Priya Nair (until 4 December)`: who answers what this person was asked. */
function whoAnswersNow(prompt: Prompt, facts: PromptFacts, today: LocalDate): string {
  const { roles, absences } = facts.directory;
  const asked = prompt.items.map(({ kind, code }) =>
    kind === 'action'
      ? answerersFor(code, roles, absences, today).asked
      : answerersForMeasure(code, facts.context.plan, roles, absences, today).asked,
  );
  const names = [...new Set(asked.filter((id) => id !== null && id !== prompt.personId))].map((id) =>
    facts.directory.nameOf(id),
  );
  if (names.length === 0) return 'somebody else';
  const absence = absenceOn(prompt.personId, absences, today);
  return `${names.join(' and ')}${absence ? ` (until ${dayAndMonth(absence.until)})` : ''}`;
}

/** `Asha` of `Asha Verma`: how bcp speaks to somebody. */
export function firstNameOf(name: string): string {
  return name.split(' ')[0] ?? name;
}
