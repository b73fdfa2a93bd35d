/** What invented owners say in a rehearsal. Plainly made up: no line is about a real event. */
export interface ActionLines {
  readonly good: readonly string[];
  readonly trouble: readonly string[];
  readonly next: readonly string[];
  readonly path: string;
  readonly ask: string;
}
