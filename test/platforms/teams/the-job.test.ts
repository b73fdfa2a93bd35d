import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/messages/message.ts';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { appId, councilTenant, fakeTeams, policeTenant, type FakeTeams } from './fake-teams.ts';
import {
  accountOf,
  buttonData,
  cardsIn,
  installedByAsha,
  press,
  teamsStage,
  type TeamsStage,
} from './teams-stage.ts';

let fake: FakeTeams;
let stage: TeamsStage;

beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake);
});
afterEach(async () => {
  await fake.close();
});

const ownMention = { type: 'mention', text: '<at>BCP</at>', mentioned: { id: `28:${appId}`, name: 'BCP' } };

/** Everybody has said hello, so that bcp knows their chats, and the month has been opened. */
async function openMonth(): Promise<void> {
  for (const name of ['asha.verma', 'tom.osei', 'lena.hart', 'sam.field', 'grace.bell'])
    await stage.type(name, 'help');
  fake.posts.length = 0;
  await stage.at('2026-11-02T09:00:00Z');
  await stage.drain();
}

const board = '19:board@thread.tacv2';

async function useChannel(channelId: string): Promise<void> {
  await stage.store.in(stage.partnershipId).channels.save({
    id: channelId,
    platform: 'teams',
    tenantId: councilTenant,
    channelId,
    name: 'Board',
    audience: 'board',
    reach: 'members',
  });
}

