import { z } from 'zod';
import { saying } from '../../../use-cases/conversation/answer.ts';
import type { Card } from '../cards/card.ts';
import { summaryOf } from '../cards/message-cards.ts';
import { readMark, type ButtonMark } from '../cards/press-data.ts';
import { formPage } from '../forms/form-card.ts';
import { heldForm } from '../forms/held-form.ts';
import type { InboundActivity } from '../seam/activity.ts';
import type { TeamsAnswer } from '../seam/gateway.ts';
import { actOnMark, type MarkOutcome } from './act-on-mark.ts';
import { cardsOf, tooLong } from './answer-cards.ts';
import { fileOffered, onFileConsent } from './files.ts';
import { badRequest, closing, dialog, nothingToSay, shown, words } from './invoke-answers.ts';
import { notOurs } from './not-understood.ts';
import { noteUnknown } from './note-unknown.ts';
import { dialogData, onDialog } from './on-dialog.ts';
import { beingPosted } from './share-here.ts';
import { showAnswer } from './show-answer.ts';
import type { TalkDeps } from './talk.ts';

/** Something that Teams wants an answer to at once. What is not known is taken and left alone: a bot that fails is sent no more. */
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
      await noteUnknown(talk, activity);
      return nothingToSay;
  }
}

const action = z.looseObject({
  action: z.looseObject({ data: z.unknown().optional() }),
  trigger: z.string().catch('manual'),
});

async function onAction(talk: TalkDeps, activity: InboundActivity): Promise<TeamsAnswer> {
  const read = action.safeParse(activity.value);
  const mark = read.success ? readMark(read.data.action.data) : null;
  if (!read.success) return badRequest();
  if (mark === null) return words(notOurs);
  const { data } = read.data.action;
  // A card that looks again by itself must never record anything, whatever is written on it.
  if (read.data.trigger === 'automatic' && mark.do !== 'look') return words('Nothing was done.');
  const outcome = await actOnMark(talk, activity, mark, data);
  switch (outcome.kind) {
    case 'nothing':
      return words('Nothing was done.');
    case 'form': {
      const { say, partnershipId, actor, card } = outcome;
      if (say.length > 0) showAnswer(talk, activity, partnershipId, saying(...say), actor);
      return shown(talk.deps.log, card);
    }
    case 'answer':
      return mark.do === 'look'
        ? look(talk, mark, outcome)
        : inPlaceOf(talk, activity, outcome, isShare(mark));
  }
}

type Answered = MarkOutcome & { readonly kind: 'answer' };

/**
 * The prompt as it stands now, if the card is about the month that is asked about. A long prompt is several cards: each looks again for
 * itself. Where there are more or fewer by now, it stays as it is until the prompt itself is changed.
 */
function look(
  talk: TalkDeps,
  { month, part }: ButtonMark & { readonly do: 'look' },
  { answer, partnershipId }: Answered,
): TeamsAnswer {
  const [message] = answer.say;
  const isOfMonth = message !== undefined && JSON.stringify(message.parts).includes(`"month":"${month}"`);
  const cards = isOfMonth ? cardsOf(talk, message, partnershipId, month) : [];
  const card = part === 'with_buttons' ? cards.at(-1) : sameOf(cards, part ?? { number: 1, of: 1 });
  return card ? shown(talk.deps.log, card) : words('Nothing has changed.');
}

function sameOf(cards: readonly Card[], { number, of }: { number: number; of: number }): Card | undefined {
  return cards.length === of ? cards[number - 1] : undefined;
}

/**
 * A form takes the place of the card, and what was recorded takes the place of the form. In a channel the answer is seen by
 * the person who pressed and by nobody else; in a chat it follows as a message, so that it can be read again. What is shared stays before
 * whoever shared it, with the button that tries again.
 */
function inPlaceOf(
  talk: TalkDeps,
  activity: InboundActivity,
  outcome: Answered,
  keepsCard: boolean,
): TeamsAnswer {
  const { answer, partnershipId, actor, isSaved } = outcome;
  const { log } = talk.deps;
  const [first, ...others] = answer.say;
  if (answer.form !== null) {
    showAnswer(talk, activity, partnershipId, { ...answer, form: null }, actor);
    const page = formPage(answer.form, [], { partnershipId, inDialog: false });
    return shown(log, page?.card ?? tooLong(talk, partnershipId));
  }
  if (answer.file !== null) {
    // The card that was pressed stays: it has other buttons, and in a channel it is the digest itself.
    showAnswer(talk, activity, partnershipId, { ...answer, say: [] }, actor);
    return words(fileOffered(answer.file));
  }
  if (first && !keepsCard && (isSaved || activity.scope !== 'personal')) {
    const [card, ...more] = cardsOf(talk, first, partnershipId);
    if (card && more.length === 0) {
      showAnswer(talk, activity, partnershipId, { ...answer, say: others }, actor);
      return shown(log, card);
    }
  }
  showAnswer(talk, activity, partnershipId, answer, actor);
  if (answer.share !== null) return words(beingPosted);
  return words(first ? summaryOf(first) : 'Done.');
}

function isShare(mark: ButtonMark): boolean {
  return mark.do === 'press' && mark.press.verb === 'share';
}

/** What is said when something failed here and nobody knows how far it came. What was typed into a form stays in it. */
export function failedInvoke({ deps }: TalkDeps, activity: InboundActivity): TeamsAnswer {
  if (activity.name === 'task/submit') {
    const data = dialogData(activity);
    const mark = readMark(data);
    const held = mark?.do === 'form' ? heldForm(mark, data, formFailed, true) : null;
    if (held) return dialog(deps.log, 'bcp', held);
  }
  return activity.name.startsWith('task/') ? closing(failedWords) : words(failedWords);
}

/** Said of anything that failed: it may have been stored before that. */
export const failedWords =
  'That did not work just now. Type prompt to see what stands, and try again in a minute.';
const formFailed = 'bcp could not save this just now. Nothing is lost: press Save again in a moment.';
