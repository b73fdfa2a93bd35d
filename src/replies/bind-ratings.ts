import type { Bindings, BoundRating, RatingSaid } from './bound-rating.ts';
import type { Findings } from './findings.ts';
import { wordsOf, type Passage } from './passage.ts';
import { readEvents, type ActionEvent, type Event } from './rating-events.ts';
import { askedActions, type AskedAction, type ReplyContext } from './reply-context.ts';

/**
 * Finds for every rating the action it is for. Actions named before it and not yet rated come first ("IC1 and IC2 green"), then
 * those named after it ("green for IC1"), then the action rated last in the sentence ("IC1 was red, now amber"), then what the
 * text is about ("SA3: two posts empty. Red."), then the only action asked.
 */
export function bindRatings(findings: Findings, context: ReplyContext): Bindings {
  const actions = askedActions(context);
  const sentences = readEvents(findings, context, actions);
  const binder = new Binder(findings.passage, actions, ratingsComeFirst(sentences));
  for (const events of sentences) binder.readSentence(events);
  return binder.result();
}

/** "Green: IC1, IC2. Amber: IC3." over several lines: it begins with a rating and ends with an action. */
function ratingsComeFirst(sentences: readonly (readonly Event[])[]): boolean {
  const all = sentences.flat();
  const first = all[0];
  const last = all[all.length - 1];
  if (first?.kind !== 'rating' || last?.kind !== 'action' || all.length < 2) return false;
  return all.every((event, index) => event.kind !== 'rating' || all[index + 1]?.kind === 'action');
}

class Binder {
  private readonly bound: BoundRating[] = [];
  private readonly notAsked = new Set<string>();
  private readonly excepted = new Set<string>();
  private readonly ambiguous: { said: RatingSaid; codes: readonly string[] }[] = [];
  private topic: readonly ActionEvent[] = [];
  private pending: ActionEvent[] = [];
  private lastRated: readonly ActionEvent[] = [];
  private lastSaid: RatingSaid | null = null;
  /** What "all except …" leaves out, while the rating of all is still to come. */
  private exception: ActionEvent | null = null;

  private readonly passage: Passage;
  private readonly actions: readonly AskedAction[];
  private readonly ratingsFirst: boolean;

  constructor(passage: Passage, actions: readonly AskedAction[], ratingsFirst: boolean) {
    this.passage = passage;
    this.actions = actions;
    this.ratingsFirst = ratingsFirst;
  }

  readSentence(events: readonly Event[]): void {
    this.lastRated = [];
    this.pending = [];
    this.exception = null;
    if (this.ratingsFirst && this.lastSaid !== null && events.length > 0 && events.every((event) => event.kind === 'action')) {
      this.record(events, this.lastSaid);
      return;
    }
    for (let index = 0; index < events.length; index += 1) {
      const event = events[index];
      if (event === undefined) continue;
      if (event.kind === 'action') this.name(event);
      else index += this.rate(event.said, events.slice(index + 1));
    }
    this.settleOpenEnd(events);
    const named = events.filter((event) => event.kind === 'action' && !event.excepted);
    if (named.length > 0) this.topic = this.pending.length > 0 ? this.pending : this.lastRated;
  }

  /** A rating without an action, and then actions without a rating: they may belong together, so nothing else may take them. */
  private settleOpenEnd(events: readonly Event[]): void {
    const first = events[0];
    if (first?.kind !== 'rating' || this.lastRated.length > 0 || this.pending.length === 0) return;
    const codes = this.pending.flatMap(({ codes: own }) => own);
    if (codes.length > 0) this.ambiguous.push({ said: first.said, codes });
    this.pending = [];
  }

  private name(event: ActionEvent): void {
    if (event.excepted) {
      for (const code of event.codes) this.excepted.add(code);
      // "All except IC3 are green": the exception only takes away; "all green apart from IC3 (red)" goes on to rate it.
      if (this.pending.some(({ quantifier }) => quantifier !== null)) {
        this.exception = event;
        return;
      }
    }
    this.pending.push(event);
  }

