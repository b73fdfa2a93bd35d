import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moderateUpdate } from '../../../src/use-cases/moderate-update.ts';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { councilTenant, fakeTeams, type FakeTeams } from './fake-teams.ts';
import { press, teamsStage, type TeamsStage } from './teams-stage.ts';

const board = '19:board@thread.tacv2';

let fake: FakeTeams;
let stage: TeamsStage;

beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake);
  await stage.type('sam.field', 'help');
  await stage.store.in(stage.partnershipId).channels.save({
    id: 'board',
    platform: 'teams',
    tenantId: councilTenant,
    channelId: board,
    name: 'Board',
    audience: 'board',
    reach: 'members',
  });
  await stage.at('2026-11-02T09:00:00Z');
  await stage.at('2026-11-16T09:00:00Z');
  await draftAndPost();
});
afterEach(async () => {
  await fake.close();
});

async function draftAndPost(): Promise<void> {
  await stage.type('sam.field', 'digest draft');
  const digests = await stage.store.in(stage.partnershipId).digests.all();
  const newest = digests.toSorted((one, other) => other.number - one.number)[0];
  for (const verb of ['approve_digest', 'post_digest']) {
    const data = { bcp: { do: 'press', p: stage.partnershipId, press: { verb, digest: newest?.id } } };
    await stage.invoke('sam.field', 'adaptiveCard/action', press(data));
  }
  await stage.drain();
}

/** The secretariat moderates a rating after the board has had its digest, and posts the next number. */
async function corrected(): Promise<void> {
  stage.clock.set(new Date('2026-11-17T09:00:00Z'));
  await moderateUpdate(stage.deps, await stage.actor('sam.field'), {
    month: '2026-11',
    actionCode: 'IC1',
    rating: 'amber',
    reason: 'Two venues closed.',
  });
  await draftAndPost();
}

const posted = () =>
  fake.posts.filter(({ conversation, isRemoved }) => conversation.startsWith(board) && !isRemoved);

describe('a digest that takes the place of one the board has seen', () => {
  it('stands where that one stood, says so, and there is never a second card', async () => {
    await corrected();

    expect(posted()).toHaveLength(1);
    expect(posted()[0]?.updates).toBe(1);
    expect(wordsOf(posted()[0]?.activity)).toContain(
      'This is number 2 and takes the place of number 1 of 16 November 2026.',
    );
    const digests = await stage.store.in(stage.partnershipId).digests.ofMonth('2026-11');
    expect(digests.find(({ number }) => number === 1)?.state).toBe('superseded');
  });

  it('is posted anew where somebody has taken that one away', async () => {
    fake.posts.length = 0;

    await corrected();

    expect(posted()).toHaveLength(1);
    expect(wordsOf(posted()[0]?.activity)).toContain('This is number 2');
  });
});
