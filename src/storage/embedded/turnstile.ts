/** Lets one holder through at a time, in the order in which they came. */
export interface Turnstile {
  /** Resolves when it is the caller's turn; the function that comes back must be called once, at the end of the turn. */
  take(): Promise<() => void>;
}

export function makeTurnstile(): Turnstile {
  let last: Promise<void> = Promise.resolve();
  return {
    async take() {
      const before = last;
      let leave = (): void => undefined;
      last = new Promise((resolve) => {
        leave = resolve;
      });
      await before;
      return leave;
    },
  };
}
