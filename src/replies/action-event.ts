import type { RatingSaid } from './bound-rating.ts';
import type { CodeMention } from './codes-in-words.ts';
import { wordsOf, type Passage, type Span } from './passage.ts';
import { findQuantifiers, type Quantifier } from './quantifiers.ts';
import { subjectOf, type Subject, type Titled } from './titles-in-words.ts';

/** Actions that are named somewhere: by code, by title, or as "all" and "the rest". */
export interface ActionEvent extends Span {
  readonly kind: 'action';
  readonly codes: readonly string[];
  readonly notAsked: readonly string[];
  readonly quantifier: Quantifier | null;
  /** One of several titles; nobody can tell which. */
  readonly open: boolean;
  /** "except", "apart from" stands before it. */
  readonly excepted: boolean;
}

export interface RatingEvent extends Span {
  readonly kind: 'rating';
  readonly said: RatingSaid;
}

export type Event = ActionEvent | RatingEvent;

const except =
  'apart from|except(?:ing)?(?: for)?|bar|other than|excluding|excl|but not|save for|aside from|besides|barring|with the exception of|not including';
const exceptBefore = new RegExp(`(?:${except}|\\b(?:everything|all(?: of them| actions)?) but)(?: the)?$`);
const exceptAfter = new RegExp(`^(.*?(?:${except})|but(?= \\p{L})) (?:the )?(?=\\p{L})`, 'u');
/** Where the words of an exception end: "apart from domestic abuse which is red". */
const exceptionEnds =
  /^(?:which|who|that|is|are|was|being|now|still|red|amber|green|[^\p{L}\d&]|[.,;:()!?-]|–|—)$/u;

export function actionEvent(passage: Passage, { from, to }: Span): ActionEvent {
  const excepted = exceptBefore.test(wordsOf(passage, from - 4, from));
  return { kind: 'action', from, to, codes: [], notAsked: [], quantifier: null, open: false, excepted };
}

export function titleEvent(
  passage: Passage,
  span: Span,
  said: Extract<Subject, { codes: unknown }>,
): ActionEvent {
  return { ...actionEvent(passage, span), codes: said.codes, open: said.kind === 'several' };
}

/** Every action named by code or as one of all, and what "all except …" excepts. `own` = the codes of the asked actions. */
export function namedActions(
  passage: Passage,
  codes: readonly CodeMention[],
  titles: readonly Titled[],
): readonly ActionEvent[] {
  const own = new Set(titles.map(({ code }) => code));
  const named = [
    ...codes.filter(({ inPassing }) => !inPassing).flatMap((mention) => codeEvent(passage, mention, own)),
    ...findQuantifiers(passage).map((quantifier) => ({ ...actionEvent(passage, quantifier), quantifier })),
  ];
  return [...named, ...exceptedTitles(passage, titles, named)];
}

/** Codes of measures say nothing about which action a rating is for. */
function codeEvent(passage: Passage, mention: CodeMention, own: ReadonlySet<string>): readonly ActionEvent[] {
  const codes = mention.codes.filter((code) => own.has(code));
  const notAsked = mention.notAsked.filter((code) => !code.endsWith('?') && !/^I\d\d[a-h]?$/i.test(code));
  if (codes.length === 0 && notAsked.length === 0) return [];
  return [{ ...actionEvent(passage, mention), codes, notAsked }];
}

/** "all apart from domestic abuse": a title that is excepted; words that are no title leave open what is. */
function exceptedTitles(
  passage: Passage,
  titles: readonly Titled[],
  named: readonly ActionEvent[],
): readonly ActionEvent[] {
  if (titles.length < 2) return [];
  return named.flatMap(({ quantifier, to }) => {
    const span = quantifier?.kind === 'all' ? exceptionAfter(passage, to) : null;
    if (span === null || named.some(({ from }) => from >= span.from && from <= span.from + 1)) return [];
    const said = subjectOf(wordsOf(passage, span.from, span.to), titles);
    const codes = said.kind === 'titles' ? said.codes : [];
    return [{ ...actionEvent(passage, span), codes, open: said.kind !== 'titles', excepted: true }];
  });
}

function exceptionAfter(passage: Passage, at: number): Span | null {
  const words = wordsOf(passage, at, at + 16).split(' ');
  const match = exceptAfter.exec(words.join(' '));
  if (match === null || /[.!?;\n]/.test(match[0])) return null;
  const before = (match[1] ?? '').split(' ').length;
  const length = words.slice(before).findIndex((word) => exceptionEnds.test(word));
  const to = at + (length < 0 ? words.length : before + length);
  return to > at + before ? { from: at + before, to } : null;
}
