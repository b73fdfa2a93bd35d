import type { Door } from '../../kit/door.ts';
import { failure, success, type Result } from '../../kit/result.ts';
import type { Deps } from '../../use-cases/deps.ts';
import type { ReplyReader } from '../../use-cases/ports/reply-records.ts';
import type { Sender } from '../../use-cases/ports/sender.ts';
import { slackApi, textAt, type ApiSettings } from './api/slack-api.ts';
import { troubleOf } from './api/trouble.ts';
import { slackHttpDoor } from './doors/http-door.ts';
import { slackGate, type SlackGate } from './doors/slack-gate.ts';
import { slackSocketDoor } from './doors/socket-door.ts';
import { installDoor, type InstallSettings } from './install/install-door.ts';
import { oneInstallation, type Installations } from './install/installations.ts';
import { networkThrough, type Network } from './install/network.ts';
import { sealedInstallations } from './install/sealed-installations.ts';
import { workspacesOf } from './install/workspaces.ts';
import { lookForLeavers } from './people/leavers.ts';
import { slackPictures, type DrawPicture } from './sending/pictures.ts';
import { slackSender } from './sending/slack-sender.ts';
import { inFlight } from './talk/in-flight.ts';
import { slackReplyReader } from './talk/read-reply.ts';
import { slackApp } from './talk/slack-app.ts';
import { readyStatus, sayLate } from './talk/status-at-once.ts';
import { takeReply } from './talk/take-reply.ts';
import type { TalkDeps } from './talk/talk.ts';

export interface SlackSettings {
  readonly mode: 'socket' | 'http';
  /** For one workspace; null = workspaces install bcp themselves. */
  readonly botToken: string | null;
  readonly appToken: string | null;
  readonly signingSecrets: readonly string[];
  /** Null = one workspace by its token. */
  readonly install: InstallSettings | null;
  /** Slack's own, or that of a stand-in on this machine. */
  readonly apiUrl: string;
  /** The address of bcp as Slack sees it; empty where Slack need not reach it. */
  readonly publicUrl: string;
  readonly proxy: string | null;
  readonly noProxy: string | null;
}

export interface SlackConnection {
  readonly sender: Sender;
  readonly reader: ReplyReader;
  /** To be mounted on the one HTTP server; none of them is needed for Socket Mode with a bot token. */
  readonly doors: readonly Door[];
  /** Opens the connection of Socket Mode and begins the daily look for leavers. Rejects when Slack does not take the tokens. */
  open(): Promise<void>;
  /** False while Socket Mode is not connected. */
  isHealthy(): boolean;
  /** Takes nothing new, finishes what was begun (at most so long), then is closed. */
  close(patienceMs: number): Promise<void>;
}

/** How often it is seen whether today's look for leavers is due, in milliseconds. */
const leaversEveryMs = 3_600_000;

/**
 * Joins Slack: its doors, its sender, and the talk between. `wakeReplies` is told of each reply that was put by. The error is a sentence
 * for the administrator.
 */
export async function connectSlack(
  deps: Deps,
  settings: SlackSettings,
  draw: DrawPicture | null,
  wakeReplies: () => void,
): Promise<Result<SlackConnection, string>> {
  const network = networkThrough(settings.proxy, settings.noProxy);
  const api: ApiSettings = { fetch: network.fetch, url: settings.apiUrl, log: deps.log };
  const installations = await installationsOf(deps, settings, api);
  if (!installations.ok) return installations;
  const workspaces = workspacesOf(installations.value, api, deps.clock);
  const flight = inFlight((cause) => deps.log.error('Something begun for Slack failed', { cause }), sleep);
  const pictures = slackPictures(draw, deps.log);
  const talk: TalkDeps = {
    deps,
    workspaces,
    pictures,
    inFlight: flight,
    wakeReplies,
    sleep,
    fetch: network.fetch,
    responseOrigins: ['https://hooks.slack.com/', new URL('/', settings.apiUrl).href],
  };
  const gate = slackGate({
    workspaces,
    inFlight: flight,
    log: deps.log,
    sleep,
    readyAnswer: (body) => readyStatus(talk, body),
    takeReply: (body, workspace, isRetry) => takeReply(talk, body, workspace, isRetry),
    sayLate: (body, answer) => sayLate(talk, body, answer),
  });
  slackApp({ talk, installations: installations.value, receiver: gate.receiver, api });
  const { socket, http } = waysIn(deps, settings, gate, api, network);
  const install =
    settings.install === null
      ? []
      : [installDoor({ deps, settings: settings.install, api, installations: installations.value })];
  let timer: NodeJS.Timeout | null = null;
  return success({
    reader: slackReplyReader(talk),
    sender: slackSender({ workspaces, store: deps.store, clock: deps.clock, log: deps.log, pictures, sleep }),
    doors: [...http, ...install],
    open: async () => {
      await socket?.open();
      const look = () => flight.track(lookForLeavers(talk));
      timer = setInterval(look, leaversEveryMs).unref();
      look();
    },
    isHealthy: () => socket?.isOpen() ?? true,
    close: async (patienceMs) => {
      if (timer) clearInterval(timer);
      await socket?.close(patienceMs);
      const done = await flight.drained(patienceMs);
      if (!done) deps.log.warn('Something begun for Slack was not finished in time', { count: flight.count });
      await network.dispatcher?.destroy();
    },
  });
}

/** Slack reaches bcp over a connection that bcp opens, or over HTTPS: one of the two. */
function waysIn(deps: Deps, settings: SlackSettings, gate: SlackGate, api: ApiSettings, network: Network) {
  const { log, clock } = deps;
  const { mode, appToken, signingSecrets } = settings;
  return {
    socket:
      mode === 'socket'
        ? slackSocketDoor({ gate, appToken: appToken ?? '', api, dispatcher: network.dispatcher, log })
        : null,
    http: mode === 'http' ? [slackHttpDoor({ gate, signingSecrets, clock, log })] : [],
  };
}

async function installationsOf(
  deps: Deps,
  settings: SlackSettings,
  api: ApiSettings,
): Promise<Result<Installations, string>> {
  const { botToken, install } = settings;
  if (botToken === null)
    return install === null
      ? failure(
          'Slack needs BCP_SLACK_BOT_TOKEN (one workspace) or BCP_SLACK_CLIENT_ID, _CLIENT_SECRET and _SEAL_KEY (several).',
        )
      : success(sealedInstallations({ deps, install, api, sleep }));
  try {
    const reply = await slackApi(botToken, api).call('auth.test', {});
    const workspace = {
      teamId: textAt(reply, 'team_id'),
      botToken,
      botId: textAt(reply, 'bot_id'),
      botUserId: textAt(reply, 'user_id'),
    };
    return success(oneInstallation(workspace, deps.clock.now()));
  } catch (error) {
    return failure(`BCP_SLACK_BOT_TOKEN was not taken: ${troubleOf(error).words}`);
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
