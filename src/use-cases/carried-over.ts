import type { LocalDate } from '../kit/local-date.ts';
import type { ActionRating } from '../plan/rating.ts';
import type { UpdateContent } from '../plan/update.ts';

/** Ratings that say nothing is needed to get back to green: last month's promise does not stand with them. */
const withoutPath: ReadonlySet<ActionRating> = new Set(['green', 'complete', 'not_started']);

/** Whether something that gets the action back to green can stand beside this rating. */
export function mayHavePath(rating: ActionRating): boolean {
  return !withoutPath.has(rating);
}

/**
 * Last month's words as this month begins from them: days that have passed are left blank, for a new day can only come from the owner.
 * `by` of the path to green is then empty text.
 */
export function carriedOver(content: UpdateContent, today: LocalDate): UpdateContent {
  const { pathToGreen: path, ask, startsOn } = content;
  return {
    ...content,
    pathToGreen: path && path.by < today ? { ...path, by: '' } : path,
    ask: ask !== null && ask.by !== null && ask.by < today ? { ...ask, by: null } : ask,
    startsOn: startsOn !== null && startsOn < today ? null : startsOn,
  };
}

/** What "no change" says again: last month's rating and its ask, without the words of last month and without a promise that needs none. */
export function saidAgain(before: UpdateContent, done: string, today: LocalDate): UpdateContent {
  const content = carriedOver(before, today);
  return { ...withoutIdlePath(content, before), done, evidence: [] };
}

/** A form brings last month's path to green along; where the rating needs none and nobody touched it, it is not said anew. */
export function withoutIdlePath(content: UpdateContent, before: UpdateContent | null): UpdateContent {
  const { rating, pathToGreen: path } = content;
  const isUntouched =
    path !== null && path.what === before?.pathToGreen?.what && path.who === before.pathToGreen.who;
  return isUntouched && !mayHavePath(rating) ? { ...content, pathToGreen: null } : content;
}
