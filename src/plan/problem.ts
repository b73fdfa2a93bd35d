/** Something that keeps an update or a figure from being stored: what is wrong and what would be right. */
export interface Problem {
  /** The part it is about, e.g. `done` or `pathToGreen.by`; empty = the whole. */
  readonly field: string;
  readonly words: string;
}

/** Something that may well be right but looks odd: the person is asked, and nothing is refused. */
export interface Doubt {
  readonly field: string;
  /** A whole question. */
  readonly words: string;
  /** The number that was probably meant, where there is one to offer. */
  readonly instead: number | null;
}
