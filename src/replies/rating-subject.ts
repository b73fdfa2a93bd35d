import { actionEvent, titleEvent, type ActionEvent } from './action-event.ts';
import type { RatingSaid } from './bound-rating.ts';
import type { CodeMention } from './codes-in-words.ts';
import { clauseOf, sentenceOf, wordAt, wordsOf, type Passage, type Span } from './passage.ts';
import type { StoodRating } from './rating-standing.ts';
import { subjectOf, type Subject, type Titled } from './titles-in-words.ts';

/** What is known of the actions of a text while its ratings are read. */
export interface ActionsNamed {
  readonly passage: Passage;
  readonly titles: readonly Titled[];
  readonly codes: readonly CodeMention[];
  readonly named: readonly ActionEvent[];
}

/** A rating, or a "no change" (`mention` null), between the one before it and the one after it. */
export interface RatingPlace {
  readonly mention: RatingSaid['mention'];
  readonly span: Span;
  readonly stood: StoodRating;
  readonly previousEnd: number;
  readonly nextFrom: number;
}

/** What a rating is said of: an action that is named there, a part of the work, or nothing (both null). */
export interface SubjectRead {
  readonly event: ActionEvent | null;
  readonly part: string | null;
}

const nothing: SubjectRead = { event: null, part: null };
const longestSubject = 14;

/** Reads the words before a rating: "youth voice is", "staffing", "our rating has been revised to". */
export function readSubject(known: ActionsNamed, place: RatingPlace): SubjectRead {
  const { passage, named } = known;
  const from = Math.max(place.stood.subject.from, place.previousEnd);
  const subject = { from, to: Math.max(from, place.stood.subject.to) };
  if (subject.to - subject.from > longestSubject) return nothing;
  // "IC1, IC3 are amber": a list may begin before the clause.
  const inside = named.filter((event) => event.from < subject.to && event.to > subject.from);
  const measure = measureNamed(known, subject);
  if (measure !== null && inside.length === 0) return { event: null, part: measure };
  const restFrom = Math.max(subject.from, ...inside.map(({ to }) => to));
  const rest = { from: restFrom, to: Math.max(restFrom, subject.to) };
  const spoken = wordsOf(passage, rest.from, rest.to);
  return inside.length > 0 ? besideCode(known, rest, place) : withoutCode(known, rest, place, spoken);
}

/** "IC1 is" is the item; "IC1 staffing is" is a part of it. */
function besideCode(known: ActionsNamed, rest: Span, place: RatingPlace): SubjectRead {
  const said = subjectOf(wordsOf(known.passage, rest.from, rest.to), known.titles);
  return said.kind === 'other' ? partOrVerdict(known, rest, place, said.words) : nothing;
}

function withoutCode(known: ActionsNamed, rest: Span, place: RatingPlace, spoken: string): SubjectRead {
  const { passage, titles } = known;
  // "The rating has been revised to amber", whatever stands before it.
  if (/(?:^| )(?:rating|rag|status)$/.test(spoken)) return readHeading(known, place);
  const belongsBefore = /^(?:for|on|re|regarding|around|in|with|at|because|due|as)$/;
  if (rest.from === place.previousEnd && belongsBefore.test(wordAt(passage, rest.from))) return nothing;
  const said = subjectOf(spoken, titles);
  if (said.kind === 'other') return partOrVerdict(known, rest, place, said.words);
  if (isOneOfSome(spoken, place)) return { event: null, part: spoken };
  return said.kind === 'item'
    ? readHeading(known, place)
    : { event: titleEvent(passage, rest, said), part: null };
}

function partOrVerdict(known: ActionsNamed, rest: Span, place: RatingPlace, words: string): SubjectRead {
  return isVerdict(known, rest, place) || isOwnChoice(known, rest, place)
    ? nothing
    : { event: null, part: words };
}

function measureNamed({ codes, titles }: ActionsNamed, subject: Span): string | null {
  const own = new Set(titles.map(({ code }) => code));
  const found = codes.find(
    (code) => code.from >= subject.from && code.to <= subject.to && code.codes.some((one) => !own.has(one)),
  );
  return found === undefined ? null : found.codes.join(', ');
}

const finiteVerb =
  /\b(?:is|are|was|were|has|have|had|been|am|did|do|done|going|went|got|held|met|will|ran|need|needs|waiting|\w{3,}ed)\b/;

/** "we done the training its going ok green": a sentence with a verb of its own, and the rating as its verdict. */
function isVerdict({ passage }: ActionsNamed, rest: Span, { mention, span }: RatingPlace): boolean {
  if (mention?.said === 'emoji') return true;
  return rest.to === span.from && finiteVerb.test(wordsOf(passage, rest.from, rest.to));
}

