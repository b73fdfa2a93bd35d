import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { proxyFor } from '../../../src/platforms/teams/seam/proxy.ts';
import { certificatesIn, opensslIsHere } from '../../support/certificates.ts';
import { connectProxy, type ConnectProxy } from '../../support/connect-proxy.ts';
import { fakeTeams, type FakeTeams } from './fake-teams.ts';

const folder = mkdtempSync(join(tmpdir(), 'bcp-teams-proxy-'));
let authority = '';
let fake: FakeTeams;
let proxy: ConnectProxy;

if (!opensslIsHere)
  process.stderr.write('openssl is not on this machine: Teams through a proxy is NOT tested here.\n');

/** What came of everything that bcp does with Teams, in a process of its own that trusts the stand-in's authority. */
async function spoke(through: string, noProxy = ''): Promise<unknown> {
  const program = 'test/platforms/teams/programs/speak-with-teams.ts';
  const words = ['--import', 'tsx', program, fake.url, await fake.sign(), through, noProxy];
  const { stdout } = await promisify(execFile)(process.execPath, words, {
    env: { PATH: process.env['PATH'], NODE_EXTRA_CA_CERTS: authority },
  });
  return JSON.parse(stdout);
}

describe.skipIf(!opensslIsHere)('Teams behind an organisation’s proxy', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const secrets = certificatesIn(folder);
    authority = secrets.authority;
    fake = await fakeTeams(secrets.server);
    proxy = await connectProxy();
  });
  beforeEach(() => {
    proxy.tunnels.length = 0;
    fake.connections = 0;
    fake.requests.length = 0;
    fake.mishaps.length = 0;
  });
  afterAll(async () => {
    await fake.close();
    await proxy.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const messages = () => fake.requests.filter(({ method }) => method === 'POST');
  const host = () => new URL(fake.url).host;

  it('is reached through it with everything: token, keys, messages and files', async () => {
    const came = await spoke(proxy.url);

    expect(came).toMatchObject({
      heard: 200,
      posted: { activityId: expect.any(String) as string },
      put: 201,
      elsewhere: 'refused',
      doctor: 'localhost answers.',
    });
    expect(messages().map(({ authorization }) => authorization)).toEqual([
      'Bearer token-of-the-login-service',
    ]);
    // Keys twice (where they are, and they themselves), the token, the message, the file; nothing went past it or elsewhere.
    expect(new Set(proxy.tunnels)).toEqual(new Set([host()]));
    expect(fake.connections).toBe(proxy.tunnels.length);
  });

  it('is reached straight where NO_PROXY names it', async () => {
    expect(await spoke(proxy.url, 'localhost, .example.org')).toMatchObject({ heard: 200, put: 201 });
    expect(proxy.tunnels).toEqual([]);
  });

  it('is sent nothing where the proxy opens no tunnel, so it may be tried again', async () => {
    const closed = await closedProxy();
    const { port } = closed.address() as AddressInfo;

    const came = await spoke(`http://127.0.0.1:${port}`);
    closed.close();

    expect(came).toMatchObject({ heard: 401, posted: 'not_sent', put: 'not_sent' });
    expect(came).toMatchObject({ doctor: expect.stringContaining('cannot be reached') as string });
    expect(fake.requests).toEqual([]);
  });

  it('may have got a message whose answer was lost on the way, and is sent it once', async () => {
    fake.mishaps.push({ kind: 'take_then_reset' });

    expect(await spoke(proxy.url)).toMatchObject({ posted: 'unknown' });
    expect(messages()).toHaveLength(1);
  });

  it('is not followed to another address', async () => {
    fake.mishaps.push({ kind: 'answer', status: 307 });

    expect(await spoke(proxy.url)).toMatchObject({ posted: 'refused' });
    expect(messages()).toHaveLength(1);
  });
});

describe('the proxy', () => {
  const wayOut = (noProxy: string | null) => ({ proxy: 'http://proxy.example:8080', noProxy });
  const teams = new URL('https://smba.trafficmanager.net/uk/');

  it.each([
    [null, true],
    ['', true],
    ['example.org', true],
    ['net', false],
    ['smba.trafficmanager.net', false],
    ['trafficmanager.net', false],
    ['.trafficmanager.net', false],
    ['*.trafficmanager.net', false],
    ['example.org, smba.trafficmanager.net:443', false],
    ['smba.trafficmanager.net:8443', true],
    ['afficmanager.net', true],
    ['*', false],
  ])('with NO_PROXY=%s is on the way to Teams: %s', (noProxy, isThrough) => {
    expect(proxyFor(teams, wayOut(noProxy)) !== null).toBe(isThrough);
  });

  it('is not on the way to a stand-in on this machine', () => {
    expect(proxyFor(new URL('http://127.0.0.1:56150/'), wayOut(null))).toBeNull();
  });
});

/** A proxy that lets nobody through. */
async function closedProxy(): Promise<Server> {
  const server = createServer();
  server.on('connect', (_request, socket) =>
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
