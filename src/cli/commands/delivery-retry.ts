import { retryDelivery } from '../../use-cases/settle-delivery.ts';
import { asOption, done, jsonOption, partnershipOption, refused, type Command } from '../command.ts';
import { asAnybody } from '../place.ts';

export const deliveryRetry: Command = {
  name: 'delivery retry',
  does: 'Puts a delivery that stopped back in the queue; the bcp that runs sends it.',
  arguments: [{ name: 'ID', about: 'As "bcp delivery list" shows it, or its beginning.', needed: true }],
  options: [asOption, partnershipOption, jsonOption],
  run: (session, input) =>
    asAnybody(session, input, 'retry_delivery', async ({ deps, partnership }, personId) => {
      const retried = await retryDelivery(deps, partnership.id, input.words[0] ?? '', personId);
      if (!retried.ok) return refused(retried.error.words);
      const { id, purpose, state } = retried.value;
      return done(`The ${purpose} ${id} waits for its turn again.`, { id, state });
    }),
};
