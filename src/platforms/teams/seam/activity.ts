import { z } from 'zod';
import { addressedText } from './addressed-text.ts';

/**
 * What Teams sent, in our own words. Read leniently: of what Teams may add one day nothing is refused, since a bot that
 * answers 5xx to an event it does not know is no longer sent any.
 */
export interface InboundActivity {
  readonly kind:
    'message' | 'message_edit' | 'invoke' | 'conversation_update' | 'installation_update' | 'other';
  /** Teams' own word for it, for the log. */
  readonly type: string;
  /** What is invoked, e.g. `adaptiveCard/action`. */
  readonly name: string;
  readonly activityId: string;
  readonly platformChannel: string;
  /** When it was sent, by Teams' clock; null when it does not say. */
  readonly sentAt: Date | null;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly person: ActivityPerson;
  readonly bot: { readonly id: string };
  readonly scope: 'personal' | 'group' | 'channel';
  readonly conversationId: string;
  readonly teamId: string;
  /** The channel's own id, without the thread. */
  readonly channelId: string;
  readonly channelName: string;
  /** As it was typed, without the mention of the bot; what is said to it with a mention or a slash command begins with `/bcp`. */
  readonly text: string;
  /** A picture or a file came with it. */
  readonly hasFile: boolean;
  readonly value: unknown;
  readonly replyToId: string;
  /** What became of a team or channel, e.g. `channelRenamed`. */
  readonly event: string;
  readonly action: string;
  readonly membersAdded: readonly string[];
  readonly membersRemoved: readonly ActivityPerson[];
}

export interface ActivityPerson {
  readonly tenantId: string;
  /** The person in their own directory; the same for every app. */
  readonly aadObjectId: string;
  /** The person as this bot is to call them. */
  readonly teamsId: string;
  readonly name: string;
}

const text = z.string().catch('');
const account = z
  .looseObject({ id: text, aadObjectId: text, objectId: text, name: text, tenantId: text })
  .catch({ id: '', aadObjectId: '', objectId: '', name: '', tenantId: '' });
const idOnly = z.looseObject({ id: text, name: text }).catch({ id: '', name: '' });

const mention = z
  .looseObject({ type: text, text, mentioned: idOnly })
  .catch({ type: '', text: '', mentioned: { id: '', name: '' } });

const shape = z.looseObject({
  type: text,
  name: text,
  id: text,
  channelId: text,
  timestamp: z.iso.datetime({ offset: true }).nullable().catch(null),
  serviceUrl: text,
  text,
  replyToId: text,
  action: text,
  value: z.unknown().optional(),
  from: account,
  recipient: z
    .looseObject({ id: text, isTargeted: z.boolean().catch(false) })
    .catch({ id: '', isTargeted: false }),
  conversation: z
    .looseObject({ id: text, tenantId: text, conversationType: text, isGroup: z.boolean().catch(false) })
    .catch({ id: '', tenantId: '', conversationType: '', isGroup: false }),
  channelData: z.looseObject({ tenant: idOnly, team: idOnly, channel: idOnly, eventType: text }).catch({
    tenant: { id: '', name: '' },
    team: { id: '', name: '' },
    channel: { id: '', name: '' },
    eventType: '',
  }),
  entities: z.array(mention).catch([]),
  attachments: z.array(z.looseObject({ contentType: text }).catch({ contentType: '' })).catch([]),
  membersAdded: z.array(account).catch([]),
  membersRemoved: z.array(account).catch([]),
});

/** Null when it is no activity at all: not an object, or without a type. */
export function readActivity(body: unknown): InboundActivity | null {
  const read = shape.safeParse(body);
  if (!read.success || read.data.type === '') return null;
  const { data } = read;
  const tenantId = (data.conversation.tenantId || data.channelData.tenant.id).toLowerCase();
  const person = (each: z.infer<typeof account>): ActivityPerson => ({
    // Somebody from another organisation in a shared channel brings their own tenant along.
    tenantId: (each.tenantId || tenantId).toLowerCase(),
    aadObjectId: (each.aadObjectId || each.objectId).toLowerCase(),
    teamsId: each.id,
    name: each.name,
  });
  const conversationId = data.conversation.id;
  const scope = scopeOf(data.conversation.conversationType, data.conversation.isGroup);
  return {
    kind: kindOf(data.type, data.channelData.eventType),
    type: data.type.slice(0, 60),
    name: data.name.slice(0, 60),
    activityId: data.id,
    platformChannel: data.channelId,
    sentAt: data.timestamp === null ? null : new Date(data.timestamp),
    serviceUrl: data.serviceUrl,
    tenantId,
    person: person(data.from),
    bot: { id: data.recipient.id },
    scope,
    conversationId,
    teamId: data.channelData.team.id,
    channelId: (data.channelData.channel.id || conversationId).replace(/;messageid=.*$/, ''),
    channelName: data.channelData.channel.name,
    text: addressedText({
      said: data.text,
      mentions: data.entities,
      botId: data.recipient.id,
      isPersonal: scope === 'personal',
      isCommand: data.recipient.isTargeted,
    }),
    hasFile: data.attachments.some(({ contentType }) => contentType !== '' && contentType !== 'text/html'),
    value: data.value,
    replyToId: data.replyToId,
    event: data.channelData.eventType,
    action: data.action,
    membersAdded: data.membersAdded.map(({ id }) => id),
    membersRemoved: data.membersRemoved.map(person),
  };
}

function kindOf(type: string, eventType: string): InboundActivity['kind'] {
  switch (type) {
    case 'message':
    case 'invoke':
      return type;
    case 'messageUpdate':
      // A message that is put back, or was deleted, comes as the same type.
      return eventType === 'editMessage' ? 'message_edit' : 'other';
    case 'conversationUpdate':
      return 'conversation_update';
    case 'installationUpdate':
      return 'installation_update';
    default:
      return 'other';
  }
}

function scopeOf(conversationType: string, isGroup: boolean): InboundActivity['scope'] {
  if (conversationType === 'channel') return 'channel';
  return conversationType === 'groupChat' || isGroup ? 'group' : 'personal';
}
