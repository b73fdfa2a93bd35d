import { addDays } from '../../kit/local-date.ts';
import { londonDate } from '../../kit/london.ts';
import { failure, success, type Result } from '../../kit/result.ts';
import type { Form } from '../../messages/forms/form.ts';
import { laterForm, noChangeForm, notMeForm } from '../../messages/forms/small-forms.ts';
import { updateForm, type ActionFormView, type MeasureFormView } from '../../messages/forms/update-form.ts';
import { monthInWords, type Month } from '../../plan/month.ts';
import { comparePeriods } from '../../plan/period-calendar.ts';
import { planAction, planMeasure } from '../../plan/plan-lookup.ts';
import { needsPathToGreen } from '../../plan/update-rules.ts';
import { pathInWords } from '../../plan/update-words.ts';
import { isWorkingDay } from '../../plan/working-days.ts';
import { cycleContext, readDirectory } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import type { Prompt } from '../ports/cycle-records.ts';
import { promptView, readPromptFacts, type PromptFacts } from '../prompt-view.ts';
import { refusal, type Refusal } from '../refusal.ts';

/** A person's prompt with everything it is written from. */
export interface OwnPrompt {
  readonly prompt: Prompt;
  readonly facts: PromptFacts;
}

export async function ownPrompt(deps: Deps, actor: Actor, month: Month): Promise<Result<OwnPrompt, Refusal>> {
  const records = deps.store.in(actor.partnershipId);
  const context = await cycleContext(records, month);
  if (!context) return failure(refusal('not_found', `${monthInWords(month)} has not been opened yet.`));
  const prompt = await records.prompts.ofPerson(month, actor.personId);
  if (!prompt) {
    return failure(
      refusal(
        'not_found',
        `Nothing is asked of you for ${monthInWords(month)}. To see how the plan stands, type status.`,
      ),
    );
  }
  return success({ prompt, facts: await readPromptFacts(records, context, await readDirectory(records)) });
}

/** The update form of a month, or its correction once the month has closed. `onlyOpen` leaves out what is answered. */
export async function openUpdateForm(
  deps: Deps,
  actor: Actor,
  month: Month,
  onlyOpen: boolean,
): Promise<Result<Form, Refusal>> {
  const own = await ownPrompt(deps, actor, month);
  if (!own.ok) return own;
  const { prompt, facts } = own.value;
  const { plan, cycle } = facts.context;
  const view = promptView(prompt, facts);
  const wanted = new Set(
    onlyOpen
      ? [
          ...view.actions.filter(({ answer }) => answer === null),
          ...view.measures.filter(({ answerWords }) => answerWords === null),
        ].map(({ code }) => code)
      : prompt.items.map(({ code }) => code),
  );
  const items = prompt.items.filter(({ code }) => wanted.has(code));
  return success(
    updateForm({
      month,
      monthWords: monthInWords(month),
      isCorrection: cycle.state === 'closed',
      definitions: plan.ratingDefinitions,
      actions: items.flatMap((item) => (item.kind === 'action' ? actionView(item.code, facts) : [])),
      measures: items.flatMap((item) => (item.kind === 'measure' ? measureView(item, facts, view) : [])),
    }),
  );
}

function actionView(code: string, facts: PromptFacts): readonly ActionFormView[] {
  const action = planAction(facts.context.plan, code);
  if (!action) return [];
  const now = facts.updates.get(code) ?? null;
  const before = facts.previousUpdates.get(code) ?? null;
  const promised = before?.content?.pathToGreen ?? null;
  return [
    {
      code,
      title: action.shortTitle,
      previous: facts.hasPreviousMonth ? (before?.content?.rating ?? 'no_update') : null,
      reminders: [
        action.text,
        ...(before?.content?.done ? [`Last month: ${before.content.done}`] : []),
        ...(promised ? [`Last month's path to green: ${pathInWords(promised)}. What came of it?`] : []),
      ],
      content: now?.content ?? before?.content ?? null,
      fromLastMonth: !now?.content,
      version: now?.version ?? 0,
    },
  ];
}

