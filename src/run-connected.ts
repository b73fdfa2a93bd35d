import type { Config } from './config.ts';
import { joinDeps, openWorkStore } from './app.ts';
import { drainOutbox } from './delivery/drain.ts';
import { chartPicture } from './exports/chart-picture.ts';
import { systemClock } from './kit/clock.ts';
import type { Door } from './kit/door.ts';
import type { Log } from './kit/log.ts';
import { connectSlack, type SlackSettings } from './platforms/slack/connect.ts';
import { SlackTokenRefused } from './platforms/slack/doors/socket-door.ts';
import type { TeamsSettings } from './platforms/teams/settings.ts';
import type { DrawPicture } from './platforms/slack/sending/pictures.ts';
import { replyIntake } from './intake/reply-intake.ts';
import { runDueEvents } from './schedule/run-due-events.ts';
import type { Deps } from './use-cases/deps.ts';
import type { ClaimedDelivery } from './use-cases/ports/delivery-records.ts';
import type { ReplyReader } from './use-cases/ports/reply-records.ts';
import type { Sender } from './use-cases/ports/sender.ts';
import { tellOfUnreadReply } from './use-cases/tell-of-unread-reply.ts';
import { startWebServer, type WebServer } from './web/server.ts';

/** How often it is seen what is due and what is to be sent, in milliseconds. */
const roundMs = 2_000;
/** How long stopping waits for what was begun, in milliseconds. */
const patienceMs = 10_000;

/** What a connected platform brings to the one process. */
interface Connected {
  readonly sender: Sender;
  /** What its sender wants to know at the next try of a delivery that was claimed and not begun. */
  readonly notBegun: (delivery: ClaimedDelivery) => string | null;
  readonly reader: ReplyReader;
  readonly doors: readonly Door[];
  /** Host names under which its doors are asked for. */
  readonly names: readonly string[];
  /** Settles when what waits for an answer there can be answered. */
  readonly known: Promise<void>;
  isHealthy(): boolean;
  open(): Promise<void>;
  /** Takes nothing new; what is sent goes on. */
  closeWaysIn(): Promise<void>;
  /** Finishes what was begun, at most so long in milliseconds. */
  close(patienceMs: number): Promise<void>;
}

/**
 * bcp at work in Slack, in Teams or in both: the real work's database, the connections, the calendar and the outbox, on one port in one
 * process. Throws an `Error` with a sentence when a platform does not take its settings.
 */
export async function startConnected(config: Config, log: Log): Promise<WebServer> {
  const store = await openWorkStore(config, log);
  const deps = joinDeps(store, systemClock, log);
  const intake = replyIntake({
    replies: store.replies,
    clock: systemClock,
    log,
    tellUnread: (reply) => tellOfUnreadReply(deps, reply),
  });
  const connected = await connections(config, deps, intake.wake).catch(async (trouble: unknown) => {
    await store.close();
    throw trouble;
  });
  const server = await startWebServer({
    doors: connected.flatMap(({ doors }) => doors),
    log,
    isHealthy: async () => {
      await store.ping();
      return connected.every((platform) => platform.isHealthy());
    },
    port: config.port,
    address: config.host,
    names: ['localhost', '127.0.0.1', '[::1]', ...connected.flatMap(({ names }) => names)],
  });
  try {
    for (const platform of connected) await platform.open();
  } catch (trouble) {
    await server.close();
    for (const platform of connected) await platform.close(patienceMs);
    await store.close();
    throw trouble;
  }
  for (const { known, reader } of connected) void known.then(() => intake.serve(reader));
  const round = repeated(log, async (goesOn) => {
    await runDueEvents(deps);
    await drainOutbox({
      outbox: store.outbox,
      senders: connected.map(({ sender }) => sender),
      clock: systemClock,
      log,
      random: Math.random,
      goesOn,
      notBegun: (delivery) => notBegun(connected, delivery),
    });
  });
  return {
    ...server,
    close: async () => {
      const left = patience(patienceMs);
      // What is on its way and what is being read is finished while nothing new comes in.
      const begun = Promise.all([round.stop(), intake.stop()]);
      await Promise.all([server.close(), ...connected.map((platform) => platform.closeWaysIn())]);
      if ((await Promise.race([begun, pause(left())])) === 'late')
        log.warn('What was being sent or read was not finished in time');
      await Promise.all(connected.map((platform) => platform.close(left())));
      await store.close();
    },
  };
}

