import type { ActionEvent, Event } from './action-event.ts';
import type { RatingSaid } from './bound-rating.ts';
import { wordsOf, type Passage } from './passage.ts';

/** Between a rating and the actions behind it: "green for IC1", "red: SA3", "green x2 (IC1, IC3)". */
const linkAfter =
  /^(?:|(?:[,:–—=(-]|for|on|re|in|of|is|are|with|the|action|actions|to|>|regarding|status|rating|rag|across|x \d)(?: (?:[,:–—=(-]|for|on|the|is|are|action|actions|both|of|my|our))*)$/;
const plainLink = /(?:^| )(?:for|on|re|regarding|across)(?: |$)|[:=]/;
const listLink = /^(?:(?:[,&+/]|and|plus) ?)*$/;

/** "green for IC1 and IC2": the actions that follow the rating without another rating of their own. */
export function actionsAfter(
  passage: Passage,
  said: RatingSaid,
  following: readonly Event[],
): readonly ActionEvent[] {
  const first = following[0];
  if (first?.kind !== 'action' || first.excepted) return [];
  const link = wordsOf(passage, said.to, first.from);
  if (!linkAfter.test(link)) return [];
  if (following[following.length - 1]?.kind === 'rating' && !plainLink.test(link)) return [];
  const run: ActionEvent[] = [];
  for (const event of following) {
    if (event.kind !== 'action' || event.excepted) break;
    const last = run[run.length - 1];
    if (last !== undefined && !listLink.test(wordsOf(passage, last.to, event.from))) break;
    run.push(event);
  }
  return run;
}

export interface Divided {
  /** For the rating before them. */
  readonly kept: readonly ActionEvent[];
  /** For the rating that follows. */
  readonly left: readonly ActionEvent[];
}

const onlyVerb =
  /^(?:(?:is|are|now|still|up|down|to|moved|moving|has|have|gone|been|back|at|remains|slipped|dropped|improved|changed|[:=–-]) ?)*$/;

/** "green for IC1, IC2 amber": the last code of the list belongs to the rating that ends the sentence. */
export function dividedBefore(
  passage: Passage,
  run: readonly ActionEvent[],
  following: readonly Event[],
): Divided {
  const next = following[run.length];
  const last = run[run.length - 1];
  const whole = { kept: run, left: [] };
  if (next?.kind !== 'rating' || last === undefined || following.length > run.length + 1) return whole;
  if (!onlyVerb.test(wordsOf(passage, last.to, next.from))) return whole;
  if (run.length > 1) return { kept: run.slice(0, -1), left: [last] };
  const isList = last.codes.length > 1 && / , [^,]+$/.test(wordsOf(passage, last.from, last.to));
  if (!isList) return whole;
  return {
    kept: [{ ...last, codes: last.codes.slice(0, -1) }],
    left: [{ ...last, codes: last.codes.slice(-1) }],
  };
}

/** "IC1 is waiting, but IC3 is red": what stands before the "but" is not meant. */
export function afterLastTurn(passage: Passage, pending: readonly ActionEvent[]): readonly ActionEvent[] {
  const turn = pending.findLastIndex((event, index) => {
    if (index === 0) return false;
    const between = wordsOf(passage, pending[index - 1]?.to ?? 0, event.from);
    return /\b(?:but|while|whereas|however|although|though)\b/.test(between);
  });
  return turn > 0 ? pending.slice(turn) : pending;
}

const relative = /^(?:which|that|who|this|it|being|now|\(|-|–|—|:|=|, (?:which|that|it|this|now))(?: |$)/;
const exceptionWords =
  /\b(?:apart|aside|from|except|excepting|for|bar|other|than|excluding|excl|but|not|save|besides|barring|with|the|exception|of|including|actions?|items?|areas?|ones?|mine|ours)\b/g;

/** "Everything is fine apart from SA3, which is red" rates SA3; "all except SA3 are green" rates the others. */
export function ratesException(
  passage: Passage,
  all: ActionEvent,
  exception: ActionEvent,
  said: RatingSaid,
): boolean {
  if (relative.test(wordsOf(passage, exception.to, said.from))) return true;
  return /\p{L}{2}/u.test(wordsOf(passage, all.to, exception.from).replace(exceptionWords, ''));
}
