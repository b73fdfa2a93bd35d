import { withheld, type ShownFigure } from './shown-figure.ts';
import { givesSecretAway, type Cell } from './worked-out.ts';

export interface PartOfTotal {
  readonly code: string;
  readonly figure: ShownFigure;
}

/** Parts and their total as they may be shown beside each other. */
export interface ShownTotal {
  readonly parts: readonly PartOfTotal[];
  readonly total: ShownFigure;
}

/**
 * Secondary suppression: where a hidden part of a shown total could be worked out from the other parts, hides the smallest
 * other part that is not nought, then the next, until it cannot; and the total itself where the parts do not suffice. A
 * figure held back until its publication day is protected in the same way. The rule is as OHID describes it for indicator
 * 92904, and stricter: it also counts on a reader who knows that whatever was hidden beside it was the smallest.
 */
export function hideInTotals(parts: readonly PartOfTotal[], total: ShownFigure): ShownTotal {
  const toHide = whatToHide(
    parts.map(({ figure }) => summandOf(figure)),
    summandOf(total),
  );
  return {
    parts: parts.map((part, index) =>
      toHide.parts.has(index) ? { ...part, figure: withheld(part.figure) } : part,
    ),
    total: toHide.total ? withheld(total) : total,
  };
}

/** A part or a total as a reader sees it. */
export interface Summand {
  readonly shown: boolean;
  readonly secret: boolean;
  readonly least: number;
  readonly most: number;
  /** What a reader would still know of it if it were hidden for another's sake. */
  readonly leastIfHidden: number;
}

export function summandOf(figure: ShownFigure): Summand {
  switch (figure.kind) {
    case 'number':
      return {
        shown: true,
        secret: false,
        least: figure.least,
        most: figure.most,
        leastIfHidden: figure.leastShown,
      };
    case 'hidden':
      return unseen(figure.because === 'small', figure.least, figure.most ?? Infinity);
    case 'embargoed':
      return unseen(true, 0, Infinity);
    case 'absent':
      return unseen(false, 0, Infinity);
  }
}

export function unseen(secret: boolean, least: number, most: number): Summand {
  return { shown: false, secret, least, most, leastIfHidden: least };
}

/** Which parts must be hidden as well, by their place in the list, and whether the total must be. */
export function whatToHide(
  parts: readonly Summand[],
  total: Summand,
): { readonly parts: ReadonlySet<number>; readonly total: boolean } {
  const hiddenParts = new Set<number>();
  const smallestFirst = parts
    .map((part, index) => ({ part, index }))
    .filter(({ part }) => part.shown && part.most !== 0)
    .sort((a, b) => a.part.most - b.part.most);
  for (const { index } of smallestFirst) {
    if (!givesSecretAway(asCells(parts, total, hiddenParts))) break;
    hiddenParts.add(index);
  }
  // A total that may be anything leaves every part its whole range.
  return { parts: hiddenParts, total: givesSecretAway(asCells(parts, total, hiddenParts)) };
}

function asCells(
  parts: readonly Summand[],
  total: Summand,
  hiddenParts: ReadonlySet<number>,
): readonly Cell[] {
  const stillShown = parts.filter((part, index) => part.shown && !hiddenParts.has(index) && part.most !== 0);
  // Whoever knows the rule knows that what was hidden for another's sake is no larger than what still stands.
  const ceiling = Math.min(Infinity, ...stillShown.map((part) => part.most));
  const cells = parts.map((part, index): Cell => {
    const { least, most, secret } = part;
    return hiddenParts.has(index)
      ? { sign: 1, least: part.leastIfHidden, most: ceiling, secret: false }
      : { sign: 1, least, most, secret };
  });
  return [...cells, { sign: -1, least: total.least, most: total.most, secret: total.secret }];
}
