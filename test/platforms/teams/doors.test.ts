import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { teamsManifest } from '../../../manifests/teams/manifest.ts';
import { silentLog } from '../../../src/kit/log.ts';
import { connectTeams, type TeamsConnection } from '../../../src/platforms/teams/connect.ts';
import { startWebServer, type WebServer } from '../../../src/web/server.ts';
import { birminghamStage } from '../../support/birmingham.ts';
import { testStore } from '../../support/database.ts';
import { appId } from './fake-teams.ts';

let teams: TeamsConnection;
let server: WebServer;

beforeEach(async () => {
  const stage = await birminghamStage(await testStore());
  teams = connectTeams(stage.deps, { mode: 'local' }, () => undefined);
  server = await startWebServer({
    doors: [teams.door, teams.pages],
    log: silentLog,
    isHealthy: () => Promise.resolve(true),
    port: 0,
  });
});
afterEach(async () => {
  await server.close();
});

describe('the pages that the app package names', () => {
  const { developer } = teamsManifest({ appId, host: 'bcp.example.org', version: '1.0.0' });

  it.each([
    ['what bcp is', developer.websiteUrl, "bcp: the partnership's secretary"],
    ['what it does with what people write', developer.privacyUrl, 'Please never write about a child.'],
    ['on what terms it is used', developer.termsOfUseUrl, 'is read by the partnership and its board'],
  ])('are there, and say %s', async (_what, address, words) => {
    const response = await fetch(server.url + new URL(address).pathname);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain(words);
  });

  it('are not everything: what is not there is not found', async () => {
    expect((await fetch(`${server.url}/constructor`)).status).toBe(404);
  });
});

describe('Teams in local mode, where nobody proves who they are', () => {
  const knock = async (headers: Readonly<Record<string, string>>) => {
    const activity = {
      type: 'message',
      channelId: 'msteams',
      serviceUrl: 'http://127.0.0.1:9/',
      from: { id: '29:eve', aadObjectId: 'eve' },
      conversation: { id: 'a:eve', tenantId: 'local' },
    };
    const response = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(activity),
    });
    return response.status;
  };

  it('is for this machine', async () => {
    expect(await knock({})).toBe(200);
  });

  it.each(['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'])(
    'is for nobody whom a reverse proxy of this machine hands on (%s)',
    async (header) => {
      expect(await knock({ [header]: '203.0.113.7' })).toBe(403);
    },
  );
});
