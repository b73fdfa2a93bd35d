import { giveUpDelivery } from '../../use-cases/settle-delivery.ts';
import { asOption, done, jsonOption, partnershipOption, refused, type Command } from '../command.ts';
import { asAnybody } from '../place.ts';

export const deliveryGiveUp: Command = {
  name: 'delivery give-up',
  does: 'Says that a delivery that waits or stopped is not to be tried any more.',
  arguments: [{ name: 'ID', about: 'As "bcp delivery list" shows it, or its beginning.', needed: true }],
  options: [asOption, partnershipOption, jsonOption],
  run: (session, input) =>
    asAnybody(session, input, 'retry_delivery', async ({ deps, partnership }, personId) => {
      const given = await giveUpDelivery(deps, partnership.id, input.words[0] ?? '', personId);
      if (!given.ok) return refused(given.error.words);
      const { id, purpose, state } = given.value;
      return done(`The ${purpose} ${id} is given up; it is not tried any more.`, { id, state });
    }),
};
