import { failure, type Result } from '../kit/result.ts';
import type { PartnershipStore, Records } from './ports/store.ts';
import type { Refusal } from './refusal.ts';

/** Does the work in one transaction; a refusal on the way takes back all that had been written, so that "nothing was stored" is true. */
export async function allOrNothing<T>(
  store: PartnershipStore,
  work: (records: Records) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await store.transact(async (records) => {
        const outcome = await work(records);
        if (!outcome.ok) throw new TakenBack(outcome.error);
        return outcome;
      });
    } catch (stopped) {
      if (stopped instanceof TakenBack) return failure(stopped.refusal);
      if (!(stopped instanceof Overtaken) || tried === mostTries) throw stopped;
    }
  }
}

const mostTries = 5;

/**
 * Thrown inside when somebody else wrote the same version between the reading and the writing: everything is read again and done anew, so
 * that the second to come is told what the first said.
 */
export class Overtaken extends Error {}

/** Rolls the transaction back with the refusal that caused it. */
class TakenBack extends Error {
  readonly refusal: Refusal;
  constructor(refused: Refusal) {
    super(refused.words);
    this.refusal = refused;
  }
}