describe('an owner in Teams', () => {
  it('gets one prompt, with all actions and due figures, in the chat', async () => {
    await openMonth();

    const [prompt, ...others] = stage.chat('asha.verma');
    expect(others).toEqual([]);
    const words = wordsOf(prompt?.activity);
    for (const said of ['IC4', 'IC5', 'I28', 'Friday 13 November at 17:00']) expect(words).toContain(said);
    expect(prompt?.activity['summary']).toContain('November 2026');
  });

  it('is reached in another tenant too', async () => {
    await openMonth();

    expect(wordsOf(stage.chat('tom.osei')[0]?.activity)).toContain('SA1');
  });

  it('opens the form in a dialog, and the prompt becomes the receipt', async () => {
    await openMonth();
    const data = buttonData(stage.chat('asha.verma')[0]?.activity, 'Update');

    const opened = await stage.invoke('asha.verma', 'task/fetch', { data });
    const form = cardsIn(opened)[0];
    expect(wordsOf(form)).toContain('How is it going?');
    const answers = {
      'IC4.rating': 'green',
      'IC4.done': 'Two educational psychologists recruited.',
      'I28.value': 41,
    };
    const saved = await stage.invoke('asha.verma', 'task/submit', {
      data: { ...buttonData(form, 'Save'), ...answers },
    });
    await stage.drain();

    expect(saved['task']).toMatchObject({ type: 'message' });
    const versions = await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'IC4');
    expect(versions.map(({ content, platform }) => [content?.rating, platform])).toEqual([
      ['green', 'teams'],
    ]);
    const [receipt] = stage.chat('asha.verma');
    expect(receipt?.updates).toBe(1);
    expect(wordsOf(receipt?.activity)).toContain('Two educational psychologists recruited.');
    expect(stage.chat('asha.verma').filter(({ updates }) => updates > 0)).toHaveLength(1);
  });

  it('keeps what was typed when something is wrong, and is told where', async () => {
    await openMonth();
    const data = buttonData(stage.chat('asha.verma')[0]?.activity, 'Update');
    const form = cardsIn(await stage.invoke('asha.verma', 'task/fetch', { data }))[0];

    const again = await stage.invoke('asha.verma', 'task/submit', {
      data: { ...buttonData(form, 'Save'), 'IC5.rating': 'red', 'IC5.done': 'Exclusions rose "again".' },
    });

    const card = cardsIn(again)[0];
    expect(wordsOf(card)).toContain('Please check: ');
    expect(JSON.stringify(card)).toContain('Exclusions rose \\"again\\".');
    expect(await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'IC5')).toEqual([]);
  });

  it('answers in words, and the same message twice is recorded once', async () => {
    await openMonth();
    const said = { id: 'one-message' };

    await stage.type('lena.hart', 'Green, the hub opened on Monday.', said);
    await stage.type('lena.hart', 'Green, the hub opened on Monday.', said);
    await stage.drain();

    const versions = await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'IC3');
    expect(versions.map(({ content }) => content?.rating)).toEqual(['green']);
  });

  it('presses "Later" on a client that sends buttons as messages', async () => {
    await openMonth();
    const value = buttonData(stage.chat('asha.verma')[0]?.activity, 'Later');

    await stage.type('asha.verma', '', { value });

    expect(wordsOf(stage.chat('asha.verma').at(-1)?.activity)).toContain('When suits you?');
  });

  it('sees how things stand when an old card is looked at again, and nothing is recorded by looking', async () => {
    await openMonth();
    const [prompt] = stage.chat('asha.verma');
    const refresh = (
      cardsIn(prompt?.activity)[0]?.['refresh'] as { action: { data: Record<string, unknown> } }
    ).action;

    const looked = await stage.invoke('asha.verma', 'adaptiveCard/action', press(refresh.data, 'automatic'));
    const noChange = buttonData(prompt?.activity, 'Update');
    const forged = await stage.invoke('asha.verma', 'adaptiveCard/action', press(noChange, 'automatic'));

    expect(wordsOf(cardsIn(looked)[0])).toContain('IC4');
    expect(cardsIn(looked)[0]?.['refresh']).toEqual(cardsIn(prompt?.activity)[0]?.['refresh']);
    expect(forged['value']).toBe('Nothing was done.');
  });

  it('who has not installed the app is mentioned in the channel where they spoke, without a word of their actions', async () => {
    const conversation = {
      id: '19:plan@thread.tacv2;messageid=1',
      tenantId: councilTenant,
      conversationType: 'channel',
    };
    const from = {
      id: '29:tom.osei',
      aadObjectId: accountOf('tom.osei'),
      tenantId: policeTenant,
      name: 'Tom Osei',
    };
    await useChannel('19:plan@thread.tacv2');
    await stage.type('tom.osei', '<at>BCP</at> help', { conversation, from });
    fake.posts.length = 0;
    fake.notInstalled.add('29:tom.osei');
    await stage.at('2026-11-02T09:00:00Z');
    await stage.drain();

    const posted = fake.posts.find(({ conversation: id }) => id.startsWith('19:plan@thread.tacv2'));
    expect(wordsOf(posted?.activity)).toContain('<at>Tom Osei</at>');
    expect(wordsOf(posted?.activity)).not.toContain('SA1');
    expect(cardsIn(posted?.activity)[0]?.['msteams']).toMatchObject({
      entities: [{ type: 'mention', mentioned: { id: '29:tom.osei' } }],
    });
  });
});

describe('a chair in Teams', () => {
  it.each(['status safe', '/bcp status safe', '<at>BCP</at> status safe'])('asks %j', async (text) => {
    await openMonth();

    await stage.type('grace.bell', text);

    expect(wordsOf(stage.chat('grace.bell').map(({ activity }) => activity))).toMatch(/SAFE|safe/);
  });

  it.each([
    ['chosen with "/"', 'status safe', { recipient: { id: `28:${appId}`, isTargeted: true } }],
    ['with bcp mentioned last', 'status safe <at>BCP</at>', { entities: [ownMention] }],
  ])('is answered in a channel, and alone: %s', async (_how, text, more) => {
    await openMonth();
    const conversation = {
      id: '19:board@thread.tacv2',
      tenantId: councilTenant,
      conversationType: 'channel',
    };

    await stage.type('grace.bell', text, { conversation, ...more });

    expect(fake.posts.at(-1)).toMatchObject({ only: '29:grace.bell' });
    expect(wordsOf(fake.posts.at(-1)?.activity)).toMatch(/SAFE|safe/);
  });

  it('is answered in a channel alone, and plainly where Teams cannot', async () => {
    await openMonth();
    const conversation = {
      id: '19:board@thread.tacv2',
      tenantId: councilTenant,
      conversationType: 'channel',
    };

    await stage.type('grace.bell', '<at>BCP</at> status safe', { conversation });
    const privately = fake.posts.filter(({ only }) => only === '29:grace.bell').length;
    fake.mishaps.push({ kind: 'answer', status: 400, code: 'BadSyntax' });
    await stage.type('grace.bell', '<at>BCP</at> status safe', { conversation });

    expect(privately).toBeGreaterThan(0);
    expect(fake.posts.at(-1)).toMatchObject({ conversation: '19:board@thread.tacv2', only: '' });
  });
});

