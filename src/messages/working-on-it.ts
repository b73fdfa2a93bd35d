import type { Message } from './message.ts';
import { sentence } from './sentence.ts';

/** What takes a while, by the words that were typed for it, and what is done meanwhile. */
const work: readonly (readonly [RegExp, string])[] = [
  [/^digest draft\b/i, 'The digest is being drafted'],
  [/^digest preview\b/i, 'The front page is being written'],
  [/^digest approve\b/i, 'The draft is being held against what has come since'],
  [/^digest post\b/i, 'The channels are being looked at'],
  [/^digest export\b/i, 'The file is being written'],
  [/^cycle open\b/i, 'The month is being opened, and everybody’s prompt written'],
  [/^cycle close\b/i, 'The month is being closed'],
  [/^remind\b/i, 'bcp is looking who has not answered'],
  [/^retention run\b/i, 'What has been kept long enough is being taken out'],
  [/^channel\b/i, 'bcp is looking who reads this channel'],
];

/** How long an answer is waited for in silence, in milliseconds: after that somebody would type it again. */
export const silentMs = 2_000;

/** Said when an answer is not there after two seconds; the answer itself follows. */
export function workingOnIt(typed: string): Message {
  const words = typed
    .trim()
    .replace(/^\/bcp\b/i, '')
    .trim();
  const what = work.find(([begins]) => begins.test(words))?.[1] ?? 'bcp is working on it';
  return sentence(`${what}. What came of it follows here; there is no need to type it again.`, 'quiet');
}
