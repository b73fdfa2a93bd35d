import { App, type Receiver } from '@slack/bolt';
import { clientOptions, field, textAt, type ApiSettings } from '../api/slack-api.ts';
import { sdkLogger } from '../api/sdk-logger.ts';
import { fieldAction } from '../forms/form-fields.ts';
import type { Installations } from '../install/installations.ts';
import { listenToEvents } from './listen-to-events.ts';
import { onChoice } from './on-choice.ts';
import { onCommand, type AckCommand } from './on-command.ts';
import { onPress } from './on-press.ts';
import { onView, type AckView } from './on-view.ts';
import * as payloads from './payloads.ts';
import type { TalkDeps } from './talk.ts';
import { freshHome, homeTeam, turnOf } from './turns.ts';

export interface SlackAppDeps {
  readonly talk: TalkDeps;
  readonly installations: Installations;
  readonly receiver: Receiver;
  readonly api: ApiSettings;
}

/** What bcp listens to: each line has its line in the manifest, and a test holds the two equal. */
export const handledCommands = ['/bcp'] as const;
export const handledEvents = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.im',
  'tokens_revoked',
  'user_change',
] as const;

/** The Bolt app: routing and the workspaces' keys. What is done and said is in the files beside this one. */
export function slackApp({ talk, installations, receiver, api }: SlackAppDeps): App {
  const app = new App({
    receiver,
    clientOptions: clientOptions(api),
    logger: sdkLogger(api.log),
    // Bolt's own memory of conversations, which nothing here uses: it would grow with each one.
    convoStore: false,
    authorize: async ({ teamId }) => {
      const workspace = await talk.workspaces.byTeam(teamId ?? '');
      if (!workspace) throw new Error('bcp is not installed in this workspace.');
      return {
        teamId: workspace.teamId,
        botToken: workspace.botToken,
        botId: workspace.botId,
        botUserId: workspace.botUserId,
      };
    },
  });
  app.error((error) => Promise.reject(error));
  listenToDeeds(app, talk);
  listenToForms(app, talk);
  listenToEvents(app, talk, installations);
  return app;
}

function listenToDeeds(app: App, talk: TalkDeps): void {
  app.command(/^\//, async ({ ack, body, context }) => {
    const payload = payloads.commandPayload.parse(body);
    const turn = await turnOf(
      talk,
      textAt(context, 'teamId'),
      payload.user_id,
      payload.channel_id,
      payload.trigger_id,
    );
    const answered: AckCommand = async (reply) =>
      ack(reply && { ...reply, blocks: [...reply.blocks] as never });
    const changed = await onCommand(
      talk,
      { ...turn, responseUrl: payload.response_url, triggerId: payload.trigger_id },
      payload,
      context.botUserId ?? '',
      answered,
    );
    if (changed) freshHome(talk, turn);
  });
  listenToPresses(app, talk);
}

/** Forms: something was chosen that changes what is asked, or the form was sent. */
function listenToForms(app: App, talk: TalkDeps): void {
  app.action(fieldAction, async ({ ack, body, context }) => {
    const read = payloads.choicePayload.safeParse(body);
    if (!read.success) return ack();
    const { user, trigger_id, view } = read.data;
    const teamId = textAt(context, 'teamId');
    const turn = await turnOf(talk, homeTeam(user.team_id, teamId), user.id, '', trigger_id, teamId);
    await onChoice(talk, turn, view);
    await ack();
  });
  app.view({ callback_id: /.*/, type: 'view_submission' }, async ({ ack, body, context }) => {
    const payload = payloads.viewPayload.parse(body);
    const teamId = textAt(context, 'teamId');
    const turn = await turnOf(
      talk,
      homeTeam(payload.user.team_id, teamId),
      payload.user.id,
      '',
      payload.view.id,
      teamId,
    );
    const answered: AckView = async (reply) => ack(reply as never);
    if (await onView(talk, turn, payload, answered)) freshHome(talk, turn);
  });
}

function listenToPresses(app: App, talk: TalkDeps): void {
  app.action(/.*/, async ({ ack, body, context }) => {
    const payload = payloads.actionPayload.parse(body);
    const [action] = payload.actions;
    if (action?.action_id === fieldAction) return;
    if (!action || action.value === undefined || !action.action_id.startsWith('bcp.')) return ack();
    const teamId = textAt(context, 'teamId');
    const turn = await turnOf(
      talk,
      homeTeam(payload.user.team_id, teamId),
      payload.user.id,
      payload.channel?.id ?? '',
      payload.trigger_id,
      teamId,
    );
    const changed = await onPress(
      talk,
      {
        ...turn,
        responseUrl: payload.response_url ?? null,
        triggerId: payload.trigger_id,
        isBesideNote: field(field(body, 'container'), 'is_ephemeral') === true,
      },
      action.value,
    );
    // Acknowledged when it is done: a press that failed shows so at the button. What takes longer, the gate acknowledges in time.
    await ack();
    if (changed) freshHome(talk, turn);
  });
  app.shortcut(/.*/, async ({ ack }) => ack());
  app.options(/.*/, async ({ ack }) => ack({ options: [] }));
}
