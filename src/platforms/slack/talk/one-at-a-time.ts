/**
 * Work that may come a moment later: one piece at a time, in the order in which it was asked for, so that it never takes the machine from
 * what somebody waits for. What is asked for again before it has begun is done once.
 */
export class OneAtATime {
  readonly #waiting = new Map<string, () => Promise<void>>();
  #working: Promise<void> | null = null;

  /** Ends when nothing is waiting any more; fails with the first trouble there was. */
  do(key: string, work: () => Promise<void>): Promise<void> {
    this.#waiting.set(key, work);
    this.#working ??= this.#workOff().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  async #workOff(): Promise<void> {
    const troubles: unknown[] = [];
    for (let next = this.#next(); next; next = this.#next()) {
      await next().catch((trouble: unknown) => troubles.push(trouble));
    }
    if (troubles.length > 0) throw troubles[0];
  }

  #next(): (() => Promise<void>) | undefined {
    const [first] = this.#waiting;
    if (first) this.#waiting.delete(first[0]);
    return first?.[1];
  }
}
