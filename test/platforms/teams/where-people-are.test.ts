import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storedReach, type Reach } from '../../../src/platforms/teams/people/reach.ts';
import { readActivity, type InboundActivity } from '../../../src/platforms/teams/seam/activity.ts';
import { firstAddress } from '../../../src/platforms/teams/seam/service-addresses.ts';
import { runRetention } from '../../../src/use-cases/retention.ts';
import { birminghamStage } from '../../support/birmingham.ts';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { councilTenant, fakeTeams, policeTenant, type FakeTeams } from './fake-teams.ts';
import { accountOf, chatOf, patient, teamsStage, type TeamsStage } from './teams-stage.ts';

const board = '19:board@thread.tacv2';
const uk = 'https://smba.trafficmanager.net/uk/';
const emea = 'https://smba.trafficmanager.net/emea/';

let fake: FakeTeams;
let stage: TeamsStage;

beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake, undefined, patient);
});
afterEach(async () => {
  await fake.close();
});

const settingsOf = (partnershipId = stage.partnershipId) => stage.store.in(partnershipId).settings;
const kept = (name: string, tenant = councilTenant, partnershipId = stage.partnershipId) =>
  settingsOf(partnershipId).get(`teams:person:${tenant}:${accountOf(name)}`);

describe('where somebody is reached', () => {
  it('is kept of nobody whose account no partnership knows', async () => {
    await stage.type('nosy', 'hello');
    await stage.type('nosy', '<at>BCP</at> status', {
      conversation: { id: board, tenantId: councilTenant, conversationType: 'channel' },
    });

    expect(await kept('nosy')).toBeUndefined();
    expect(await settingsOf().get(`teams:tenant:${councilTenant}`)).toEqual({ serviceUrl: fake.url });
  });

  it('is kept only where their account is known, and not in every partnership', async () => {
    const solihull = await birminghamStage(stage.store, '2026-11-02T08:59:00Z', undefined, 'solihull');

    await stage.type('asha.verma', 'help');

    expect(await kept('asha.verma')).toMatchObject({ conversationId: chatOf('asha.verma') });
    expect(await kept('asha.verma', councilTenant, solihull.partnershipId)).toBeUndefined();
  });

  it('is kept with the first message after their account has become known', async () => {
    await stage.type('asha.new', 'help');
    await stage.type('sam.field', 'link code asha.verma@birmingham.example');
    const [, code = ''] = /once: link (\S+)/.exec(wordsOf(stage.chat('sam.field').at(-1)?.activity)) ?? [];
    await stage.type('asha.new', `link ${code}`);
    await stage.type('asha.new', 'help');

    expect(await kept('asha.new')).toMatchObject({ conversationId: chatOf('asha.new') });
  });

  it('goes with the account when somebody has left long enough ago', async () => {
    await stage.type('tom.osei', 'help');
    await stage.type('asha.verma', 'help');
    await settingsOf().set(`teams:person:${councilTenant}:nobody`, { name: 'Kept by an older version' });
    await stage.type('sam.field', 'leaves Tom Osei 2026-11-03');
    stage.clock.set(new Date('2027-01-10T10:00:00Z'));
    const before = await kept('tom.osei', policeTenant);

    const run = await runRetention(stage.deps, stage.partnershipId, null);

    expect(before).toBeDefined();
    expect(run.ok && run.value.leavers).toBe(2);
    expect(await kept('tom.osei', policeTenant)).toBeUndefined();
    expect(await settingsOf().get(`teams:person:${councilTenant}:nobody`)).toBeUndefined();
    expect(await kept('asha.verma')).toBeDefined();
  });
});

describe('the chat of somebody who has never written', () => {
  it('keeps the address at which it was opened, so that what follows arrives too', async () => {
    await stage.type('sam.field', 'help');
    // A colleague of Tom's, so that it is known where their tenant is reached.
    await stage.type('police.clerk', 'help', {
      conversation: { id: 'a:police', tenantId: policeTenant, conversationType: 'personal' },
    });
    await stage.at('2026-11-02T09:00:00Z');
    await stage.drain();
    expect(await kept('asha.verma')).toMatchObject({
      serviceUrl: fake.url,
      conversationId: chatOf(accountOf('asha.verma')).replace('29:', ''),
    });

    await stage.at('2026-11-05T09:00:00Z');
    await stage.drain();

    expect(await stage.store.in(stage.partnershipId).deliveries.inStates(['refused', 'gave_up'])).toEqual([]);
  });

  it.each([
    [[], 'https://smba.trafficmanager.net/teams/'],
    [['*.teams.microsoft.us'], 'https://smba.trafficmanager.net/teams/'],
    [['smba.infra.gcc.teams.microsoft.com'], 'https://smba.infra.gcc.teams.microsoft.com/teams/'],
  ])('is looked for first in the cloud that the settings name: %j', (hosts, address) => {
    expect(firstAddress(hosts)).toBe(address);
  });
});

describe('somebody who writes in a shared channel of another tenant', () => {
  let reach: Reach;
  beforeEach(() => {
    reach = storedReach(stage.store, firstAddress());
  });

  function said(serviceUrl: string, conversation: Readonly<Record<string, unknown>>): InboundActivity {
    const from = { id: '29:tom.osei', aadObjectId: accountOf('tom.osei'), tenantId: policeTenant };
    const heard = readActivity({ type: 'message', serviceUrl, from, conversation });
    if (heard === null) throw new Error('This is no activity.');
    return heard;
  }
  const inChannel = (serviceUrl: string) =>
    said(serviceUrl, { id: board, tenantId: councilTenant, conversationType: 'channel' });
  const inChat = (serviceUrl: string) =>
    said(serviceUrl, { id: 'a:tom', tenantId: policeTenant, conversationType: 'personal' });
  const tom = () => reach.person(stage.partnershipId, policeTenant, accountOf('tom.osei'));

  it('is reached in their own chat at its own address all the same', async () => {
    await reach.note(inChat(emea));
    await reach.note(inChannel(uk));

    expect(await tom()).toMatchObject({ serviceUrl: emea, conversationId: 'a:tom' });
    expect(await reach.serviceUrl(stage.partnershipId, councilTenant, board)).toBe(uk);
  });

  it('and has no chat yet is looked for where their own tenant is', async () => {
    await reach.note({ ...inChat(emea), person: { ...inChat(emea).person, aadObjectId: 'a colleague' } });
    await reach.note(inChannel(uk));

    expect(await tom()).toMatchObject({ serviceUrl: emea, conversationId: null });
  });

  it('and chats elsewhere later is reached where that chat is', async () => {
    await reach.note(inChannel(uk));
    await reach.note(inChat(emea));

    expect(await tom()).toMatchObject({ serviceUrl: emea, conversationId: 'a:tom' });
  });
});
