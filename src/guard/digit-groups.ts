/** A row of digits as people write it, in groups parted by a space, dash, point or bracket: `943 476 5919`. */
export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Several groups side by side. */
export interface DigitRun {
  readonly digits: string;
  readonly groups: readonly DigitGroup[];
  readonly start: number;
  readonly end: number;
}

/** A reading longer than this is no number that the guard knows; it keeps hostile text cheap. */
const mostDigits = 15;

const chains = /\d(?:[ \t./_*~`()-]{0,3}\d)*/gu;

/** Every row of whole groups in the text that has one of these numbers of digits in all, earliest first. */
export function digitRuns(text: string, lengths: readonly number[]): readonly DigitRun[] {
  const runs: DigitRun[] = [];
  for (const chain of text.matchAll(chains)) {
    const groups = [...chain[0].matchAll(/\d+/gu)].map((group): DigitGroup => ({
      digits: group[0],
      start: chain.index + group.index,
      end: chain.index + group.index + group[0].length,
    }));
    groups.forEach((_group, first) => runs.push(...runsFrom(groups, first, lengths)));
  }
  return runs;
}

function runsFrom(
  groups: readonly DigitGroup[],
  first: number,
  lengths: readonly number[],
): readonly DigitRun[] {
  const runs: DigitRun[] = [];
  let digits = '';
  for (let last = first; last < groups.length && digits.length <= mostDigits; last += 1) {
    const group = groups[last];
    if (group === undefined) break;
    digits += group.digits;
    if (!lengths.includes(digits.length)) continue;
    const used = groups.slice(first, last + 1);
    runs.push({ digits, groups: used, start: used[0]?.start ?? 0, end: group.end });
  }
  return runs;
}

/** True when the words just before a place in the text name what follows. */
export function isLabelled(text: string, at: number, label: RegExp, within = 40): boolean {
  return label.test(text.slice(Math.max(0, at - within), at));
}
