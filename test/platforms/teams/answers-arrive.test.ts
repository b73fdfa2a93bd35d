import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { councilTenant, fakeTeams, type FakeTeams } from './fake-teams.ts';
import { teamsStage, type TeamsStage } from './teams-stage.ts';

let fake: FakeTeams;
let stage: TeamsStage;

beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake);
  await stage.at('2026-11-02T09:00:00Z');
  fake.posts.length = 0;
});
afterEach(async () => {
  await fake.close();
});

const said = () => wordsOf(stage.chat('asha.verma').map(({ activity }) => activity));

describe('an answer that meets trouble on its way', () => {
  it.each([
    ['Teams did not accept our token', { kind: 'answer', status: 401 }],
    ['Teams failed', { kind: 'answer', status: 502 }],
    ['Teams was too slow', { kind: 'answer', status: 504 }],
    ['the connection was lost', { kind: 'reset' }],
  ] as const)('arrives all the same: %s', async (_what, mishap) => {
    fake.mishaps.push(mishap);

    await stage.type('asha.verma', 'Green, two educational psychologists recruited.');

    // Asha owns two actions: which is meant is asked, and the question is not lost.
    expect(said()).toMatch(/Which|which/);
    expect(stage.chat('asha.verma')).toHaveLength(1);
  });

  it('is said to be so, when Teams will not show it as it is', async () => {
    fake.mishaps.push({ kind: 'answer', status: 413, code: 'MessageSizeTooBig' });

    await stage.type('asha.verma', 'status');

    expect(said()).toContain(
      'This answer could not be shown in Teams. Type "prompt" to see what is recorded.',
    );
  });

  it('does not take the place of a newer one when Teams brings it late', async () => {
    await stage.at('2026-11-02T09:02:00Z');
    await stage.type('lena.hart', 'Red, the youth council is closed', {
      timestamp: '2026-11-02T09:01:58.5Z',
    });
    await stage.at('2026-11-02T09:05:00Z');

    await stage.type('lena.hart', 'Green, youth council met twice', { timestamp: '2026-11-02T09:00:05Z' });

    const stored = await stage.store.in(stage.partnershipId).updates.latest('2026-11', 'IC3');
    expect(stored?.content?.rating).toBe('red');
    expect(wordsOf(stage.chat('lena.hart').map(({ activity }) => activity))).toContain(
      'What you wrote on 2 November at 09:00 reached bcp only after a later answer of yours.',
    );
  });

  it('is not shared with a channel twice, when it may have arrived', async () => {
    const conversation = {
      id: '19:board@thread.tacv2',
      tenantId: councilTenant,
      conversationType: 'channel',
    };
    const share = { bcp: { do: 'press', p: stage.partnershipId, press: { verb: 'share', words: 'safe' } } };
    // The channel is looked at first; the post that follows loses its answer.
    fake.mishaps.push({ kind: 'none' }, { kind: 'take_then_reset' });

    await stage.type('grace.bell', '', { conversation, value: share });

    expect(fake.posts.filter(({ only }) => only === '')).toHaveLength(1);
  });
});
