import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/messages/message.ts';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { appId, councilTenant, fakeTeams, policeTenant, type FakeTeams } from './fake-teams.ts';
import { accountOf, buttonData, patient, press, teamsStage, type TeamsStage } from './teams-stage.ts';

const board = '19:board@thread.tacv2';
const elsewhere = 'bbbbbbbb-0000-4000-8000-00000000000b';

let fake: FakeTeams;
let stage: TeamsStage;

beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake, undefined, patient);
  // Somebody of each tenant has spoken, so that it is known where these tenants are reached.
  await stage.type('sam.field', 'help');
  await stage.type('police.clerk', 'help', {
    conversation: { id: 'a:police', tenantId: policeTenant, conversationType: 'personal' },
  });
  fake.posts.length = 0;
});
afterEach(async () => {
  await fake.close();
});

const inBoard = { conversation: { id: board, tenantId: councilTenant, conversationType: 'channel' } };
const member = (name: string, tenantId: string, more = {}) => ({
  id: `29:${name}`,
  aadObjectId: accountOf(name),
  name,
  tenantId,
  ...more,
});

async function setUpBoard(reach: 'members' | 'shared' = 'members'): Promise<void> {
  await stage.store.in(stage.partnershipId).channels.save({
    id: 'board',
    platform: 'teams',
    tenantId: councilTenant,
    channelId: board,
    name: 'Board',
    audience: 'board',
    reach,
  });
}

const deliveries = () => stage.store.in(stage.partnershipId).deliveries;
const summary = (text: string): Message => ({
  summary: text,
  parts: [{ kind: 'text', text, tone: 'normal' }],
});

async function promiseDigest(
  key: string,
  replaces: string | null = null,
  readers: { readers?: 'anyone' } = {},
): Promise<void> {
  await deliveries().promise({
    id: key,
    key,
    purpose: 'digest',
    to: { kind: 'channel', platform: 'teams', tenantId: councilTenant, channelId: board, ...readers },
    message: summary(`The digest ${key}.`),
    replaces,
    promisedAt: stage.clock.now(),
    dueAt: stage.clock.now(),
  });
  await stage.drain();
}

describe('an owner whose tenant has not installed the app', () => {
  beforeEach(() => {
    fake.notInstalled.add('29:tom.osei');
    fake.notInstalled.add(accountOf('tom.osei'));
  });

  async function asked(): Promise<void> {
    await stage.at('2026-11-02T09:00:00Z');
    await stage.drain();
  }
  const mention = () => fake.posts.find(({ activity }) => wordsOf(activity).includes('<at>'));

  it('is found among the members of a channel of the partnership, and mentioned there', async () => {
    await setUpBoard();
    fake.members.set(board, [member('sam.field', councilTenant), member('tom.osei', policeTenant)]);

    await asked();

    expect(mention()?.conversation).toContain(board);
    expect(wordsOf(mention()?.activity)).not.toContain('SA1');
    const [mentioned] = (await deliveries().lastReached()).filter(({ byMention }) => byMention);
    expect(mentioned).toMatchObject({ platform: 'teams', accountId: accountOf('tom.osei') });
  });

  it('is shown to the secretariat as reached by mention, and another as not reachable', async () => {
    await setUpBoard();
    fake.members.set(board, [member('tom.osei', policeTenant)]);
    // Lena's tenant has not installed it either, and she is in no channel of bcp.
    fake.notInstalled.add(accountOf('lena.hart'));
    await asked();

    await stage.type('sam.field', 'people');

    const people = wordsOf(stage.chat('sam.field').at(-1)?.activity);
    expect(people).toMatch(/Tom Osei.*?Teams, by mention in a channel/);
    expect(people).toMatch(/Lena Hart.*?Teams, not reachable: The app may not write there/);
    expect(people).toMatch(/owner of IC4, IC5, I28 Reached by: +Teams Grace Bell/);
    expect(people.match(/not reachable/g)).toHaveLength(1);
  });

  it('who is in no channel of bcp either is said to be out of reach, with the reason', async () => {
    await setUpBoard();
    fake.members.set(board, [member('sam.field', councilTenant)]);

    await asked();

    const lost = await deliveries().inStates(['nobody_there']);
    expect(lost.map(({ to }) => (to.kind === 'account' ? to.accountId : ''))).toEqual([
      accountOf('tom.osei'),
    ]);
  });

  it('answers from the mention, which then says how far they are, and not what', async () => {
    await setUpBoard();
    fake.members.set(board, [member('tom.osei', policeTenant)]);
    await asked();

    const there = { ...inBoard, from: member('tom.osei', policeTenant) };
    const update = buttonData(mention()?.activity, 'Update');
    const form = await stage.invoke('tom.osei', 'task/fetch', { data: update }, there);
    const answers = { 'SA1.rating': 'amber', 'SA1.done': 'No venue yet.' };
    await stage.invoke(
      'tom.osei',
      'task/submit',
      { data: { ...buttonData(form, 'Save'), ...answers } },
      there,
    );
    await stage.drain();

    const [version] = await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'SA1');
    expect(version?.content?.rating).toBe('amber');
    const card = fake.posts.find(({ updates }) => updates === 1);
    expect(wordsOf(card?.activity)).toContain('tom.osei: November 2026: 1 recorded, 3 to go.');
    expect(wordsOf(card?.activity)).not.toMatch(/amber|venue/i);
  });

  it('who adds the app later has the receipt in their own chat, and the mention goes', async () => {
    await setUpBoard();
    fake.members.set(board, [member('tom.osei', policeTenant)]);
    const said = { ...inBoard, from: { ...member('tom.osei', policeTenant) } };
    await stage.type('tom.osei', '<at>BCP</at> help', said);
    await asked();
    fake.notInstalled.clear();

    await stage.type('tom.osei', 'SA1 green, the venue is booked');
    await stage.drain();

    expect(mention()?.isRemoved).toBe(true);
    expect(
      stage
        .chat('tom.osei')
        .map(({ activity }) => wordsOf(activity))
        .join(' '),
    ).toContain('venue is booked');
  });
});

