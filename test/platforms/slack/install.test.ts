import { afterEach, describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { closeStages, everythingLogged, messageOf } from './connected-stage.ts';
import {
  closeInstallStages,
  installStage,
  returnAddress,
  sealKey,
  type InstallStage,
} from './install-stage.ts';

afterEach(async () => {
  await closeInstallStages();
  await closeStages();
});

const rowOf = (stage: InstallStage, team = 'T1') =>
  stage.store.in(stage.partnershipId).settings.get(`slack_installation:${team}`);

const later = (stage: InstallStage, hours: number) =>
  stage.clock.set(new Date(stage.clock.now().getTime() + hours * 3_600_000));

const secondsNow = (stage: InstallStage) => Math.floor(stage.clock.now().getTime() / 1_000);

const notGood = { status: 400, words: expect.stringContaining('not good') as string };

describe('installing bcp in a workspace', () => {
  it('leads to Slack and back, and then bcp answers there', async () => {
    const stage = await installStage(await testStore());
    const before = await stage.command('help');

    const { to, header, state, cookie } = await stage.begin();
    const done = await stage.comeBack(state, stage.slack.oauth.code(returnAddress), cookie);
    const after = await stage.command('help');

    expect(to.searchParams.get('client_id')).toBe(stage.slack.oauth.clientId);
    expect(to.searchParams.get('redirect_uri')).toBe(returnAddress);
    expect(to.searchParams.get('scope')?.split(',')).toEqual(stage.slack.scopes.split(','));
    expect(header).toMatch(/; Path=\/slack; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/);
    expect(String(before['text'])).toContain('not installed in this Slack workspace');
    expect(done).toMatchObject({ status: 200 });
    expect(String(after['text'])).toContain('What you can type');
  });

  it('keeps the keys sealed: the database holds none of them in clear', async () => {
    const stage = await installStage(await testStore());
    await stage.install();

    const kept = JSON.stringify(await rowOf(stage));

    expect(kept).toMatch(/"v1\.[0-9a-f]{8}\./);
    for (const secret of stage.slack.oauth.secrets) expect(kept).not.toContain(secret);
  });

  it('is done once for one beginning', async () => {
    const stage = await installStage(await testStore());
    const { state, cookie } = await stage.begin();

    const first = await stage.comeBack(state, stage.slack.oauth.code(returnAddress), cookie);
    const again = await stage.comeBack(state, stage.slack.oauth.code(returnAddress), cookie);

    expect(first.status).toBe(200);
    expect(again).toMatchObject(notGood);
  });

  it.each([
    ['in another browser', (stage: InstallStage, state: string) => stage.comeBack(state, 'code', '')],
    [
      'with a cookie of somebody else',
      (stage: InstallStage, state: string) =>
        stage.comeBack(state, 'code', `bcp_slack_install=${'0'.repeat(32)}`),
    ],
    [
      'eleven minutes later',
      (stage: InstallStage, state: string, cookie: string) => {
        later(stage, 11 / 60);
        return stage.comeBack(state, 'code', cookie);
      },
    ],
    [
      'with a beginning that lasts longer than was signed',
      (stage: InstallStage, state: string, cookie: string) =>
        stage.comeBack(state.replace(/\.(\d)/, '.9'), 'code', cookie),
    ],
    [
      'with a beginning that nobody signed',
      (stage: InstallStage, state: string, cookie: string) =>
        stage.comeBack(state.replace(/[0-9a-f]{64}$/, 'a'.repeat(64)), 'code', cookie),
    ],
    ['without a beginning', (stage: InstallStage) => stage.comeBack('', 'code', '')],
    [
      'without a code',
      (stage: InstallStage, state: string, cookie: string) => stage.comeBack(state, '', cookie),
    ],
  ])('is refused %s, before Slack is asked for anything', async (_what, comeBack) => {
    const stage = await installStage(await testStore());
    const { state, cookie } = await stage.begin();

    const refused = await comeBack(stage, state, cookie);

    expect(refused).toMatchObject(notGood);
    expect(stage.slack.calls).toEqual([]);
    expect(await rowOf(stage)).toBeUndefined();
  });

  it('is refused for a workspace that is not on the list, and its key is given back', async () => {
    const stage = await installStage(await testStore());

    const refused = await stage.install('T9');

    expect(refused.status).toBe(403);
    expect(stage.slack.oauth.isRevoked('T9')).toBe(true);
    expect(await rowOf(stage, 'T9')).toBeUndefined();
  });

  it('says in words when somebody changed their mind on Slack’s page', async () => {
    const stage = await installStage(await testStore());

    const response = await fetch(`${stage.web.url}/slack/oauth_redirect?error=access_denied&state=x`);

    expect(await response.text()).toContain('Nothing was installed.');
  });
});

describe('a sealed key', () => {
  it('does not open in the row of another workspace', async () => {
    const stage = await installStage(await testStore());
    await stage.install();
    const { settings } = stage.store.in(stage.partnershipId);

    await settings.set('slack_installation:T2', await rowOf(stage));
    const answer = await stage.command('status', 'T2');

    expect(String(answer['text'])).toContain('could not answer just now');
    expect(stage.logged.join()).toContain('does not open');
  });

  it('still opens with an older key, and does not without it', async () => {
    const store = await testStore();
    const stage = await installStage(store);
    await stage.install();
    const { sealKeys } = await import('../../../src/platforms/slack/install/seal.ts');
    const newer = 'cd'.repeat(32);
    const of = (keys: string) => ({ ...stage.settings.install!, sealKeys: sealKeys(keys) ?? [] });
    const { sealedInstallations } =
      await import('../../../src/platforms/slack/install/sealed-installations.ts');
    const api = { fetch: globalThis.fetch, url: stage.settings.apiUrl, log: stage.deps.log };
    const sleep = () => Promise.resolve();
    const withKeys = (keys: string) =>
      sealedInstallations({ deps: stage.deps, install: of(keys), api, sleep });

    const both = await withKeys(`${newer},${sealKey}`).find('T1');
    const onlyNew = withKeys(newer).find('T1');

    expect(both?.teamId).toBe('T1');
    await expect(onlyNew).rejects.toThrow('BCP_SLACK_SEAL_KEY is not the one it was sealed with');
  });
});

describe('a key that runs out', () => {
  it('is renewed once, however many ask at once on two instances', async () => {
    const stage = await installStage(await testStore());
    await stage.install();
    const other = await stage.second();
    later(stage, 10.5);

    const answers = await Promise.all(
      Array.from({ length: 8 }, (_each, index) =>
        stage.command('help', 'T1', index % 2 === 0 ? stage.web : other),
      ),
    );

    expect(stage.slack.oauth.refreshes).toBe(1);
    expect(answers.every((answer) => String(answer['text']).includes('What you can type'))).toBe(true);
  });

  it('is renewed once also when it has run out already: the other instance waits for the new one', async () => {
    const stage = await installStage(await testStore());
    await stage.install();
    const other = await stage.second();
    later(stage, 13);
    stage.slack.fault('oauth.v2.access', { kind: 'slow', ms: 400 });

    const answers = await Promise.all([stage.command('help'), stage.command('help', 'T1', other)]);

    expect(stage.slack.oauth.refreshes).toBe(1);
    expect(answers.every((answer) => String(answer['text']).includes('What you can type'))).toBe(true);
    expect(stage.slack.calls.filter(({ args }) => args['grant_type'] === 'refresh_token')).toHaveLength(1);
  });

  it('goes on being used while it is good when Slack cannot renew it just now', async () => {
    const stage = await installStage(await testStore());
    await stage.install();
    later(stage, 10.5);
    stage.slack.fault('oauth.v2.access', { kind: 'status', status: 503, accepts: false });

    const meanwhile = await stage.command('help');
    later(stage, 0.1);
    const after = await stage.command('help');

    expect(String(meanwhile['text'])).toContain('What you can type');
    expect(String(after['text'])).toContain('What you can type');
    expect(stage.logged.join()).toContain('could not be renewed');
    expect(stage.slack.oauth.refreshes).toBe(1);
  });
});

describe('the end of an installation', () => {
  it.each([
    ['bcp is taken out', { type: 'app_uninstalled' }],
    ['its key is revoked', { type: 'tokens_revoked', tokens: { bot: ['UBOT'], oauth: [] } }],
  ])('is noticed when %s: its key is deleted, and who asks is told', async (_what, event) => {
    const stage = await installStage(await testStore());
    await stage.install();

    const status = await stage.event(event, 'Ev-bye');
    const answer = await stage.command('help');
    await stage.moveTo('2026-11-02T09:00:00Z');

    expect(status).toBe(200);
    expect(await rowOf(stage)).toEqual({ sealed: null });
    expect(String(answer['text'])).toContain('not installed in this Slack workspace');
    const [lost] = await stage.store.in(stage.partnershipId).deliveries.inStates(['nobody_there']);
    expect(lost?.trouble).toContain('not installed');
  });

  it.each([
    ['bcp was taken out', { type: 'app_uninstalled' }],
    ['its key was revoked', { type: 'tokens_revoked', tokens: { bot: ['UBOT'], oauth: [] } }],
  ])('is not the end of a later one: told late that %s, bcp keeps the new key', async (_what, event) => {
    const stage = await installStage(await testStore());
    await stage.install();
    const taken = secondsNow(stage) + 60;
    later(stage, 0.1);
    await stage.install();

    const status = await stage.event(event, 'Ev-late', taken);

    expect(status).toBe(200);
    expect(String((await stage.command('help'))['text'])).toContain('What you can type');
    expect(stage.logged.join()).toContain('The end of an earlier installation');
  });

  it('is the end also of an installation whose key has been renewed since', async () => {
    const stage = await installStage(await testStore());
    await stage.install();
    const taken = secondsNow(stage) + 60;
    later(stage, 10.5);
    await stage.command('help');

    await stage.event({ type: 'app_uninstalled' }, 'Ev-late', taken);

    expect(stage.slack.oauth.refreshes).toBe(1);
    expect(await rowOf(stage)).toEqual({ sealed: null });
  });

  it('is not the end when only somebody’s own token was revoked', async () => {
    const stage = await installStage(await testStore());
    await stage.install();

    await stage.event({ type: 'tokens_revoked', tokens: { bot: [], oauth: ['UASHA'] } }, 'Ev-own');

    expect(String((await stage.command('help'))['text'])).toContain('What you can type');
  });
});

describe('what is logged', () => {
  it('holds no key, no name, no address and no word of anybody, through a whole month with its troubles', async () => {
    const stage = await installStage(await testStore(), {}, everythingLogged);
    await stage.install();
    await stage.install('T9');
    stage.slack.fault(
      'chat.postMessage',
      { kind: 'reset', accepts: true },
      { kind: 'status', status: 500, accepts: false },
      { kind: 'error', error: 'token_expired' },
      { kind: 'html' },
      { kind: 'error', error: 'invalid_blocks' },
    );
    await stage.moveTo('2026-11-02T09:00:00Z');
    const { event } = messageOf(stage.slack, 'ULENA', 'Green, the zebra crossing club met twice', 'Ev1');
    stage.slack.fault('chat.postMessage', { kind: 'status', status: 500, accepts: false });
    await stage.event(event, 'Ev1');
    await stage.event(event, 'Ev1');
    await stage.command('status zebra crossing');
    stage.slack.fault('oauth.v2.access', { kind: 'error', error: 'invalid_refresh_token' });
    later(stage, 11);
    await stage.command('help');
    for (const hours of [1, 2, 4])
      await stage.moveTo(new Date(stage.clock.now().getTime() + hours * 3_600_000).toISOString());
    await fetch(`${stage.web.url}/slack/events`, { method: 'POST', body: 'text=zebra+crossing' });

    const lines = stage.logged.join('\n');
    const private_ = [
      ...stage.slack.oauth.secrets,
      stage.slack.oauth.clientSecret,
      sealKey,
      'zebra',
      'Lena',
      'birmingham.example',
      'youth council',
    ];

    expect(stage.logged.length).toBeGreaterThan(5);
    for (const secret of private_) expect(lines.includes(secret), secret).toBe(false);
  });
});
