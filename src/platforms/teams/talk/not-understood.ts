import { filesAreNotKept } from '../../../messages/files-not-kept.ts';
import type { Answer } from '../../../use-cases/conversation/answer.ts';
import type { InboundActivity } from '../seam/activity.ts';

/** A button of an older bcp, or of none. */
export const notOurs =
  'This button is not known any more. Type help to see what bcp does, or prompt for your update.';

const noPictures =
  'I cannot read pictures or files, so nothing was recorded. Please write it here in words, for example "IC5 amber, waiting on recruitment".';

/** What is said to something that came without words; null where there is nothing to say. */
export function wordlessAnswer({ value, hasFile }: InboundActivity): string | null {
  if (typeof value === 'object' && value !== null) return notOurs;
  return hasFile ? noPictures : null;
}

/** The answer to words that came with a file: their writer is told that it was not kept. */
export function ofFiles({ hasFile }: Pick<InboundActivity, 'hasFile'>, answer: Answer): Answer {
  return hasFile ? { ...answer, say: [...answer.say, filesAreNotKept] } : answer;
}
