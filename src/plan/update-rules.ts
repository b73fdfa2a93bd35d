import { dayInWords, isLocalDate, type LocalDate } from '../kit/local-date.ts';
import type { RatingDefinition } from './plan.ts';
import type { Problem } from './problem.ts';
import { ratingLooks, type ActionRating, type ShownRating } from './rating.ts';
import { numberInWords } from './figure-words.ts';
import { textLimits, type Ask, type PathToGreen, type UpdateContent, type UpdateKind } from './update.ts';

/** What the rules need to know beside the words themselves. */
export interface UpdateContext {
  readonly kind: UpdateKind;
  /** What was shown for the month before; null = there was none. */
  readonly previousMonthRating: ShownRating | null;
  /** The plan's own; a rating that the plan does not define is not taken. */
  readonly ratingDefinitions: readonly RatingDefinition[];
  readonly today: LocalDate;
  /** The first day of the month the update is about: what a late correction may still promise from. */
  readonly firstOfMonth: LocalDate;
}

/** Red, or amber twice running: the board must be told what, who and by when (DESIGN section 3). */
export function needsPathToGreen(rating: ActionRating, previous: ShownRating | null): boolean {
  return rating === 'red' || (rating === 'amber' && previous === 'amber');
}

/** Everything that is wrong with an update, all of it at once; empty = it can be stored. */
export function checkUpdate(content: UpdateContent, context: UpdateContext): readonly Problem[] {
  const earliest = context.kind === 'correction' ? context.firstOfMonth : context.today;
  return [
    ...checkRating(content, context),
    ...checkLengths(content),
    ...(content.pathToGreen ? checkPath(content.pathToGreen, earliest) : []),
    ...(content.ask ? checkAsk(content.ask, earliest) : []),
    ...(content.rating === 'not_started' ? checkStart(content.startsOn, earliest) : []),
  ];
}

function checkRating(content: UpdateContent, context: UpdateContext): readonly Problem[] {
  const { rating } = content;
  const defined = context.ratingDefinitions.map((definition) => definition.rating);
  if (defined.length > 0 && !defined.includes(rating)) {
    const choices = defined.map((choice) => ratingLooks[choice].word).join(', ');
    return [
      {
        field: 'rating',
        words: `This plan does not use “${ratingLooks[rating].word}”. Choose one of: ${choices}.`,
      },
    ];
  }
  const problems: Problem[] = [];
  if (needsPathToGreen(rating, context.previousMonthRating)) {
    const why = rating === 'red' ? 'This is red' : 'This is amber for the second month running';
    if (!content.pathToGreen) {
      problems.push({
        field: 'pathToGreen',
        words: `${why}. Say what will get it back to green, who will do it, and by when.`,
      });
    }
    if (isBlank(content.done)) {
      problems.push({
        field: 'done',
        words: `${why}. Say in a line what has happened, even if nothing has changed.`,
      });
    }
  }
  if (rating === 'on_hold' && (!content.ask || content.ask.verb === 'note')) {
    problems.push({
      field: 'ask',
      words: 'On hold needs a decision of the board. Say what you ask it to agree or decide.',
    });
  }
  return problems;
}

function checkPath(path: PathToGreen, earliest: LocalDate): readonly Problem[] {
  const problems: Problem[] = [];
  if (isBlank(path.what))
    problems.push({ field: 'pathToGreen.what', words: 'Path to green: say what will be done.' });
  if (isBlank(path.who))
    problems.push({ field: 'pathToGreen.who', words: 'Path to green: say who will do it.' });
  return [...problems, ...checkDay('pathToGreen.by', 'Path to green', path.by, earliest)];
}

function checkAsk(ask: Ask, earliest: LocalDate): readonly Problem[] {
  const problems: Problem[] = isBlank(ask.what)
    ? [{ field: 'ask.what', words: `Say what the board should ${ask.verb}.` }]
    : [];
  return ask.by === null
    ? problems
    : [...problems, ...checkDay('ask.by', 'Ask of the board', ask.by, earliest)];
}

function checkStart(startsOn: LocalDate | null, earliest: LocalDate): readonly Problem[] {
  if (startsOn === null)
    return [{ field: 'startsOn', words: 'Not started needs the day on which it will start.' }];
  if (isLocalDate(startsOn) && startsOn < earliest) {
    const words = `The start, ${dayInWords(startsOn)}, has passed. Give a new day, or rate the action as it stands.`;
    return [{ field: 'startsOn', words }];
  }
  return checkDay('startsOn', 'Start', startsOn, earliest);
}

function checkDay(field: string, label: string, day: LocalDate, earliest: LocalDate): readonly Problem[] {
  if (!isLocalDate(day))
    return [{ field, words: `${label}: there is no day “${day}”. Write it as 2026-11-30.` }];
  if (day >= earliest) return [];
  return [
    {
      field,
      words: `${label}: ${dayInWords(day)} has passed. Give a day from ${dayInWords(earliest)} onwards.`,
    },
  ];
}

function checkLengths(content: UpdateContent): readonly Problem[] {
  const texts: readonly (readonly [string, string, string, number])[] = [
    ['done', 'What was done', content.done, textLimits.done],
    ['next', 'What is next', content.next, textLimits.next],
    ['pathToGreen.what', 'What gets it back to green', content.pathToGreen?.what ?? '', textLimits.what],
    ['pathToGreen.who', 'Who gets it back to green', content.pathToGreen?.who ?? '', textLimits.who],
    ['ask.what', 'The ask of the board', content.ask?.what ?? '', textLimits.ask],
    ...content.evidence.map(
      (line) => ['evidence', 'This piece of evidence', line, textLimits.evidence] as const,
    ),
  ];
  return texts.flatMap(([field, label, text, most]) => checkLength(field, label, text, most));
}

/** One text against its limit; counted in UTF-16 units, as both platforms count, so that no letter is ever cut. */
export function checkLength(field: string, label: string, text: string, most: number): readonly Problem[] {
  if (text.length <= most) return [];
  const words = `${label} has ${numberInWords(text.length)} characters; the most is ${numberInWords(most)}.`;
  return [{ field, words: `${words} Please shorten it by ${numberInWords(text.length - most)}.` }];
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
