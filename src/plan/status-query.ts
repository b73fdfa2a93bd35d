import type { Month } from './month.ts';
import { plainWords } from './plain-words.ts';
import type { Plan } from './plan.ts';
import { filterInWords, inOrder, takeFilters } from './status-filters.ts';
import {
  lookUpExplicit,
  lookUpNames,
  lookUpPlan,
  lookUpPrefix,
  lookUpSpelling,
  match,
  type Match,
} from './status-lookup.ts';
import { takeMonth } from './status-month.ts';
import { reading, saidOf, unknown, type Asked, type Read, type StatusReading } from './status-reading.ts';
import {
  everything,
  namedTargets,
  type NamedTarget,
  type StatusOrganisation,
  type StatusPerson,
  type StatusTarget,
} from './status-target.ts';

/** More words than this are a letter, not a name. */
const mostWords = 40;

/**
 * Reads the words after `status`: an outcome's word, a theme's name or alias, a code, filters, a person or organisation, a unique
 * beginning, a close spelling, in this order; nothing = everything. A month may stand anywhere; one without a year is the latest up
 * to `currentMonth`. Never throws.
 */
export function readStatusQuery(
  words: string,
  plan: Plan,
  people: readonly StatusPerson[],
  organisations: readonly StatusOrganisation[],
  currentMonth: Month,
): StatusReading {
  const all = namedTargets(plan, people, organisations);
  const asked = plainWords(words);
  if (asked.length > mostWords) return unknown(asked, all);
  const explicit = readExplicit(asked, all, currentMonth);
  if (explicit) return explicit;
  const whole = lookUpPlan(asked, all);
  if (whole) return reading(whole, { filters: [], month: null }, all);
  const { filters, rest } = takeFilters(asked);
  const named = lookUpPlan(rest, all) ?? lookUpNames(rest, all);
  if (named) return reading(named, { filters, month: null }, all);
  const { month, rest: what } = takeMonth(rest, currentMonth);
  const alsoNamed = lookUpNames(asked, all)?.found.map(({ target }) => target) ?? [];
  return readTarget(what, { filters, month }, all, alsoNamed);
}

/** `person priya nair late`: a kind and a name of it, the longest that fits; what follows narrows it. */
function readExplicit(
  words: readonly string[],
  all: readonly NamedTarget[],
  currentMonth: Month,
): StatusReading | null {
  const [kind, ...after] = words;
  if (kind !== 'person' && kind !== 'organisation') return null;
  const ofKind = all.filter(({ target }) => target.kind === kind);
  for (let length = after.length; length > 0; length -= 1) {
    const named = lookUpExplicit(after.slice(0, length), ofKind);
    const { filters, rest } = takeFilters(after.slice(length));
    const { month, rest: unread } = takeMonth(rest, currentMonth);
    if (named && unread.length === 0) return reading(named, { filters, month }, all);
  }
  return null;
}

function readTarget(
  words: readonly string[],
  asked: Asked,
  all: readonly NamedTarget[],
  alsoNamed: readonly StatusTarget[],
): StatusReading {
  const direct = lookUpPlan(words, all) ?? lookUpNames(words, all);
  if (direct) return reading(direct, asked, all);
  const kinds = words.flatMap((word) => kindHints.get(word) ?? []);
  const bare = words.filter((word) => !fillers.has(word) && !kindHints.has(word));
  if (bare.length === 0) {
    const how = asked.filters.length > 0 ? 'filter' : 'exact';
    return { ...ofEverything(asked), how, otherReadings: alsoNamed };
  }
  const hinted = kinds.length > 0 ? all.filter(({ target }) => kinds.includes(target.kind)) : all;
  const found = lookUpAll(bare, hinted) ?? (kinds.length > 0 ? lookUpAll(bare, all) : null);
  if (found) return reading(found, asked, all);
  return readSpelling(bare, asked, all) ?? readWordByWord(bare, asked, all) ?? unknown(bare, all);
}

function lookUpAll(words: readonly string[], targets: readonly NamedTarget[]): Match | null {
  return lookUpPlan(words, targets) ?? lookUpNames(words, targets) ?? lookUpPrefix(words, targets);
}

function readSpelling(
  words: readonly string[],
  asked: Asked,
  all: readonly NamedTarget[],
): StatusReading | null {
  const { found, filters } = lookUpSpelling(words, all);
  const typed = words.join(' ');
  const named = match('spelling', found);
  if (named) return reading(named, asked, all, typed);
  const [filter] = filters;
  if (filter === undefined || filters.length > 1) return null;
  const also = { ...asked, filters: inOrder([...asked.filters, filter]) };
  const read = ofEverything(also);
  return {
    ...read,
    how: 'spelling',
    otherReadings: [],
    said: `Reading “${typed}” as ${filterInWords(filter)}: ${read.said}`,
  };
}

function ofEverything(asked: Asked): Pick<Read, 'kind' | 'best' | 'filters' | 'month' | 'said'> {
  return { kind: 'read', best: everything, ...asked, said: saidOf(everything.label, asked) };
}

/** Several things in one line: the first that is known is shown, the others are offered, and what was not read is said. */
function readWordByWord(
  words: readonly string[],
  asked: Asked,
  all: readonly NamedTarget[],
): StatusReading | null {
  if (words.length < 2) return null;
  const lookups = words.map((word) => ({ word, known: lookUpPlan([word], all) }));
  const slips = lookups
    .filter(({ known }) => !known)
    .map(({ word }) => ({ word, filters: lookUpSpelling([word], []).filters }));
  const meant = slips.filter(({ filters }) => filters.length === 1);
  const [best, ...others] = lookups.flatMap(({ known }) => known ?? []);
  if (!best) return null;
  const also = { ...asked, filters: inOrder([...asked.filters, ...meant.flatMap(({ filters }) => filters)]) };
  const read = reading(best, also, all);
  const unread = slips.filter(({ filters }) => filters.length !== 1).map(({ word }) => `“${word}”`);
  if (read.kind !== 'read') return read;
  const offered = [
    ...others.flatMap(({ found }) => found.map(({ target }) => target)),
    ...read.otherReadings,
  ];
  const otherReadings = offered.filter(
    (target, at) => target !== read.best && offered.indexOf(target) === at,
  );
  const said = unread.length === 0 ? read.said : `${read.said} (not read: ${unread.join(', ')})`;
  return { ...read, otherReadings, said };
}

const kindHints: ReadonlyMap<string, readonly StatusTarget['kind'][]> = new Map([
  ['outcome', ['outcome']],
  ['theme', ['theme']],
  ['action', ['action']],
  ['indicator', ['indicator', 'measure']],
  ['measure', ['measure', 'indicator']],
  ['person', ['person']],
  ['organisation', ['organisation']],
]);

/** Words that people put round a name and that name nothing themselves. */
const fillers: ReadonlySet<string> = new Set([
  ...[
    'status',
    'show',
    'me',
    'please',
    'how',
    'what',
    'whats',
    'which',
    'is',
    'are',
    'do',
    'does',
    'we',
    'us',
    'our',
    'you',
    'i',
  ],
  ...[
    'a',
    'an',
    'the',
    'of',
    'for',
    'in',
    'on',
    'about',
    'to',
    'with',
    'and',
    'or',
    'only',
    'all',
    'everything',
    'plan',
    'actions',
  ],
]);
