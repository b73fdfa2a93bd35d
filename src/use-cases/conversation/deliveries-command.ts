import { londonDate } from '../../kit/london.ts';
import { sentence } from '../../messages/sentence.ts';
import { can } from '../../plan/permissions.ts';
import { planInForce, readDirectory, type Directory } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import type { Delivery } from '../ports/delivery-records.ts';
import { instantInWords } from '../prompt-view.ts';
import { saying, type Answer } from './answer.ts';

/** `deliveries`: what was promised and what became of it; what did not arrive comes first, with its reason. */
export async function deliveriesCommand(deps: Deps, actor: Actor): Promise<Answer> {
  const store = deps.store.in(actor.partnershipId);
  const plan = await planInForce(store, deps.clock.now());
  if (!plan) return saying(sentence('No plan is in force yet.'));
  const permission = can(
    actor,
    'see_deliveries',
    { kind: 'partnership' },
    plan,
    londonDate(deps.clock.now()),
  );
  if (!permission.allowed) return saying(sentence(permission.words, 'notice'));
  const counts = await store.deliveries.counts();
  const total = (states: readonly string[]) =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  const stopped = await store.deliveries.inStates(['nobody_there', 'refused', 'ambiguous', 'gave_up']);
  const directory = await readDirectory(store);
  const words = `${total(['sent'])} sent, ${total(['waiting'])} waiting, ${stopped.length} stopped.`;
  return saying({
    summary: words,
    parts: [
      { kind: 'text', text: words, tone: stopped.length === 0 ? 'normal' : 'notice' },
      ...(stopped.length === 0
        ? []
        : ([
            {
              kind: 'table',
              caption: 'What did not arrive',
              columns: ['To', 'What', 'Promised', 'Why'],
              rows: stopped.map((delivery) => [
                recipient(delivery, directory),
                delivery.purpose,
                instantInWords(delivery.promisedAt),
                delivery.trouble ?? '',
              ]),
            },
          ] as const)),
    ],
  });
}

function recipient({ to }: Delivery, directory: Directory): string {
  return to.kind === 'channel' ? `channel ${to.channelId}` : directory.nameOf(to.personId);
}
