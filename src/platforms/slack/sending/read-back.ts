import { field, textAt, type SlackApi } from '../api/slack-api.ts';

/** The event type of bcp's metadata. Everybody in the workspace may read metadata, so it holds ids of ours and nothing else. */
export const metadataType = 'bcp_delivery';

export function metadataOf(deliveryId: string, page: number) {
  return { event_type: metadataType, event_payload: { delivery: deliveryId, page } };
}

/** How many messages back are looked through, and how far back in time, in seconds. */
const lookBack = { messages: 100, seconds: 7 * 86_400 } as const;

/**
 * Finds which pages of a delivery stand in a conversation, by the metadata: page number → all stamps of it, oldest first. `root` is the
 * message in whose thread the further pages stand, where it is known; else the first page is looked for. Throws what the call throws, e.g.
 * `missing_scope` where bcp may not read.
 */
export async function readBack(
  api: SlackApi,
  { channel, root }: { readonly channel: string; readonly root: string | null },
  deliveryId: string,
  now: Date,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const oldest = String(Math.floor(now.getTime() / 1_000) - lookBack.seconds);
  const window = { channel, oldest, inclusive: true, include_all_metadata: true, limit: lookBack.messages };
  const found =
    root === null
      ? stampsOf(await api.call('conversations.history', window), deliveryId)
      : new Map<number, readonly string[]>();
  const first = root ?? found.get(0)?.[0];
  if (first === undefined) return found;
  // Further pages stand in the thread of the first.
  const replies = stampsOf(await api.call('conversations.replies', { ...window, ts: first }), deliveryId);
  return new Map([...replies, ...found]);
}

function stampsOf(reply: unknown, deliveryId: string): Map<number, readonly string[]> {
  const messages = field(reply, 'messages');
  const found = new Map<number, readonly string[]>();
  for (const message of Array.isArray(messages) ? (messages as readonly unknown[]) : []) {
    const metadata = field(message, 'metadata');
    const payload = field(metadata, 'event_payload');
    const page = field(payload, 'page');
    const stamp = textAt(message, 'ts');
    if (field(metadata, 'event_type') !== metadataType || field(payload, 'delivery') !== deliveryId) continue;
    if (typeof page !== 'number' || stamp === '') continue;
    found.set(page, [...(found.get(page) ?? []), stamp].sort());
  }
  return found;
}
