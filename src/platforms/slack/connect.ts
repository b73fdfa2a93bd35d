import type { Door } from '../../kit/door.ts';
import { failure, success, type Result } from '../../kit/result.ts';
import type { Deps } from '../../use-cases/deps.ts';
import type { ClaimedDelivery } from '../../use-cases/ports/delivery-records.ts';
import type { ReplyReader } from '../../use-cases/ports/reply-records.ts';
import type { Sender } from '../../use-cases/ports/sender.ts';
import type { ApiSettings } from './api/slack-api.ts';
import { slackHttpDoor } from './doors/http-door.ts';
import { slackGate, type SlackGate } from './doors/slack-gate.ts';
import { slackSocketDoor, type SocketDoor } from './doors/socket-door.ts';
import { installDoor, type InstallSettings } from './install/install-door.ts';
import type { Installations } from './install/installations.ts';
import { networkThrough, type Network } from './install/network.ts';
import { OwnWorkspace } from './install/own-workspace.ts';
import { sealedInstallations } from './install/sealed-installations.ts';
import { workspacesOf } from './install/workspaces.ts';
import { lookForLeavers } from './people/leavers.ts';
import { slackPictures, type DrawPicture } from './sending/pictures.ts';
import { progressOf } from './sending/progress.ts';
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
  /** What the sender wants to know at the next try of a delivery that was claimed and not begun. */
  readonly notBegun: (delivery: ClaimedDelivery) => string;
  readonly reader: ReplyReader;
  /** To be mounted on the one HTTP server; none of them is needed for Socket Mode with a bot token. */
  readonly doors: readonly Door[];
  /** Settles when bcp knows its workspace: at once, or when Slack is reached after `open`. What waits in it for an answer waits for that. */
  readonly known: Promise<void>;
  /**
   * Opens the connection of Socket Mode and begins the daily look for leavers: now, or when Slack can be reached. Rejects when Slack does
   * not take the tokens.
   */
  open(): Promise<void>;
  /** False while Slack has not been reached at all, or Socket Mode is not connected. */
  isHealthy(): boolean;
  /** Takes nothing new and acknowledges what is under way (at most so long); what is sent goes on. */
  closeWaysIn(patienceMs: number): Promise<void>;
  /** The same, then finishes what was begun (at most so long), and is closed. */
  close(patienceMs: number): Promise<void>;
}

/** How often it is seen whether today's look for leavers is due, in milliseconds. */
const leaversEveryMs = 3_600_000;

/**
 * Joins Slack: its doors, its sender, and the talk between. `wakeReplies` is told of each reply that was put by. The error is a sentence
 * for the administrator; Slack that cannot be reached is no error, but something that `open` goes on with.
 */
export async function connectSlack(
  deps: Deps,
  settings: SlackSettings,
  draw: DrawPicture | null,
  wakeReplies: () => void,
): Promise<Result<SlackConnection, string>> {
  const network = networkThrough(settings.proxy, settings.noProxy);
  const api: ApiSettings = { fetch: network.fetch, url: settings.apiUrl, log: deps.log };
  const found = await installationsOf(deps, settings, api);
  if (!found.ok) return found;
  const installations = found.value;
  const own = installations instanceof OwnWorkspace ? installations : null;
  const workspaces = workspacesOf(installations, api, deps.clock);
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
  slackApp({ talk, installations, receiver: gate.receiver, api });
  const { socket, http } = waysIn(deps, settings, gate, api, network);
  const install =
    settings.install === null ? [] : [installDoor({ deps, settings: settings.install, api, installations })];
  const ways = joined(own, socket, () => flight.track(lookForLeavers(talk)));
  return success({
    reader: slackReplyReader(talk),
    notBegun: (delivery) => progressOf(delivery).toText(delivery.attempts),
    sender: slackSender({ workspaces, store: deps.store, clock: deps.clock, log: deps.log, pictures, sleep }),
    doors: [...http, ...install],
    ...ways,
    close: async (patienceMs) => {
      await ways.closeWaysIn(patienceMs);
      const done = await flight.drained(patienceMs);
      if (!done) deps.log.warn('Something begun for Slack was not finished in time', { count: flight.count });
      await network.dispatcher?.destroy();
    },
  });
}

/** What opens and closes with the connection, in their order: the workspace is known, then things come in and the leavers are looked for. */
function joined(own: OwnWorkspace | null, socket: SocketDoor | null, look: () => void) {
  let timer: NodeJS.Timeout | null = null;
  let closed: Promise<void> | null = null;
  const lookDaily = () => {
    timer = setInterval(look, leaversEveryMs).unref();
    look();
  };
  const openLater = async (workspace: OwnWorkspace) => {
    if (!(await workspace.goOnLearning())) return;
    socket?.openWhenItCan();
    lookDaily();
  };
  return {
    known: own?.known ?? Promise.resolve(),
    open: async () => {
      if (own && !own.isKnown) {
        void openLater(own);
        return;
      }
      await socket?.open();
      lookDaily();
    },
    isHealthy: () => (own?.isKnown ?? true) && (socket?.isOpen() ?? true),
    closeWaysIn: (patienceMs: number): Promise<void> => {
      if (timer) clearInterval(timer);
      own?.stop();
      return (closed ??= socket?.close(patienceMs) ?? Promise.resolve());
    },
  };
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
  const own = new OwnWorkspace(botToken, api, deps.clock);
  const learnt = await own.learn();
  return learnt.ok ? success(own) : learnt;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
