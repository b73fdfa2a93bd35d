import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { teamsPackage } from '../../../manifests/teams/package.ts';
import { clockAt } from '../../../src/kit/clock.ts';
import { silentLog } from '../../../src/kit/log.ts';
import { examineTeams, type TeamsExamination } from '../../../src/platforms/teams/examine.ts';
import type { TeamsSettings } from '../../../src/platforms/teams/settings.ts';

const now = '2026-11-22T10:00:00Z';
const appId = '11111111-2222-3333-4444-555555555555';
const tenant = '22222222-2222-3333-4444-555555555555';
const other = '33333333-2222-3333-4444-555555555555';
const folder = mkdtempSync(join(tmpdir(), 'bcp-teams-doctor-'));
const packageFile = join(folder, 'bcp-teams.zip');

const settings: Extract<TeamsSettings, { mode: 'on' }> = {
  mode: 'on',
  publicHost: 'bcp.example.org',
  appId,
  homeTenantId: tenant,
  tenants: [tenant, other],
  proof: { kind: 'secret', secret: 'the-secret-of-the-tests' },
  serviceHosts: [],
  wayOut: { proxy: null, noProxy: null },
};

let microsoft: Server;
let date = now;

beforeAll(async () => {
  microsoft = createServer((_request, response) => {
    response.writeHead(404, { date: new Date(date).toUTCString() }).end();
  });
  await new Promise<void>((resolve) => microsoft.listen(0, '127.0.0.1', resolve));
  writeFileSync(packageFile, teamsPackage({ appId, host: 'bcp.example.org', version: '1.1.0' }));
});

afterAll(() => {
  microsoft.close();
  rmSync(folder, { recursive: true, force: true });
});

async function found(changes: Partial<TeamsExamination> = {}): Promise<readonly string[]> {
  const findings = await examineTeams({
    settings,
    clock: clockAt(now),
    log: silentLog,
    packageFile,
    serviceUrl: `http://127.0.0.1:${(microsoft.address() as AddressInfo).port}/teams/`,
    getToken: () => Promise.resolve(),
    ...changes,
  });
  return findings.map(({ state, about, words }) => `${state} ${about}: ${words}`);
}

function certificate(
  name: string,
  days: string,
): { readonly certificateFile: string; readonly keyFile: string } {
  const files = { certificateFile: join(folder, `${name}.pem`), keyFile: join(folder, `${name}.key`) };
  const words = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    days,
  ];
  execFileSync(
    'openssl',
    [...words, '-subj', '/CN=bcp', '-keyout', files.keyFile, '-out', files.certificateFile],
    {
      stdio: 'pipe',
    },
  );
  return files;
}

describe('the doctor, of Teams', () => {
  it('finds everything in order, and says no secret', async () => {
    const findings = await found();

    expect(findings).toEqual([
      `ok Teams app: ${appId}, served as https://bcp.example.org/.`,
      'ok Teams proof: A client secret. It runs out on the day that the app registration names: note that day.',
      'ok Teams token: Microsoft gives one for this app.',
      "ok Teams tenants: 2 tenants may use bcp, the app's own among them.",
      `ok Teams package: ${packageFile} is of this app, version 1.1.0.`,
      expect.stringMatching(/^ok Teams address: 127\.0\.0\.1:\d+ answers\.$/) as string,
      'ok Teams clock: Within 1 seconds of ours.',
    ]);
  });

  it.each<[string, Partial<TeamsExamination>, string]>([
    [
      'that Microsoft gives no token',
      { getToken: () => Promise.reject(new Error('no')) },
      'wrong Teams token: Microsoft gives none.',
    ],
    [
      'that the app’s own tenant may not use it',
      { settings: { ...settings, tenants: [other] } },
      `look Teams tenants: One tenant may use bcp, and the app's own tenant (${tenant}) is not among them.`,
    ],
    [
      'that no home tenant is named',
      { settings: { ...settings, homeTenantId: '' } },
      'look Teams tenants: 2 tenants may use bcp. BCP_TEAMS_HOME_TENANT is empty',
    ],
    [
      'that the package is of another app',
      { settings: { ...settings, appId: other } },
      `wrong Teams package: ${packageFile} is of another app (${appId}). Make it again: npm run teams:package -- ${other} bcp.example.org`,
    ],
    [
      'that the package names another host',
      { settings: { ...settings, publicHost: 'elsewhere.example.org' } },
      `wrong Teams package: ${packageFile} names other hosts (bcp.example.org).`,
    ],
    [
      'that there is no package',
      { packageFile: join(folder, 'none.zip') },
      'look Teams package: There is no',
    ],
    [
      'that a file is no package',
      { packageFile: 'package.json' },
      'wrong Teams package: package.json is not an app package.',
    ],
    [
      'that Teams cannot be reached',
      { serviceUrl: 'http://127.0.0.1:64999/' },
      'wrong Teams address: 127.0.0.1:64999 cannot be reached from here',
    ],
    [
      'that it is only a stand-in',
      { settings: { mode: 'local' } },
      'look Teams: BCP_TEAMS=local is for trying things out',
    ],
    [
      'that a certificate is not there',
      {
        settings: {
          ...settings,
          proof: { kind: 'certificate', certificateFile: 'no.pem', keyFile: 'no.key' },
        },
      },
      'wrong Teams proof: no.pem and no.key cannot be read as a certificate and its key (PEM).',
    ],
  ])('finds %s, and says what to do', async (_what, changes, words) => {
    expect((await found(changes)).join('\n')).toContain(words);
  });

  it('finds a clock that is four and a half minutes off', async () => {
    date = '2026-11-22T10:04:30Z';

    const findings = await found();
    date = now;

    expect(findings.join('\n')).toContain(
      "wrong Teams clock: This machine's clock is 270 seconds away from Microsoft's",
    );
  });

  it('reads a certificate: how long it is good, that its time is nearly up, that it is over, that the key is another', async () => {
    const good = certificate('good', '400');
    const another = certificate('another', '400');
    const day = 86_400_000;
    const start = Date.now();
    const at = (days: number) => clockAt(new Date(start + days * day));
    const of = (files: typeof good) => ({
      settings: { ...settings, proof: { kind: 'certificate' as const, ...files } },
    });

    const fresh = (await found({ ...of(good), clock: at(0) })).join('\n');
    const soon = (await found({ ...of(good), clock: at(380) })).join('\n');
    const over = (await found({ ...of(good), clock: at(401) })).join('\n');
    const mixed = (await found({ ...of({ ...good, keyFile: another.keyFile }), clock: at(0) })).join('\n');

    expect(fresh).toContain('ok Teams proof: A certificate, good until');
    expect(soon).toContain('Make its successor now');
    expect(over).toContain('wrong Teams proof: The certificate ran out on');
    expect(mixed).toContain('is not the private key of');
  });
});
