import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { appId, councilTenant, fakeTeams, type FakeTeams, type Mishap } from './fake-teams.ts';
import { lenaAnswersAllRed, lenaOwnsEverything } from './long-answers.ts';
import { accountOf, chatOf, press, teamsStage, type TeamsStage } from './teams-stage.ts';

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

const said = (name: string) => wordsOf(stage.chat(name).map(({ activity }) => activity));
const promised = async () =>
  (await stage.store.in(stage.partnershipId).deliveries.recent(50)).filter(
    ({ purpose }) => purpose === 'answer',
  );
const wait: Mishap = { kind: 'answer', status: 429, retryAfter: '30' };
const fails: Mishap = { kind: 'answer', status: 503 };

describe('an answer in somebody’s own chat that Teams does not take for a while', () => {
  it.each([
    ['Teams asked to wait for half a minute', [wait]],
    ['Teams failed twice', [fails, fails]],
    ['the connection was lost again and again', Array<Mishap>(4).fill({ kind: 'reset' })],
    [
      'Teams did not accept our token again and again',
      Array<Mishap>(4).fill({ kind: 'answer', status: 401 }),
    ],
  ])('comes from the outbox, and the question is not lost: %s', async (_what, mishaps) => {
    fake.mishaps.push(...mishaps);

    await stage.type('asha.verma', 'Green, two educational psychologists recruited.');
    expect(said('asha.verma')).toBe('');
    fake.mishaps.length = 0;
    await stage.drain();

    expect(said('asha.verma')).toMatch(/which/i);
    expect(stage.chat('asha.verma')).toHaveLength(1);
    expect(await promised()).toMatchObject([{ state: 'sent', to: { accountId: accountOf('asha.verma') } }]);
  });

  it('comes as a whole and in its order, when what follows is there to be said as well', async () => {
    fake.mishaps.push(wait);

    await stage.type('lena.hart', 'Green, youth council met twice', {
      attachments: [{ contentType: 'image/*', contentUrl: 'https://x' }],
    });
    expect(stage.chat('lena.hart')).toEqual([]);
    await stage.drain();

    const parts = stage.chat('lena.hart').map(({ activity }) => wordsOf(activity));
    expect(parts.at(-2)).toContain('Recorded');
    expect(parts.at(-1)).toContain('what you attached was not kept');
  });

  it('is promised once, however often Teams sends what was typed', async () => {
    const again = { id: 'the-same-event' };

    fake.mishaps.push(wait);
    await stage.type('asha.verma', 'status', again);
    fake.mishaps.push(wait);
    await stage.type('asha.verma', 'status', again);
    await stage.drain();

    expect(await promised()).toHaveLength(1);
    expect(stage.chat('asha.verma')).toHaveLength(1);
  });

  it('is promised to a press as it is to words', async () => {
    fake.mishaps.push(fails, fails);

    await stage.invoke(
      'asha.verma',
      'adaptiveCard/action',
      press({ bcp: { do: 'press', p: stage.partnershipId, press: { verb: 'help' } } }),
    );
    await stage.drain();

    expect(said('asha.verma')).toContain('What you can type');
    expect(await promised()).toHaveLength(1);
  });

  it('says so from the outbox, when Teams will not have it as it is and then asks to wait', async () => {
    fake.mishaps.push({ kind: 'answer', status: 413, code: 'MessageSizeTooBig' }, wait);

    await stage.type('asha.verma', 'status');
    await stage.drain();

    expect(said('asha.verma')).toContain('This answer could not be shown in Teams.');
  });

  it('goes on from the parts that are there', async () => {
    await lenaOwnsEverything(stage);
    await lenaAnswersAllRed(stage);
    fake.mishaps.push({ kind: 'none' }, wait);

    await stage.type('sam.field', 'status');
    const [first, ...others] = stage.chat('sam.field');
    expect(others).toEqual([]);
    await stage.drain();

    const parts = stage.chat('sam.field');
    expect(parts.length).toBeGreaterThan(1);
    expect(parts[0]?.id).toBe(first?.id);
    expect(new Set(parts.map(({ activity }) => wordsOf(activity))).size).toBe(parts.length);
  });

  it('is told of instead, when it is a form: nobody waits for one in vain', async () => {
    fake.mishaps.push(wait);

    await stage.type('asha.verma', 'update');
    await stage.drain();

    expect(said('asha.verma')).toContain('A form could not be opened for you when you asked for it.');
  });

  it('is not promised to somebody whom no partnership knows', async () => {
    fake.mishaps.push(wait, wait, wait, wait);

    await stage.type('a.stranger', 'status');
    await stage.drain();

    expect(await promised()).toEqual([]);
  });
});

describe('a reply that was put by', () => {
  const held = {
    key: 'teams:council:chat:event',
    platform: 'teams' as const,
    tenantId: councilTenant,
    accountId: accountOf('asha.verma'),
    words: 'Green, two educational psychologists recruited.',
    takenOut: [],
    isRetry: false,
    fence: 1,
    isOvertaken: false,
  };
  const reply = async () => ({
    ...held,
    partnershipId: stage.partnershipId,
    personId:
      (await stage.store.in(stage.partnershipId).people.accountOf('teams', councilTenant, held.accountId))
        ?.personId ?? '',
    place: {
      serviceUrl: fake.url,
      tenantId: councilTenant,
      conversationId: chatOf('asha.verma'),
      activityId: 'event',
      botId: `28:${appId}`,
      person: { tenantId: councilTenant, aadObjectId: held.accountId, teamsId: '29:asha.verma' },
    },
    saidAt: stage.clock.now(),
    receivedAt: stage.clock.now(),
  });

  it('is not done with before its answer is there', async () => {
    fake.delayMs = 100;

    await stage.teams.reader.read(await reply());

    expect(said('asha.verma')).toMatch(/which/i);
  });

  it('is not done with before its answer is promised, and read again it is promised once', async () => {
    fake.mishaps.push(wait);
    await stage.teams.reader.read(await reply());
    expect(await promised()).toHaveLength(1);

    fake.mishaps.push(wait);
    await stage.teams.reader.read(await reply());
    expect(await promised()).toHaveLength(1);
  });

  it('is done with when its writer has taken the app out of their chat', async () => {
    fake.mishaps.push({ kind: 'answer', status: 403, code: 'MessageWritesBlocked' });

    await stage.teams.reader.read(await reply());

    expect(await promised()).toEqual([]);
  });
});