  /** Gives back how many of the following events were used up. */
  private rate(said: RatingSaid, following: readonly Event[]): number {
    this.lastSaid = said;
    const meant = this.meantBy(said);
    if (meant.length > 0) {
      this.record(meant, said);
      this.lastRated = meant;
      this.pending = [];
      return 0;
    }
    const after = this.actionsAfter(said, following);
    if (after.length > 0) {
      const kept = this.withoutStolen(after, following);
      this.record(kept, said);
      this.lastRated = kept;
      this.pending = after.filter((event) => !kept.includes(event) && !sameStart(kept, event));
      const stolen = this.stolenFrom(after, kept);
      if (stolen !== null) this.pending.push(stolen);
      return after.length;
    }
    if (this.ratingsFirst && following.length === 0) return 0;
    this.record(this.lastRated.length > 0 ? this.lastRated : this.topic, said);
    return 0;
  }

  /** Of the actions named and not yet rated those that this rating is for. */
  private meantBy(said: RatingSaid): readonly ActionEvent[] {
    const last = this.pending[this.pending.length - 1];
    if (last === undefined) return [];
    if (this.exception !== null && this.isOfException(said, this.exception)) return [this.exception];
    // "IC1 is waiting, but IC3 is red": what stands before the "but" is not meant.
    const turn = this.pending.findLastIndex((event, index) => index > 0 && /\b(?:but|while|whereas|however|although|though)\b/.test(wordsOf(this.passage, this.pending[index - 1]?.to ?? 0, event.from)));
    return turn > 0 ? this.pending.slice(turn) : this.pending;
  }

