import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { councilTenant, fakeTeams, type FakeTeams, type Mishap } from './fake-teams.ts';
import { lenaAnswersAllRed, lenaOwnsEverything } from './long-answers.ts';
import { buttonData, press, teamsStage, type TeamsStage } from './teams-stage.ts';

const inBoard = {
  conversation: { id: '19:board@thread.tacv2', tenantId: councilTenant, conversationType: 'channel' },
};

let fake: FakeTeams;
let stage: TeamsStage;

beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake);
  await stage.at('2026-11-02T09:00:00Z');
  await stage.drain();
  fake.posts.length = 0;
});
afterEach(async () => {
  await fake.close();
});

/** Grace presses Share here at a status in the board's channel. Gives what the press itself is answered. */
async function shareHere(words: string, ...mishaps: readonly Mishap[]): Promise<string> {
  await stage.type('grace.bell', `<at>BCP</at> status ${words}`, inBoard);
  const share = buttonData(
    fake.posts.map(({ activity }) => activity),
    'Share here',
  );
  fake.posts.length = 0;
  // The channel is looked at first; what is shared is posted after that.
  if (mishaps.length > 0) fake.mishaps.push({ kind: 'none' }, ...mishaps);
  return JSON.stringify(await stage.invoke('grace.bell', 'adaptiveCard/action', press(share), inBoard));
}

const forAll = () => fake.posts.filter(({ only, isRemoved }) => only === '' && !isRemoved);
const alone = () =>
  wordsOf(fake.posts.filter(({ only }) => only === '29:grace.bell').map(({ activity }) => activity));
const inOwnChat = async () => {
  await stage.drain();
  return wordsOf(stage.chat('grace.bell').map(({ activity }) => activity));
};

describe('Share here', () => {
  it('is answered with what is true: it is being posted', async () => {
    const answer = await shareHere('safe');

    expect(answer).toContain('It is being posted here.');
    expect(answer).not.toContain('Done');
    expect(forAll()).toHaveLength(1);
    expect(alone()).toBe('');
  });

  it.each([
    ['is not there any more', { kind: 'answer', status: 404 }, 'a channel that has the bcp app'],
    ['asks to wait for long', { kind: 'answer', status: 429, retryAfter: '60' }, 'again in a moment'],
    ['does not take it as it is', { kind: 'answer', status: 413 }, 'a smaller part of the status'],
  ] as const)(
    'tells the presser alone that nothing was shared: the channel %s',
    async (_what, mishap, hint) => {
      await shareHere('safe', mishap);

      expect(forAll()).toEqual([]);
      expect(alone()).toContain('Nothing was shared in the channel.');
      expect(alone()).toContain(hint);
    },
  );

  it.each([
    ['Teams failed', { kind: 'answer', status: 502 }],
    ['Teams took it and was not heard', { kind: 'take_then_reset' }],
    ['Teams did not answer', { kind: 'hang' }],
  ] as const)(
    'tells the presser to look before they press again, and posts it once: %s',
    async (_what, mishap) => {
      await shareHere('safe', mishap);

      expect(forAll().length).toBeLessThanOrEqual(1);
      expect(alone()).toContain('Teams did not say whether it took all of what you shared in the channel.');
      expect(alone()).toContain('Please look there before you press Share here again.');
    },
  );

  it('tells the presser in their own chat, when bcp was taken out of the channel', async () => {
    const out: Mishap = { kind: 'answer', status: 403, code: 'BotNotInConversationRoster' };

    await shareHere('safe', out, out);

    expect(forAll()).toEqual([]);
    expect(await inOwnChat()).toContain('Nothing was shared in the channel. The app was removed');
  });

  it('tells the presser in their own chat, when Teams takes nothing at all for a while', async () => {
    const wait: Mishap = { kind: 'answer', status: 429, retryAfter: '60' };

    await shareHere('safe', wait, wait);

    expect(await inOwnChat()).toContain('Nothing was shared in the channel.');
  });

  it('leaves no half of it standing, when a later part is not taken', async () => {
    await lenaOwnsEverything(stage);
    await lenaAnswersAllRed(stage);

    await shareHere('', { kind: 'none' }, { kind: 'answer', status: 429, retryAfter: '60' });

    expect(fake.posts.some(({ isRemoved }) => isRemoved)).toBe(true);
    expect(forAll()).toEqual([]);
    expect(alone()).toContain('Nothing was shared in the channel.');
  });

  it('does not say what was left out of something that was not shared', async () => {
    await stage.type('grace.bell', '<at>BCP</at> status safe', inBoard);
    const share = buttonData(fake.posts.at(-1)?.activity, 'Share here');
    fake.posts.length = 0;
    stage.clock.set(new Date('2026-11-02T10:00:00Z'));
    fake.members.set(inBoard.conversation.id, [
      { id: '29:eve', aadObjectId: 'id-eve', tenantId: 'bbbbbbbb-0000-4000-8000-000000000009' },
    ]);
    fake.mishaps.push({ kind: 'none' }, { kind: 'answer', status: 404 });

    await stage.invoke('grace.bell', 'adaptiveCard/action', press(share), inBoard);

    expect(alone()).toContain('Nothing was shared in the channel.');
    expect(alone()).not.toContain('What was shared leaves out');
  });
});
