import { createHash } from 'node:crypto';
import { doubtQuestion } from '../../messages/doubt-question.ts';
import type { Message } from '../../messages/message.ts';
import type { ReplyQuestion } from '../../replies/reply-reading.ts';
import type { Actor, Deps } from '../deps.ts';
import type { ReadingWords } from './reading-answers.ts';

/** What a question keeps: where it belongs, its options, and what is asked when it is answered. */
export interface PendingReading {
  readonly month: string;
  readonly words: ReadingWords;
  readonly question: ReplyQuestion;
  readonly further: readonly ReplyQuestion[];
}

/** Keeps a doubt and puts it as a question with its candidates as buttons. The same `cause` twice is one question. */
export async function askAbout(
  deps: Deps,
  actor: Actor,
  pending: PendingReading,
  cause: string,
): Promise<Message> {
  const id = createHash('sha256').update(`${actor.personId} ${cause}`).digest('hex').slice(0, 32);
  const { questions } = deps.store.in(actor.partnershipId);
  if (!(await questions.byId(id)))
    await questions.add({
      id,
      personId: actor.personId,
      kind: 'reading',
      data: pending,
      askedAt: deps.clock.now(),
      answeredAt: null,
    });
  return doubtQuestion({
    id,
    month: pending.month,
    text: pending.question.text,
    options: pending.question.options.map(({ label }) => label),
  });
}
