import type { Config } from './config.ts';
import { joinDeps, openWorkStore } from './app.ts';
import { drainOutbox } from './delivery/drain.ts';
import { chartPicture } from './exports/chart-picture.ts';
import { systemClock } from './kit/clock.ts';
import type { Log } from './kit/log.ts';
import { connectSlack, type SlackSettings } from './platforms/slack/connect.ts';
import { runDueEvents } from './schedule/run-due-events.ts';
import { startWebServer, type WebServer } from './web/server.ts';

/** How often it is seen what is due and what is to be sent, in milliseconds. */
const roundMs = 2_000;
/** How long stopping waits for what was begun, in milliseconds. */
const patienceMs = 10_000;

/**
 * bcp in Slack: the real work's database, the connection, the calendar and the outbox, on one port in one process. Throws an `Error` with a
 * sentence when Slack does not take the settings.
 */
export async function startInSlack(config: Config, settings: SlackSettings, log: Log): Promise<WebServer> {
  const store = await openWorkStore(config, log);
  const deps = joinDeps(store, systemClock, log);
  const slack = await connectSlack(deps, settings, ({ chart }) => Promise.resolve(chartPicture(chart)));
  if (!slack.ok) {
    await store.close();
    throw new SlackNotConnected(slack.error);
  }
  const connection = slack.value;
  const publicName = settings.publicUrl === '' ? [] : [new URL(settings.publicUrl).hostname];
  const server = await startWebServer({
    doors: connection.doors,
    log,
    isHealthy: async () => {
      await store.ping();
      return connection.isHealthy();
    },
    port: config.port,
    address: config.host,
    names: ['localhost', '127.0.0.1', '[::1]', ...publicName],
  });
  await connection.open();
  const round = repeated(log, async () => {
    await runDueEvents(deps);
    await drainOutbox({
      outbox: store.outbox,
      senders: [connection.sender],
      clock: systemClock,
      log,
      random: Math.random,
    });
  });
  return {
    ...server,
    close: async () => {
      await server.close();
      await round.stop();
      await connection.close(patienceMs);
      await store.close();
    },
  };
}

/** Slack did not take the settings; the message is a sentence for the administrator. */
export class SlackNotConnected extends Error {
  override readonly name = 'SlackNotConnected';
}

/** Does the work again and again, never twice at once; `stop` waits for the round that is under way. */
function repeated(log: Log, work: () => Promise<void>): { stop(): Promise<void> } {
  let stopped = false;
  let wake: () => void = () => undefined;
  const rest = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, roundMs);
    });
  const loop = (async () => {
    while (!isStopped()) {
      await work().catch((cause: unknown) =>
        log.error('A round of the calendar and the outbox failed', { cause }),
      );
      if (!isStopped()) await rest();
    }
  })();
  function isStopped(): boolean {
    return stopped;
  }
  return {
    stop: async () => {
      stopped = true;
      wake();
      await loop;
    },
  };
}
