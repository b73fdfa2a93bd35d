import { plainPhrase } from './plain-words.ts';
import type { ShownRating } from './rating.ts';

/** What a status may be narrowed to. */
export const statusFilters = [
  'red',
  'amber',
  'green',
  'complete',
  'on_hold',
  'not_started',
  'no_update',
  'late',
  'mine',
  'changed',
  'asks',
] as const;
export type StatusFilter = (typeof statusFilters)[number];

/** The words for each; the first is the one it is printed with. */
const filterWords: Readonly<Record<StatusFilter, readonly string[]>> = {
  red: ['red', 'reds'],
  amber: ['amber', 'ambers'],
  green: ['green', 'greens'],
  complete: ['complete', 'completed', 'finished'],
  on_hold: ['on hold', 'onhold', 'paused'],
  not_started: ['not started', 'not yet started', 'notstarted', 'unstarted'],
  no_update: ['no update', 'no updates', 'not updated', 'noupdate'],
  late: ['late', 'overdue', 'outstanding', 'not answered'],
  mine: ['mine', 'my actions', 'my own', 'my'],
  changed: ['changed', 'changes', 'what changed', 'whats changed', 'moved'],
  asks: ['asks', 'ask'],
};

const phrases: readonly { readonly filter: StatusFilter; readonly words: readonly string[] }[] = statusFilters
  .flatMap((filter) =>
    filterWords[filter].map((phrase) => ({ filter, words: plainPhrase(phrase).split(' ') })),
  )
  .sort((first, second) => second.words.length - first.words.length);

/** The filters named in these words, each once and in a fixed order, and the words that are left. */
export function takeFilters(words: readonly string[]): {
  readonly filters: readonly StatusFilter[];
  readonly rest: readonly string[];
} {
  const found = new Set<StatusFilter>();
  const rest: string[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = phrases.find((each) => each.words.every((word, offset) => words[at + offset] === word));
    if (phrase) found.add(phrase.filter);
    else rest.push(words[at] ?? '');
    at += phrase?.words.length ?? 1;
  }
  return { filters: inOrder(found), rest };
}

/** Each filter once, in the order of the list above. */
export function inOrder(filters: Iterable<StatusFilter>): readonly StatusFilter[] {
  const wanted = new Set(filters);
  return statusFilters.filter((filter) => wanted.has(filter));
}

/** Filters with the single words that name them, for prefixes and spelling. */
export const filterNames: readonly { readonly filter: StatusFilter; readonly word: string }[] =
  phrases.flatMap(({ filter, words }) =>
    words.length === 1 && words[0] !== undefined ? [{ filter, word: words[0] }] : [],
  );

/** `red`, `on hold`: the word that reads back as this filter. */
export function filterInWords(filter: StatusFilter): string {
  return filterWords[filter][0] ?? filter;
}

/** What is known of an action's line, for the filters. */
export interface FilterFacts {
  readonly shown: ShownRating;
  /** Prompted, past its deadline or closed, and not answered. */
  readonly isLate: boolean;
  /** The reader owns it, or is its deputy or cover. */
  readonly isMine: boolean;
  /** Its rating is another than the month before. */
  readonly hasChanged: boolean;
  readonly hasAsk: boolean;
}

/** Ratings widen each other (red or amber); everything else narrows (and late, and mine). */
export function passesFilters(filters: readonly StatusFilter[], facts: FilterFacts): boolean {
  const narrowing = { late: facts.isLate, mine: facts.isMine, changed: facts.hasChanged, asks: facts.hasAsk };
  const ratings = filters.filter((filter) => !(filter in narrowing));
  const passesRating = ratings.length === 0 || ratings.some((rating) => rating === facts.shown);
  return passesRating && filters.every((filter) => !isKey(filter, narrowing) || narrowing[filter]);
}

function isKey<T extends object>(key: PropertyKey, object: T): key is keyof T {
  return key in object;
}
