import { dayInWords } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import type { Form, Submission } from '../messages/forms/form.ts';
import { planMeasure } from '../plan/plan-lookup.ts';
import type { ActionRating } from '../plan/rating.ts';
import { keepAnswer, keepTyped, type Act } from '../platforms/rehearsal/conversation-keeping.ts';
import type { Answer } from '../use-cases/conversation/answer.ts';
import { hear } from '../use-cases/conversation/hear.ts';
import { openUpdateForm, ownPrompt, type OwnPrompt } from '../use-cases/conversation/open-forms.ts';
import { pressButton } from '../use-cases/conversation/press-button.ts';
import { submitForm } from '../use-cases/conversation/submit-form.ts';
import type { Actor, Deps } from '../use-cases/deps.ts';
import { figureBefore } from '../use-cases/figure-before.ts';
import { isAnswered } from '../use-cases/prompt-view.ts';
import { actorOfPerson } from '../use-cases/who-is.ts';
import { startingFigures } from './lines.ts';
import type { PlannedAct } from './players.ts';
import type { Random } from './random.ts';
import { nextFigure, nextRating, saidInForm, saidInWords } from './say-update.ts';

/** What was said to be saved, so that a rehearsal can look for it afterwards. */
export interface Acknowledged {
  readonly month: string;
  readonly actionCode: string;
}

export interface Stagehands {
  readonly deps: Deps;
  readonly partnershipId: string;
  readonly random: Random;
}

/** One invented person does one thing, through the same doors as anybody. Gives what they were told is saved. */
export async function perform(
  hands: Stagehands,
  planned: PlannedAct,
  month: string,
): Promise<readonly Acknowledged[]> {
  const { deps, partnershipId } = hands;
  const actor = await actorOfPerson(deps, partnershipId, planned.personId, 'rehearsal');
  if (!actor) return [];
  const own = await ownPrompt(deps, actor, month);
  if (!own.ok || (planned.step === 0 && isAnswered(own.value.prompt, own.value.facts))) return [];
  const act: Act = {
    personId: actor.personId,
    conversation: `person:${actor.personId}`,
    eventKey: `rehearsal:${month}:${actor.personId}:${planned.step}`,
    at: deps.clock.now(),
  };
  const before = await versionsOf(hands, own.value, month);
  await actOut(hands, planned, actor, own.value, act);
  const after = await versionsOf(hands, own.value, month);
  return after
    .filter((code) => !before.includes(code))
    .map((key) => ({ month, actionCode: key.split(' ')[0] ?? '' }));
}

async function versionsOf(
  { deps, partnershipId }: Stagehands,
  { prompt }: OwnPrompt,
  month: string,
): Promise<readonly string[]> {
  const codes = new Set(prompt.items.map(({ code }) => code));
  const latest = await deps.store.in(partnershipId).updates.latestOfMonth(month);
  return latest
    .filter((update) => codes.has(update.actionCode) && update.content !== null)
    .map((update) => `${update.actionCode} ${update.version}`);
}

async function actOut(
  hands: Stagehands,
  planned: PlannedAct,
  actor: Actor,
  own: OwnPrompt,
  act: Act,
): Promise<void> {
  const { month } = own.prompt;
  switch (planned.manner) {
    case 'form':
      return fillForm(hands, actor, own, act);
    case 'form_then_edit':
      return fillForm(hands, actor, own, act);
    case 'words':
      return writeWords(hands, actor, own, act);
    case 'words_then_undo':
      return planned.step === 0 ? writeWords(hands, actor, own, act) : undoThenForm(hands, actor, own, act);
    case 'no_change':
      return pressNoChange(hands, actor, own, act);
    case 'later':
      return planned.step === 0 ? typed(hands, actor, act, 'Friday') : fillForm(hands, actor, own, act);
    case 'away': {
      return typed(hands, actor, act, `On leave until ${dayInWords(own.facts.context.calendar.days.deputy)}`);
    }
    case 'silent':
      return;
    default:
      throw new Error(`Nobody behaves like that in ${month}.`);
  }
}

/** Opens the form, fills in everything it asks, and sends it. */
async function fillForm(hands: Stagehands, actor: Actor, own: OwnPrompt, act: Act): Promise<void> {
  const form = await openUpdateForm(hands.deps, actor, own.prompt.month, false);
  if (!form.ok) return;
  await send(hands, actor, act, fill(hands, actor, own, form.value));
}