describe('somebody nobody knows', () => {
  it('is refused politely, told whom to ask, and it is written down', async () => {
    await stage.type('stranger', 'status');
    await stage.type('stranger', 'status of the zebra crossing');

    expect(wordsOf(stage.chat('stranger')[0]?.activity)).toContain('does not know this Teams account');
    expect(wordsOf(stage.chat('stranger')[0]?.activity)).toContain('Please ask Sam Field, secretariat of');
    const entries = await stage.store.in(stage.partnershipId).audit.after(0, 500);
    expect(entries.map(({ verb }) => verb)).toContain('stranger_refused');
    const refused = entries.filter(({ verb }) => verb === 'stranger_refused');
    expect(refused.map(({ subject }) => subject)).toEqual([`account:teams:${councilTenant}:id-stranger`]);
    expect(JSON.stringify(refused)).not.toContain('zebra');
  });

  it('with the same id in another tenant is nobody', async () => {
    await stage.type('asha.verma', 'status', {
      conversation: { id: 'a:other', tenantId: policeTenant, conversationType: 'personal' },
    });

    expect(wordsOf(fake.posts.at(-1)?.activity)).toContain('does not know this Teams account');
  });

  it('becomes somebody by a code of the secretariat, once', async () => {
    await stage.type('sam.field', 'link code priya.nair@birmingham.example');
    const code = /link ([A-Z2-9]{8})/.exec(wordsOf(stage.chat('sam.field').at(-1)?.activity))?.[1] ?? '';

    await stage.type('new.account', `link ${code}`);
    await stage.type('another', `link ${code}`);

    expect(wordsOf(stage.chat('new.account').at(-1)?.activity)).toContain('Welcome, Priya Nair');
    expect(wordsOf(stage.chat('another').at(-1)?.activity)).toContain('not known');
  });
});