  /** "Everything is fine apart from SA3, which is red" rates SA3; "all except SA3 are green" rates the others. */
  private isOfException(said: RatingSaid, exception: ActionEvent): boolean {
    const all = this.pending.find(({ quantifier }) => quantifier !== null);
    const link = wordsOf(this.passage, exception.to, said.from);
    if (/^(?:which|that|who|this|it|being|now|\(|-|–|—|:|=|, (?:which|that|it|this|now))(?: |$)/.test(link)) return true;
    const between = wordsOf(this.passage, all?.to ?? 0, exception.from).replace(/\b(?:apart|aside|from|except|excepting|for|bar|other|than|excluding|excl|but|not|save|besides|barring|with|the|exception|of|including|actions?|items?|areas?|ones?|mine|ours)\b/g, '');
    return /\p{L}{2}/u.test(between);
  }

  /** "green for IC1 and IC2": the actions that follow the rating without another rating of their own. */
  private actionsAfter(said: RatingSaid, following: readonly Event[]): readonly ActionEvent[] {
    const first = following[0];
    if (first?.kind !== 'action' || first.excepted) return [];
    const link = wordsOf(this.passage, said.to, first.from);
    if (!/^(?:|(?:[,:–—=(-]|for|on|re|in|of|is|are|with|the|action|actions|to|>|regarding|status|rating|rag|across|x \d)(?: (?:[,:–—=(-]|for|on|the|is|are|action|actions|both|of|my|our))*)$/.test(link)) return [];
    const endsWithRating = following[following.length - 1]?.kind === 'rating';
    if (endsWithRating && !/(?:^| )(?:for|on|re|regarding|across)(?: |$)|[:=]/.test(link)) return [];
    const run: ActionEvent[] = [];
    for (const event of following) {
      if (event.kind !== 'action' || event.excepted) break;
      const last = run[run.length - 1];
      if (last !== undefined && !/^(?:(?:[,&+/]|and|plus) ?)*$/.test(wordsOf(this.passage, last.to, event.from))) break;
      run.push(event);
    }
    return run;
  }

  /** "green for IC1, IC2 amber": the last code of the list belongs to the rating that ends the sentence. */
  private withoutStolen(run: readonly ActionEvent[], following: readonly Event[]): readonly ActionEvent[] {
    const next = following[run.length];
    const last = run[run.length - 1];
    if (next?.kind !== 'rating' || last === undefined || following.length > run.length + 1) return run;
    if (!/^(?:(?:is|are|now|still|up|down|to|moved|moving|has|have|gone|been|back|at|remains|slipped|dropped|improved|changed|[:=–-]) ?)*$/.test(wordsOf(this.passage, last.to, next.from))) return run;
    if (run.length > 1) return run.slice(0, -1);
    const listed = wordsOf(this.passage, last.from, last.to);
    return last.codes.length > 1 && / , [^,]+$/.test(listed) ? [{ ...last, codes: last.codes.slice(0, -1) }] : run;
  }

  private stolenFrom(run: readonly ActionEvent[], kept: readonly ActionEvent[]): ActionEvent | null {
    const last = run[run.length - 1];
    const shorter = kept[kept.length - 1];
    if (last === undefined || shorter === undefined || last.from !== shorter.from || last.codes.length === shorter.codes.length) return null;
    return { ...last, codes: last.codes.slice(-1) };
  }

  private record(events: readonly ActionEvent[], said: RatingSaid): void {
    if (events.length === 0) {
      const only = this.actions.length === 1 ? (this.actions[0]?.code ?? null) : null;
      this.bound.push({ ...said, code: only, reach: 'named' });
      return;
    }
    for (const event of events) this.recordOne(event, said, events);
  }

  private recordOne(event: ActionEvent, said: RatingSaid, events: readonly ActionEvent[]): void {
    for (const code of event.notAsked) this.notAsked.add(code);
    if (event.open) {
      this.ambiguous.push({ said, codes: event.codes.length > 0 ? event.codes : this.actions.map(({ code }) => code) });
      return;
    }
    if (event.quantifier === null) {
      for (const code of event.codes) this.bound.push({ ...said, code, reach: 'named' });
      return;
    }
    if (this.exception?.open === true) {
      this.ambiguous.push({ said, codes: this.actions.map(({ code }) => code) });
      return;
    }
    const { kind, count } = event.quantifier;
    const limited = events.filter(({ quantifier, excepted }) => quantifier === null && !excepted).flatMap(({ codes }) => codes);
    const codes = limited.length > 0 && kind === 'all' ? [] : this.actions.map(({ code }) => code);
    if (codes.length === 0) return;
    if (kind === 'all' && count !== null && count !== this.actions.length) {
      this.recordCount(count, said);
      return;
    }
    for (const code of codes) this.bound.push({ ...said, code, reach: kind });
  }

  /** "Both green" where three were asked: the two that were named last, or nobody knows. */
  private recordCount(count: number, said: RatingSaid): void {
    const named = this.topic.flatMap(({ codes }) => codes);
    if (named.length === count) for (const code of named) this.bound.push({ ...said, code, reach: 'named' });
    else this.bound.push({ ...said, code: null, reach: 'named' });
  }

  result(): Bindings {
    const rated = new Set(this.bound.filter(({ reach }) => reach === 'named').map(({ code }) => code));
    const excepted = [...this.excepted].filter((code) => !rated.has(code));
    const bound = this.bound.filter(({ code, reach }) => {
      if (reach === 'named' || code === null) return true;
      return !this.excepted.has(code) && !rated.has(code) && (reach === 'all' || !this.isNamedElsewhere(code));
    });
    return { bound, notAsked: [...this.notAsked], excepted, ambiguous: this.ambiguous };
  }

  /** "The rest" leaves out every action that has a rating of its own or was excepted. */
  private isNamedElsewhere(code: string): boolean {
    return this.bound.some((other) => other.code === code && other.reach === 'named');
  }
}

function sameStart(kept: readonly ActionEvent[], event: ActionEvent): boolean {
  return kept.some(({ from }) => from === event.from);
}