function fill(hands: Stagehands, actor: Actor, own: OwnPrompt, form: Form): Submission {
  const today = londonDate(hands.deps.clock.now());
  const answers: Record<string, string> = {};
  for (const item of own.prompt.items) {
    if (item.kind === 'action') {
      const rating = nextRating(hands.random, ratingBefore(own, item.code));
      Object.assign(answers, saidInForm(hands.random, item.code, rating, actor.person.name, today));
    } else {
      Object.assign(answers, {
        [`${item.code}.value`]: figureFor(hands, own, item),
        [`${item.code}.confirmed`]: 'true',
      });
    }
  }
  return { kind: form.kind, carries: form.carries, answers };
}

async function send(hands: Stagehands, actor: Actor, act: Act, submission: Submission): Promise<void> {
  const result = await submitForm(hands.deps, actor, { submission, eventKey: act.eventKey });
  if (result.kind === 'problems')
    throw new Error(
      `A rehearsed form was refused: ${result.problems.map(({ field, words }) => `${field}: ${words}`).join(' ')}`,
    );
  await keepAnswer(conversations(hands), act, { say: result.say, share: null });
}

/** Writes an answer for each action, and each figure in a message of its own, as people do. */
async function writeWords(hands: Stagehands, actor: Actor, own: OwnPrompt, act: Act): Promise<void> {
  const actions = own.prompt.items.filter((item) => item.kind === 'action');
  const said = actions.map(({ code }) =>
    saidInWords(hands.random, code, nextRating(hands.random, ratingBefore(own, code)), actions.length === 1),
  );
  if (said.length > 0)
    await typed(hands, actor, { ...act, eventKey: `${act.eventKey}:words` }, said.join('\n'));
  for (const item of own.prompt.items) {
    if (item.kind !== 'measure') continue;
    const unit = planMeasure(own.facts.context.plan, item.code)?.unit === 'percent' ? '%' : '';
    await typed(
      hands,
      actor,
      { ...act, eventKey: `${act.eventKey}:${item.code}` },
      `${item.code} ${figureFor(hands, own, item)}${unit}`,
    );
  }
}

async function undoThenForm(hands: Stagehands, actor: Actor, own: OwnPrompt, act: Act): Promise<void> {
  await typed(hands, actor, { ...act, eventKey: `${act.eventKey}:undo` }, 'undo');
  await fillForm(hands, actor, own, act);
}

/** Presses "No change"; where red or amber twice asks for a line, the form that opens is filled in. */
async function pressNoChange(hands: Stagehands, actor: Actor, own: OwnPrompt, act: Act): Promise<void> {
  const answer = await pressButton(hands.deps, actor, {
    press: { verb: 'no_change', month: own.prompt.month },
    place: { kind: 'personal', channelId: '' },
    eventKey: act.eventKey,
  });
  await keepAnswer(conversations(hands), act, answer);
  if (!answer.form) return;
  const today = londonDate(hands.deps.clock.now());
  const answers = Object.assign(
    {},
    ...answer.form.groups.map(({ code }) =>
      saidInForm(hands.random, code, ratingBefore(own, code) ?? 'amber', actor.person.name, today),
    ),
  ) as Record<string, string>;
  await send(
    hands,
    actor,
    { ...act, eventKey: `${act.eventKey}:line` },
    { kind: 'no_change', carries: answer.form.carries, answers },
  );
}

async function typed(hands: Stagehands, actor: Actor, act: Act, text: string): Promise<void> {
  await keepTyped(conversations(hands), act, text);
  const answer: Answer = await hear(hands.deps, actor, {
    text,
    place: { kind: 'personal', channelId: '' },
    eventKey: act.eventKey,
  });
  await keepAnswer(conversations(hands), act, answer);
}

function conversations({ deps, partnershipId }: Stagehands) {
  return deps.store.in(partnershipId).conversations;
}

function ratingBefore(own: OwnPrompt, code: string): ActionRating | null {
  const now = own.facts.updates.get(code)?.content?.rating;
  return now ?? own.facts.previousUpdates.get(code)?.content?.rating ?? null;
}

function figureFor(
  hands: Stagehands,
  own: OwnPrompt,
  item: OwnPrompt['prompt']['items'][number] & { kind: 'measure' },
): string {
  const { facts } = own;
  const unit = planMeasure(facts.context.plan, item.code)?.unit ?? 'count';
  const samePeriods = figureBefore(facts.values, item.code, item.period)?.value;
  const anyPeriod = facts.values
    .filter((value) => value.measureCode === item.code && value.series === 'partnership')
    .at(-1)?.value;
  const start = samePeriods ?? anyPeriod ?? startingFigures[item.code] ?? 40;
  return String(nextFigure(hands.random, start, unit));
}
