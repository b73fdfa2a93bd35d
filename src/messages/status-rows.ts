import { ratingLooks } from '../plan/rating.ts';
import type { RatingRow } from './message.ts';
import type { StatusLine } from './status-view.ts';

/**
 * Who reads it: the one who asked; everybody in a channel of the partnership, where people stand by their organisation and never by name; or a
 * channel that people from outside read as well, which gets counts only.
 */
export type StatusReader = 'private' | 'channel' | 'outside';

/** Up to so many characters of an owner's words stand in a list; the rest is one code away. */
const wordsInList = 200;

/**
 * Nothing about it needs reading: on track as before, and nobody says otherwise. Such lines are told by code and title only; in a `brief` list those
 * that got on track as well.
 */
export function isQuiet(line: StatusLine, detail: 'full' | 'brief'): boolean {
  const isCalm =
    line.rating === 'green' ||
    line.rating === 'complete' ||
    line.rating === 'not_started' ||
    line.rating === 'awaited';
  const hasMoved = line.direction === 'worse' || (line.direction === 'better' && detail === 'full');
  const isQuestioned = line.moderation !== null || line.correction !== null;
  const saysOtherwise = line.soFar !== null && line.soFar.rating !== line.rating;
  return isCalm && !hasMoved && !isQuestioned && !saysOtherwise && line.ask === null;
}

/**
 * A line of a list: what changed, what is said, path to green, ask, and what stands beside it. In a `brief` list the owner's words are kept for
 * what is red or got worse.
 */
export function listRow(line: StatusLine, detail: 'full' | 'brief', reader: StatusReader): RatingRow {
  const isPressing = line.rating === 'red' || line.rating === 'on_hold' || line.direction === 'worse';
  const isCalm = line.rating === 'green' || line.rating === 'complete';
  return rowOf(line, [
    joined(
      changeOf(line),
      isPressing || (detail === 'full' && !isCalm) ? shortened(line.done, line.code) : '',
    ),
    ...promiseOf(line, reader),
    ...besides(line),
    soFarOf(line),
  ]);
}

/** A line by itself: everything that was said. */
export function fullRow(line: StatusLine, reader: StatusReader): RatingRow {
  return rowOf(line, [
    changeOf(line),
    line.done,
    line.next === '' ? '' : `Next: ${line.next}`,
    line.startsOn === null ? '' : `Starts on ${line.startsOn}.`,
    ...promiseOf(line, reader),
    ...line.evidence.map((evidence) => `Evidence: ${evidence}`),
    ...besides(line),
    soFarOf(line),
  ]);
}

function joined(...words: readonly string[]): string {
  return words.filter((each) => each !== '').join(' ');
}

function rowOf(line: StatusLine, lines: readonly string[]): RatingRow {
  return {
    code: line.code,
    title: line.title,
    rating: line.rating,
    direction: line.direction,
    lines: lines.filter((words) => words !== ''),
  };
}

/** What changed against the month before, in words: the colour alone says nothing. */
function changeOf({ rating, before, monthsRunning, lastSaid, owner }: StatusLine): string {
  const who = owner === null ? 'Nobody owns it.' : '';
  if (rating === 'no_update') {
    const running =
      monthsRunning > 1 ? `No update for ${monthsRunning} months running` : 'No update by the deadline';
    const last = lastSaid
      ? `last answer: ${wordOf(lastSaid.rating)}, ${lastSaid.monthWords}`
      : 'nothing was said in the months shown';
    const organisation = owner ? ` (${owner.organisation})` : '';
    return `${running}${organisation}; ${last}. ${who}`.trim();
  }
  if (rating === 'awaited') return who;
  if (before === rating) {
    return monthsRunning > 2 && rating !== 'green' && rating !== 'complete'
      ? `${ratingLooks[rating].word} for ${monthsRunning} months running.`
      : 'Same as last month.';
  }
  if (before === null) return '';
  return before === 'no_update' ? 'No update last month.' : `Last month ${wordOf(before)}.`;
}

function promiseOf({ pathToGreen: path, ask }: StatusLine, reader: StatusReader): readonly string[] {
  const who = reader === 'private' && path !== null ? `${path.who}, ` : '';
  return [
    path === null ? '' : `Path to green: ${path.what} (${who}by ${path.byWords})`,
    ask === null ? '' : `Ask of the board: ${ask}`,
  ];
}

function besides({ moderation, correction }: StatusLine): readonly string[] {
  return [
    moderation === null ? '' : `Moderated to ${wordOf(moderation.rating)}: ${moderation.reason}`,
    correction === null ? '' : `Corrected on ${correction.onWords}: ${correction.reason}`,
  ];
}

function soFarOf({ soFar }: StatusLine): string {
  return soFar === null ? '' : `${soFar.monthWords} so far: ${ratingLooks[soFar.rating].word}.`;
}

function wordOf(rating: keyof typeof ratingLooks): string {
  return ratingLooks[rating].word.toLowerCase();
}

/** As many whole sentences as fit, the first one in any case; nothing is broken off inside one. */
export function shortened(words: string, code: string): string {
  if (words.length <= wordsInList) return words;
  const sentences = words.split(/(?<=[.!?])\s+/u);
  let kept = sentences[0] ?? words;
  for (const sentence of sentences.slice(1)) {
    if (kept.length + sentence.length + 1 > wordsInList) break;
    kept = `${kept} ${sentence}`;
  }
  return kept.length === words.length ? words : `${kept} (More: status ${code}.)`;
}
