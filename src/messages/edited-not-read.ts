import { sentence } from './sentence.ts';

/** Said to whoever edits a message that bcp has had: what was recorded stands, and they would believe otherwise. */
export const editedIsNotRead = sentence(
  'bcp does not read a message again when it is edited, so what was recorded stands. To change it, press Edit at your prompt or write it once more.',
  'notice',
);
