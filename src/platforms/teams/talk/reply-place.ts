import { z } from 'zod';
import type { InboundActivity } from '../seam/activity.ts';

/** Where a reply was typed: enough to answer there later, and nothing of what was said. */
const shape = z.object({
  serviceUrl: z.string(),
  tenantId: z.string(),
  conversationId: z.string(),
  activityId: z.string(),
  botId: z.string(),
  /** Something was attached, which bcp does not keep. */
  hasFile: z.boolean().default(false),
  person: z.object({ tenantId: z.string(), aadObjectId: z.string(), teamsId: z.string() }),
});

/** The place of something typed in a personal chat, as it is stored with the reply. */
export function replyPlaceOf(activity: InboundActivity): z.infer<typeof shape> {
  const { serviceUrl, tenantId, conversationId, activityId, bot, person, hasFile } = activity;
  const { aadObjectId, teamsId } = person;
  return {
    serviceUrl,
    tenantId,
    conversationId,
    activityId,
    botId: bot.id,
    hasFile,
    person: { tenantId: person.tenantId, aadObjectId, teamsId },
  };
}

/** What was typed there, as if it came now. Its address is looked at again with each call, as every stored one is. */
export function activityOfReply(place: unknown, text: string): InboundActivity {
  const { botId, person, ...address } = shape.parse(place);
  return {
    ...address,
    kind: 'message',
    type: 'message',
    name: '',
    platformChannel: 'msteams',
    sentAt: null,
    person: { ...person, name: '' },
    bot: { id: botId },
    scope: 'personal',
    teamId: '',
    channelId: address.conversationId,
    channelName: '',
    text,
    value: undefined,
    replyToId: '',
    event: '',
    action: '',
    membersAdded: [],
    membersRemoved: [],
  };
}
