import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { fakeTeams, type FakeTeams } from './fake-teams.ts';
import { installedByAsha, teamsStage, type TeamsStage } from './teams-stage.ts';

let fake: FakeTeams;
let stage: TeamsStage;

beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake);
});
afterEach(async () => {
  await fake.close();
});

const install = (action: string) => installedByAsha(fake, action);

describe('the app in a tenant', () => {
  it('that comes in a new version greets nobody anew and keeps their chats', async () => {
    await stage.event(install('add'));
    fake.posts.length = 0;

    await stage.event(install('remove-upgrade'));
    await stage.event(install('add-upgrade'));
    await stage.at('2026-11-02T09:00:00Z');
    await stage.drain();

    expect(wordsOf(stage.chat('asha.verma')[0]?.activity)).toContain('Your update for November 2026');
    expect(stage.chat('asha.verma')).toHaveLength(1);
    const entries = await stage.store.in(stage.partnershipId).audit.after(0, 500);
    expect(entries.map(({ verb }) => verb)).toContain('teams_app_upgraded');
    expect(entries.map(({ verb }) => verb)).not.toContain('teams_app_removed');
  });
});
