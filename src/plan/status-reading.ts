import { monthInWords, type Month } from './month.ts';
import { filterInWords, type StatusFilter } from './status-filters.ts';
import type { Match, ReadingHow } from './status-lookup.ts';
import { nearCollisions, suggestionsFor } from './status-suggestions.ts';
import { everything, type NamedTarget, type StatusTarget } from './status-target.ts';

/** What somebody asked to see, as far as it can be told from the words. `said` is line one of the answer. */
export type StatusReading =
  | Read
  | (StatusAsked & { readonly kind: 'ambiguous'; readonly candidates: readonly StatusTarget[] })
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[]; readonly said: string };

/** One best reading, answered at once. */
export interface Read extends StatusAsked {
  readonly kind: 'read';
  readonly best: StatusTarget;
  readonly how: ReadingHow;
  /** What else it may have meant: offered with one button. */
  readonly otherReadings: readonly StatusTarget[];
}

/** What narrows whatever is asked about. */
interface StatusAsked {
  readonly filters: readonly StatusFilter[];
  /** Null = the latest. */
  readonly month: Month | null;
  readonly said: string;
}

/** Filters and month, before anything is said. */
export type Asked = Omit<StatusAsked, 'said'>;

/** The reading of a match: one target is read, several are offered. `typed` is what a close spelling was read from. */
export function reading(
  match: Match,
  asked: Asked,
  all: readonly NamedTarget[],
  typed: string | null = null,
): StatusReading {
  const [best, second] = match.found;
  if (second) {
    const candidates = match.found.map(({ target }) => target);
    return { kind: 'ambiguous', candidates, ...asked, said: saidOfMany(candidates) };
  }
  const said = saidOf(best.target.label, asked);
  return {
    kind: 'read',
    best: best.target,
    ...asked,
    how: match.how,
    otherReadings: nearCollisions(best, all),
    said: typed === null ? said : `Reading “${typed}” as ${said}`,
  };
}

/** Nothing fits: what could be typed instead. */
export function unknown(words: readonly string[], all: readonly NamedTarget[]): StatusReading {
  const phrase = words.join(' ');
  const suggestions = suggestionsFor(phrase, all);
  const what =
    phrase.length <= 40
      ? `Nothing in the plan is called “${phrase}”.`
      : 'Nothing in the plan is called that.';
  return { kind: 'unknown', suggestions, said: `${what} Try: ${suggestions.join(', ')}.` };
}

/** `Outcome SAFE, red, October 2026`: line one of an answer. What is mine of the whole plan is `All that is yours`. */
export function saidOf(label: string, { filters, month }: Asked): string {
  const isOwn = label === everything.label && filters.includes('mine');
  const narrowed = isOwn ? filters.filter((filter) => filter !== 'mine') : filters;
  const words = [isOwn ? 'All that is yours' : label, ...narrowed.map(filterInWords)];
  return [...words, ...(month === null ? [] : [monthInWords(month)])].join(', ');
}

function saidOfMany(candidates: readonly StatusTarget[]): string {
  if (candidates.length > mostNamed) return `This may mean any of ${candidates.length} things.`;
  return `This may mean ${candidates.map(({ label }) => label).join(' or ')}.`;
}

/** More than these are counted in line one rather than named. */
const mostNamed = 4;
