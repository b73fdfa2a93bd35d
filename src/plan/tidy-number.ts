/**
 * The number a person meant, without the noise of binary fractions: 65.599999999999994 (as published tables carry it)
 * is 65.6. Keeps twelve figures and nine decimals: finer than any published statistic.
 */
export function tidyNumber(value: number): number {
  // Most are whole already, and writing a number out to read it back is slow.
  if (Number.isInteger(value) && Math.abs(value) < 1e12) return value + 0;
  return Number(Number(value.toPrecision(12)).toFixed(9)) + 0;
}

/** `first − second`, tidied: the sign of it decides every comparison, so that 60 − 6 counts as exactly 54. */
export function difference(first: number, second: number): number {
  return tidyNumber(tidyNumber(first) - tidyNumber(second));
}

/** To this many decimals, halves away from zero: 0.125 is 0.13 and −0.125 is −0.13. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const size = Math.round(tidyNumber(Math.abs(value) * scale)) / scale;
  return tidyNumber(value < 0 ? -size : size);
}

/** How many decimals a number was given with: 61.25 has two. */
export function decimalsOf(value: number): number {
  const [digits = '', exponent] = String(tidyNumber(value)).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent ?? 0));
}
