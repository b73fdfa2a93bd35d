import { z } from 'zod';

/** What bcp reads of Slack's payloads; everything else in them is left alone. */
const id = z.string().min(1).max(64);

export const commandPayload = z.object({
  command: z.string(),
  text: z.string().max(20_000).default(''),
  user_id: id,
  channel_id: id,
  response_url: z.string().default(''),
  trigger_id: z.string().min(1),
});

const user = z.object({ id, team_id: id.optional() });

export const actionPayload = z.object({
  user,
  trigger_id: z.string().min(1),
  response_url: z.string().optional(),
  channel: z.object({ id }).optional(),
  view: z.object({ id }).optional(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })).min(1),
});

const openView = z.object({
  id,
  hash: z.string().default(''),
  callback_id: z.string(),
  private_metadata: z.string().default(''),
  state: z.object({ values: z.unknown() }),
});

export const viewPayload = z.object({ user, view: openView });

/** Something was chosen in a form that stays open. */
export const choicePayload = z.object({ user, trigger_id: z.string().min(1), view: openView });

export const messageEvent = z.object({
  type: z.literal('message'),
  channel_type: z.string(),
  channel: id,
  user: id,
  text: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  user_team: id.optional(),
  /** Of the messages with a subtype, those that a person wrote (https://docs.slack.dev/reference/events/message). */
  subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).optional(),
  bot_id: z.undefined().optional(),
  files: z.array(z.unknown()).default([]),
});

/** Somebody changed what they had written; Slack sends the same when it adds the picture of a link. */
export const editedEvent = z.object({
  type: z.literal('message'),
  subtype: z.literal('message_changed'),
  channel_type: z.literal('im'),
  channel: id,
  message: z.object({
    user: id,
    user_team: id.optional(),
    text: z.string(),
    thread_ts: z.string().optional(),
    bot_id: z.undefined().optional(),
  }),
  previous_message: z.object({ text: z.string() }),
});

export const mentionEvent = z.object({
  type: z.literal('app_mention'),
  channel: id,
  user: id,
  text: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  user_team: id.optional(),
});

export const homeEvent = z.object({
  type: z.literal('app_home_opened'),
  user: id,
  tab: z.string().default('home'),
});

export const userChangeEvent = z.object({
  type: z.literal('user_change'),
  user: z.object({ id, team_id: id.optional(), deleted: z.boolean().default(false) }),
});
