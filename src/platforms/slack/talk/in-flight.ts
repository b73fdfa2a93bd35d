/** Work that has been begun and not finished: what stopping waits for. */
export interface InFlight {
  /** Watches work that nobody waits for; what it throws goes to `failed`. */
  track(work: Promise<unknown>): void;
  /** Waits until nothing is under way, at most so long. False when something still was. */
  drained(patienceMs: number): Promise<boolean>;
  readonly count: number;
}

export function inFlight(failed: (cause: unknown) => void, sleep: (ms: number) => Promise<void>): InFlight {
  const works = new Set<Promise<unknown>>();
  return {
    get count() {
      return works.size;
    },
    track: (work) => {
      const settled = work.catch(failed).finally(() => works.delete(settled));
      works.add(settled);
    },
    drained: async (patienceMs) => {
      const patience = sleep(patienceMs).then(() => false);
      const rest = async () => {
        // Work may begin other work.
        while (works.size > 0) await Promise.all(works);
        return true;
      };
      return Promise.race([rest(), patience]);
    },
  };
}
