import { sentence } from './sentence.ts';

/** Said of what came with a file, or was nothing but one. */
export const filesAreNotKept = sentence(
  'bcp reads words only: what you attached was not kept and is not shown to anybody.',
  'notice',
);
