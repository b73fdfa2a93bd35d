import type { App } from '@slack/bolt';
import type { z } from 'zod';
import { field, textAt } from '../api/slack-api.ts';
import type { Installations } from '../install/installations.ts';
import { accountLeft } from '../people/leavers.ts';
import { editedIsNotRead } from '../../../messages/edited-not-read.ts';
import { publishHome } from './home.ts';
import { onTyped } from './on-typed.ts';
import { sayInChat } from './private-words.ts';
import * as payloads from './payloads.ts';
import type { TalkDeps } from './talk.ts';
import { freshHome, homeTeam, turnOf } from './turns.ts';

/** What happens in Slack without a button or a command. An event that fails is sent again by Slack. */
export function listenToEvents(app: App, talk: TalkDeps, installations: Installations): void {
  listenToWords(app, talk);
  app.event('app_home_opened', async ({ event, context }) => {
    const read = payloads.homeEvent.safeParse(event);
    const teamId = textAt(context, 'teamId');
    const api = await talk.workspaces.api(teamId);
    if (read.success && read.data.tab === 'home' && api) await publishHome(talk, api, teamId, read.data.user);
  });
  app.event('user_change', async ({ event, context }) => {
    const read = payloads.userChangeEvent.safeParse(event);
    if (!read.success || !read.data.user.deleted) return;
    const { id, team_id } = read.data.user;
    const seenIn = textAt(context, 'teamId');
    await accountLeft(talk, seenIn, { tenantId: homeTeam(team_id, seenIn), userId: id });
  });
  const goodbye = async (body: unknown) => {
    const team = textAt(body, 'team_id');
    const seconds = field(body, 'event_time');
    const endedAt = typeof seconds === 'number' ? new Date(seconds * 1_000) : talk.deps.clock.now();
    const isOver = await installations.forget(team, endedAt);
    talk.workspaces.forget(team);
    talk.deps.log.warn(
      isOver
        ? 'bcp was taken out of a Slack workspace'
        : 'The end of an earlier installation in a Slack workspace was told; the one of now stays',
      { team },
    );
  };
  app.event('app_uninstalled', ({ body }) => goodbye(body));
  app.event('tokens_revoked', async ({ event, body }) => {
    const bots = field(field(event, 'tokens'), 'bot');
    if (Array.isArray(bots) && bots.length > 0) await goodbye(body);
  });
}

/** Words typed in one's own chat, and where bcp is named in a channel. */
function listenToWords(app: App, talk: TalkDeps): void {
  app.event('message', async ({ event, body, context }) => {
    const read = payloads.messageEvent.safeParse(event);
    if (!read.success || read.data.channel_type !== 'im') {
      await editedOrNothing(talk, event, textAt(context, 'teamId'), textAt(body, 'event_id'));
      return;
    }
    await typed(
      talk,
      read.data,
      textAt(context, 'teamId'),
      context.botUserId ?? '',
      textAt(body, 'event_id'),
      true,
    );
  });
  app.event('app_mention', async ({ event, body, context }) => {
    const read = payloads.mentionEvent.safeParse(event);
    if (!read.success) return;
    await typed(
      talk,
      read.data,
      textAt(context, 'teamId'),
      context.botUserId ?? '',
      textAt(body, 'event_id'),
      false,
    );
  });
}

/** An edited message is not read again: what was recorded stands. Its writer is told how to change it. */
async function editedOrNothing(
  talk: TalkDeps,
  event: unknown,
  teamId: string,
  eventId: string,
): Promise<void> {
  const read = payloads.editedEvent.safeParse(event);
  if (!read.success || read.data.message.text === read.data.previous_message.text) return;
  const { channel, message } = read.data;
  const turn = await turnOf(
    talk,
    homeTeam(message.user_team, teamId),
    message.user,
    channel,
    eventId,
    teamId,
  );
  await sayInChat(talk, { ...turn, thread: message.thread_ts ?? null }, null, [editedIsNotRead]);
}

async function typed(
  talk: TalkDeps,
  event: z.infer<typeof payloads.mentionEvent> | z.infer<typeof payloads.messageEvent>,
  teamId: string,
  botUserId: string,
  eventId: string,
  isPersonal: boolean,
): Promise<void> {
  const turn = await turnOf(
    talk,
    homeTeam(event.user_team, teamId),
    event.user,
    event.channel,
    eventId,
    teamId,
  );
  const place = isPersonal ? ({ kind: 'personal', channelId: '' } as const) : turn.place;
  await onTyped(talk, { ...turn, place, thread: event.thread_ts ?? null }, event.text, botUserId);
  freshHome(talk, turn);
}