function notBegun(connected: readonly Connected[], delivery: ClaimedDelivery): string | null {
  const { to, soFar } = delivery;
  const platform =
    to.kind === 'nobody' ? undefined : connected.find(({ sender }) => sender.platform === to.platform);
  return platform ? platform.notBegun(delivery) : soFar;
}

async function connections(
  { slack, teams }: Config,
  deps: Deps,
  wakeReplies: () => void,
): Promise<readonly Connected[]> {
  const connected: Connected[] = [];
  if (slack) connected.push(await inSlack(deps, slack, wakeReplies));
  if (teams) connected.push(await inTeams(deps, teams, wakeReplies));
  return connected;
}

async function inSlack(deps: Deps, settings: SlackSettings, wakeReplies: () => void): Promise<Connected> {
  const draw: DrawPicture = ({ chart }) => Promise.resolve(chartPicture(chart));
  const slack = await connectSlack(deps, settings, draw, wakeReplies);
  if (!slack.ok) throw new SlackNotConnected(slack.error);
  const connection = slack.value;
  return {
    sender: connection.sender,
    notBegun: connection.notBegun,
    reader: connection.reader,
    doors: connection.doors,
    names: settings.publicUrl === '' ? [] : [new URL(settings.publicUrl).hostname],
    known: connection.known,
    isHealthy: () => connection.isHealthy(),
    open: () =>
      connection.open().catch((trouble: unknown) => {
        throw trouble instanceof SlackTokenRefused ? new SlackNotConnected(trouble.message) : trouble;
      }),
    closeWaysIn: () => connection.closeWaysIn(patienceMs),
    close: (atMost) => connection.close(atMost),
  };
}

/** Loaded only where it is used: botbuilder takes a third of a second and 50 MB. */
async function inTeams(deps: Deps, settings: TeamsSettings, wakeReplies: () => void): Promise<Connected> {
  const { connectTeams } = await import('./platforms/teams/connect.ts');
  const connection = connectTeams(deps, settings, wakeReplies);
  return {
    sender: connection.sender,
    notBegun: ({ soFar }) => soFar,
    reader: connection.reader,
    doors: [connection.door, connection.pages],
    names: settings.mode === 'on' ? [settings.publicHost] : [],
    known: Promise.resolve(),
    isHealthy: () => true,
    open: async () => {
      // Without a token nothing can be sent yet; deliveries wait and say so, and what comes in is still taken.
      await connection
        .warm()
        .catch(() => deps.log.error('Teams: Microsoft gave no token; see docs/teams.md, 8'));
    },
    // Its way in is the one HTTP server.
    closeWaysIn: () => Promise.resolve(),
    close: async (atMost) => {
      await Promise.race([connection.settled(), pause(atMost)]);
    },
  };
}

/** Slack did not take the settings; the message is a sentence for the administrator. */
export class SlackNotConnected extends Error {
  override readonly name = 'SlackNotConnected';
}

/** How much is left of so many milliseconds from now on. */
function patience(ms: number): () => number {
  const end = performance.now() + ms;
  return () => Math.max(0, end - performance.now());
}

function pause(ms: number): Promise<'late'> {
  return new Promise((resolve) => setTimeout(() => resolve('late'), ms));
}

/**
 * Does the work again and again, never twice at once; `stop` waits for the round that is under way, which is told by `goesOn` to begin
 * nothing more.
 */
function repeated(log: Log, work: (goesOn: () => boolean) => Promise<void>): { stop(): Promise<void> } {
  let stopped = false;
  let wake: () => void = () => undefined;
  const goesOn = () => !stopped;
  const rest = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, roundMs);
    });
  const loop = (async () => {
    while (goesOn()) {
      await work(goesOn).catch((cause: unknown) =>
        log.error('A round of the calendar and the outbox failed', { cause }),
      );
      if (goesOn()) await rest();
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await loop;
    },
  };
}
