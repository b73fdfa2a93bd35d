import { inspect } from 'node:util';
import { drainOutbox } from '../../../src/delivery/drain.ts';
import { jsonLog, type Log } from '../../../src/kit/log.ts';
import {
  connectSlack,
  type SlackConnection,
  type SlackSettings,
} from '../../../src/platforms/slack/connect.ts';
import { runDueEvents } from '../../../src/schedule/run-due-events.ts';
import type { Store } from '../../../src/use-cases/ports/store.ts';
import type { ReplyIntake } from '../../../src/intake/reply-intake.ts';
import { birminghamStage, type Stage } from '../../support/birmingham.ts';
import { stageIntake } from '../../support/intake.ts';
import { FakeSlack } from './fake-slack/fake-slack.ts';
import { slackServer, type SlackServer, type ServerSecrets } from './fake-slack/slack-server.ts';
import { accounts, peopleInSlack } from './slack-people.ts';

/** bcp connected to a stand-in of Slack over real sockets, as `main.ts` connects it. */
export interface ConnectedStage extends Stage {
  readonly slack: FakeSlack;
  readonly server: SlackServer;
  readonly connection: SlackConnection;
  readonly intake: ReplyIntake;
  readonly settings: SlackSettings;
  /** Every line that was logged. */
  readonly logged: string[];
  /** Moves the clock, does what falls due and sends it. */
  moveTo(instant: string): Promise<void>;
}

interface Opened {
  readonly server: SlackServer;
  connection: SlackConnection | null;
  intake: ReplyIntake | null;
}

const open: Opened[] = [];

/** Ends what the tests of a file have opened. */
export async function closeStages(): Promise<void> {
  for (const { server, connection, intake } of open.splice(0)) {
    await intake?.stop();
    await connection?.close(1_000);
    await server.close();
  }
}

/** Everything that is handed to the log, before the log itself takes secrets out of it. */
export function everythingLogged(lines: string[]): Log {
  const note = (message: string, fields?: unknown) =>
    lines.push(`${message} ${inspect(fields, { depth: 12, maxStringLength: null, showHidden: true })}`);
  return { info: note, warn: note, error: note };
}

export interface StageOptions {
  readonly settings?: (server: SlackServer, slack: FakeSlack) => Partial<SlackSettings>;
  readonly secrets?: ServerSecrets;
  readonly host?: string;
  readonly log?: (lines: string[]) => Log;
  /** How Slack stands as bcp starts. */
  readonly atStart?: (slack: FakeSlack) => void;
}

export async function connectedStage(store: Store, options: StageOptions = {}): Promise<ConnectedStage> {
  const logged: string[] = [];
  const log = options.log?.(logged) ?? jsonLog((line) => logged.push(line), 'info');
  const stage = await birminghamStage(store, '2026-11-02T08:59:00Z', peopleInSlack());
  const slack = new FakeSlack(stage.clock);
  for (const [name, id] of Object.entries(accounts)) slack.addUser(id, `${name}@birmingham.example`);
  slack.addChannel('CBOARD', Object.values(accounts));
  const server = await slackServer(slack, options);
  const opened: Opened = { server, connection: null, intake: null };
  open.push(opened);
  const deps = { ...stage.deps, log };
  const settings = { ...socketSettings(server, slack), ...options.settings?.(server, slack) };
  const intake = stageIntake(deps, log);
  options.atStart?.(slack);
  const connected = await connectSlack(deps, settings, null, intake.wake);
  if (!connected.ok) throw new Error(connected.error);
  const connection = connected.value;
  void connection.known.then(() => intake.serve(connection.reader));
  opened.intake = intake;
  opened.connection = connection;
  return {
    ...stage,
    deps,
    slack,
    server,
    connection,
    intake,
    settings,
    logged,
    moveTo: async (instant) => {
      stage.clock.set(new Date(instant));
      await runDueEvents(deps);
      await drainOutbox({
        outbox: store.outbox,
        senders: [connection.sender],
        clock: stage.clock,
        log,
        random: () => 0.5,
      });
    },
  };
}

export function socketSettings(server: SlackServer, slack: FakeSlack): SlackSettings {
  return {
    mode: 'socket',
    botToken: slack.token,
    appToken: slack.appToken,
    signingSecrets: [],
    install: null,
    apiUrl: `${server.url}/api/`,
    publicUrl: '',
    proxy: null,
    noProxy: null,
  };
}

/** `/bcp words` as Slack sends it. */
export function commandOf(slack: FakeSlack, userId: string, text: string, teamId = slack.team) {
  return {
    command: '/bcp',
    text,
    team_id: teamId,
    user_id: userId,
    channel_id: 'CBOARD',
    trigger_id: slack.trigger(),
    response_url: slack.hook(userId, 'CBOARD'),
  };
}

/** Something written to bcp in one's own chat, as Slack sends it. */
export function messageOf(slack: FakeSlack, userId: string, text: string, eventId: string) {
  return {
    type: 'event_callback',
    team_id: slack.team,
    event_id: eventId,
    event: {
      type: 'message',
      channel_type: 'im',
      channel: slack.dm(userId),
      user: userId,
      text,
      ts: '1.000001',
    },
  };
}

/** Waits until something is so; fails after ten seconds. */
export async function until(isSo: () => boolean, what: string): Promise<void> {
  for (let time = 0; time < 1_000; time += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`It did not come so far: ${what}.`);
}