describe('what became of a message', () => {
  async function promised(mishap: FakeTeams['mishaps'][number]) {
    for (const name of ['asha.verma', 'tom.osei', 'lena.hart']) await stage.type(name, 'help');
    fake.posts.length = 0;
    await stage.at('2026-11-02T09:00:00Z');
    fake.mishaps.push(mishap);
    await stage.drain();
    return stage.store.in(stage.partnershipId).deliveries.recent(50);
  }

  it.each([412, 429])(
    'is that it is sent after a short patience, where Teams asks for one (%i)',
    async (status) => {
      const deliveries = await promised({ kind: 'answer', status, retryAfter: '0' });

      expect(deliveries.every(({ state }) => state === 'sent')).toBe(true);
    },
  );

  it.each([412, 429, 502, 504])('is "waiting" after %i, and the prompt comes later', async (status) => {
    const deliveries = await promised({ kind: 'answer', status, retryAfter: '60' });
    expect(deliveries.filter(({ state }) => state === 'waiting')).toHaveLength(1);

    stage.clock.set(new Date('2026-11-02T09:05:00Z'));
    await stage.drain();

    const states = (await stage.store.in(stage.partnershipId).deliveries.recent(50)).map(
      ({ state }) => state,
    );
    expect(states.every((state) => state === 'sent')).toBe(true);
  });

  it.each([403, 404])('is "nobody there" after %i, with the reason', async (status) => {
    const deliveries = await promised({ kind: 'answer', status, code: 'MessageWritesBlocked' });

    const lost = deliveries.filter(({ state }) => state === 'nobody_there');
    expect(lost).toHaveLength(1);
    expect(lost[0]?.trouble).toContain('app');
  });

  it.each(['take_then_reset', 'hang'] as const)(
    'of a prompt that may have arrived is that it is sent again (%s)',
    async (kind) => {
      await promised({ kind });
      stage.clock.set(new Date('2026-11-02T09:05:00Z'));
      await stage.drain();

      const states = (await stage.store.in(stage.partnershipId).deliveries.recent(50)).map(
        ({ state }) => state,
      );
      expect(states.every((state) => state === 'sent')).toBe(true);
    },
  );

  async function promisedDigest(
    parts: Message['parts'] = [{ kind: 'text', text: 'The digest.', tone: 'normal' }],
  ): Promise<void> {
    await stage.store.in(stage.partnershipId).deliveries.promise({
      id: 'digest-1',
      key: 'digest-1',
      purpose: 'digest',
      to: { kind: 'channel', platform: 'teams', tenantId: councilTenant, channelId: board },
      message: { summary: 'The digest.', parts },
      replaces: null,
      promisedAt: stage.clock.now(),
      dueAt: stage.clock.now(),
    });
    await stage.type('sam.field', 'help');
    fake.posts.length = 0;
  }
  const digest = () => stage.store.in(stage.partnershipId).deliveries.byKey('digest-1');
  /** bcp has just looked who reads the channel, so that the next call is the post itself. */
  async function lookedWhoReads(): Promise<void> {
    await stage.type('sam.field', '<at>BCP</at> channel use for board', {
      conversation: { id: board, tenantId: councilTenant, conversationType: 'channel' },
    });
    fake.posts.length = 0;
  }

  it('of a digest that may have arrived is that nobody knows', async () => {
    await promisedDigest();
    await lookedWhoReads();
    fake.mishaps.push({ kind: 'take_then_reset' });
    await stage.drain();

    expect((await digest())?.state).toBe('ambiguous');
    expect(fake.posts.filter(({ conversation }) => conversation.startsWith(board))).toHaveLength(1);
  });

  it.each([{ kind: 'answer', status: 502 }, { kind: 'hang' }, { kind: 'take_then_reset' }] as const)(
    'of a digest is that it waits, when the question who reads the channel had no answer ($kind)',
    async (mishap) => {
      await useChannel(board);
      await promisedDigest();
      fake.mishaps.push(mishap);
      await stage.drain();
      const waiting = await digest();
      const posted = fake.posts.length;
      stage.clock.set(new Date('2026-11-02T10:00:00Z'));
      await stage.drain();

      expect(waiting?.state).toBe('waiting');
      expect(posted).toBe(0);
      expect((await digest())?.state).toBe('sent');
      expect(fake.posts).toHaveLength(1);
    },
  );

  describe('in several parts', () => {
    const sentence = 'Two educational psychologists recruited. '.repeat(60);
    const parts = Array.from({ length: 20 }, (_, index) => ({
      kind: 'text' as const,
      text: `Part ${index}. ${sentence}`,
      tone: 'normal' as const,
    }));
    const posted = () => fake.posts.filter(({ conversation }) => conversation.startsWith(board));
    const opening = () => posted().filter(({ activity }) => wordsOf(activity).includes('Part 0.'));

    it('is that the rest follows, when Teams asked to wait in the middle', async () => {
      await promisedDigest(parts);
      await lookedWhoReads();
      fake.mishaps.push({ kind: 'none' }, { kind: 'answer', status: 429, retryAfter: '60' });
      await stage.drain();
      const [waiting, before] = [await digest(), posted().length];
      stage.clock.set(new Date('2026-11-02T10:00:00Z'));
      await stage.drain();

      expect(before).toBe(1);
      expect(waiting?.state).toBe('waiting');
      expect(waiting?.trouble).toMatch(/^1 of \d parts arrived\./);
      expect((await digest())?.state).toBe('sent');
      expect(opening()).toHaveLength(1);
      expect(wordsOf(posted().map(({ activity }) => activity))).toContain('Part 19.');
    });

    it('is that nobody knows, when an answer was lost in the middle; sent again it goes on from there', async () => {
      await promisedDigest(parts);
      await lookedWhoReads();
      fake.mishaps.push({ kind: 'none' }, { kind: 'reset' });
      await stage.drain();
      const doubtful = await digest();
      const { deliveries } = stage.store.in(stage.partnershipId);
      await deliveries.move('digest-1', ['ambiguous'], 'waiting', stage.clock.now(), null);
      await stage.drain();

      expect(doubtful?.state).toBe('ambiguous');
      expect((await digest())?.state).toBe('sent');
      expect(opening()).toHaveLength(1);
      expect(wordsOf(posted().map(({ activity }) => activity))).toContain('Part 19.');
    });
  });

  it('of a digest for a channel that was taken out of use meanwhile is that it is refused, with the reason', async () => {
    await promisedDigest();
    await stage.drain();

    expect(await digest()).toMatchObject({
      state: 'refused',
      trouble: 'bcp posts nothing in this channel any more: it was taken out of use. Nothing was posted.',
    });
    expect(fake.posts).toEqual([]);
  });
});

