interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly told: (outcome: Outcome) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * One call for each item, one run for many: those that are called for while a run is under way go together in the next, up to `most` of
 * them, in the order in which they were called for. `run` gives one outcome for each item, in their order. Each caller is told what it
 * would be told alone: when a run of several fails, each of them is run again by itself, so whatever cannot be stored stops nobody else.
 * So `run` must be of a kind that stores all or nothing, and that may be repeated.
 */
export function gathered<Item, Outcome>(
  run: (items: readonly Item[]) => Promise<readonly Outcome[]>,
  most = 100,
): (item: Item) => Promise<Outcome> {
  const waiting: Waiting<Item, Outcome>[] = [];
  let isRunning = false;

  const runAll = async (): Promise<void> => {
    isRunning = true;
    // A moment later, so that those who call at the same time go together. No longer: the database in the process never lets the
    // event loop turn while it is asked without a pause.
    await Promise.resolve();
    while (waiting.length > 0) await runTogether(run, waiting.splice(0, most));
    isRunning = false;
  };

  return (item) =>
    new Promise((told, failed) => {
      waiting.push({ item, told, failed });
      if (!isRunning) void runAll();
    });
}

async function runTogether<Item, Outcome>(
  run: (items: readonly Item[]) => Promise<readonly Outcome[]>,
  callers: readonly Waiting<Item, Outcome>[],
): Promise<void> {
  try {
    const outcomes = await run(callers.map(({ item }) => item));
    if (outcomes.length !== callers.length)
      throw new Error(`A run of ${callers.length} gave ${outcomes.length} outcomes.`);
    callers.forEach(({ told }, index) => told(outcomes[index] as Outcome));
  } catch (error) {
    if (callers.length === 1) callers[0]?.failed(error);
    else await Promise.all(callers.map((caller) => runTogether(run, [caller])));
  }
}
