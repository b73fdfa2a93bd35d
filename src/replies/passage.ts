import { tokenise, type Token } from './tokens.ts';

/** A stretch of tokens: `to` is the first that no longer belongs to it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Sentence extends Span {
  readonly question: boolean;
  /** Which line of the text it stands on, from 0. */
  readonly line: number;
}

/** A text cut into sentences and clauses. Everything that is found in it is named by token numbers. */
export interface Passage {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly clauses: readonly Span[];
  /** For each token, which sentence and clause it belongs to. */
  readonly sentenceAt: readonly number[];
  readonly clauseAt: readonly number[];
}

export function readPassage(text: string): Passage {
  const tokens = tokenise(text);
  const sentences: Sentence[] = [];
  const clauses: Span[] = [];
  const sentenceAt: number[] = [];
  const clauseAt: number[] = [];
  let from = 0;
  let line = 0;
  const close = (to: number) => {
    if (to > from) {
      sentences.push({
        from,
        to,
        line,
        question: tokens.slice(Math.max(from, to - 2), to).some((t) => t.word === '?'),
      });
      cutClauses(tokens, from, to, clauses, clauseAt);
      for (let index = from; index < to; index += 1) sentenceAt.push(sentences.length - 1);
    }
    from = to;
  };
  tokens.forEach((token, index) => {
    if (index < from) return;
    if (token.kind === 'break') {
      close(index + 1);
      line += 1;
    } else if (endsSentence(tokens, index)) {
      let to = index + 1;
      while (isEnder(tokens[to])) to += 1;
      close(to);
    }
  });
  close(tokens.length);
  return { text, tokens, sentences, clauses, sentenceAt, clauseAt };
}

function isEnder(token: Token | undefined): boolean {
  return token !== undefined && /^(?:[.!?;]|\.\.)$/.test(token.word) && !token.spaced;
}

const abbreviations = new Set(
  'approximately c ca no vs eg e ie i dr mr mrs ms cllr prof st provisional est fig figs incl excl min max avg ref dept rev'.split(
    ' ',
  ),
);

/** A full stop ends a sentence unless it stands inside something (`e.g. 61.2`) or after a short form (`approx.`). */
function endsSentence(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.word ?? '';
  if (/^(?:[!?;•|·●]|\.\.)$/.test(word)) return true;
  if (word !== '.') return false;
  const next = tokens[index + 1];
  if (next === undefined || next.kind === 'break') return true;
  return !isInsideNumber(tokens, index) && !isSoftAbbreviation(tokens, index);
}

/** ".5" and the stops of "R.A.G" and "04.11.26". */
function isInsideNumber(tokens: readonly Token[], index: number): boolean {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  if (next === undefined || next.spaced) return false;
  return next.kind === 'number' || (before?.text.length === 1 && next.text.length === 1);
}

/** "No. 3" goes on; "No. Amber." is a sentence. */
function isSoftAbbreviation(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  if (before?.kind !== 'word' || !abbreviations.has(before.word)) return false;
  if (before.word === 'no' || before.word === 'c' || before.word === 'provisional')
    return next?.kind === 'number';
  if (before.word === 'i' || before.word === 'e') return next?.spaced === false;
  return true;
}

const clauseMarks = new Set([',', ':', '(', ')', '[', ']', '"', '–', '—', '•', '=']);
const clauseWords = new Set(
  'but because although though whereas while however which so since despite following hence thus therefore'.split(
    ' ',
  ),
);

function cutClauses(
  tokens: readonly Token[],
  from: number,
  to: number,
  clauses: Span[],
  clauseAt: number[],
): void {
  let start = from;
  const close = (end: number) => {
    if (end <= start) return;
    clauses.push({ from: start, to: end });
    for (let index = start; index < end; index += 1) clauseAt.push(clauses.length - 1);
    start = end;
  };
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (isClauseMark(tokens, index)) close(index + 1);
    else if (clauseWords.has(token.word) && token.kind === 'word') close(index);
  }
  close(to);
}

/** A dash parts clauses when it stands free: `Amber - staffing`, not `IC-1`, `60-62` or `-0.24`. */
export function isClauseMark(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  if (token.word === ':' || token.word === '–' || token.word === '—')
    return !(isGluedNumber(tokens, index) && token.kind === 'mark');
  if (clauseMarks.has(token.word)) return true;
  if (token.word === '/') return token.spaced && tokens[index + 1]?.spaced !== false;
  if (token.word !== '-') return false;
  const next = tokens[index + 1];
  return next === undefined || next.spaced || (token.spaced && next.kind === 'word');
}

/** `09:30`, `60–62`. */
function isGluedNumber(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  return (
    before?.kind === 'number' && next?.kind === 'number' && !next.spaced && tokens[index]?.spaced === false
  );
}

/** The words of a span, one blank between them: what the rules are matched against. */
export function wordsOf(passage: Passage, from: number, to: number): string {
  let text = '';
  for (let index = Math.max(0, from); index < Math.min(to, passage.tokens.length); index += 1) {
    text += `${text === '' ? '' : ' '}${passage.tokens[index]?.word ?? ''}`;
  }
  return text;
}

export function wordAt(passage: Passage, index: number): string {
  return passage.tokens[index]?.word ?? '';
}

export function clauseOf(passage: Passage, index: number): Span {
  return passage.clauses[passage.clauseAt[index] ?? -1] ?? { from: index, to: index + 1 };
}

export function sentenceOf(passage: Passage, index: number): Sentence {
  return (
    passage.sentences[passage.sentenceAt[index] ?? -1] ?? {
      from: index,
      to: index + 1,
      question: false,
      line: 0,
    }
  );
}
