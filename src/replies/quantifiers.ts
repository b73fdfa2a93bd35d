import { wordAt, wordsOf, type Passage, type Span } from './passage.ts';

/** "All", "both", "the rest": actions meant without being named. */
export interface Quantifier extends Span {
  readonly kind: 'all' | 'rest';
  /** "both" and "all three" name a number, which must be the number asked. */
  readonly count: number | null;
}

const numbers: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

const rest =
  /^(?:(?:all )?(?:the|my|our) (?:rest|others|remaining(?: \w+)?|other (?:ones?|actions?|two|three|four|five|six))|(?:the )?rest|(?:all )?others|everything else|all else|all the rest|otherwise|elsewhere|(?:apart|aside) from that|other than that|all remaining|remaining (?:actions|ones|items)|other actions)(?= |$)/;
const all =
  /^(?:everything|every (?:one|action|item|single one)|across the board|the (?:whole )?lot|all round|each(?: one)?(?= (?:is|are|:|-))|all (?:of )?(?:(?:the|my|our|these|your) )*(?:actions|items|areas|ratings|ones|lines|above|mine|ours|them|it|my|our)|all (?:two|three|four|five|six|seven|eight|nine|ten|[2-9])(?: (?:actions|of them|of mine|items|areas))?|both(?: of (?:them|mine|ours))?|all|mine are all|throughout)(?= |$)/;

export function findQuantifiers(passage: Passage): readonly Quantifier[] {
  const found: Quantifier[] = [];
  for (let index = 0; index < passage.tokens.length; index += 1) {
    if (!starters.has(wordAt(passage, index))) continue;
    const words = wordsOf(passage, index, index + 7);
    const other = rest.exec(words)?.[0];
    const every = other === undefined ? all.exec(words)?.[0] : undefined;
    const match = other ?? every;
    if (match === undefined) continue;
    const span = { from: index, to: index + match.split(' ').length };
    if (other === undefined && !meansTheActions(passage, span, match)) continue;
    found.push({ ...span, kind: other === undefined ? 'all' : 'rest', count: countIn(match) });
    index = span.to - 1;
  }
  return found;
}

const starters = new Set(
  'all the my our rest others everything otherwise elsewhere apart aside other remaining every across each both mine throughout'.split(
    ' ',
  ),
);

function countIn(words: string): number | null {
  if (words.startsWith('both')) return 2;
  const last = words.split(' ')[1] ?? '';
  return words.startsWith('all ') ? (numbers[last] ?? (/^\d$/.test(last) ? Number(last) : null)) : null;
}

/** "all green", "all of mine are", "green for all." — and not "all schools", "at all", "all good" or "both schools". */
function meansTheActions(passage: Passage, { from, to }: Span, words: string): boolean {
  if (words !== 'all' && !words.startsWith('both')) return !(words === 'all it');
  const before = wordAt(passage, from - 1);
  if (
    /^(?:at|of|above|after|first|not|hi|hello|morning|overall|once|it|we|they|you|thanks|hey|afternoon)$/.test(
      before,
    )
  )
    return false;
  const next = passage.tokens[to];
  if (next === undefined || next.kind !== 'word') return next === undefined || next.kind !== 'number';
  return (
    /^(?:red|amber|green|r|a|g|is|are|still|now|remain|remains|stay|staying|on|complete|completed|done|finished|unchanged|same|the|no|as|at|paused|not|currently|rated|rag|off|were|was|have|looking|going|apart|except|bar|but|other|yellow|blue)$/.test(
      next.word,
    ) &&
    !(next.word === 'the' && wordAt(passage, to + 1) !== 'same') &&
    !(next.word === 'going' && wordAt(passage, to + 1) === 'well')
  );
}
