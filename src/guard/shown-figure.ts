/** What a reader is shown in place of a measure's value. The raw value is in here only where it may be seen. */
export type ShownFigure = ShownNumber | HiddenFigure | AbsentFigure | EmbargoedFigure;

export interface ShownNumber {
  readonly kind: 'number';
  /** As shown: rounded where the measure asks for rounding. In the measure's unit; 61.3 percent is 61.3. */
  readonly value: number;
  readonly text: string;
  /** What the percentage or rate was worked out from, rounded like a count; null where it was not given. */
  readonly fraction: ShownFraction | null;
  /** Between which the exact figure lies; both are `value` where nothing is rounded. */
  readonly least: number;
  readonly most: number;
  /** The smallest count other than 0 that this measure ever shows: everybody knows that a shown part is not below it. */
  readonly leastShown: number;
}

export interface ShownFraction {
  readonly numerator: number;
  readonly denominator: number;
}

export interface HiddenFigure {
  readonly kind: 'hidden';
  readonly text: string;
  /** `small`: the figure itself is small. `protects`: it is not, but a small one could be worked out from it. */
  readonly because: 'small' | 'protects';
  /** What its words give away, in the measure's unit: "fewer than 5" is 1 to 4. Null = no upper end. */
  readonly least: number;
  readonly most: number | null;
}

/** There is no figure: not published, not collected, not applicable. */
export interface AbsentFigure {
  readonly kind: 'absent';
  readonly text: string;
}

/** Held back until its publication day (Code of Practice for Statistics: no early release). */
export interface EmbargoedFigure {
  readonly kind: 'embargoed';
  readonly text: string;
}

/**
 * The figure taken away for another's sake, where a hidden part of a shown total could be worked out. Of a figure that was
 * hidden already, this takes away what its words gave away: beside four hidden parts, "fewer than 5" in all means one each.
 */
export function withheld(figure: ShownFigure): ShownFigure {
  const text = 'not shown, to protect a small number';
  switch (figure.kind) {
    case 'number':
      return { kind: 'hidden', text, because: 'protects', least: figure.leastShown, most: null };
    case 'hidden':
      return { ...figure, text, least: 0, most: null };
    case 'absent':
    case 'embargoed':
      return figure;
  }
}
