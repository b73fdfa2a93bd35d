import type { Deps } from './deps.ts';
import type { Records } from './ports/store.ts';

/**
 * True when this event has not been acted on before; from then on it has, if the transaction is kept. `what` tells a repetition from another
 * thing under the same key.
 */
export async function isFirst(
  deps: Deps,
  records: Records,
  eventKey: string,
  what: string,
): Promise<boolean> {
  return (await records.inbox.receive(`${what}:${eventKey}`, what, deps.clock.now())) === 'first';
}
