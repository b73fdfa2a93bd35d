import { figureStateInWords } from '../../plan/value-words.ts';
import type { RecordedView } from '../../messages/recorded.ts';
import { addMonths, monthInWords } from '../../plan/month.ts';
import { comparePeriods } from '../../plan/period-calendar.ts';
import { periodInWords } from '../../plan/period-words.ts';
import { planAction, planMeasure } from '../../plan/plan-lookup.ts';
import type { Person } from '../../plan/people.ts';
import type { Plan } from '../../plan/plan.ts';
import { ratingLooks } from '../../plan/rating.ts';
import { checkUpdate } from '../../plan/update-rules.ts';
import type { ActionUpdate } from '../../plan/update.ts';
import type { MeasureValue } from '../../plan/value.ts';
import { findWatermelon } from '../../plan/watermelon.ts';
import type { LocalDate } from '../../kit/local-date.ts';
import { londonDate } from '../../kit/london.ts';
import type { CycleContext } from '../cycle-context.ts';
import { mayFollow } from '../prepare-actions.ts';
import type { Actor, Deps } from '../deps.ts';
import { instantInWords } from '../prompt-view.ts';
import type { Recorded, SaidBefore } from '../record-update.ts';
import { standingNow } from '../standing-facts.ts';

/** What a person is told after their answer is stored: read back from what is stored, with the one question worth asking. */
export async function describeRecorded(deps: Deps, actor: Actor, recorded: Recorded): Promise<RecordedView> {
  const records = deps.store.in(actor.partnershipId);
  const standing = await standingNow(deps.store, actor.partnershipId);
  const context = await standing.cycle(recorded.month);
  if (!context) throw new Error('An answer was recorded in a month that is not stored.');
  const { plan } = context;
  const previous = addMonths(recorded.month, -1);
  const both = await records.updates.latestBetween(previous, recorded.month);
  const byCode = (month: string) =>
    new Map(both.filter((update) => update.month === month).map((update) => [update.actionCode, update]));
  const [stored, before] = [byCode(recorded.month), byCode(previous)];
  const people = recorded.actions.some(({ before: earlier }) => isByAnother(earlier, actor))
    ? (await standing.directory()).people
    : [];
  const codes = [
    ...recorded.values.map(({ code }) => code),
    ...recorded.actions.flatMap(({ code }) => planAction(plan, code)?.measureCodes ?? []),
  ];
  const values = codes.length === 0 ? [] : await records.values.latest([...new Set(codes)]);
  return {
    month: recorded.month,
    monthWords: monthInWords(recorded.month),
    isNew: recorded.isNew,
    isCorrection: context.cycle.state === 'closed',
    actions: recorded.actions.map(({ code, from, to, before: earlier }) => ({
      code,
      title: planAction(plan, code)?.shortTitle ?? '',
      from,
      to,
      earlierWords: earlierWords(earlier, actor, people),
    })),
    values: recorded.values.map((value) => valueView(plan, value, values)),
    masked: [...new Set(recorded.personalData.map(({ words }) => words))],
    questions: recorded.actions.flatMap(({ code, from }) =>
      questionOf(context, stored.get(code), before.get(code), from, values, londonDate(deps.clock.now())),
    ),
    undoable:
      context.cycle.state === 'closed'
        ? []
        : [...recorded.actions, ...recorded.values].map(({ code }) => code),
  };
}

function isByAnother(earlier: SaidBefore | null, actor: Actor): earlier is SaidBefore {
  return earlier !== null && earlier.byPersonId !== null && earlier.byPersonId !== actor.personId;
}

/** What somebody else had said this month, and that they are told; null where it was the same person or nobody. */
function earlierWords(earlier: SaidBefore | null, actor: Actor, people: readonly Person[]): string | null {
  if (!isByAnother(earlier, actor)) return null;
  const name = people.find(({ id }) => id === earlier.byPersonId)?.name ?? 'somebody who has left';
  const rating = ratingLooks[earlier.rating].word.toLowerCase();
  return `${name} had said ${rating} on ${instantInWords(earlier.at)}, and is told of the change.`;
}

function valueView(
  plan: Plan,
  { code, period }: Recorded['values'][number],
  values: readonly MeasureValue[],
): RecordedView['values'][number] {
  const measure = planMeasure(plan, code);
  const stored = values.find(
    (value) =>
      value.measureCode === code &&
      value.series === 'partnership' &&
      comparePeriods(value.period, period) === 0,
  );
  const words =
    measure && stored ? `${figureStateInWords(measure, stored)} for ${periodInWords(period)}` : '';
  return { code, label: measure?.label ?? '', words };
}

/** The one thing worth asking: what the rules still want, else the watermelon check. */
function questionOf(
  { plan, cycle }: CycleContext,
  update: ActionUpdate | undefined,
  before: ActionUpdate | undefined,
  from: Recorded['actions'][number]['from'],
  values: readonly MeasureValue[],
  today: LocalDate,
): readonly string[] {
  const action = update ? planAction(plan, update.actionCode) : null;
  if (!action || !update?.content) return [];
  const { content, kind } = update;
  const missing = checkUpdate(content, {
    kind,
    previousMonthRating: from,
    ratingDefinitions: plan.ratingDefinitions,
    today,
    firstOfMonth: `${cycle.month}-01`,
  }).find(({ field }) => mayFollow(field, content));
  if (missing) return [`${action.code}: ${missing.words} Press Edit.`];
  const found = findWatermelon({
    action,
    kind,
    content,
    before: before?.content ?? null,
    measures: action.measureCodes.flatMap((code) => {
      const measure = planMeasure(plan, code);
      return measure
        ? [
            {
              measure,
              values: values.filter((value) => value.measureCode === code && value.series === 'partnership'),
            },
          ]
        : [];
    }),
  });
  return found ? [found.question] : [];
}
