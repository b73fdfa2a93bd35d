import type { ActionRating } from '../plan/rating.ts';
import { wordAt, wordsOf, type Passage } from './passage.ts';
import type { RatingMention } from './rating-mention.ts';

interface Phrase {
  readonly words: readonly string[];
  readonly ratings: readonly ActionRating[];
  readonly said: 'phrase' | 'state';
}

/**
 * What people write in place of a colour (the definitions of the ratings in their words). "Off track" is amber with a dated
 * recovery and red without, so it stays open.
 */
const phrases: readonly Phrase[] = [
  ...phrasesFor(['green'], 'phrase', 'on track|ontrack|on target|on schedule|on plan|to plan|on course'),
  ...phrasesFor(
    ['amber', 'red'],
    'phrase',
    'not on track|not on target|not on schedule|not ontrack|off track|offtrack|off target|behind schedule|off course',
  ),
  ...phrasesFor(['amber'], 'phrase', 'at risk'),
  ...phrasesFor(
    ['not_started'],
    'state',
    'not started|not yet started|not begun|not yet begun|yet to start|yet to begin|not started yet|not commenced|not yet commenced|not due to start|not due to begin|not due to commence|unstarted|still to start',
  ),
  ...phrasesFor(['on_hold'], 'state', 'on hold|on - hold|onhold|paused|on pause|parked|on ice|in abeyance'),
  ...phrasesFor(
    ['complete'],
    'state',
    'complete|completed|done|finished|fully complete|fully delivered|closed off|signed off|done and dusted',
  ),
];

function phrasesFor(ratings: readonly ActionRating[], said: Phrase['said'], list: string): readonly Phrase[] {
  return list.split('|').map((words) => ({ words: words.split(' '), ratings, said }));
}

const byFirstWord = new Map<string, Phrase[]>();
for (const phrase of phrases) {
  const first = phrase.words[0] ?? '';
  const list = byFirstWord.get(first) ?? [];
  list.push(phrase);
  list.sort((one, other) => other.words.length - one.words.length);
  byFirstWord.set(first, list);
}

export function phraseAt(passage: Passage, index: number): RatingMention | null {
  const phrase = byFirstWord
    .get(wordAt(passage, index))
    ?.find(({ words }) => words.every((word, at) => wordAt(passage, index + at) === word));
  if (phrase === undefined) return null;
  const to = index + phrase.words.length;
  if (phrase.said === 'state' && !isWholeState(passage, index, to, phrase)) return null;
  if (wordAt(passage, index) === 'at' && !isOwnRisk(passage, index, to)) return null;
  if (
    phrase.ratings[0] === 'green' &&
    /^(?:record|list|group|group|audience|setting|population)/.test(wordAt(passage, to))
  )
    return null;
  return { from: index, to, ratings: phrase.ratings, said: phrase.said, unsure: false };
}

const notWhole =
  /%$|percent$|\d$|half$|part$|partly$|partially$|nearly$|almost$|not$|not yet$|never$|nothing$|to$|can$|once$|when$|phase \w+(?: is)?$/;
const goesOn =
  /^(?:now|this|as|and|but|for|since|last|already|because|so|due|until|again|today|overall|in|at|on|while|pending|by|from|yet|with|though|although|all|completely|too|still|currently|please|thanks|sorry|apologies|i|we|red|amber|green)$/;

/**
 * "IC1 complete", "it is now done." — and not "completed the training", "80% complete", "to complete", "done with partners".
 * "Hasn't started" and "has not started the recruitment" differ in what comes after.
 */
function isWholeState(passage: Passage, from: number, to: number, phrase: Phrase): boolean {
  if (notWhole.test(wordsOf(passage, from - 3, from)) && !endsWithCode(passage, from)) return false;
  return phrase.ratings[0] === 'complete' ? isWholeCompletion(passage, from, to) : endsOrGoesOn(passage, to);
}

function isWholeCompletion(passage: Passage, from: number, to: number): boolean {
  const hasObject = /^(?:have|has|had|i|we|been|being|get|getting|well|already)$/.test(
    wordAt(passage, from - 1),
  );
  if (hasObject && !isSelf(passage, from)) return false;
  // "Done: 4 clinics" is a heading; "done with partners" has done something.
  return !/^(?::|with)$/.test(wordAt(passage, to)) && endsOrGoesOn(passage, to);
}

function endsOrGoesOn(passage: Passage, to: number): boolean {
  const next = passage.tokens[to];
  const behind = passage.tokens[to + 1];
  if (next?.kind !== 'word') return next?.kind !== 'number';
  return goesOn.test(next.word) || (behind?.kind === 'number' && !behind.spaced);
}

/** "it has been completed" is the item; "has completed" has an object to come. */
function isSelf(passage: Passage, from: number): boolean {
  return /(?:^|\s)(?:is|are|it|this|that|action|all|has been|have been|am|we are) (?:now |already |been |all )*$/.test(
    `${wordsOf(passage, from - 4, from)} `,
  );
}

function endsWithCode(passage: Passage, from: number): boolean {
  return /[a-z]{1,2} ?-? ?\d{1,2}$/.test(wordsOf(passage, from - 3, from));
}

/** "we are at risk", "IC1 at risk" — and not "children at risk of exclusion", "those most at risk". */
function isOwnRisk(passage: Passage, from: number, to: number): boolean {
  const next = wordAt(passage, to);
  const before = wordAt(passage, from - 1);
  if (
    /^(?:of|register|young|children|pupils|families|groups|cohort|assessment|tool|meeting|meetings)$/.test(
      next,
    )
  )
    return false;
  return !/^(?:most|those|children|people|pupils|families|cohort|young|kids|students|girls|boys|groups|individuals|communities|yp|cyp|learners|babies|someone|anyone|women|adults)$/.test(
    before,
  );
}
