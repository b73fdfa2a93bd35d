import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drainOutbox } from '../../src/delivery/drain.ts';
import { silentLog } from '../../src/kit/log.ts';
import type { PlatformName } from '../../src/plan/people.ts';
import { slackSender } from '../../src/platforms/slack/sending/slack-sender.ts';
import { runDueEvents } from '../../src/schedule/run-due-events.ts';
import { importPeople } from '../../src/use-cases/import-people.ts';
import { cast } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';
import { slackStage, type SlackStage } from '../platforms/slack/slack-stage.ts';
import { wordsOf } from '../platforms/teams/cards.ts';
import { councilTenant, fakeTeams, type FakeTeams } from '../platforms/teams/fake-teams.ts';
import {
  accountOf,
  buttonData,
  cardsIn,
  teamsStage,
  type TeamsStage,
} from '../platforms/teams/teams-stage.ts';

let fake: FakeTeams;
let inTeams: TeamsStage;
let inSlack: SlackStage;

beforeEach(async () => {
  fake = await fakeTeams();
  const store = await testStore();
  inTeams = await teamsStage(store, fake);
  inSlack = await slackStage(store, { on: inTeams });
  await inTeams.type('asha.verma', 'help');
  fake.posts.length = 0;
});
afterEach(async () => {
  await fake.close();
});

/** Asha has an account in both; the month is opened. */
async function asked(prefers: PlatformName | null): Promise<void> {
  const asha = cast.filter(({ name }) => name === 'Asha Verma');
  const accounts = [
    { platform: 'teams' as const, tenantId: councilTenant, userId: accountOf('asha.verma') },
    { platform: 'slack' as const, tenantId: inSlack.slack.team, userId: 'UASHA' },
  ];
  const people = asha.map((person) => ({ ...person, prefers, accounts }));
  await importPeople(inTeams.deps, inTeams.partnershipId, { people }, null);
  await at('2026-11-02T09:00:00Z');
}

async function at(instant: string): Promise<void> {
  inTeams.clock.set(new Date(instant));
  await runDueEvents(inTeams.deps);
  const { workspaces, pictures } = inSlack.talk;
  const { store, clock } = inTeams;
  const slack = slackSender({
    workspaces,
    pictures,
    store,
    clock,
    log: silentLog,
    sleep: () => Promise.resolve(),
  });
  const senders = [inTeams.teams.sender, slack];
  await drainOutbox({ outbox: store.outbox, senders, clock, log: silentLog, random: () => 0.5 });
}

const seenInSlack = () => inSlack.slack.seen(inSlack.slack.dm('UASHA'), 'UASHA');
const seenInTeams = () => inTeams.chat('asha.verma').map(({ activity }) => wordsOf(activity));
const versions = () => inTeams.store.in(inTeams.partnershipId).updates.versions('2026-11', 'IC4');

describe('somebody with an account in Slack and one in Teams', () => {
  it('is asked in both', async () => {
    await asked(null);

    expect(seenInSlack()).toHaveLength(1);
    expect(seenInTeams()).toHaveLength(1);
    for (const prompt of [...seenInSlack(), ...seenInTeams()]) expect(prompt).toContain('IC4');
  });

  it('is asked in the one they prefer', async () => {
    await asked('slack');

    expect(seenInSlack()).toHaveLength(1);
    expect(seenInTeams()).toEqual([]);
  });

  it('answers in Teams, and both prompts become the receipt', async () => {
    await asked(null);

    const data = buttonData(inTeams.chat('asha.verma')[0]?.activity, 'Update');
    const form = cardsIn(await inTeams.invoke('asha.verma', 'task/fetch', { data }))[0];
    const typed = { 'IC4.rating': 'green', 'IC4.done': 'Two psychologists recruited.' };
    await inTeams.invoke('asha.verma', 'task/submit', { data: { ...buttonData(form, 'Save'), ...typed } });
    await at('2026-11-02T09:05:00Z');

    expect((await versions()).map(({ platform }) => platform)).toEqual(['teams']);
    expect(seenInTeams()[0]).toContain('Two psychologists recruited.');
    expect(seenInSlack()).toHaveLength(1);
    expect(seenInSlack()[0]).toContain('Two psychologists recruited.');
  });

  it('answers in Slack, and both prompts become the receipt', async () => {
    await asked(null);

    await inSlack.press('asha.verma', 'Update');
    await inSlack.submit('asha.verma', { 'IC4.rating': 'amber', 'IC4.done': 'One post is filled.' });
    await at('2026-11-02T09:05:00Z');

    expect((await versions()).map(({ platform }) => platform)).toEqual(['slack']);
    expect(seenInTeams()).toHaveLength(1);
    expect(seenInTeams()[0]).toContain('One post is filled.');
    expect(seenInSlack()[0]).toContain('One post is filled.');
  });

  it('answers in one and corrects in the other; it is one record with two versions', async () => {
    await asked(null);
    await inSlack.write('asha.verma', 'IC4 amber, one post is filled');
    await at('2026-11-02T09:05:00Z');

    await inTeams.type('asha.verma', 'IC4 green, both posts are filled');
    await at('2026-11-02T09:10:00Z');

    expect((await versions()).map(({ content, platform }) => [content?.rating, platform])).toEqual([
      ['amber', 'slack'],
      ['green', 'teams'],
    ]);
    expect(seenInSlack()[0]).toContain('Both posts are filled');
    expect(seenInTeams()[0]).toContain('Both posts are filled');
  });
});
