import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { themeLeadTold } from '../../../src/messages/escalation.ts';
import type { Message } from '../../../src/messages/message.ts';
import { newPartnership, testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { appId, councilTenant, fakeTeams, policeTenant, type FakeTeams } from './fake-teams.ts';
import { accountOf, buttonData, press, teamsStage, type TeamsStage } from './teams-stage.ts';

const board = '19:board@thread.tacv2';
const practice = '19:practice@thread.tacv2';
const elsewhere = '19:elsewhere@thread.tacv2';

let fake: FakeTeams;
let stage: TeamsStage;

beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake);
  for (const id of ['29:tom.osei', accountOf('tom.osei')]) fake.notInstalled.add(id);
  for (const channelId of [board, practice]) {
    await setUp(stage.partnershipId, channelId);
    fake.members.set(channelId, [tom]);
  }
});
afterEach(async () => {
  await fake.close();
});

const tom = {
  id: '29:tom.osei',
  aadObjectId: accountOf('tom.osei'),
  name: 'Tom Osei',
  tenantId: policeTenant,
};

const inChannel = (id: string) => ({
  conversation: { id, tenantId: councilTenant, conversationType: 'channel' },
  from: tom,
});

async function setUp(partnershipId: string, channelId: string): Promise<void> {
  await stage.store.in(partnershipId).channels.save({
    id: channelId,
    platform: 'teams',
    tenantId: councilTenant,
    channelId,
    name: channelId,
    audience: 'board',
    reach: 'members',
  });
}

/** Tom's tenant has not installed the app, and he has last spoken in this channel. */
async function spokeIn(channelId: string): Promise<void> {
  await stage.type('tom.osei', '<at>BCP</at> help', inChannel(channelId));
  fake.posts.length = 0;
}

async function asked(): Promise<void> {
  await stage.at('2026-11-02T09:00:00Z');
  await stage.drain();
}

async function promised(message: Message): Promise<void> {
  const [account] = (await stage.store.in(stage.partnershipId).people.accounts()).filter(
    ({ userId }) => userId === accountOf('tom.osei'),
  );
  await stage.store.in(stage.partnershipId).deliveries.promise({
    id: 'told',
    key: 'told',
    purpose: 'escalation',
    to: {
      kind: 'account',
      platform: 'teams',
      tenantId: policeTenant,
      accountId: accountOf('tom.osei'),
      personId: account?.personId ?? '',
    },
    message,
    replaces: null,
    promisedAt: stage.clock.now(),
    dueAt: stage.clock.now(),
  });
  await stage.drain();
}

const namedIn = () =>
  fake.posts
    .filter(({ activity }) => wordsOf(activity).includes('<at>Tom Osei</at>'))
    .map(({ conversation }) => conversation.split(';')[0]);

describe('an owner who is mentioned in a channel', () => {
  it('is mentioned where they last spoke, when that is a channel of the partnership', async () => {
    await spokeIn(practice);

    await asked();

    expect(namedIn()).toEqual([practice]);
  });

  it('is not mentioned in the channel of another partnership in which they spoke', async () => {
    const other = await newPartnership(stage.store);
    await setUp(other.partnershipId, elsewhere);
    await spokeIn(elsewhere);

    await asked();

    expect(namedIn()).toEqual([board]);
  });

  it('is not mentioned in a channel of nobody’s in which they spoke', async () => {
    await spokeIn(elsewhere);

    await asked();

    expect(namedIn()).toEqual([board]);
  });

  it('is mentioned in another channel of the partnership when that one is gone', async () => {
    await spokeIn(practice);
    fake.removedFrom.add(practice);

    await asked();

    expect(namedIn()).toEqual([board]);
  });

  it('is mentioned where they still are after they left the team in which they spoke', async () => {
    await spokeIn(practice);
    fake.members.set(practice, []);
    await stage.event({
      type: 'conversationUpdate',
      channelId: 'msteams',
      serviceUrl: fake.url,
      from: tom,
      recipient: { id: `28:${appId}` },
      conversation: { id: practice, tenantId: councilTenant, conversationType: 'channel' },
      membersRemoved: [tom],
    });

    await asked();

    expect(namedIn()).toEqual([board]);
  });

  it('reads that there is a message, and nobody there reads what it says', async () => {
    await spokeIn(board);

    await promised(
      themeLeadTold({
        theme: 'Safe',
        monthWords: 'November 2026',
        closesWords: 'Friday 13 November at 17:00',
        open: [{ title: 'SA1 Safer streets', owner: 'Lena Hart' }],
      }),
    );

    const card = fake.posts.at(-1);
    const words = JSON.stringify(card?.activity);
    expect(wordsOf(card?.activity)).toContain('<at>Tom Osei</at>: bcp has a message for you.');
    for (const told of ['Safe', 'SA1', 'no update', 'Lena Hart']) expect(words).not.toContain(told);
    await stage.invoke(
      'tom.osei',
      'adaptiveCard/action',
      press(buttonData(card?.activity, 'How it stands')),
      inChannel(board),
    );
    expect(fake.posts.filter(({ only }) => only === '')).toHaveLength(1);
  });
});