/** "I'm going to be cheeky and say green": whoever says "I" or "we" and then chooses speaks of the item. */
function isOwnChoice({ passage }: ActionsNamed, rest: Span, { span }: RatingPlace): boolean {
  const chooses = /\b(?:say|call|put|mark|rate|go|going|stick|stay|keep)\b/.test(
    wordsOf(passage, rest.to, span.from),
  );
  return chooses && /\b(?:i|we|let us)\b/.test(wordsOf(passage, rest.from, rest.to));
}

/** "one is on hold", "two are complete": some of several things, and not the item. */
function isOneOfSome(spoken: string, { mention }: RatingPlace): boolean {
  if (mention?.said !== 'state' && mention?.said !== 'phrase') return false;
  return /^(?:and |but |so )?(?:one|two|three|four|five|six|some|most|half|several|many|others|another|a few|a couple)\b/.test(
    spoken,
  );
}

/** Words that open a clause before a colon without being what the rating is about. */
const noHeading =
  /^(?:but|so|because|although|though|while|since|hence|sorry|apologies|thanks|thank|hi|hello|quick|short|brief|just|fyi|re|as|in short)\b/;
const noPart =
  /^(?:reason|why|note|notes|from|owner|date|name|re|subject|fyi|ps|nb|summary|comment|comments|quick one|here you go|as follows|for you|answer)\b/;

/** "Youth voice: green", "Digital offer - red"; and "Staffing: red", which is only a part. */
function readHeading(known: ActionsNamed, place: RatingPlace): SubjectRead {
  const { passage, titles } = known;
  const heading = headingSpan(known, place);
  if (heading === null) return nothing;
  const words = wordsOf(passage, heading.from, heading.to);
  // "Directorate view: amber"
  if (/(?:^| )(?:view|rating|rag|assessment|verdict|call)$/.test(words)) return nothing;
  if (words.split(' ').length > 8 || noHeading.test(words)) return nothing;
  const said = subjectOf(words, titles);
  if (said.kind === 'item') return nothing;
  if (said.kind !== 'other') return { event: titleEvent(passage, heading, said), part: null };
  const isLabel =
    words.split(' ').length <= 4 && wordAt(passage, heading.to) === ':' && !noPart.test(said.words);
  return isLabel ? { event: null, part: said.words } : nothing;
}

/** The clause before the rating's, without its mark, where it names no code and holds no other rating. */
function headingSpan({ passage, named }: ActionsNamed, { span, previousEnd }: RatingPlace): Span | null {
  const clause = clauseOf(passage, span.from);
  const mark = wordAt(passage, clause.from - 1);
  if (clause.from <= sentenceOf(passage, span.from).from || !/^(?:[:,=(-]|–|—)$/.test(mark)) return null;
  const heading = clauseOf(passage, clause.from - 1);
  const isTaken = named.some((event) => event.to > heading.from && event.from < clause.from);
  return heading.to !== clause.from || previousEnd > heading.from || isTaken
    ? null
    : { from: heading.from, to: heading.to - 1 };
}

/** "green for youth voice", "red on the digital offer". */
export function titleAfter(
  { passage, titles, named }: ActionsNamed,
  { span, nextFrom }: RatingPlace,
): ActionEvent | null {
  if (!/^(?:for|on|re|regarding|around)$/.test(wordAt(passage, span.to))) return null;
  let end = Math.min(clauseOf(passage, span.from).to, span.to + 9, nextFrom);
  while (end > span.to && /^(?:and|,|&)$/.test(wordAt(passage, end - 1))) end -= 1;
  if (named.some((event) => event.from >= span.to && event.from < end)) return null;
  const said = subjectOf(wordsOf(passage, span.to + 1, end), titles);
  return said.kind === 'titles' ? titleEvent(passage, { from: span.to + 1, to: end }, said) : null;
}

/** "Domestic abuse - not so good": the short clause that opens a sentence and ends in a mark. */
export function titleThatOpens({ passage, titles }: ActionsNamed, from: number): ActionEvent | null {
  const clause = clauseOf(passage, from);
  if (clause.to - clause.from > 8 || !/^(?:[:,=(-]|–|—)$/.test(wordAt(passage, clause.to - 1))) return null;
  const said: Subject = subjectOf(wordsOf(passage, clause.from, clause.to - 1), titles);
  return said.kind === 'titles'
    ? { ...actionEvent(passage, { from, to: from + 1 }), codes: said.codes }
    : null;
}
