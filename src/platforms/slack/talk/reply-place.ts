import { z } from 'zod';
import type { Month } from '../../../plan/month.ts';
import type { TalkDeps, Turn } from './talk.ts';
import { turnOf } from './turns.ts';

/** Where a reply was typed: enough to answer there later, and nothing of what was said. */
const shape = z.object({
  workspaceId: z.string(),
  channel: z.string(),
  thread: z.string().nullable(),
  /** The month of the prompt whose thread it stands in. */
  month: z.string().nullable(),
  /** Something was attached, which bcp does not keep. */
  hasFiles: z.boolean(),
});

type ReplyPlace = z.infer<typeof shape>;

/** The place of a turn, as it is stored with the reply. */
export function replyPlaceOf(
  { heardIn: workspaceId, channel, thread }: Turn,
  month: Month | null,
  hasFiles: boolean,
): ReplyPlace {
  return { workspaceId, channel, thread, month, hasFiles };
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
): Promise<{ readonly turn: Turn; readonly month: Month | null; readonly hasFiles: boolean }> {
  const { workspaceId, channel, thread, month, hasFiles } = shape.parse(reply.place);
  const turn = await turnOf(talk, reply.tenantId, reply.accountId, channel, '', workspaceId);
  const place = { kind: 'personal', channelId: '' } as const;
  return { turn: { ...turn, place, thread, eventKey: reply.key }, month, hasFiles };
}
