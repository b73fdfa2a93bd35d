import type { DeliveryOutcome } from '../../../use-cases/ports/delivery-records.ts';
import type { Trouble } from '../api/trouble.ts';

/** Until a doubtful message has surely arrived if it ever does, in milliseconds: then it is looked for. */
const settleMs = 10_000;
/** A workspace whose key is refused is tried again this much later, in milliseconds. */
const keyWaitMs = 3_600_000;

/** What a trouble with a call means for the delivery that was tried. */
export function outcomeOf(trouble: Trouble, now: Date): Exclude<DeliveryOutcome, { kind: 'sent' }> {
  const later = (ms: number) => ({
    kind: 'retry' as const,
    at: new Date(now.getTime() + ms),
    trouble: trouble.words,
  });
  switch (trouble.kind) {
    case 'rate_limited':
      return later(trouble.waitMs);
    case 'not_sent':
      return later(0);
    case 'unknown':
      return later(settleMs);
    case 'key':
      return later(keyWaitMs);
    case 'nobody_there':
      return { kind: 'nobody_there', trouble: trouble.words };
    case 'refused':
    case 'gone':
      return { kind: 'refused', trouble: trouble.words };
  }
}
