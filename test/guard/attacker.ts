/** The values that are left for each place, once every set of numbers has been tried against what is shown. */
export function valuesStillPossible(
  places: number,
  largest: number,
  couldBe: (guess: readonly number[]) => boolean,
): readonly ReadonlySet<number>[] {
  const possible = Array.from({ length: places }, () => new Set<number>());
  for (const guess of everyGuess(places, largest)) {
    if (couldBe(guess)) guess.forEach((value, place) => possible[place]?.add(value));
  }
  return possible;
}

/** The places whose small number a reader would know for certain. */
export function givenAway(
  truth: readonly number[],
  hideUpTo: number,
  largest: number,
  couldBe: (guess: readonly number[]) => boolean,
): readonly number[] {
  if (!couldBe(truth)) throw new Error('What is shown is not true.');
  const possible = valuesStillPossible(truth.length, largest, couldBe);
  return truth.flatMap((value, place) =>
    value >= 1 && value <= hideUpTo && (possible[place]?.size ?? 0) < 2 ? [place] : [],
  );
}

function* everyGuess(places: number, largest: number): Generator<readonly number[]> {
  const count = (largest + 1) ** places;
  for (let number = 0; number < count; number += 1) {
    yield Array.from(
      { length: places },
      (_, place) => Math.floor(number / (largest + 1) ** place) % (largest + 1),
    );
  }
}
