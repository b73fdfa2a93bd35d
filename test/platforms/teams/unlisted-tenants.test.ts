import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { appId, councilTenant, fakeTeams, healthTenant, type FakeTeams } from './fake-teams.ts';
import { patient, teamsStage, type TeamsStage } from './teams-stage.ts';

const elsewhere = 'bbbbbbbb-0000-4000-8000-00000000000b';
const inBoard = {
  conversation: { id: '19:board@thread.tacv2', tenantId: councilTenant, conversationType: 'channel' },
};

let fake: FakeTeams;
let stage: TeamsStage;

beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake, undefined, patient);
});
afterEach(async () => {
  await fake.close();
});

const from = (name: string, tenantId: string) => ({
  from: { id: `29:${name}`, aadObjectId: name, tenantId },
});
const rows = async (verb: string) =>
  (await stage.store.in(stage.partnershipId).audit.after(0, 500)).filter((entry) => entry.verb === verb);

describe('somebody of a tenant that is not on the list', () => {
  it('is not answered in the shared channel of one that is, whatever they type or press', async () => {
    const there = { ...inBoard, ...from('eve', elsewhere) };

    await stage.type('eve', '<at>BCP</at> status safe', there);
    await stage.invoke('eve', 'adaptiveCard/action', {}, there);

    expect(fake.requests).toEqual([]);
    expect(await rows('stranger_refused')).toEqual([]);
  });

  it('is written down once a day for each tenant, and not by name', async () => {
    const there = { ...inBoard, ...from('eve', elsewhere) };
    await stage.type('eve', '<at>BCP</at> status safe', there);
    await stage.type('eve', 'hello', {
      ...from('eve', elsewhere),
      conversation: { id: 'a:eve', tenantId: elsewhere },
    });
    stage.clock.set(new Date('2026-11-03T09:00:00Z'));
    await stage.type('eve', '<at>BCP</at> status safe', there);

    const refused = await rows('teams_tenant_refused');
    expect(refused.map(({ subject }) => subject)).toEqual([`teams:${elsewhere}`, `teams:${elsewhere}`]);
    expect(JSON.stringify(refused)).not.toContain('eve');
  });

  it('is heard of all the same when they change a place that is on the list', async () => {
    await stage.event({
      type: 'conversationUpdate',
      channelId: 'msteams',
      serviceUrl: fake.url,
      recipient: { id: `28:${appId}` },
      ...inBoard,
      ...from('eve', elsewhere),
      channelData: { eventType: 'channelDeleted', channel: { id: '19:board@thread.tacv2' } },
    });

    expect(await rows('teams_place_gone')).toHaveLength(1);
  });
});

describe('a stranger of a listed tenant with which no partnership works', () => {
  it('is told whom to ask where they wrote, and is written down', async () => {
    await stage.type('nell.ward', '<at>BCP</at> status', { ...inBoard, ...from('nell', healthTenant) });

    expect(fake.posts.map(({ activity }) => wordsOf(activity)).join(' ')).toContain('Sam Field');
    expect((await rows('stranger_refused')).map(({ subject }) => subject)).toEqual([
      `account:teams:${healthTenant}:nell`,
    ]);
  });
});
