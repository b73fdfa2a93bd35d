import type { CodeMention } from './codes-in-words.ts';
import type { Findings } from './findings.ts';
import { clauseOf, sentenceOf, wordAt, wordsOf, type Passage, type Span } from './passage.ts';
import type { RatingSaid } from './bound-rating.ts';
import { findQuantifiers, type Quantifier } from './quantifiers.ts';
import { standingOf, type StoodRating } from './rating-standing.ts';
import type { AskedAction, ReplyContext } from './reply-context.ts';
import { findSameAsLast } from './same-as-last.ts';
import { subjectOf, titled, titleWithin, type Subject, type Titled } from './titles-in-words.ts';

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

/** Everything in the text that names an action or a rating, sentence by sentence, in order. */
export function readEvents({ passage, codes, ratings }: Findings, context: ReplyContext, actions: readonly AskedAction[]): readonly (readonly Event[])[] {
  const titles = titled(actions);
  const own = new Set(actions.map(({ code }) => code));
  const named: ActionEvent[] = [
    ...codes.filter((mention) => !mention.inPassing).flatMap((mention) => codeEvent(passage, mention, own)),
    ...findQuantifiers(passage).map((quantifier) => ({ ...plain(passage, quantifier), quantifier })),
  ];
  named.push(...exceptedTitles(passage, titles, named));
  const finder = { passage, context, titles, codes, named, own };
  const events: Event[] = [...named];
  const spans = [
    ...ratings.map((mention) => ({ mention, span: mention })),
    ...findSameAsLast(passage).map((span) => ({ mention: null, span })),
  ].sort((one, other) => one.span.from - other.span.from);
  let last = -1;
  for (const [place, { mention, span }] of spans.entries()) {
    if (span.from < last) continue;
    const stood = standingOf(passage, mention ?? { ...span, ratings: [], said: 'phrase', unsure: false }, context, last + timeAfter(passage, last));
    const found = saidOf(finder, { mention, span, stood, previousEnd: last, nextFrom: spans[place + 1]?.span.from ?? passage.tokens.length });
    events.push(...found);
    // "amber for voice and red for DA": what follows a rating is not the subject of the next.
    last = Math.max(span.to, ...found.map(({ to }) => to));
  }
  events.push(...topics(finder, events));
  return bySentence(passage, events);
}

/** "red last month amber this month": how many words behind a rating say when it was. */
function timeAfter(passage: Passage, at: number): number {
  const match = at < 0 ? null : /^(?:last|this|the last|the previous|previous) (?:month|time|quarter|year|week|update|report)(?= |$)/.exec(wordsOf(passage, at, at + 3));
  return match === null ? 0 : match[0].split(' ').length;
}

interface Finder {
  readonly passage: Passage;
  readonly titles: readonly Titled[];
  readonly codes: readonly CodeMention[];
  readonly named: readonly ActionEvent[];
  readonly own: ReadonlySet<string>;
}

const exceptWords = /(?:apart from|except(?:ing)?(?: for)?|bar|other than|excluding|excl|but not|save for|aside from|besides|barring|with the exception of|not including)(?: the)?$/;

function plain(passage: Passage, { from, to }: Span): ActionEvent {
  const excepted = exceptWords.test(wordsOf(passage, from - 4, from));
  return { kind: 'action', from, to, codes: [], notAsked: [], quantifier: null, open: false, excepted };
}

/** "apart from domestic abuse": a title that is excepted; words that are no title leave open what is. */
function exceptedTitles(passage: Passage, titles: readonly Titled[], named: readonly ActionEvent[]): readonly ActionEvent[] {
  if (titles.length < 2) return [];
  return named.flatMap(({ quantifier, to }) => {
    if (quantifier?.kind !== 'all') return [];
    const words = wordsOf(passage, to, to + 16).split(' ');
    const match = /^(.*?(?:apart from|except(?:ing)?(?: for)?|bar|other than|excluding|but not|save for|aside from|besides|barring|with the exception of|not including)) (?:the )?(?=\p{L})/u.exec(words.join(' '));
    if (match === null || /[.!?;\n]/.test(match[0])) return [];
    const from = to + (match[1] ?? '').split(' ').length;
    if (named.some((event) => event.from >= from && event.from <= from + 1)) return [];
    const length = words.slice(from - to).findIndex((word) => /^(?:which|who|that|is|are|was|being|now|still|red|amber|green|[^\p{L}\d&]|[.,;:()!?-]|–|—)$/u.test(word));
    const span = { from, to: from + (length < 0 ? words.length - (from - to) : length) };
    if (span.to <= span.from) return [];
    const said = subjectOf(wordsOf(passage, span.from, span.to), titles);
    return [{ ...plain(passage, span), codes: said.kind === 'titles' ? said.codes : [], open: said.kind !== 'titles', excepted: true }];
  });
}

