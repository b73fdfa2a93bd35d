import { londonDate } from '../../kit/london.ts';
import { failure, success, type Result } from '../../kit/result.ts';
import { answeredInWords } from '../../messages/already-answered.ts';
import type { Form } from '../../messages/forms/form.ts';
import type { ActionFormView } from '../../messages/forms/action-fields.ts';
import type { MeasureFormView } from '../../messages/forms/measure-fields.ts';
import { updateForm } from '../../messages/forms/update-form.ts';
import { monthInWords, type Month } from '../../plan/month.ts';
import { planAction, planMeasure } from '../../plan/plan-lookup.ts';
import { pathInWords } from '../../plan/update-words.ts';
import type { UpdateContent } from '../../plan/update.ts';
import { carriedOver } from '../carried-over.ts';
import type { Actor, Deps } from '../deps.ts';
import { figureGiven } from '../given-figures.ts';
import type { Prompt } from '../ports/cycle-records.ts';
import { answersIn, measureCodesOf, promptView, readPromptFacts, type PromptFacts } from '../prompt-view.ts';
import { notOpened } from '../record-update.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { standingNow } from '../standing-facts.ts';
import { standInPrompt } from '../stand-in-prompt.ts';

/** A person's prompt with everything it is written from. */
export interface OwnPrompt {
  readonly prompt: Prompt;
  readonly facts: PromptFacts;
}

/** What somebody may answer in a month: their own prompt or, for a deputy or cover who has not been asked, what they stand in for. */
export async function ownPrompt(deps: Deps, actor: Actor, month: Month): Promise<Result<OwnPrompt, Refusal>> {
  const records = deps.store.in(actor.partnershipId);
  const standing = await standingNow(deps.store, actor.partnershipId);
  const context = await standing.cycle(month);
  if (!context) return failure(refusal('not_found', notOpened(month)));
  const directory = await standing.directory();
  const today = londonDate(deps.clock.now());
  const prompts = await standing.promptsOf(month);
  const prompt =
    prompts.find(({ personId }) => personId === actor.personId) ??
    standInPrompt(actor.personId, prompts, context.plan, directory, today);
  if (!prompt) {
    return failure(
      refusal(
        'not_found',
        `Nothing is asked of you for ${monthInWords(month)}. To see how the plan stands, type status.`,
      ),
    );
  }
  const facts = await readPromptFacts(records, context, directory, measureCodesOf([prompt]), standing);
  return success({ prompt, facts });
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
  const open = new Set(
    [
      ...view.actions.filter(({ answer }) => answer === null),
      ...view.measures.filter(({ answerWords }) => answerWords === null),
    ].map(({ code }) => code),
  );
  // An old button of a prompt that has been answered meanwhile opens what can be edited, never an empty form.
  const isOld = onlyOpen && open.size === 0;
  const items = onlyOpen && !isOld ? prompt.items.filter(({ code }) => open.has(code)) : prompt.items;
  const today = londonDate(deps.clock.now());
  return success(
    updateForm({
      month,
      monthWords: monthInWords(month),
      isCorrection: cycle.state === 'closed',
      definitions: plan.ratingDefinitions,
      answered: isOld ? answeredInWords(answersIn(view)) : '',
      actions: items.flatMap((item) => (item.kind === 'action' ? actionView(item.code, facts, today) : [])),
      measures: items.flatMap((item) => (item.kind === 'measure' ? measureView(item, facts, view) : [])),
    }),
  );
}

function actionView(code: string, facts: PromptFacts, today: string): readonly ActionFormView[] {
  const action = planAction(facts.context.plan, code);
  if (!action) return [];
  const now = facts.updates.get(code);
  const before = facts.previousUpdates.get(code)?.content ?? null;
  return [
    {
      code,
      title: action.shortTitle,
      previous: facts.hasPreviousMonth ? (before?.rating ?? 'no_update') : null,
      reminders: [action.text, ...(before ? remindersOf(before) : [])],
      content: now?.content ?? (before && carriedOver(before, today)),
      fromLastMonth: !now?.content,
      version: now?.version ?? 0,
    },
  ];
}

function remindersOf({ done, pathToGreen }: UpdateContent): readonly string[] {
  return [
    ...(done === '' ? [] : [`Last month: ${done}`]),
    ...(pathToGreen ? [`Last month's path to green: ${pathInWords(pathToGreen)}. What came of it?`] : []),
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
      content: figureGiven(facts.values, item.code, item.period, facts.context.cycle.openedAt),
    },
  ];
}
