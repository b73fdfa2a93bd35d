/** What is broken on purpose in the rehearsal room. */
export interface Faults {
  /** Nothing can be delivered; everything waits. */
  readonly platformDown: boolean;
  /** Each message is put off once, as a platform does that limits its callers. */
  readonly slow: boolean;
  /** Persons whose account the platform no longer knows. */
  readonly missingAccounts: readonly string[];
}

export const noFaults: Faults = { platformDown: false, slow: false, missingAccounts: [] };

export interface FaultSwitches {
  get(): Faults;
  set(faults: Faults): void;
}

/** Switches that stand as they were last set. Made once, shared by the room's page and its sender. */
export function faultSwitches(): FaultSwitches {
  let faults = noFaults;
  return {
    get: () => faults,
    set: (next) => {
      faults = next;
    },
  };
}
