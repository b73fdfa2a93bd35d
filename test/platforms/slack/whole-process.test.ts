import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/kit/clock.ts';
import { sentence } from '../../../src/messages/sentence.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { birminghamStage } from '../../support/birmingham.ts';
import { certificatesIn, opensslIsHere } from '../../support/certificates.ts';
import { connectProxy, type ConnectProxy } from '../../support/connect-proxy.ts';
import { silentLog, templatePath } from '../../support/database.ts';
import { commandOf, messageOf, until } from './connected-stage.ts';
import { FakeSlack } from './fake-slack/fake-slack.ts';
import { slackServer, type SlackServer } from './fake-slack/slack-server.ts';
import { accounts, peopleInSlack } from './slack-people.ts';

/** bcp as it is started for real, in a process of its own, over TLS with an authority of its own and through a proxy. */
const folder = mkdtempSync(join(tmpdir(), 'bcp-slack-process-'));
let slack: FakeSlack;
let server: SlackServer;
let proxy: ConnectProxy;
let authority = '';
let running: Running | null = null;

if (!opensslIsHere)
  process.stderr.write(
    'openssl is not on this machine: bcp over TLS and through a proxy is NOT tested here.\n',
  );

interface Running {
  readonly child: ChildProcess;
  readonly said: string[];
  readonly ended: Promise<number | null>;
}

