import type { Message } from '../../messages/message.ts';
import type { Answer, Place } from '../../use-cases/conversation/answer.ts';
import type { ConversationRecords } from '../../use-cases/ports/machine-records.ts';

/** Where and by whom something was said, and the act it belongs to: the same act again adds nothing. */
export interface Act {
  readonly personId: string;
  readonly conversation: string;
  readonly eventKey: string;
  readonly at: Date;
}

/** The place that a conversation's name stands for. */
export function placeOf(conversation: string): Place {
  return conversation.startsWith('channel:')
    ? { kind: 'channel', channelId: conversation.slice('channel:'.length) }
    : { kind: 'personal', channelId: '' };
}

/**
 * Keeps what a person typed. A command in a channel is seen by nobody else, as on the real platforms; `text` comes here
 * with personal data already masked.
 */
export async function keepTyped(records: ConversationRecords, act: Act, text: string): Promise<void> {
  const message: Message = { summary: text, parts: [{ kind: 'text', text, tone: 'normal' }] };
  await records.add({
    id: `${act.eventKey}:typed`,
    conversation: act.conversation,
    author: act.personId,
    message,
    postedAt: act.at,
    editedAt: null,
    onlyForPersonId: text.startsWith('/') ? privately(act) : null,
  });
}

/** Keeps what bcp answered: to the person alone, except what is shared with everybody there. */
export async function keepAnswer(
  records: ConversationRecords,
  act: Act,
  answer: Pick<Answer, 'say' | 'share'>,
): Promise<void> {
  for (const [index, message] of answer.say.entries()) {
    await keepSaid(records, act, `say-${index}`, message, privately(act));
  }
  if (answer.share !== null) await keepSaid(records, act, 'share', answer.share, null);
}

async function keepSaid(
  records: ConversationRecords,
  act: Act,
  name: string,
  message: Message,
  onlyForPersonId: string | null,
): Promise<void> {
  await records.add({
    id: `${act.eventKey}:${name}`,
    conversation: act.conversation,
    author: 'bcp',
    message,
    postedAt: act.at,
    editedAt: null,
    onlyForPersonId,
  });
}

function privately(act: Act): string | null {
  return act.conversation.startsWith('channel:') ? act.personId : null;
}
