import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { councilTenant, fakeTeams, type FakeTeams } from './fake-teams.ts';
import { accountOf, chatOf, teamsStage, type TeamsStage } from './teams-stage.ts';

const board = '19:board@thread.tacv2';

let fake: FakeTeams;
let stage: TeamsStage;

beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake);
  await stage.type('sam.field', 'help');
  fake.requests.length = 0;
});
afterEach(async () => {
  await fake.close();
});

/** Addresses as somebody might have put them into the database; on this stage only the loopback is Teams. */
const hostile = [
  'https://evil.example/',
  'http://169.254.169.254/latest/meta-data/',
  'http://127.0.0.1.evil.example:80/',
  'http://localhost:80@evil.example/',
  'file:///etc/passwd',
  '',
];

const outcome = async (key: RegExp) =>
  (await stage.store.in(stage.partnershipId).deliveries.recent(50)).find((each) => key.test(each.key));

describe('an address that was stored and is none of Teams', () => {
  it.each(hostile)('is sent no prompt: %j', async (serviceUrl) => {
    const { settings, people } = stage.store.in(stage.partnershipId);
    await settings.set(`teams:person:${councilTenant}:${accountOf('asha.verma')}`, {
      serviceUrl,
      teamsId: '29:asha.verma',
      name: 'Asha Verma',
      conversationId: chatOf('asha.verma'),
      channel: null,
    });
    const asha = (await people.accounts()).find(({ userId }) => userId === accountOf('asha.verma'));

    await stage.at('2026-11-02T09:00:00Z');
    await stage.drain();

    expect(await outcome(new RegExp(`^prompt:.*${asha?.personId ?? 'nobody'}`))).toMatchObject({
      state: 'refused',
      trouble: 'This address is not one of Teams; nothing was sent there.',
    });
    expect(stage.chat('asha.verma')).toEqual([]);
  });

  it.each(hostile)('is sent no digest, and nobody there is asked for: %j', async (serviceUrl) => {
    const { settings, channels, deliveries } = stage.store.in(stage.partnershipId);
    await settings.set(`teams:channel:${councilTenant}:${board}`, { serviceUrl });
    await channels.save({
      id: 'board',
      platform: 'teams',
      tenantId: councilTenant,
      channelId: board,
      name: 'Board',
      audience: 'board',
      reach: 'shared',
    });
    await deliveries.promise({
      id: 'digest-1',
      key: 'digest-1',
      purpose: 'digest',
      to: { kind: 'channel', platform: 'teams', tenantId: councilTenant, channelId: board },
      message: { summary: 'The digest.', parts: [] },
      replaces: null,
      promisedAt: stage.clock.now(),
      dueAt: stage.clock.now(),
    });
    await stage.drain();

    expect((await outcome(/^digest-1$/))?.state).toBe('refused');
    expect(fake.requests).toEqual([]);
  });
});