describe('a channel in which people from outside the partnership read along', () => {
  it.each([
    ['another organisation', [member('sam.field', councilTenant), member('eve', elsewhere)]],
    ['a guest', [member('sam.field', councilTenant), member('guest', councilTenant, { userRole: 'guest' })]],
    ['nobody knows who', []],
  ])('gets no digest that was written for the partnership: %s', async (_who, members) => {
    await setUpBoard();
    fake.members.set(board, members);

    await promiseDigest('november');

    const delivery = await deliveries().byKey('november');
    expect(delivery?.state).toBe('refused');
    expect(delivery?.trouble).toContain('post it again');
    expect(fake.posts).toEqual([]);
    const [channel] = await stage.store.in(stage.partnershipId).channels.all();
    expect(channel?.reach).toBe('shared');
  });

  it('gets the shorter form, once it is known for what it is', async () => {
    await setUpBoard('shared');
    fake.members.set(board, [member('eve', elsewhere)]);

    await promiseDigest('november', null, { readers: 'anyone' });

    expect((await deliveries().byKey('november'))?.state).toBe('sent');
  });

  it('never gets the long form, also when the secretariat has it tried again', async () => {
    await setUpBoard();
    fake.members.set(board, [member('eve', elsewhere)]);
    await promiseDigest('november');

    await stage.type('sam.field', 'deliveries retry november');
    await deliveries().move('november', ['refused'], 'waiting', stage.clock.now(), null);
    await stage.drain();

    expect(wordsOf(stage.chat('sam.field').at(-1)?.activity)).toContain('Post the digest again');
    expect((await deliveries().byKey('november'))?.state).toBe('refused');
    expect(fake.posts.filter(({ conversation }) => conversation.startsWith(board))).toEqual([]);
  });

  it('is not told a status where Teams cannot show it to one person', async () => {
    await stage.at('2026-11-02T09:00:00Z');
    fake.members.set(board, [member('eve', elsewhere)]);
    fake.mishaps.push({ kind: 'answer', status: 400, code: 'BadSyntax' });

    await stage.type('grace.bell', '<at>BCP</at> status safe', inBoard);

    const said = wordsOf(fake.posts.at(-1)?.activity);
    expect(said).toContain('Please ask me in our own chat');
    expect(said).not.toContain('SA1');
  });

  /** Grace has a status before her in the board's channel; an hour later she presses Share here. */
  async function shareHere(meanwhile: () => void): Promise<void> {
    await stage.at('2026-11-02T09:00:00Z');
    await stage.type('grace.bell', '<at>BCP</at> status safe', inBoard);
    const share = buttonData(fake.posts.at(-1)?.activity, 'Share here');
    fake.posts.length = 0;
    stage.clock.set(new Date('2026-11-02T10:00:00Z'));
    meanwhile();
    await stage.invoke('grace.bell', 'adaptiveCard/action', press(share), inBoard);
  }

  it('gets counts only of a status that is shared, and whoever shares it is told why', async () => {
    await shareHere(() => fake.members.set(board, [member('eve', elsewhere)]));

    const [forAll, ...others] = fake.posts.filter(({ only }) => only === '');
    expect(others).toEqual([]);
    expect(wordsOf(forAll?.activity)).toContain('Outcome SAFE, November 2026: 6 not yet answered');
    expect(wordsOf(forAll?.activity)).not.toMatch(/SA1|IC\d|Asha|Tom/);
    const alone = wordsOf(fake.posts.find(({ only }) => only === '29:grace.bell')?.activity);
    expect(alone).toContain('shared with an organisation that is not on the list of tenants');
    expect(alone).toContain('leaves out what only members may read');
  });

  it('gets nothing shared while Teams does not say who reads there', async () => {
    await shareHere(() => fake.mishaps.push({ kind: 'answer', status: 502 }));

    expect(fake.posts.filter(({ only }) => only === '')).toEqual([]);
    expect(wordsOf(fake.posts.at(-1)?.activity)).toContain('so nothing was shared');
  });

  it('is any that is not; there a status is shared with everybody', async () => {
    await stage.at('2026-11-02T09:00:00Z');
    await stage.type('grace.bell', '<at>BCP</at> status safe', inBoard);
    const share = buttonData(fake.posts.at(-1)?.activity, 'Share here');

    await stage.invoke('grace.bell', 'adaptiveCard/action', press(share), inBoard);

    expect(wordsOf(fake.posts.at(-1)?.activity)).toContain('SA1');
    expect(fake.posts.at(-1)?.only).toBe('');
  });
});

