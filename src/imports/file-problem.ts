/** One mistake in a file from outside: where it stands, what is wrong, and what would be right. */
export interface FileProblem {
  /** Counted from 1, as editors and spreadsheets count. */
  readonly line: number;
  /** Counted from 1: a character in a text file, a column in a spreadsheet. */
  readonly column?: number;
  /** The entry and the field, in the file's own words: `action IC3, theme`. */
  readonly where: string;
  readonly problem: string;
  readonly right: string;
}

/** `plan.yaml, line 14 (action IC3, theme): There is no theme "saftey". Did you mean "safety"?` */
export function problemInWords(fileName: string, found: FileProblem): string {
  return `${fileName}, line ${found.line} (${found.where}): ${found.problem} ${found.right}`;
}

/** From the top of the file to its end; in one line from left to right. */
export function inFileOrder(problems: readonly FileProblem[]): FileProblem[] {
  return [...problems].sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
}
