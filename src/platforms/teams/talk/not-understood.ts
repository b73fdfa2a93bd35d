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
