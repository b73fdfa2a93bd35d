/** The wait after the first failure, in milliseconds; each further one is twice as long, up to a minute. */
const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

/** The waits of somebody who goes on trying: longer after each failure, and ended at once by stopping. */
export class GrowingWait {
  #isEnded = false;
  #wake: () => void = () => undefined;

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Waits after so many failures in a row, and at least so long where Slack has said for how long; after none, not at all. */
  after(failures: number, leastMs = 0): Promise<void> {
    if (failures === 0 || this.#isEnded) return Promise.resolve();
    const ms = Math.max(leastMs, Math.min(firstWaitMs * 2 ** (failures - 1), longestWaitMs));
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Whoever waits goes on at once, and nobody waits any more. */
  end(): void {
    this.#isEnded = true;
    this.#wake();
  }
}
