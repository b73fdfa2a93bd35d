import { codeKey, type NamedTarget, type StatusTarget } from './status-target.ts';
import { filterNames, type StatusFilter } from './status-filters.ts';
import { slipsAllowed, slipsBetween } from './spelling.ts';

/** How a reading was come by. */
export type ReadingHow = 'exact' | 'alias' | 'code' | 'filter' | 'prefix' | 'spelling';

/** The targets that fit equally well: one or more. */
export interface Match {
  readonly how: ReadingHow;
  readonly found: readonly [NamedTarget, ...NamedTarget[]];
}

/** An outcome's own word, then a theme's name or alias, then a code (DESIGN section 6). */
export function lookUpPlan(words: readonly string[], targets: readonly NamedTarget[]): Match | null {
  const phrase = words.join(' ');
  if (phrase === '') return null;
  const wanted = codeKey(phrase);
  const ofKind = (kind: string) => targets.filter(({ target }) => target.kind === kind);
  const byName = (kind: string) => ofKind(kind).filter(({ names }) => names.includes(phrase));
  return (
    match('exact', byName('outcome')) ??
    match('exact', byName('theme')) ??
    match(
      'alias',
      ofKind('theme').filter(({ aliases }) => aliases.includes(phrase)),
    ) ??
    match(
      'code',
      targets.filter(({ target, key }) => key === wanted && target.kind !== 'person'),
    )
  );
}

/** A person or an organisation by its whole name, an organisation by its code as well. */
export function lookUpNames(words: readonly string[], targets: readonly NamedTarget[]): Match | null {
  const phrase = words.join(' ');
  const named = targets.filter(({ target }) => isNamedByName(target));
  return match(
    'exact',
    named.filter(({ names }) => names.includes(phrase)),
  );
}

/** A person or an organisation said to be one: by the id as well. */
export function lookUpExplicit(words: readonly string[], targets: readonly NamedTarget[]): Match | null {
  const wanted = codeKey(words.join(' '));
  return (
    lookUpNames(words, targets) ??
    match(
      'exact',
      targets.filter(({ key }) => key === wanted),
    )
  );
}

/** What begins with these words, at the beginning of any word of its name; failing that, what is described with them. */
export function lookUpPrefix(words: readonly string[], targets: readonly NamedTarget[]): Match | null {
  const begun = targets.filter(({ names, aliases }) =>
    [...names, ...aliases].some((name) => hasRunStarting(name, words)),
  );
  if (begun.length > 0) return match('prefix', begun);
  if (words.every((word) => word.length < 3)) return null;
  const described = targets.filter(({ text }) =>
    words.every((word) => text.some((each) => each.startsWith(word))),
  );
  const actions = described.filter(({ target }) => target.kind === 'action');
  return match('prefix', actions.length > 0 ? actions : withoutParts(described));
}

/** What is spelled nearly like this, nearest only; filters count too. */
export function lookUpSpelling(
  words: readonly string[],
  targets: readonly NamedTarget[],
): { readonly found: readonly NamedTarget[]; readonly filters: readonly StatusFilter[] } {
  const phrase = words.join(' ');
  let best = slipsAllowed(phrase);
  const near: { readonly slips: number; readonly target?: NamedTarget; readonly filter?: StatusFilter }[] =
    [];
  const nearest = (names: readonly string[]) => {
    const slips = Math.min(...names.map((name) => slipsBetween(phrase, name, best)), best + 1);
    best = Math.min(best, slips);
    return slips;
  };
  if (phrase.length > longestName) return { found: [], filters: [] };
  for (const target of targets) near.push({ slips: nearest(spellings(target)), target });
  for (const { filter, word } of filterNames) near.push({ slips: nearest([word]), filter });
  const kept = near.filter(({ slips }) => slips <= best && slips > 0);
  const filters = new Set(kept.flatMap(({ filter }) => filter ?? []));
  const found = kept.flatMap(({ target }) => target ?? []);
  // As with exact words, a filter comes before a person or an organisation.
  return {
    found: filters.size > 0 ? found.filter(({ target }) => !isNamedByName(target)) : found,
    filters: [...filters],
  };
}

/** Beyond this many letters nothing is a slip of a name. */
const longestName = 60;

/** Whole names, and the longer words in them. */
function spellings({ names, aliases }: NamedTarget): readonly string[] {
  const words = names.flatMap((name) => name.split(' ')).filter((word) => word.length >= 4);
  return [...names, ...aliases, ...words];
}

function isNamedByName({ kind }: StatusTarget): boolean {
  return kind === 'person' || kind === 'organisation';
}

function hasRunStarting(name: string, words: readonly string[]): boolean {
  return ` ${name}`.includes(` ${words.join(' ')}`);
}

/** A measure is left out where its indicator is there as well. */
function withoutParts(found: readonly NamedTarget[]): readonly NamedTarget[] {
  const indicators = found
    .filter(({ target }) => target.kind === 'indicator')
    .map(({ target }) => target.code);
  return found.filter(
    ({ target }) => target.kind !== 'measure' || !indicators.some((code) => target.code.startsWith(code)),
  );
}

/** A match where something was found. */
export function match(how: ReadingHow, found: readonly NamedTarget[]): Match | null {
  const [first, ...others] = found;
  return first ? { how, found: [first, ...others] } : null;
}