/** Codes of measures say nothing about which action a rating is for. */
function codeEvent(passage: Passage, mention: CodeMention, own: ReadonlySet<string>): readonly ActionEvent[] {
  const codes = mention.codes.filter((code) => own.has(code));
  const notAsked = mention.notAsked.filter((code) => !code.endsWith('?') && !/^I\d\d[a-h]?$/i.test(code));
  if (codes.length === 0 && notAsked.length === 0) return [];
  return [{ ...plain(passage, mention), codes, notAsked }];
}

interface Found {
  readonly mention: RatingSaid['mention'];
  readonly span: Span;
  readonly stood: StoodRating;
  readonly previousEnd: number;
  readonly nextFrom: number;
}

/** The rating itself, with the action that its subject or what follows it names. */
function saidOf(finder: Finder, found: Found): readonly Event[] {
  const { mention, span, stood } = found;
  const from = Math.max(stood.subject.from, found.previousEnd);
  const subject = { from, to: Math.max(from, stood.subject.to) };
  const read = readSubject(finder, subject, found);
  const said: RatingSaid = { from: span.from, to: span.to, ...turned(mention, stood), part: read.part };
  const rating: RatingEvent = { kind: 'rating', from: span.from, to: span.to, said };
  if (read.event !== null) return [read.event, rating];
  const after = titleAfter(finder, span, found.nextFrom);
  return after === null ? [rating] : [rating, after];
}

/** "Not yet on track" is off track: amber or red. */
function turned(mention: RatingSaid['mention'], stood: StoodRating): Pick<RatingSaid, 'mention' | 'stood'> {
  if (mention?.said !== 'phrase' || mention.ratings[0] !== 'green' || stood.standing !== 'negated') return { mention, stood };
  return { mention: { ...mention, ratings: ['amber', 'red'] }, stood: { ...stood, standing: 'current' } };
}

interface ReadSubject {
  readonly event: ActionEvent | null;
  readonly part: string | null;
}

function readSubject(finder: Finder, subject: Span, found: Found): ReadSubject {
  const { passage, titles } = finder;
  if (subject.to - subject.from > 14) return { event: null, part: null };
  // "IC1, IC3 are amber": a list may begin before the clause.
  const inside = finder.named.filter((event) => event.from < subject.to && event.to > subject.from);
  const measure = finder.codes.find((code) => code.from >= subject.from && code.to <= subject.to && code.codes.some((one) => !finder.own.has(one)));
  if (measure !== undefined && inside.length === 0) return { event: null, part: measure.codes.join(', ') };
  const namedTo = Math.max(subject.from, ...inside.map(({ to }) => to));
  const rest = { from: namedTo, to: Math.max(namedTo, subject.to) };
  const spoken = wordsOf(passage, rest.from, rest.to);
  // "The rating has been revised to amber", whatever stands before it.
  if (/(?:^| )(?:rating|rag|status)$/.test(spoken) && inside.length === 0) return headingSubject(finder, found);
  const said = subjectOf(spoken, titles);
  if (inside.length === 0 && rest.from === found.previousEnd && /^(?:for|on|re|regarding|around|in|with|at|because|due|as)$/.test(wordAt(passage, rest.from))) return { event: null, part: null };
  if (said.kind === 'other') return { event: null, part: isVerdict(finder, rest, found) || isOwnChoice(finder, rest, found) ? null : said.words };
  if (isOneOfSome(finder, rest, found)) return { event: null, part: wordsOf(passage, rest.from, rest.to) };
  if (inside.length > 0) return { event: null, part: null };
  if (said.kind !== 'item') return { event: titleEvent(passage, rest, said), part: null };
  return headingSubject(finder, found);
}

/** "we done the training its going ok green": a sentence with a verb of its own, and the rating as its verdict. */
function isVerdict({ passage }: Finder, rest: Span, { mention, span }: Found): boolean {
  if (mention?.said === 'emoji') return true;
  if (rest.to !== span.from) return false;
  return /\b(?:is|are|was|were|has|have|had|been|am|did|do|done|going|went|got|held|met|will|ran|need|needs|waiting|\w{3,}ed)\b/.test(wordsOf(passage, rest.from, rest.to));
}

/** "I'm going to be cheeky and say green": whoever says "I" or "we" and then chooses speaks of the item. */
function isOwnChoice({ passage }: Finder, rest: Span, { span }: Found): boolean {
  return /\b(?:say|call|put|mark|rate|go|going|stick|stay|keep)\b/.test(wordsOf(passage, rest.to, span.from)) && /\b(?:i|we|let us)\b/.test(wordsOf(passage, rest.from, rest.to));
}

/** "one is on hold", "two are complete": some of several things, and not the item. */
function isOneOfSome({ passage }: Finder, rest: Span, { mention }: Found): boolean {
  if (mention?.said !== 'state' && mention?.said !== 'phrase') return false;
  return /^(?:and |but |so )?(?:one|two|three|four|five|six|some|most|half|several|many|others|another|a few|a couple)\b/.test(wordsOf(passage, rest.from, rest.to));
}

