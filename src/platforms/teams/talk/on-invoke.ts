import { z } from 'zod';
import type { Message } from '../../../messages/message.ts';
import { cardType, type Card } from '../cards/card.ts';
import { summaryOf } from '../cards/message-cards.ts';
import { readMark } from '../cards/press-data.ts';
import { formPage } from '../forms/form-card.ts';
import type { InboundActivity } from '../seam/activity.ts';
import type { TeamsAnswer } from '../seam/gateway.ts';
import { actOnMark, type MarkOutcome } from './act-on-mark.ts';
import { onFileConsent } from './files.ts';
import { cardsOf, showAnswer, tooLong } from './show-answer.ts';
import type { TalkDeps } from './talk.ts';

/** Something that Teams wants an answer to at once. What is not known is answered as such, in words that Teams expects. */
export async function onInvoke(talk: TalkDeps, activity: InboundActivity): Promise<TeamsAnswer> {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return onAction(talk, activity);
    case 'task/fetch':
    case 'task/submit':
      return onDialog(talk, activity);
    case 'fileConsent/invoke':
      return onFileConsent(talk, activity);
    default:
      return { status: 501, body: {} };
  }
}

const action = z.looseObject({
  action: z.looseObject({ data: z.unknown().optional() }),
  trigger: z.string().catch('manual'),
});

async function onAction(talk: TalkDeps, activity: InboundActivity): Promise<TeamsAnswer> {
  const read = action.safeParse(activity.value);
  const mark = read.success ? readMark(read.data.action.data) : null;
  if (!read.success || mark === null)
    return inPlace(400, 'error', { code: 'BadRequest', message: 'bad request' });
  const { data } = read.data.action;
  // A card that looks again by itself must never record anything, whatever is written on it.
  if (read.data.trigger === 'automatic' && mark.do !== 'look') return words('Nothing was done.');
  const outcome = await actOnMark(talk, activity, mark, data);
  switch (outcome.kind) {
    case 'nothing':
      return words('Nothing was done.');
    case 'cards':
      return shown(outcome.cards[0]);
    case 'answer':
      return mark.do === 'look' ? look(talk, mark.month, outcome) : inPlaceOf(talk, activity, outcome);
  }
}

type Answered = MarkOutcome & { readonly kind: 'answer' };

/** The prompt as it stands now, if the card is about the month that is asked about. */
function look(talk: TalkDeps, month: string, { answer, partnershipId }: Answered): TeamsAnswer {
  const [message] = answer.say;
  const isOfMonth = message !== undefined && JSON.stringify(message.parts).includes(`"month":"${month}"`);
  return isOfMonth ? shown(cardsOf(talk, message, partnershipId)[0]) : words('Nothing has changed.');
}

/**
 * A form takes the place of the card, and what was recorded takes the place of the form. In a channel the answer is seen by
 * the person who pressed and by nobody else; in a chat it follows as a message, so that it can be read again.
 */
function inPlaceOf(talk: TalkDeps, activity: InboundActivity, outcome: Answered): TeamsAnswer {
  const { answer, partnershipId, actor, isSaved } = outcome;
  const [first, ...others] = answer.say;
  if (answer.form !== null) {
    showAnswer(talk, activity, partnershipId, { ...answer, form: null }, actor);
    const page = formPage(answer.form, [], { partnershipId, inDialog: false });
    return shown(page?.card ?? tooLong(talk, partnershipId));
  }
  if (first && (isSaved || activity.scope !== 'personal')) {
    const [card, ...more] = cardsOf(talk, first, partnershipId);
    if (card && more.length === 0) {
      showAnswer(talk, activity, partnershipId, { ...answer, say: others }, actor);
      return shown(card);
    }
  }
  showAnswer(talk, activity, partnershipId, answer, actor);
  return words(first ? summaryOf(first) : 'Done.');
}

async function onDialog(talk: TalkDeps, activity: InboundActivity): Promise<TeamsAnswer> {
  const { data } = z.looseObject({ data: z.unknown().optional() }).catch({}).parse(activity.value);
  const mark = readMark(data);
  if (mark === null) return { status: 200, body: {} };
  const outcome = await actOnMark(talk, activity, mark, data, true);
  if (outcome.kind === 'nothing') return { status: 200, body: {} };
  if (outcome.kind === 'cards') return dialog('bcp', outcome.cards[0]);
  const { answer, partnershipId, actor, isSaved } = outcome;
  if (answer.form !== null) {
    const page = formPage(answer.form, [], { partnershipId, inDialog: true });
    return dialog(answer.form.title, page?.card ?? tooLong(talk, partnershipId));
  }
  if (isSaved) {
    // The window closes with one sentence; what was recorded, with Undo and Edit, stands in the chat.
    if (activity.scope === 'personal') showAnswer(talk, activity, partnershipId, answer, actor);
    return closing(answer.say);
  }
  return closing(answer.say);
}

function closing(say: readonly Message[]): TeamsAnswer {
  const value = say.map(summaryOf).join(' ');
  return { status: 200, body: { task: { type: 'message', value: value === '' ? 'Done.' : value } } };
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots */
function dialog(title: string, card: Card | undefined): TeamsAnswer {
  const value = { title, height: 'large', width: 'medium', card: { contentType: cardType, content: card } };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
function inPlace(statusCode: number, type: 'card' | 'message' | 'error', value: unknown): TeamsAnswer {
  const names = {
    card: cardType,
    message: 'application/vnd.microsoft.activity.message',
    error: 'application/vnd.microsoft.error',
  };
  return { status: 200, body: { statusCode, type: names[type], value } };
}

function shown(card: Card | undefined): TeamsAnswer {
  return card ? inPlace(200, 'card', card) : words('Done.');
}

function words(text: string): TeamsAnswer {
  return inPlace(200, 'message', text);
}

/** What is said when something failed here: nothing was stored, and it may be tried again. */
export function failedInvoke(activity: InboundActivity): TeamsAnswer {
  const text = 'That did not work, and nothing was recorded. Please try again in a minute.';
  if (activity.name.startsWith('task/'))
    return { status: 200, body: { task: { type: 'message', value: text } } };
  return words(text);
}
