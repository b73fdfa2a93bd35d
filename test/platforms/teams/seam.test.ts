import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../../src/kit/log.ts';
import type { InboundActivity } from '../../../src/platforms/teams/seam/activity.ts';
import {
  botbuilderGateway,
  type TeamsGateway,
} from '../../../src/platforms/teams/seam/botbuilder-gateway.ts';
import { guardedHttp } from '../../../src/platforms/teams/seam/guarded-http.ts';
import { loopbackAddresses, teamsAddresses } from '../../../src/platforms/teams/seam/service-addresses.ts';
import { TeamsTrouble } from '../../../src/platforms/teams/seam/trouble.ts';
import {
  appId,
  councilTenant,
  fakeTeams,
  issuer,
  policeTenant,
  type FakeTeams,
  type SignOptions,
} from './fake-teams.ts';

let fake: FakeTeams;
let gateway: TeamsGateway;
let heard: InboundActivity[];

beforeAll(async () => {
  fake = await fakeTeams();
  gateway = gatewayTo(fake);
  // The SDK writes its own complaints about tokens; they are not what is looked at here.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => fake.close());
beforeEach(() => {
  heard = [];
  fake.mishaps.length = 0;
});

function gatewayTo(to: FakeTeams, timeoutMs = 300): TeamsGateway {
  return botbuilderGateway({
    credentials: {
      kind: 'given',
      appId,
      homeTenantId: councilTenant,
      authorization: () => Promise.resolve('Bearer ours'),
    },
    tenants: [councilTenant, policeTenant],
    addresses: loopbackAddresses(),
    timeoutMs,
    log: silentLog,
    signedBy: { issuer, openIdUrl: to.openIdUrl },
  });
}

function activity(more: Readonly<Record<string, unknown>> = {}) {
  return {
    type: 'message',
    id: 'm1',
    channelId: 'msteams',
    serviceUrl: fake.url,
    text: '<at>BCP</at> status safe',
    from: { id: '29:asha', aadObjectId: 'asha', name: 'Asha Verma' },
    recipient: { id: `28:${appId}` },
    conversation: { id: 'a:asha', tenantId: councilTenant, conversationType: 'personal' },
    ...more,
  };
}

async function knock(header: string | null, body: unknown = activity()) {
  const inbound = gateway.inbound(
    (said) => {
      heard.push(said);
      return Promise.resolve(null);
    },
    () => Promise.resolve(),
  );
  return inbound.handle({ headers: header === null ? {} : { authorization: header }, body });
}

const signed = (more: SignOptions = {}) => fake.sign(more);

describe('who is let in', () => {
  it('is Teams, with a token of its own for this app', async () => {
    const answer = await knock(await signed());

    expect(answer.status).toBe(200);
    expect(heard[0]).toMatchObject({ tenantId: councilTenant, text: '/bcp status safe', scope: 'personal' });
  });

  const bad: readonly (readonly [string, () => Promise<string | null>])[] = [
    ['without a token', () => Promise.resolve(null)],
    ['with an empty token', () => Promise.resolve('Bearer ')],
    ['for another app', () => signed({ aud: 'other-app' })],
    ['from another issuer', () => signed({ iss: 'https://evil.example' })],
    [
      'from a directory, as other bots have them',
      () => signed({ iss: `https://sts.windows.net/${councilTenant}/` }),
    ],
    ['signed with another key', () => signed({ foreignKey: true })],
    ['with a key that nobody published', () => signed({ kid: 'key-2' })],
    ['that has ended', () => signed({ expiresIn: -600 })],
    ['for another address', () => signed({ serviceUrl: 'https://smba.trafficmanager.net/uk/' })],
    ['for no address at all', () => signed({ serviceUrl: null })],
    ['signed by nobody', () => Promise.resolve(unsigned('none'))],
    ['signed with a shared word', () => Promise.resolve(unsigned('HS256'))],
  ];

  it.each(bad)('is nobody %s: a bare 401, and nothing is done', async (_name, header) => {
    const answer = await knock(await header());

    expect(answer).toEqual({ status: 401 });
    expect(heard).toEqual([]);
  });

  it.each(['webchat', 'emulator', 'directline', ''])('is not the channel %j', async (channelId) => {
    expect(await knock(await signed(), activity({ channelId }))).toEqual({ status: 401 });
  });

  it('is not a tenant that is not on the list; Teams is told no more than "taken"', async () => {
    const conversation = {
      id: 'a:x',
      tenantId: 'bbbbbbbb-0000-4000-8000-000000000009',
      conversationType: 'personal',
    };

    expect(await knock(await signed(), activity({ conversation }))).toEqual({ status: 200 });
    expect(heard).toEqual([]);
  });

  it.each([null, [], 'x', 7, {}, { type: 7 }])('is not what is no activity: %j', async (body) => {
    expect(await knock(await signed(), body)).toEqual({ status: 400, body: { error: 'bad request' } });
  });
});

describe('what Teams sends', () => {
  it.each([
    ['a type nobody knows', { type: 'somethingNew' }],
    ['an entity nobody knows', { entities: [{ type: 'clientCapabilities', x: 1 }, 7, null] }],
    [
      'fields of the wrong kind',
      { text: 7, value: [], from: 'x', channelData: 7, membersAdded: 'x', timestamp: 'soon' },
    ],
  ])('is read leniently: %s is no failure', async (_name, more) => {
    expect((await knock(await signed(), activity(more))).status).toBe(200);
    expect(heard).toHaveLength(1);
  });

  it('names the person by their own tenant, also as a guest in a shared channel', async () => {
    const from = { id: '29:tom', aadObjectId: 'TOM', tenantId: policeTenant.toUpperCase(), name: 'Tom' };
    await knock(await signed(), activity({ from }));

    expect(heard[0]?.person).toEqual({
      tenantId: policeTenant,
      aadObjectId: 'tom',
      teamsId: '29:tom',
      name: 'Tom',
    });
  });

  it('names a channel without the thread', async () => {
    const conversation = {
      id: '19:abc@thread.tacv2;messageid=17',
      tenantId: councilTenant,
      conversationType: 'channel',
    };
    await knock(await signed(), activity({ conversation }));

    expect(heard[0]).toMatchObject({ scope: 'channel', channelId: '19:abc@thread.tacv2' });
  });
});

describe('what somebody types in Teams', () => {
  const bot = { type: 'mention', text: '<at>BCP</at>', mentioned: { id: `28:${appId}`, name: 'BCP' } };
  const priya = {
    type: 'mention',
    text: '<at>Priya Nair</at>',
    mentioned: { id: '29:priya', name: 'Priya' },
  };
  const channel = { id: '19:abc@thread.tacv2', tenantId: councilTenant, conversationType: 'channel' };
  const group = { id: '19:chat', tenantId: councilTenant, conversationType: 'groupChat' };
  const targeted = { recipient: { id: `28:${appId}`, isTargeted: true } };
  const heardText = async (text: string, more: object) => {
    await knock(await signed(), activity({ text, ...more }));
    return heard[0]?.text;
  };

  it.each(['status safe', '/status safe', '/ status safe', '/bcp status safe', 'bcp status safe'])(
    'is a command where it was chosen with "/" in a channel or group: %j',
    async (text) => {
      expect(await heardText(text, { conversation: channel, ...targeted })).toBe('/bcp status safe');
      heard = [];
      expect(await heardText(text, { conversation: group, ...targeted })).toBe('/bcp status safe');
    },
  );

  it.each([
    '<at>BCP</at> status safe',
    'status safe <at>BCP</at>',
    'status <at>BCP</at> safe',
    '<at>BCP</at>&nbsp;/bcp status safe',
    '<at>BCP</at> <at>BCP</at> status safe',
  ])('is a command wherever bcp is mentioned in it: %j', async (text) => {
    expect(await heardText(text, { conversation: channel, entities: [bot] })).toBe('/bcp status safe');
  });

  it.each([
    ['<at>BCP</at> assign IC4 to <at>Priya Nair</at>', [bot, priya], '/bcp assign IC4 to Priya Nair'],
    ['<at>Priya Nair</at> see IC4 <at>BCP</at>', [bot, priya], '/bcp Priya Nair see IC4'],
    ['<at>Priya Nair</at> see IC4', [priya], 'Priya Nair see IC4'],
  ])('keeps the names of others that are mentioned: %j', async (text, entities, expected) => {
    expect(await heardText(text, { conversation: channel, entities })).toBe(expected);
  });

  it('stays an answer in their own chat, when bcp is only named in it', async () => {
    const text = 'IC4 green, thank you <at>BCP</at>';

    expect(await heardText(text, { entities: [bot] })).toBe('IC4 green, thank you');
  });

  it.each([
    ['I05 &lt;5 for Q2', 'I05 <5 for Q2'],
    ['R&amp;D, &quot;on track&quot;, Asha&#39;s', 'R&D, "on track", Asha\'s'],
    ['they wrote &amp;lt;5', 'they wrote &lt;5'],
    ['a &nbsp;space, &copy; stays', 'a  space, &copy; stays'],
    ['&lt;at&gt;BCP&lt;/at&gt; status', '<at>BCP</at> status'],
  ])('is read with its signs: %j', async (text, expected) => {
    expect(await heardText(text, {})).toBe(expected);
  });
});

describe('what is sent', () => {
  const to = () => ({ serviceUrl: fake.url, tenantId: councilTenant, conversationId: 'a:asha' });
  const words = { kind: 'text', text: 'Hello' } as const;

  it('arrives once, with our token, and can be changed and taken back', async () => {
    const before = fake.requests.length;
    const { activityId } = await gateway.outbound.post(to(), words);
    await gateway.outbound.update(to(), activityId, { kind: 'text', text: 'Changed' });
    await gateway.outbound.remove(to(), activityId);

    const post = fake.posts.find(({ id }) => id === activityId);
    expect(post).toMatchObject({ conversation: 'a:asha', updates: 1, isRemoved: true });
    expect(post?.activity).toMatchObject({ text: 'Changed', textFormat: 'plain' });
    expect(fake.requests.slice(before).map(({ authorization }) => authorization)).toEqual([
      'Bearer ours',
      'Bearer ours',
      'Bearer ours',
    ]);
  });

  it('can be for one person in a channel', async () => {
    await gateway.outbound.postPrivately({ ...to(), conversationId: '19:abc' }, '29:asha', words);

    expect(fake.posts.at(-1)).toMatchObject({ conversation: '19:abc', only: '29:asha' });
  });

  it.each([
    [429, '2', { kind: 'busy', waitMs: 2_000 }],
    [412, undefined, { kind: 'busy', waitMs: null }],
    [401, undefined, { kind: 'not_sent' }],
    [403, undefined, { kind: 'gone' }],
    [404, undefined, { kind: 'gone' }],
    [400, undefined, { kind: 'refused' }],
    [413, undefined, { kind: 'refused' }],
    [500, undefined, { kind: 'unknown' }],
    [502, undefined, { kind: 'unknown' }],
    [503, undefined, { kind: 'unknown' }],
    [504, undefined, { kind: 'unknown' }],
    [302, undefined, { kind: 'refused' }],
  ] as const)('is tried once when Teams says %i', async (status, retryAfter, expected) => {
    fake.mishaps.push({ kind: 'answer', status, ...(retryAfter === undefined ? {} : { retryAfter }) });
    const before = fake.requests.length;

    const trouble = await troubleOf(gateway.outbound.post(to(), words));

    expect(trouble).toMatchObject(expected);
    expect(trouble.message).not.toContain('secret words');
    expect(fake.requests.length - before).toBe(1);
  });

  it.each(['hang', 'reset', 'take_then_reset'] as const)(
    'may have arrived after a %s, and is not sent again',
    async (kind) => {
      fake.mishaps.push({ kind });
      const before = fake.requests.length;

      expect((await troubleOf(gateway.outbound.post(to(), words))).kind).toBe('unknown');
      expect(fake.requests.length - before).toBe(1);
    },
  );

  it('did not arrive where nobody listens', async () => {
    const closed = { ...to(), serviceUrl: 'http://127.0.0.1:9/' };

    expect((await troubleOf(gateway.outbound.post(closed, words))).kind).toBe('not_sent');
  });

  it('is refused before it is sent when its card is not good', async () => {
    const before = fake.requests.length;
    const card = { type: 'AdaptiveCard', version: '1.6', body: [] } as never;

    expect((await troubleOf(gateway.outbound.post(to(), { kind: 'card', card, summary: 'x' }))).kind).toBe(
      'refused',
    );
    expect(fake.requests.length).toBe(before);
  });
});

describe('hostile addresses', () => {
  it('are sent nothing: a trap sees no request', async () => {
    let seen = 0;
    const trap = createServer((_incoming, outgoing) => {
      seen += 1;
      outgoing.end();
    });
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
    const bound = trap.address();
    const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
    const guarded = botbuilderGateway({
      credentials: {
        kind: 'given',
        appId,
        homeTenantId: '',
        authorization: () => Promise.resolve('Bearer ours'),
      },
      tenants: [councilTenant],
      addresses: teamsAddresses(),
      timeoutMs: 300,
      log: silentLog,
      signedBy: { issuer, openIdUrl: fake.openIdUrl },
    });

    const letIn = () => Promise.reject(new Error('It was let in.'));
    const hostile = hostileAddresses(port);
    for (const serviceUrl of hostile) {
      const to = { serviceUrl, tenantId: councilTenant, conversationId: 'a:asha' };
      const inbound = guarded.inbound(letIn, letIn);
      const body = { ...activity(), serviceUrl };
      expect(
        await inbound.handle({ headers: { authorization: await signed({ serviceUrl }) }, body }),
      ).toEqual({ status: 401 });
      expect((await troubleOf(guarded.outbound.post(to, { kind: 'text', text: 'x' }))).kind, serviceUrl).toBe(
        'refused',
      );
      expect((await troubleOf(guarded.outbound.openPersonal({ ...to, userId: 'x' }))).kind, serviceUrl).toBe(
        'refused',
      );
    }
    trap.close();

    expect(hostile.length).toBeGreaterThanOrEqual(25);
    expect(seen).toBe(0);
  });

  it('are told from the real ones', () => {
    const { isAllowed } = teamsAddresses(['smba.infra.gcc.teams.microsoft.com']);

    for (const real of [
      'https://smba.trafficmanager.net/uk/aaaa/',
      'https://SMBA.trafficmanager.net/teams',
      'https://europe.botframework.com/',
      'https://smba.infra.gcc.teams.microsoft.com/gcc/',
    ])
      expect(isAllowed(real), real).toBe(true);
  });

  it('are not reached by a redirect', async () => {
    fake.mishaps.push({ kind: 'answer', status: 307 });
    const http = guardedHttp(loopbackAddresses(), 300);

    const answer = await http({ method: 'GET', url: `${fake.url}v3/x`, headers: {}, body: null });

    expect(answer.status).toBe(307);
  });
});

describe('botbuilder', () => {
  it('is known to one file only', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const users = files.filter((name) =>
      /from '(?:botbuilder|botframework)/.test(readFileSync(`src/${name}`, 'utf8')),
    );

    expect(users).toEqual(['platforms/teams/seam/botbuilder-gateway.ts']);
  });
});

function hostileAddresses(port: number): readonly string[] {
  return [
    `http://127.0.0.1:${port}/`,
    `http://localhost:${port}/`,
    `https://localhost:${port}/`,
    `http://[::1]:${port}/`,
    `http://2130706433:${port}/`,
    `http://0x7f000001:${port}/`,
    `http://0177.0.0.1:${port}/`,
    `http://127.1:${port}/`,
    `http://0.0.0.0:${port}/`,
    'http://169.254.169.254/latest/meta-data/',
    'https://169.254.169.254/',
    'http://smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net.',
    `https://smba.trafficmanager.net:${port}/`,
    `https://smba.trafficmanager.net@127.0.0.1:${port}/`,
    `https://user:pass@smba.trafficmanager.net/`,
    `https://127.0.0.1:${port}/smba.trafficmanager.net/`,
    `https://127.0.0.1:${port}#.botframework.com`,
    `https://127.0.0.1:${port}?.botframework.com`,
    `https://127.0.0.1:${port}\\.botframework.com`,
    'https://botframework.com.evil.example/',
    'https://evilbotframework.com/',
    'https://smba。trafficmanager。net/',
    'https://smba.trafficmanager.net%2eevil.example/',
    'https://xn--smb-hoa.trafficmanager.net/',
    `//127.0.0.1:${port}/`,
    'file:///etc/passwd',
    'gopher://smba.trafficmanager.net/',
    'javascript:alert(1)',
    ' https://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/\r\nHost: evil.example',
    '',
  ];
}

async function troubleOf(work: Promise<unknown>): Promise<TeamsTrouble> {
  const caught = await work.then(
    () => null,
    (trouble: unknown) => trouble,
  );
  if (caught instanceof TeamsTrouble) return caught;
  throw new Error('It was sent all the same.', { cause: caught });
}

function unsigned(alg: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: issuer, aud: appId, serviceurl: fake.url, exp: 4_000_000_000 };
  return `Bearer ${part({ alg, typ: 'JWT', kid: 'key-1' })}.${part(claims)}.c2lnbmVk`;
}
