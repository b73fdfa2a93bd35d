import { z } from 'zod';
import type { TalkDeps, Turn } from './talk.ts';
import { turnOf } from './turns.ts';

/** Where a reply was typed: enough to answer there later, and nothing of what was said. */
const shape = z.object({ workspaceId: z.string(), channel: z.string(), thread: z.string().nullable() });

/** The place of a turn, as it is stored with the reply. */
export function replyPlaceOf({ workspaceId, channel, thread }: Turn): z.infer<typeof shape> {
  return { workspaceId, channel, thread };
}

/** The turn in which a reply was typed, some time later. Throws when bcp is not in that workspace any more. */
export async function turnOfReply(
  talk: TalkDeps,
  reply: {
    readonly place: unknown;
    readonly tenantId: string;
    readonly accountId: string;
    readonly key: string;
  },
): Promise<Turn> {
  const { workspaceId, channel, thread } = shape.parse(reply.place);
  const turn = await turnOf(talk, reply.tenantId, reply.accountId, channel, '', workspaceId);
  return { ...turn, place: { kind: 'personal', channelId: '' }, thread, eventKey: reply.key };
}
