/** Where the time comes from. Rules take an instant; only doors and jobs hold a clock. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. Made once, in `main.ts` or `cli/bcp.ts`. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands where it was put: the rehearsal room and every test use one. */
export interface SettableClock extends Clock {
  set(instant: Date): void;
}

export function clockAt(start: Date | string): SettableClock {
  let instant = new Date(start);
  return {
    now: () => new Date(instant),
    set: (next) => {
      instant = new Date(next);
    },
  };
}
