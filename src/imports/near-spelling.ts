import { slipsBetween } from '../plan/spelling.ts';

/** As many as a reader takes in at a glance; a longer list is described by its ends. */
const listedAtMost = 12;

/**
 * The known word that was probably meant: the nearest one, when it is near enough to be a slip of the fingers (one
 * letter in four, at most three). Null when nothing is near, or when two are equally near.
 */
export function nearest(written: string, known: readonly string[]): string | null {
  const wanted = plain(written);
  const allowed = Math.min(3, Math.max(1, Math.floor(wanted.length / 4)));
  let best: string | null = null;
  let bestDistance = allowed + 1;
  for (const word of known) {
    const steps = slipsBetween(wanted, plain(word), allowed);
    if (steps < bestDistance) {
      best = word;
      bestDistance = steps;
    } else if (steps === bestDistance && best !== null && plain(best) !== plain(word)) {
      best = null;
    }
  }
  return best;
}

/** `Did you mean "safety"?`, or what there is to choose from: `The themes are: offer, inclusive, safety.` */
export function whatWouldBeRight(written: string, known: readonly string[], plural: string): string {
  const near = nearest(written, known);
  if (near !== null) return `Did you mean "${near}"?`;
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined) return `This plan has no ${plural}.`;
  if (known.length === 1) return `The only one is ${first}.`;
  if (known.length <= listedAtMost) return `The ${plural} are: ${known.join(', ')}.`;
  return `There are ${known.length} ${plural}, from ${first} to ${last}.`;
}

function plain(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}