describe('a card in a channel', () => {
  it('is changed where it stands, and there is never a second one', async () => {
    await setUpBoard();
    await promiseDigest('first');
    await promiseDigest('first');
    await promiseDigest('second', 'first');

    expect(fake.posts).toHaveLength(1);
    expect(fake.posts[0]?.updates).toBe(1);
    expect(wordsOf(fake.posts[0]?.activity)).toContain('The digest second.');
  });

  it('that somebody took away is posted anew once, also where nobody knows whether that arrived', async () => {
    await setUpBoard();
    await promiseDigest('first');
    fake.posts.length = 0;
    // The change finds nothing; the post that follows loses its answer.
    fake.mishaps.push({ kind: 'answer', status: 404 }, { kind: 'take_then_reset' });
    await promiseDigest('second', 'first');
    stage.clock.set(new Date('2026-11-02T10:00:00Z'));
    await stage.drain();

    expect(fake.posts).toHaveLength(1);
    expect((await deliveries().byKey('second'))?.state).toBe('ambiguous');
  });

  it('that was changed and lost its answer is changed again, not posted anew', async () => {
    await setUpBoard();
    await promiseDigest('first');
    fake.mishaps.push({ kind: 'take_then_reset' });
    await promiseDigest('second', 'first');
    stage.clock.set(new Date('2026-11-02T10:00:00Z'));

    await stage.drain();

    expect((await deliveries().byKey('second'))?.state).toBe('sent');
    expect(fake.posts).toHaveLength(1);
    expect(fake.posts[0]?.updates).toBe(2);
  });
});

describe('a team', () => {
  const change = (more: Readonly<Record<string, unknown>>) => ({
    type: 'conversationUpdate',
    channelId: 'msteams',
    serviceUrl: fake.url,
    from: { id: '29:sam.field', aadObjectId: accountOf('sam.field') },
    recipient: { id: `28:${appId}` },
    ...inBoard,
    ...more,
  });

  it('renames a channel, and the secretariat reads the new name', async () => {
    await setUpBoard();

    await stage.event(
      change({ channelData: { eventType: 'channelRenamed', channel: { id: board, name: 'The board' } } }),
    );

    const [channel] = await stage.store.in(stage.partnershipId).channels.all();
    expect(channel?.name).toBe('The board');
  });

  it('deletes a channel, and it is written down', async () => {
    await stage.event(change({ channelData: { eventType: 'channelDeleted', channel: { id: board } } }));

    const entries = await stage.store.in(stage.partnershipId).audit.after(0, 500);
    expect(entries.map(({ verb }) => verb)).toContain('teams_place_gone');
  });

  it('that somebody leaves does not close their own chat with bcp', async () => {
    await stage.type('asha.verma', 'help');

    await stage.event(
      change({ membersRemoved: [{ id: '29:asha.verma', aadObjectId: accountOf('asha.verma') }] }),
    );
    fake.posts.length = 0;
    fake.notInstalled.add('29:asha.verma');
    await stage.at('2026-11-02T09:00:00Z');
    await stage.drain();

    expect(stage.chat('asha.verma')).toHaveLength(1);
  });

  it('that the app is taken out of is written down, and a digest says that it is not there', async () => {
    await setUpBoard();
    await stage.event(change({ type: 'installationUpdate', action: 'remove' }));
    fake.mishaps.push({ kind: 'answer', status: 403, code: 'BotNotInConversationRoster' });

    await promiseDigest('november');

    const delivery = await deliveries().byKey('november');
    expect(delivery?.state).toBe('nobody_there');
    expect(delivery?.trouble).toContain('removed from this team');
  });
});