describe('the app in a tenant', () => {
  const install = (action: string) => installedByAsha(fake, action);

  it('says hello to whoever added it, and knows where they are from then on', async () => {
    const answer = await stage.event(install('add'));
    await stage.at('2026-11-02T09:00:00Z');
    await stage.drain();

    expect(answer.status).toBe(200);
    expect(wordsOf(stage.chat('asha.verma')[0]?.activity)).toContain('Hello Asha Verma');
    expect(stage.chat('asha.verma')).toHaveLength(2);
  });

  it('that was removed is written down, and the chat is not used again', async () => {
    await stage.event(install('add'));
    await stage.event(install('remove'));
    fake.notInstalled.add('29:asha.verma');
    await stage.at('2026-11-02T09:00:00Z');
    await stage.drain();

    const lost = await stage.store.in(stage.partnershipId).deliveries.inStates(['nobody_there']);
    expect(lost).toHaveLength(1);
    const entries = await stage.store.in(stage.partnershipId).audit.after(0, 500);
    expect(entries.map(({ verb }) => verb)).toContain('teams_app_removed');
  });

  it.each([
    ['a type nobody knows', { type: 'somethingNew' }],
    ['an invoke nobody knows', { type: 'invoke', name: 'composeExtension/query', value: {} }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['members of the wrong kind', { type: 'conversationUpdate', membersAdded: 7, membersRemoved: [null, 7] }],
  ])('is not put off by %s', async (_name, more) => {
    expect((await stage.event({ ...install('add'), ...more })).status).toBe(200);
    expect((await stage.event({ ...install('add'), ...more })).status).toBe(200);
  });

  it.each([
    ['a type', { type: 'somethingNew' }, 'somethingNew'],
    [
      'an invoke',
      { type: 'invoke', name: 'composeExtension/query', value: {} },
      'invoke composeExtension/query',
    ],
  ])('writes down once a day that %s came that nobody knows', async (_name, more, kind) => {
    await stage.event({ ...install('add'), ...more });
    await stage.event({ ...install('add'), ...more });

    const entries = await stage.store.in(stage.partnershipId).audit.after(0, 500);
    expect(entries.filter(({ verb }) => verb === 'teams_unknown_kind').map(({ detail }) => detail)).toEqual([
      { kind },
    ]);
  });
});