function started(settings: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: {
      PATH: process.env['PATH'],
      BCP_PORT: '0',
      BCP_DATA_DIR: folder,
      BCP_SLACK_MODE: 'socket',
      BCP_SLACK_BOT_TOKEN: slack.token,
      BCP_SLACK_APP_TOKEN: slack.appToken,
      BCP_SLACK_API_URL: `${server.url}/api/`,
      NODE_EXTRA_CA_CERTS: authority,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stdout.on('data', (piece: Buffer) => said.push(piece.toString()));
  child.stderr.on('data', (piece: Buffer) => said.push(piece.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  running = { child, said, ended };
  return running;
}

/** What a program of the tests says on its standard output. */
async function spawnProgram(words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, words, {
    env: { PATH: process.env['PATH'], NODE_EXTRA_CA_CERTS: authority },
  });
  return stdout;
}

async function atWork(settings: Readonly<Record<string, string>>): Promise<Running> {
  const process_ = started(settings);
  const over = { now: false };
  void process_.ended.then(() => (over.now = true));
  while (!process_.said.join('').includes('bcp is at work in Slack')) {
    if (over.now) throw new Error(process_.said.join(''));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return process_;
}

/** A notice for each of these accounts, due at once, in the database of the process. */
async function promiseNotices(people: readonly string[]): Promise<void> {
  const store = await openStore({
    dataDir: join(folder, 'work'),
    templatePath: await templatePath(),
    log: silentLog,
  });
  const [partnership] = await store.partnerships();
  const now = systemClock.now();
  for (const accountId of people)
    await store.in(partnership!.id).deliveries.promise({
      id: accountId,
      key: `notice:${accountId}`,
      purpose: 'notice',
      to: { kind: 'account', platform: 'slack', tenantId: slack.team, accountId, personId: 'x' },
      message: sentence('The board meets on Monday.'),
      replaces: null,
      promisedAt: now,
      dueAt: now,
    });
  await store.close();
}

/** What the process says of itself on its own page. */
async function health(said: readonly string[]): Promise<number> {
  const [page = ''] = /http:\/\/\S+\/healthz/.exec(said.join('')) ?? [];
  return (await fetch(page)).status;
}

describe.skipIf(!opensslIsHere)('bcp in a process of its own', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const secrets = certificatesIn(folder);
    authority = secrets.authority;
    slack = new FakeSlack(systemClock);
    for (const [name, id] of Object.entries(accounts)) slack.addUser(id, `${name}@birmingham.example`);
    slack.addChannel('CBOARD', Object.values(accounts));
    server = await slackServer(slack, { secrets: secrets.server, host: 'localhost' });
    proxy = await connectProxy();
    const store = await openStore({
      dataDir: join(folder, 'work'),
      templatePath: await templatePath(),
      log: silentLog,
    });
    const stage = await birminghamStage(store, '2026-11-02T09:00:00Z', peopleInSlack());
    await stage.at('2026-11-02T09:00:00Z');
    await store.close();
  }, 120_000);

  afterEach(async () => {
    running?.child.kill('SIGKILL');
    await running?.ended;
    running = null;
    proxy.tunnels.splice(0);
  });

  afterAll(async () => {
    await server.close();
    await proxy.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('goes through the proxy with its calls and its connection', async () => {
    const reached = server.reached;

    await atWork({ HTTPS_PROXY: proxy.url });
    await until(() => server.open === 1, 'connected');
    const answer = await server.send('slash_commands', commandOf(slack, 'UGRACE', 'status safe'));

    expect(String(answer?.payload['text'])).toContain('Outcome SAFE');
    expect(new Set(proxy.tunnels)).toEqual(new Set([new URL(server.url).host]));
    expect(server.reached - reached).toBe(proxy.tunnels.length);
  });

  it('goes through the proxy with its pictures', async () => {
    const program = ['--import', 'tsx', 'test/platforms/slack/programs/upload-a-picture.ts'];

    const id = await spawnProgram([...program, `${server.url}/api/`, slack.token, proxy.url]);

    expect(slack.files.get(id)).toMatchObject({ name: 'chart.png', size: 6, complete: true });
    expect(new Set(proxy.tunnels)).toEqual(new Set([new URL(server.url).host]));
  });

  it('goes straight to what NO_PROXY names', async () => {
    await atWork({ HTTPS_PROXY: proxy.url, NO_PROXY: 'localhost,.example.org' });
    await until(() => server.open === 1, 'connected');

    expect(proxy.tunnels).toEqual([]);
  });

  it('is not healthy where it does not trust the certificate, and says what to do', async () => {
    const { said } = await atWork({ NODE_EXTRA_CA_CERTS: '' });

    expect(await health(said)).toBe(503);
    expect(said.join('')).toContain('name its certificate in NODE_EXTRA_CA_CERTS');
    expect(server.open).toBe(0);
  });

  it('starts while Slack cannot be reached, is not healthy until it can, and then is at work', async () => {
    slack.fault('auth.test', { kind: 'status', status: 503, accepts: false });
    slack.fault('auth.test', { kind: 'slow', ms: 2_000 });

    const { said } = await atWork({});
    const meanwhile = await health(said);
    await until(() => server.open === 1, 'connected');
    const answer = await server.send('slash_commands', commandOf(slack, 'UGRACE', 'status safe'));

    expect(meanwhile).toBe(503);
    expect(await health(said)).toBe(200);
    expect(String(answer?.payload['text'])).toContain('Outcome SAFE');
    expect(said.join('')).toContain('Slack did not answer, or not as Slack does. bcp goes on trying');
  });

  it('does not start with a bot token that Slack does not take, and says which', async () => {
    slack.fault('auth.test', { kind: 'error', error: 'invalid_auth' });

    const refused = started({});

    expect(await refused.ended).toBe(1);
    expect(refused.said.join('')).toContain('BCP_SLACK_BOT_TOKEN was not taken');
    expect(refused.said.join('')).not.toContain(slack.token);
  });

  it('does not start with a token for apps that Slack does not take, and says which', async () => {
    const refused = started({ BCP_SLACK_APP_TOKEN: 'xapp-wrong' });

    expect(await refused.ended).toBe(1);
    expect(refused.said.join('')).toContain('Slack does not take BCP_SLACK_APP_TOKEN (invalid_auth).');
    expect(refused.said.join('')).not.toContain('xapp-wrong');
  });

  it('finishes what was begun when it is told to stop, and ends without an error', async () => {
    const { child, ended, said } = await atWork({});
    await until(() => server.open === 1, 'connected');
    slack.fault('chat.postMessage', { kind: 'slow', ms: 1_000 });
    slack.calls.splice(0);

    const begun = server.send('events_api', messageOf(slack, 'ULENA', 'help', 'Ev-stop'), 8_000);
    await until(
      () => slack.calls.some(({ method }) => method === 'chat.postMessage'),
      'the answer is on its way',
    );
    child.kill('SIGTERM');
    const acknowledged = await begun;

    expect(acknowledged?.payload).toEqual({});
    expect(await ended).toBe(0);
    expect(slack.seen('DULENA', 'ULENA').join()).toContain('What you can type');
    expect(said.join('')).not.toMatch(/Unhandled|ERR_|"level":50/);
  });

  it('told to stop among many messages, finishes those on their way and leaves the rest for the next start', async () => {
    const people = Array.from({ length: 60 }, (_, index) => `UMANY${index}`);
    for (const id of people) slack.addUser(id, `${id}@birmingham.example`);
    await promiseNotices(people);
    slack.fault('chat.postMessage', ...people.map(() => ({ kind: 'slow', ms: 1_500 }) as const));
    const notices = () =>
      people.filter((id) => slack.messages.some(({ channel }) => channel === slack.dm(id)));
    const standing = () => slack.messages.filter(({ channel }) => channel.startsWith('DUMANY'));
    slack.calls.splice(0);

    const first = await atWork({});
    const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
    await until(() => posts() >= 20, 'twenty are on their way');
    first.child.kill('SIGTERM');
    const toldAt = performance.now();
    const code = await first.ended;
    const took = performance.now() - toldAt;
    const stood = notices().length;
    slack.calls.splice(0);
    const second = await atWork({});
    await until(() => notices().length === people.length, 'everybody has theirs');
    second.child.kill('SIGTERM');
    await second.ended;

    expect(code).toBe(0);
    expect(took).toBeLessThan(5_000);
    expect(stood).toBeGreaterThan(0);
    expect(stood).toBeLessThanOrEqual(20);
    expect(standing()).toHaveLength(people.length);
    expect(slack.calls.filter(({ method }) => method === 'conversations.history')).toEqual([]);
  });
});