/** "Youth voice: green", "Digital offer - red"; and "Staffing: red", which is only a part. */
function headingSubject({ passage, titles, named }: Finder, { span, previousEnd }: Found): ReadSubject {
  const none = { event: null, part: null };
  const clause = clauseOf(passage, span.from);
  const mark = wordAt(passage, clause.from - 1);
  if (clause.from <= sentenceOf(passage, span.from).from || !/^(?:[:,=(-]|–|—)$/.test(mark)) return none;
  const heading = clauseOf(passage, clause.from - 1);
  if (heading.to !== clause.from || previousEnd > heading.from || named.some((event) => event.to > heading.from && event.from < clause.from)) return none;
  const words = wordsOf(passage, heading.from, heading.to - 1);
  if (words.split(' ').length > 8 || /^(?:but|so|because|although|though|while|since|hence|sorry|apologies|thanks|thank|hi|hello|quick|short|brief|just|fyi|re|as|in short)\b/.test(words)) return none;
  const said = subjectOf(words, titles);
  if (said.kind === 'titles' || said.kind === 'several') return { event: titleEvent(passage, { from: heading.from, to: heading.to - 1 }, said), part: null };
  const short = words.split(' ').length <= 4 && mark === ':' && said.kind === 'other' && !/^(?:reason|why|note|notes|from|owner|date|name|re|subject|fyi|ps|nb|summary|comment|comments|quick one|here you go|as follows|for you|answer)\b/.test(said.words);
  return short && said.kind === 'other' ? { event: null, part: said.words } : none;
}

function titleEvent(passage: Passage, span: Span, said: Extract<Subject, { codes: unknown }>): ActionEvent {
  return { ...plain(passage, span), codes: said.codes, open: said.kind === 'several' };
}

/** "green for youth voice", "red on the digital offer". */
function titleAfter({ passage, titles, named }: Finder, span: Span, nextFrom: number): ActionEvent | null {
  if (!/^(?:for|on|re|regarding|around)$/.test(wordAt(passage, span.to))) return null;
  let end = Math.min(clauseOf(passage, span.from).to, span.to + 9, nextFrom);
  while (end > span.to && /^(?:and|,|&)$/.test(wordAt(passage, end - 1))) end -= 1;
  if (named.some((event) => event.from >= span.to && event.from < end)) return null;
  const said = subjectOf(wordsOf(passage, span.to + 1, end), titles);
  return said.kind === 'titles' ? titleEvent(passage, { from: span.to + 1, to: end }, said) : null;
}

/** A heading line or the beginning of a sentence that names a title: what is said next is about it. */
function topics({ passage, titles }: Finder, events: readonly Event[]): readonly ActionEvent[] {
  if (titles.length < 2) return [];
  return passage.sentences.flatMap((sentence) => {
    if (events.some((event) => event.kind === 'action' && event.from >= sentence.from && event.from < sentence.to)) return [];
    const first = events.find((event) => event.from >= sentence.from && event.from < sentence.to);
    const to = Math.min(sentence.to, sentence.from + 8, first?.from ?? sentence.to);
    const words = wordsOf(passage, sentence.from, to);
    const whole = to - sentence.from <= 6 ? subjectOf(words, titles) : null;
    if (whole?.kind === 'titles' && first === undefined) return [titleEvent(passage, { from: sentence.from, to }, whole)];
    const heading = headingTitle(passage, sentence.from, titles);
    if (heading !== null) return [titleEvent(passage, { from: sentence.from, to: sentence.from + 1 }, heading)];
    const code = titleWithin(words, titles);
    return code === null ? [] : [{ ...plain(passage, { from: sentence.from, to: sentence.from + 1 }), codes: [code] }];
  });
}

/** "Domestic abuse - not so good": the short clause that opens a sentence and ends in a mark. */
function headingTitle(passage: Passage, from: number, titles: readonly Titled[]): Extract<Subject, { kind: 'titles' }> | null {
  const clause = clauseOf(passage, from);
  if (clause.to - clause.from > 8 || !/^(?:[:,=(-]|–|—)$/.test(wordAt(passage, clause.to - 1))) return null;
  const said = subjectOf(wordsOf(passage, clause.from, clause.to - 1), titles);
  return said.kind === 'titles' ? said : null;
}

function bySentence(passage: Passage, events: readonly Event[]): readonly (readonly Event[])[] {
  const lists: Event[][] = passage.sentences.map(() => []);
  for (const event of events) lists[passage.sentenceAt[event.from] ?? 0]?.push(event);
  for (const list of lists) list.sort((one, other) => one.from - other.from || one.to - other.to);
  return lists;
}
