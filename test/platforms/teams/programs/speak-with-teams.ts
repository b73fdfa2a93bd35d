import { systemClock } from '../../../../src/kit/clock.ts';
import { silentLog } from '../../../../src/kit/log.ts';
import { examineTeams } from '../../../../src/platforms/teams/examine.ts';
import { botbuilderGateway } from '../../../../src/platforms/teams/seam/botbuilder-gateway.ts';
import { guardedHttp } from '../../../../src/platforms/teams/seam/guarded-http.ts';
import { TeamsTrouble } from '../../../../src/platforms/teams/seam/trouble.ts';
import { appId, councilTenant, issuer } from '../fake-teams.ts';

/**
 * Does everything that bcp does with Teams over the network, and says what came of it: gets a token, lets a request in, posts, puts a file, looks as the doctor does. Its
 * words: the address of the stand-in, a signed header, the proxy, the names that need none.
 */
const [url = '', authorization = '', proxy = '', noProxy = ''] = process.argv.slice(2);
const addresses = { isAllowed: (each: string) => each.startsWith(url) };
const wayOut = { proxy: proxy === '' ? null : proxy, noProxy };
const timeoutMs = 5_000;
const gateway = botbuilderGateway({
  credentials: { kind: 'secret', appId, homeTenantId: councilTenant, secret: 'the-secret-of-the-tests' },
  tenants: [councilTenant],
  addresses,
  timeoutMs,
  log: silentLog,
  signedBy: { issuer, openIdUrl: `${url}openid` },
  login: url.replace(/\/$/, ''),
  wayOut,
});
const to = { serviceUrl: url, tenantId: councilTenant, conversationId: 'a:asha' };

async function outcomeOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return (await work()) ?? 'done';
  } catch (trouble) {
    return trouble instanceof TeamsTrouble ? trouble.kind : String(trouble);
  }
}

const heard = await outcomeOf(async () => {
  const inbound = gateway.inbound(
    () => Promise.resolve(null),
    () => Promise.resolve(),
  );
  const body = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: url,
    from: { id: '29:asha' },
    conversation: { id: 'a:asha', tenantId: councilTenant },
  };
  return (await inbound.handle({ headers: { authorization }, body })).status;
});
const posted = await outcomeOf(() => gateway.outbound.post(to, { kind: 'text', text: 'Hello' }));
const files = guardedHttp(addresses, timeoutMs, wayOut);
const put = (name: string) =>
  outcomeOf(async () => {
    const body = Buffer.from('# Digest');
    return (await files({ method: 'PUT', url: `${url}upload/${name}`, headers: {}, body })).status;
  });
const elsewhere = await outcomeOf(() =>
  gateway.outbound.post({ ...to, serviceUrl: 'https://elsewhere.example/' }, { kind: 'text', text: 'Hello' }),
);
const findings = await examineTeams({
  settings: {
    mode: 'on',
    publicHost: 'bcp.example.org',
    appId,
    homeTenantId: councilTenant,
    tenants: [councilTenant],
    proof: { kind: 'secret', secret: 'the-secret-of-the-tests' },
    serviceHosts: [],
    wayOut,
  },
  clock: systemClock,
  log: silentLog,
  packageFile: 'none.zip',
  serviceUrl: url,
  getToken: () => Promise.resolve(),
});
const doctor = findings.find(({ about }) => about === 'Teams address')?.words.replace(/:\d+/, '');
process.stdout.write(JSON.stringify({ heard, posted, put: await put('digest'), elsewhere, doctor }));
process.exit(0);
