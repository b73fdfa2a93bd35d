/** Those who begin to wait within so many milliseconds share a timer; the last of them wait that much less. */
const togetherMs = 200;

/** A wait that many share: thousands who wait for the same length of time need a handful of timers. */
export function sharedWait(sleep: (ms: number) => Promise<void>, ms: number): () => Promise<'late'> {
  let current: Promise<'late'> | null = null;
  return () => {
    if (current) return current;
    current = sleep(ms).then(() => 'late' as const);
    void sleep(togetherMs).then(() => {
      current = null;
    });
    return current;
  };
}
