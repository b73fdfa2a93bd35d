import type { Message } from '../../../messages/message.ts';
import { sentence } from '../../../messages/sentence.ts';
import type { Answer } from '../../../use-cases/conversation/answer.ts';
import type { Card } from '../cards/card.ts';
import { messageCards } from '../cards/message-cards.ts';
import { formPage } from '../forms/form-card.ts';
import type { TalkDeps } from './talk.ts';

const noPartnership = '-';

export function cardsOf(
  { dialogs }: Pick<TalkDeps, 'dialogs'>,
  message: Message,
  partnershipId: string | null,
  refreshMonth?: string,
): readonly Card[] {
  const options = { partnershipId: partnershipId ?? noPartnership, dialogs };
  return messageCards(message, refreshMonth === undefined ? options : { ...options, refreshMonth });
}

export function formCard(
  talk: Pick<TalkDeps, 'dialogs'>,
  form: NonNullable<Answer['form']>,
  partnershipId: string | null,
): Card {
  const page = formPage(form, [], { partnershipId: partnershipId ?? noPartnership, inDialog: false });
  return page?.card ?? tooLong(talk, partnershipId);
}

/** A form of which not even one part fits into a card. Words typed in the chat do the same. */
export function tooLong(talk: Pick<TalkDeps, 'dialogs'>, partnershipId: string | null): Card {
  const message = sentence(
    'This form is too long for Teams. Please write your update here in words instead, for example "IC5 amber, waiting on recruitment".',
    'notice',
  );
  const [card] = cardsOf(talk, message, partnershipId);
  if (!card) throw new Error('A sentence has a card.');
  return card;
}

/** Said in the place of what Teams will not have as it is: nobody is left without a word. */
export const notShown = sentence(
  'This answer could not be shown in Teams. Type "prompt" to see what is recorded.',
  'notice',
);
