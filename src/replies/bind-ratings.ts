import type { ActionEvent, Event } from './action-event.ts';
import { BindingRecord } from './binding-record.ts';
import type { Bindings, RatingSaid } from './bound-rating.ts';
import type { Findings } from './findings.ts';
import type { Passage } from './passage.ts';
import { readEvents } from './rating-events.ts';
import { actionsAfter, afterLastTurn, dividedBefore, ratesException } from './rating-links.ts';
import { askedActions, type ReplyContext } from './reply-context.ts';

/**
 * Finds for every rating the action it is for. Actions named before it and not yet rated come first ("IC1 and IC2 green"), then
 * those named after it ("green for IC1"), then the action rated last in the sentence ("IC1 was red, now amber"), then what the
 * text is about ("SA3: two posts empty. Red."), then the only action asked.
 */
export function bindRatings(findings: Findings, context: ReplyContext): Bindings {
  const actions = askedActions(context);
  const sentences = readEvents(findings, context, actions);
  const record = new BindingRecord(actions);
  const binder = new Binder(findings.passage, record, ratingsComeFirst(sentences));
  for (const events of sentences) binder.readSentence(events);
  return record.result();
}

/** "Green: IC1, IC2. Amber: IC3." over several lines: it begins with a rating and ends with an action. */
function ratingsComeFirst(sentences: readonly (readonly Event[])[]): boolean {
  const all = sentences.flat();
  if (all[0]?.kind !== 'rating' || all[all.length - 1]?.kind !== 'action') return false;
  return all.every((event, index) => event.kind !== 'rating' || all[index + 1]?.kind === 'action');
}

class Binder {
  private readonly passage: Passage;
  private readonly record: BindingRecord;
  private readonly ratingsFirst: boolean;
  /** What the text is about. */
  private topic: readonly ActionEvent[] = [];
  /** Named in this sentence and not yet rated. */
  private pending: readonly ActionEvent[] = [];
  private lastRated: readonly ActionEvent[] = [];
  private lastSaid: RatingSaid | null = null;
  /** What "all except …" leaves out, while the rating of all is still to come. */
  private exception: ActionEvent | null = null;

  constructor(passage: Passage, record: BindingRecord, ratingsFirst: boolean) {
    this.passage = passage;
    this.record = record;
    this.ratingsFirst = ratingsFirst;
  }

  readSentence(events: readonly Event[]): void {
    this.lastRated = [];
    this.pending = [];
    this.exception = null;
    const named = events.filter((event) => event.kind === 'action');
    this.record.mention(named.flatMap(({ codes }) => codes));
    if (this.ratingsFirst && this.lastSaid !== null && named.length > 0 && named.length === events.length) {
      this.add(this.lastSaid, named);
      return;
    }
    for (let index = 0; index < events.length; index += 1) {
      const event = events[index];
      if (event?.kind === 'action') this.name(event);
      else if (event !== undefined) index += this.rate(event.said, events.slice(index + 1));
    }
    this.settleOpenEnd(events);
    if (named.some(({ excepted }) => !excepted))
      this.topic = this.pending.length > 0 ? this.pending : this.lastRated;
  }

  /** A rating without an action, and then actions without a rating: they may belong together, so nothing else may take them. */
  private settleOpenEnd(events: readonly Event[]): void {
    const first = events[0];
    if (first?.kind !== 'rating' || this.lastRated.length > 0 || this.pending.length === 0) return;
    const codes = this.pending.flatMap(({ codes: own }) => own);
    if (codes.length > 0) this.record.leaveOpen(first.said, codes);
    this.pending = [];
  }

  private name(event: ActionEvent): void {
    if (event.excepted) this.record.except(event.codes);
    // "All except IC3 are green": the exception only takes away; "all green apart from IC3 (red)" goes on to rate it.
    if (event.excepted && this.pending.some(({ quantifier }) => quantifier !== null)) this.exception = event;
    else this.pending = [...this.pending, event];
  }

  /** Gives back how many of the following events were used up. */
  private rate(said: RatingSaid, following: readonly Event[]): number {
    this.lastSaid = said;
    const meant = this.meantBy(said);
    if (meant.length > 0) {
      this.add(said, meant);
      this.lastRated = meant;
      this.pending = [];
      return 0;
    }
    const after = actionsAfter(this.passage, said, following);
    if (after.length > 0) {
      const { kept, left } = dividedBefore(this.passage, after, following);
      this.add(said, kept);
      this.lastRated = kept;
      this.pending = left;
      return after.length;
    }
    if (!this.ratingsFirst || following.length > 0)
      this.add(said, this.lastRated.length > 0 ? this.lastRated : this.topic);
    return 0;
  }

  /** Of the actions named and not yet rated those that this rating is for. */
  private meantBy(said: RatingSaid): readonly ActionEvent[] {
    const all = this.pending.find(({ quantifier }) => quantifier !== null);
    if (
      all !== undefined &&
      this.exception !== null &&
      ratesException(this.passage, all, this.exception, said)
    ) {
      return [this.exception];
    }
    return afterLastTurn(this.passage, this.pending);
  }

  private add(said: RatingSaid, events: readonly ActionEvent[]): void {
    this.record.add(said, events, this.topic, this.exception?.open === true);
  }
}
