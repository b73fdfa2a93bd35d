import type { Message } from '../../../messages/message.ts';
import { sentence } from '../../../messages/sentence.ts';
import type { Answer } from '../../../use-cases/conversation/answer.ts';
import type { Actor } from '../../../use-cases/deps.ts';
import type { Card } from '../cards/card.ts';
import { messageCards } from '../cards/message-cards.ts';
import { formPage } from '../forms/form-card.ts';
import type { InboundActivity } from '../seam/activity.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
import { asMessage, inTurn, postCards } from '../sending/post-cards.ts';
import { offerFile } from './files.ts';
import { addressOf, type TalkDeps } from './talk.ts';

const noPartnership = '-';

/** Shows what came of something, in the conversation in which it was said: in a channel to the person alone where Teams can. */
export function showAnswer(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  answer: Answer,
  actor: Actor | null = null,
): void {
  const own = answer.say.flatMap((message) => cardsOf(talk, message, partnershipId));
  const form = answer.form === null ? [] : [formCard(talk, answer.form, partnershipId)];
  const shared = answer.share === null ? [] : cardsOf(talk, answer.share, partnershipId);
  talk.background.start(async () => {
    await showPrivately(talk, activity, [...own, ...form]);
    if (shared.length > 0) await postCards(talk, addressOf(activity), shared);
    if (answer.file !== null && actor !== null) await offerFile(talk, activity, actor, answer.file);
  });
}

export function say(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  message: Message,
): void {
  showAnswer(talk, activity, partnershipId, { say: [message], form: null, share: null, file: null });
}

export function cardsOf(
  { dialogs }: TalkDeps,
  message: Message,
  partnershipId: string | null,
): readonly Card[] {
  return messageCards(message, { partnershipId: partnershipId ?? noPartnership, dialogs });
}

function formCard(talk: TalkDeps, form: NonNullable<Answer['form']>, partnershipId: string | null): Card {
  const page = formPage(form, [], { partnershipId: partnershipId ?? noPartnership, inDialog: false });
  return page?.card ?? tooLong(talk, partnershipId);
}

/** A form of which not even one part fits into a card. Words typed in the chat do the same. */
export function tooLong(talk: TalkDeps, partnershipId: string | null): Card {
  const message = sentence(
    'This form is too long for Teams. Please write your update here in words instead, for example "IC5 amber, waiting on recruitment".',
    'notice',
  );
  const [card] = cardsOf(talk, message, partnershipId);
  if (!card) throw new Error('A sentence has a card.');
  return card;
}

async function showPrivately(
  talk: TalkDeps,
  activity: InboundActivity,
  cards: readonly Card[],
): Promise<void> {
  const to = addressOf(activity);
  let rest = cards;
  if (activity.scope !== 'personal' && talk.privateAnswers) {
    for (const card of cards) {
      try {
        await inTurn(talk, to.tenantId, to.conversationId, () =>
          talk.outbound.postPrivately(to, activity.person.teamsId, asMessage(card)),
        );
      } catch (trouble) {
        // Teams does not offer it here; the answer is then given plainly. What may have arrived is not given again.
        if (!(trouble instanceof TeamsTrouble) || !['gone', 'refused'].includes(trouble.kind)) throw trouble;
        break;
      }
      rest = rest.slice(1);
    }
  }
  if (rest.length > 0) await postCards(talk, to, rest);
}
