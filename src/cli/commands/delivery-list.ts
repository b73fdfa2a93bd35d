import { tableLines } from '../../messages/text-columns.ts';
import { readDirectory } from '../../use-cases/cycle-context.ts';
import type { Delivery } from '../../use-cases/ports/delivery-records.ts';
import type { PartnershipStore } from '../../use-cases/ports/store.ts';
import { instantInWords } from '../../use-cases/prompt-view.ts';
import { stoppedStates } from '../../use-cases/settle-delivery.ts';
import { done, jsonOption, partnershipOption, type Command } from '../command.ts';
import { deliveryStateWords, recipientOf } from '../delivery-words.ts';
import { inPartnership } from '../place.ts';

const widest = 150;

export const deliveryList: Command = {
  name: 'delivery list',
  does: 'Lists the messages that did not arrive, with the reason, and those that wait.',
  arguments: [],
  options: [
    { name: 'recent', takes: null, about: 'Show the newest hundred, also those that arrived.' },
    partnershipOption,
    jsonOption,
  ],
  run: (session, input) =>
    inPartnership(session, input, async ({ records }) => {
      const deliveries = input.has('recent')
        ? await records.deliveries.recent(100)
        : await records.deliveries.inStates([...stoppedStates, 'waiting']);
      const counts = await countStates(records);
      const directory = await readDirectory(records);
      const channels = await records.channels.all();
      const listed = deliveries.map((delivery) => ({
        ...listedDelivery(delivery),
        to: recipientOf(delivery, directory, channels),
      }));
      return done(inWords(listed, counts), { counts, deliveries: listed });
    }),
};

type ListedDelivery = ReturnType<typeof listedDelivery> & { readonly to: string };

/** What a script is told of a delivery; the message itself stays where it is. */
function listedDelivery({ id, key, purpose, state, promisedAt, dueAt, attempts, sentAt, trouble }: Delivery) {
  return { id, key, purpose, state, promisedAt, dueAt, attempts, sentAt, trouble };
}

interface Counts {
  readonly sent: number;
  readonly waiting: number;
  readonly stopped: number;
}

async function countStates(records: PartnershipStore): Promise<Counts> {
  const counts = await records.deliveries.counts();
  const sum = (states: readonly string[]) =>
    counts.filter(({ state }) => states.includes(state)).reduce((total, { count }) => total + count, 0);
  return { sent: sum(['sent']), waiting: sum(['waiting']), stopped: sum(stoppedStates) };
}

function inWords(deliveries: readonly ListedDelivery[], { sent, waiting, stopped }: Counts): string {
  const sum = `${sent} sent, ${waiting} waiting, ${stopped} stopped.`;
  if (deliveries.length === 0) return stopped + waiting === 0 ? `Everything has arrived: ${sum}` : sum;
  const rows = deliveries.map(({ id, to, purpose, state, promisedAt, trouble }) => [
    deliveryStateWords[state],
    id,
    to,
    purpose,
    instantInWords(promisedAt),
    trouble ?? '',
  ]);
  const more =
    stopped === 0 ? '' : ' Send one again: bcp delivery retry ID. Give one up: bcp delivery give-up ID.';
  return [
    ...tableLines(['State', 'ID', 'To', 'What', 'Promised', 'Why'], rows, widest),
    '',
    `${sum}${more}`,
  ].join('\n');
}
