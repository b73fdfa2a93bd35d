import { londonDate } from '../../kit/london.ts';
import type { Message, MessagePart } from '../../messages/message.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { can } from '../../plan/permissions.ts';
import { planInForce, readDirectory, type Directory } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import type { Channel } from '../ports/board-records.ts';
import type { Delivery } from '../ports/delivery-records.ts';
import type { PartnershipStore } from '../ports/store.ts';
import { instantInWords } from '../prompt-view.ts';
import { giveUpDelivery, retryDelivery, stoppedStates } from '../settle-delivery.ts';
import { saying, type Answer } from './answer.ts';

/**
 * `deliveries`: what was promised and what became of it; what did not arrive comes first, with its reason. `deliveries retry NAME` and
 * `deliveries give up NAME` say how one of them goes on.
 */
export async function deliveriesCommand(deps: Deps, actor: Actor, words: string): Promise<Answer> {
  const store = deps.store.in(actor.partnershipId);
  const plan = await planInForce(store, deps.clock.now());
  if (!plan) return saying(sentence('No plan is in force yet.'));
  const wish = /^(retry|give up)\s+(\S+)$/i.exec(words.trim());
  const verb = wish ? 'retry_delivery' : 'see_deliveries';
  const permission = can(actor, verb, { kind: 'partnership' }, plan, londonDate(deps.clock.now()));
  if (!permission.allowed) return saying(sentence(permission.words, 'notice'));
  if (wish?.[1] && wish[2]) return saying(await settle(deps, actor, wish[1].toLowerCase(), wish[2]));
  return saying(await listed(store));
}

async function settle(deps: Deps, actor: Actor, wish: string, name: string): Promise<Message> {
  const settled = await (wish === 'retry' ? retryDelivery : giveUpDelivery)(
    deps,
    actor.partnershipId,
    name.toLowerCase(),
    actor.personId,
    actor.platform,
  );
  if (!settled.ok) return refusalMessage(settled.error);
  const directory = await readDirectory(deps.store.in(actor.partnershipId));
  const what = `The ${settled.value.purpose} for ${recipient(settled.value, directory, [])}`;
  return sentence(
    wish === 'retry'
      ? `${what} is sent again in a moment.`
      : `${what} is given up; nobody tries it any more.`,
  );
}

async function listed(store: PartnershipStore): Promise<Message> {
  const counts = await store.deliveries.counts();
  const total = (states: readonly string[]) =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  const stopped = await store.deliveries.inStates(stoppedStates);
  const waiting = await store.deliveries.inStates(['waiting']);
  const directory = await readDirectory(store);
  const channels = await store.channels.all();
  const words = `${total(['sent'])} sent, ${total(['waiting'])} waiting, ${stopped.length} stopped.`;
  const nameOf = shortNames([...stopped, ...waiting]);
  const table: MessagePart = {
    kind: 'table',
    caption: 'What did not arrive',
    columns: ['To', 'What', 'Promised', 'Why', 'Name'],
    rows: stopped.map((delivery) => [
      recipient(delivery, directory, channels),
      delivery.purpose,
      instantInWords(delivery.promisedAt),
      delivery.trouble ?? '',
      nameOf(delivery),
    ]),
  };
  const [first] = stopped;
  return {
    summary: words,
    parts: [
      { kind: 'text', text: words, tone: first ? 'notice' : 'normal' },
      ...(first ? [table, hint(nameOf(first))] : []),
    ],
  };
}

function hint(name: string): MessagePart {
  return {
    kind: 'text',
    text: `To send one again: deliveries retry ${name}. To leave it: deliveries give up ${name}.`,
    tone: 'quiet',
  };
}

/** The beginning of each id, as long as it takes to tell them apart: what somebody types. */
function shortNames(open: readonly Delivery[]): (delivery: Delivery) => string {
  const ids = open.map(({ id }) => id);
  return ({ id }) => {
    let length = 4;
    while (length < id.length && ids.filter((each) => each.startsWith(id.slice(0, length))).length > 1)
      length += 1;
    return id.slice(0, length);
  };
}

function recipient({ to }: Delivery, directory: Directory, channels: readonly Channel[]): string {
  if (to.kind !== 'channel') return directory.nameOf(to.personId);
  const channel = channels.find(
    ({ platform, tenantId, channelId }) =>
      platform === to.platform && tenantId === to.tenantId && channelId === to.channelId,
  );
  return `channel ${channel?.name ?? to.channelId}`;
}
