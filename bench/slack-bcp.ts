import { WebClient } from '@slack/web-api';
import { openStore } from '../src/storage/open-store.ts';
import { joinDeps } from '../src/app.ts';
import { drainOutbox } from '../src/delivery/drain.ts';
import { chartPicture } from '../src/exports/chart-picture.ts';
import { systemClock } from '../src/kit/clock.ts';
import { replyIntake } from '../src/intake/reply-intake.ts';
import { silentLog } from '../src/kit/log.ts';
import { sentence } from '../src/messages/sentence.ts';
import { clientOptions } from '../src/platforms/slack/api/slack-api.ts';
import { connectSlack } from '../src/platforms/slack/connect.ts';
import { messagePages } from '../src/platforms/slack/render/render-message.ts';
import type { Store } from '../src/use-cases/ports/store.ts';
import { startWebServer } from '../src/web/server.ts';
import { tellOfUnreadReply } from '../src/use-cases/tell-of-unread-reply.ts';
import { auditBy } from '../src/use-cases/audit-facts.ts';
import { openMonth, playedYear } from '../test/support/played-year.ts';
import { slackAccountOf, team } from './slack-people.ts';
import type { BenchServer } from './slack-server.ts';
import { timed } from './rows.ts';

export interface BcpSettings {
  readonly secret: string;
  /** Null: the embedded database, in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly slackUrl: string;
}

const quiet = { warn: () => undefined };

/** Fills an empty database; in a process of its own, so that what it leaves in memory is not counted. */
export async function seed({ databaseUrl, dataDir }: BcpSettings): Promise<BenchServer> {
  const store = await openStore(databaseUrl === null ? { dataDir, log: quiet } : { databaseUrl, log: quiet });
  await setYear(store);
  return { port: 0, stop: () => store.close() };
}

/** bcp as `npm start` joins it, on a partnership with eleven months behind it and one open, at the very minute it is. */
export async function bcpServer(settings: BcpSettings): Promise<BenchServer> {
  const { databaseUrl, dataDir, secret, slackUrl } = settings;
  const store = await openStore(databaseUrl === null ? { dataDir, log: quiet } : { databaseUrl, log: quiet });
  const partnershipId = (await store.partnerships())[0]?.id ?? '';
  // Slack's signatures are of this minute, so the clock is the machine's, whenever the year was played.
  const clock = systemClock;
  const deps = joinDeps(store, clock, silentLog);
  const intake = replyIntake({
    replies: store.replies,
    clock,
    log: silentLog,
    tellUnread: (reply) => tellOfUnreadReply(deps, reply),
  });
  const slack = await connectSlack(
    deps,
    {
      mode: 'http',
      botToken: 'xoxb-bench',
      appToken: null,
      signingSecrets: [secret],
      install: null,
      apiUrl: `${slackUrl}/api/`,
      publicUrl: '',
      proxy: null,
      noProxy: null,
    },
    ({ chart }) => Promise.resolve(chartPicture(chart)),
    intake.wake,
  );
  if (!slack.ok) throw new Error(slack.error);
  const connection = slack.value;
  const { sender, doors } = connection;
  intake.serve(connection.reader);
  const server = await startWebServer({
    doors,
    log: silentLog,
    isHealthy: () => Promise.resolve(true),
    port: 0,
  });
  const drain = () =>
    drainOutbox({ outbox: store.outbox, senders: [sender], clock, log: silentLog, random: () => 0.5 });
  return {
    port: server.port,
    asks: {
      promise: (detail) => promisePrompts(store, partnershipId, Number(detail), clock.now()),
      drain: async () => ({ ms: await timed(drain), residentMb: process.memoryUsage().rss / 1_048_576 }),
      raw: (detail) => timed(() => rawPosts(`${slackUrl}/api/`, Number(detail))),
      write: () => store.in(partnershipId).audit.append(auditBy(deps, null, 'cli', 'bench_wrote', 'bench')),
      read: () => timed(() => intake.settled()),
      versions: async () => {
        const updates = await store.in(partnershipId).updates.latestOfMonth('2026-11');
        return updates.reduce((sum, { version }) => sum + version, 0);
      },
    },
    stop: async () => {
      await server.close();
      await intake.stop();
      await connection.close(5_000);
      await store.close();
    },
  };
}

/** Eleven closed months with figures, November open, and a Slack account for everybody. */
async function setYear(store: Store): Promise<void> {
  const stage = await playedYear(store, '2026-10', { figures: true });
  await openMonth(stage, '2026-11');
  const { partnershipId, deps } = stage;
  await store.in(partnershipId).transact(async (records) => {
    for (const { id, email } of await records.people.all())
      await records.people.addAccount({
        id: deps.newId(),
        personId: id,
        platform: 'slack',
        tenantId: team,
        userId: slackAccountOf(email),
      });
    await records.audit.append(auditBy(deps, null, 'cli', 'people_imported', 'bench'));
  });
}

/** One prompt for each of so many people. */
async function promisePrompts(store: Store, partnershipId: string, people: number, now: Date): Promise<void> {
  const { deliveries } = store.in(partnershipId);
  const stamp = now.getTime();
  for (let index = 0; index < people; index += 1)
    await deliveries.promise({
      id: `bench-${stamp}-${index}`,
      key: `bench-${stamp}-${index}`,
      purpose: 'prompt',
      to: { kind: 'account', platform: 'slack', tenantId: team, accountId: `UOWNER${index}`, personId: 'x' },
      message: sentence('Your update for November 2026.'),
      replaces: null,
      promisedAt: now,
      dueAt: now,
    });
}

const [prompt] = messagePages(sentence('Your update for November 2026.'), { partnershipId: null });

/** The same posts by Slack's own client, twenty at once, with nothing around them. */
async function rawPosts(url: string, people: number): Promise<void> {
  const client = new WebClient('xoxb-bench', { ...clientOptions({ fetch, url, log: silentLog }) });
  const waiting = Array.from({ length: people }, (_, index) => `UOWNER${index}`);
  const post = async () => {
    for (let channel = waiting.shift(); channel !== undefined; channel = waiting.shift())
      await client.apiCall('chat.postMessage', { channel, text: prompt?.text, blocks: prompt?.blocks });
  };
  await Promise.all(Array.from({ length: 20 }, post));
}
