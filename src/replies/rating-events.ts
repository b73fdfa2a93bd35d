import { actionEvent, namedActions, titleEvent, type ActionEvent, type Event } from './action-event.ts';
import type { RatingSaid } from './bound-rating.ts';
import type { Findings } from './findings.ts';
import { wordsOf, type Passage, type Sentence } from './passage.ts';
import { standingOf, type StoodRating } from './rating-standing.ts';
import {
  readSubject,
  titleAfter,
  titleThatOpens,
  type ActionsNamed,
  type RatingPlace,
} from './rating-subject.ts';
import type { AskedAction, ReplyContext } from './reply-context.ts';
import { subjectOf, titled, titleWithin } from './titles-in-words.ts';

/** Everything in the text that names an action or a rating, sentence by sentence, in order. */
export function readEvents(
  findings: Findings,
  context: ReplyContext,
  actions: readonly AskedAction[],
): readonly (readonly Event[])[] {
  const { passage, codes } = findings;
  const titles = titled(actions);
  const known = { passage, titles, codes, named: namedActions(passage, codes, titles) };
  const events = [...known.named, ...ratingEvents(known, findings, context)];
  const sentences = bySentence(passage, events);
  return passage.sentences.map((sentence, place) => {
    const own = sentences[place] ?? [];
    return own.some(({ kind }) => kind === 'action') ? own : [...topicOf(known, sentence, own[0]), ...own];
  });
}

function ratingEvents(
  known: ActionsNamed,
  { ratings, sames }: Findings,
  context: ReplyContext,
): readonly Event[] {
  const { passage } = known;
  const spans = [
    ...ratings.map((mention) => ({ mention, span: mention })),
    ...sames.map((span) => ({ mention: null, span })),
  ].sort((one, other) => one.span.from - other.span.from);
  const events: Event[] = [];
  let previousEnd = -1;
  for (const [place, { mention, span }] of spans.entries()) {
    if (span.from < previousEnd) continue;
    const floor = previousEnd + timeAfter(passage, previousEnd);
    const judged = mention ?? { ...span, ratings: [], said: 'phrase' as const, unsure: false };
    const stood = standingOf(passage, judged, context, floor);
    const nextFrom = spans[place + 1]?.span.from ?? passage.tokens.length;
    const found = saidOf(known, { mention, span, stood, previousEnd, nextFrom });
    events.push(...found);
    // "amber for voice and red for DA": what follows a rating is not the subject of the next.
    previousEnd = Math.max(span.to, ...found.map(({ to }) => to));
  }
  return events;
}

/** "red last month amber this month": how many words behind a rating say when it was. */
function timeAfter(passage: Passage, at: number): number {
  if (at < 0) return 0;
  const time =
    /^(?:last|this|the last|the previous|previous) (?:month|time|quarter|year|week|update|report)(?= |$)/;
  return time.exec(wordsOf(passage, at, at + 3))?.[0].split(' ').length ?? 0;
}

/** The rating itself, with the action that its subject or what follows it names. */
function saidOf(known: ActionsNamed, place: RatingPlace): readonly Event[] {
  const { span } = place;
  const { event, part } = readSubject(known, place);
  const said: RatingSaid = { from: span.from, to: span.to, ...turned(place.mention, place.stood), part };
  const rating: Event = { kind: 'rating', from: span.from, to: span.to, said };
  if (event !== null) return [event, rating];
  const after = titleAfter(known, place);
  return after === null ? [rating] : [rating, after];
}

/** "Not yet on track" is off track: amber or red. */
function turned(mention: RatingSaid['mention'], stood: StoodRating): Pick<RatingSaid, 'mention' | 'stood'> {
  const isOffTrack =
    mention?.said === 'phrase' && mention.ratings[0] === 'green' && stood.standing === 'negated';
  if (!isOffTrack) return { mention, stood };
  return { mention: { ...mention, ratings: ['amber', 'red'] }, stood: { ...stood, standing: 'current' } };
}

/** A heading line or the beginning of a sentence that names a title: what is said next is about it. */
function topicOf(known: ActionsNamed, sentence: Sentence, first: Event | undefined): readonly ActionEvent[] {
  const { passage, titles } = known;
  if (titles.length < 2) return [];
  const to = Math.min(sentence.to, sentence.from + 8, first?.from ?? sentence.to);
  const words = wordsOf(passage, sentence.from, to);
  const whole = first === undefined && to - sentence.from <= 6 ? subjectOf(words, titles) : null;
  if (whole?.kind === 'titles') return [titleEvent(passage, { from: sentence.from, to }, whole)];
  const heading = titleThatOpens(known, sentence.from);
  if (heading !== null) return [heading];
  const code = titleWithin(words, titles);
  return code === null
    ? []
    : [{ ...actionEvent(passage, { from: sentence.from, to: sentence.from + 1 }), codes: [code] }];
}

function bySentence(passage: Passage, events: readonly Event[]): readonly (readonly Event[])[] {
  const lists: Event[][] = passage.sentences.map(() => []);
  for (const event of events) lists[passage.sentenceAt[event.from] ?? 0]?.push(event);
  for (const list of lists) list.sort((one, other) => one.from - other.from || one.to - other.to);
  return lists;
}
