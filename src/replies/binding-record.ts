import type { ActionEvent } from './action-event.ts';
import type { Bindings, BoundRating, RatingSaid } from './bound-rating.ts';
import type { AskedAction } from './reply-context.ts';

/** Writes down which rating was found to be for which action. */
export class BindingRecord {
  private readonly bound: BoundRating[] = [];
  private readonly notAsked = new Set<string>();
  private readonly excepted = new Set<string>();
  private readonly mentioned = new Set<string>();
  private readonly ambiguous: { said: RatingSaid; codes: readonly string[] }[] = [];
  private readonly codes: readonly string[];

  constructor(actions: readonly AskedAction[]) {
    this.codes = actions.map(({ code }) => code);
  }

  except(codes: readonly string[]): void {
    for (const code of codes) this.excepted.add(code);
  }

  /** Named anywhere: "IC1 is fine. The other two are amber." leaves IC1 out of the others. */
  mention(codes: readonly string[]): void {
    for (const code of codes) this.mentioned.add(code);
  }

  /** The rating may be for one of these, and nobody can tell. */
  leaveOpen(said: RatingSaid, codes: readonly string[]): void {
    this.ambiguous.push({ said, codes: codes.length > 0 ? codes : this.codes });
  }

  /** `about` is what the text was about before, for "both"; `unknownException` = "all except" something that is no action. */
  add(
    said: RatingSaid,
    events: readonly ActionEvent[],
    about: readonly ActionEvent[],
    unknownException: boolean,
  ): void {
    if (events.length === 0) {
      const only = this.codes.length === 1 ? (this.codes[0] ?? null) : null;
      this.bound.push({ ...said, code: only, reach: 'named' });
      return;
    }
    for (const event of events) {
      for (const code of event.notAsked) this.notAsked.add(code);
      if (event.open) this.leaveOpen(said, event.codes);
      else if (event.quantifier === null) this.addNamed(said, event.codes);
      else if (unknownException) this.leaveOpen(said, this.codes);
      else this.addAll(said, event, events, about);
    }
  }

  private addNamed(said: RatingSaid, codes: readonly string[]): void {
    for (const code of codes) this.bound.push({ ...said, code, reach: 'named' });
  }

  private addAll(
    said: RatingSaid,
    { quantifier }: ActionEvent,
    events: readonly ActionEvent[],
    about: readonly ActionEvent[],
  ): void {
    if (quantifier === null) return;
    const { kind, count } = quantifier;
    // "IC1 and IC3 both green": those that were named are all that is meant.
    if (
      kind === 'all' &&
      events.some((event) => event.quantifier === null && !event.excepted && event.codes.length > 0)
    )
      return;
    if (kind === 'all' && count !== null && count !== this.codes.length) this.addCounted(said, count, about);
    else for (const code of this.codes) this.bound.push({ ...said, code, reach: kind });
  }

  /** "Both green" where three were asked: the two that the text was about, or nobody knows. */
  private addCounted(said: RatingSaid, count: number, about: readonly ActionEvent[]): void {
    const named = about.flatMap(({ codes }) => codes);
    if (named.length === count) this.addNamed(said, named);
    else this.bound.push({ ...said, code: null, reach: 'named' });
  }

  /** An action's own rating of today goes before that of "all"; "the rest" are those that are not named at all. */
  result(): Bindings {
    const named = this.bound.filter(({ reach }) => reach === 'named');
    const rated = new Set(named.filter(({ stood }) => stood.standing !== 'past').map(({ code }) => code));
    const spoken = new Set([...named.map(({ code }) => code), ...this.mentioned]);
    const bound = this.bound.filter(({ code, reach }) => {
      if (reach === 'named' || code === null) return true;
      return !this.excepted.has(code) && !(reach === 'rest' ? spoken : rated).has(code);
    });
    const own = new Set(named.map(({ code }) => code));
    const excepted = [...this.excepted].filter((code) => !own.has(code));
    return { bound, notAsked: [...this.notAsked], excepted, ambiguous: this.ambiguous };
  }
}