function measureView(
  item: Prompt['items'][number] & { kind: 'measure' },
  facts: PromptFacts,
  view: ReturnType<typeof promptView>,
): readonly MeasureFormView[] {
  const measure = planMeasure(facts.context.plan, item.code);
  if (!measure) return [];
  const asked = view.measures.find(({ code }) => code === item.code);
  const given = facts.values.find(
    (value) =>
      value.measureCode === item.code &&
      value.series === 'partnership' &&
      comparePeriods(value.period, item.period) === 0 &&
      value.at >= facts.context.cycle.openedAt,
  );
  return [
    {
      code: item.code,
      label: measure.label,
      unit: measure.unit,
      period: item.period,
      asksFraction: measure.asksFraction,
      reminders: [
        `Last figure: ${asked?.lastWords ?? 'none yet'}.`,
        ...(item.status === 'provisional' ? ['A provisional figure is due.'] : []),
      ],
      content: given ?? null,
    },
  ];
}

/** What "No change" would record, and what of it needs a line first (red, amber twice running). */
export interface NoChangePlan {
  readonly prompt: Prompt;
  readonly facts: PromptFacts;
  /** Actions whose last rating can simply stand. */
  readonly plain: readonly string[];
  readonly form: Form | null;
}

export async function planNoChange(
  deps: Deps,
  actor: Actor,
  month: Month,
): Promise<Result<NoChangePlan, Refusal>> {
  const own = await ownPrompt(deps, actor, month);
  if (!own.ok) return own;
  const { prompt, facts } = own.value;
  if (facts.context.cycle.state === 'closed') {
    return failure(
      refusal('closed', `${monthInWords(month)} is closed. Press Correct to add to it, with a reason.`),
    );
  }
  const plain: string[] = [];
  const needing: Parameters<typeof noChangeForm>[0]['items'][number][] = [];
  for (const item of prompt.items) {
    const before = item.kind === 'action' ? facts.previousUpdates.get(item.code)?.content : null;
    if (!before || facts.updates.get(item.code)?.content) continue;
    if (!needsPathToGreen(before.rating, before.rating)) {
      plain.push(item.code);
      continue;
    }
    needing.push({
      code: item.code,
      title: planAction(facts.context.plan, item.code)?.shortTitle ?? '',
      previous: before.rating,
      version: facts.updates.get(item.code)?.version ?? 0,
      promised: before.pathToGreen ? pathInWords(before.pathToGreen) : null,
    });
  }
  return success({
    prompt,
    facts,
    plain,
    form: needing.length === 0 ? null : noChangeForm({ month, items: needing }),
  });
}

/** The days "Later" offers: the next working days before the close. */
export async function openLaterForm(deps: Deps, actor: Actor, month: Month): Promise<Result<Form, Refusal>> {
  const own = await ownPrompt(deps, actor, month);
  if (!own.ok) return own;
  const { calendar, cycle } = own.value.facts.context;
  const days: string[] = [];
  for (
    let day = addDays(londonDate(deps.clock.now()), 1);
    day <= calendar.days.close && days.length < 6;
    day = addDays(day, 1)
  ) {
    if (isWorkingDay(day, cycle.settings.closedDays)) days.push(day);
  }
  if (days.length === 0)
    return failure(refusal('closed', 'The month closes today, so there is no later day to choose.'));
  return success(laterForm({ month, days }));
}

/** "Not me": who in the partnership could answer instead. */
export async function openNotMeForm(deps: Deps, actor: Actor, month: Month): Promise<Result<Form, Refusal>> {
  const own = await ownPrompt(deps, actor, month);
  if (!own.ok) return own;
  const { prompt, facts } = own.value;
  const { plan } = facts.context;
  const today = londonDate(deps.clock.now());
  const people = facts.directory.people.filter(
    (person) => person.id !== actor.personId && (person.endsOn === null || person.endsOn >= today),
  );
  // Colleagues of one's own organisation first: they are who usually stands in.
  const colleagues = people.filter(
    ({ organisationCode }) => organisationCode === actor.person.organisationCode,
  );
  const others = people.filter(({ organisationCode }) => organisationCode !== actor.person.organisationCode);
  return success(
    notMeForm({
      month,
      items: prompt.items.map(({ code }) => ({
        code,
        title: planAction(plan, code)?.shortTitle ?? planMeasure(plan, code)?.label ?? '',
      })),
      people: [...colleagues, ...others].map((person) => ({
        id: person.id,
        name: person.name,
        organisation:
          plan.organisations.find(({ code }) => code === person.organisationCode)?.name ??
          person.organisationCode,
      })),
      untilDefault: facts.context.calendar.days.close,
    }),
  );
}
