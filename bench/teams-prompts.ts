import { drainOutbox } from '../src/delivery/drain.ts';
import { silentLog } from '../src/kit/log.ts';
import { councilTenant, type FakeTeams } from '../test/platforms/teams/fake-teams.ts';
import { wordsOf } from '../test/platforms/teams/cards.ts';
import type { TeamsStage } from '../test/platforms/teams/teams-stage.ts';
import { activity, knock } from './teams-activities.ts';
import { ms, timed, type BenchRow } from './rows.ts';

const owners = 200;

/** A real prompt for 200 owners: into chats that are known, and to people whose chats must first be opened. */
export async function promptRows(stage: TeamsStage, fake: FakeTeams): Promise<readonly BenchRow[]> {
  return [await promptsRow(stage, fake, 'known'), await promptsRow(stage, fake, 'new')];
}

async function promptsRow(stage: TeamsStage, fake: FakeTeams, chats: 'known' | 'new'): Promise<BenchRow> {
  const { deliveries } = stage.store.in(stage.partnershipId);
  const prompt = (await deliveries.recent(200)).find(({ purpose }) => purpose === 'prompt');
  if (!prompt) throw new Error('Nobody was prompted.');
  for (let owner = 0; owner < owners; owner += 1) {
    const name = `${chats}-${owner}`;
    if (chats === 'known') await knock(stage, await fake.sign(), activity(fake, '', name));
    await deliveries.promise({
      id: `bench-${name}`,
      key: `bench-${name}`,
      purpose: 'prompt',
      to: {
        kind: 'account',
        platform: 'teams',
        tenantId: councilTenant,
        accountId: `id-${name}`,
        personId: prompt.to.kind === 'channel' ? '' : prompt.to.personId,
      },
      message: prompt.message,
      replaces: null,
      promisedAt: stage.clock.now(),
      dueAt: stage.clock.now(),
    });
  }
  await stage.settled();
  // What the limits are counted over is over.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  fake.enforcesLimits = true;
  fake.posts.length = 0;
  fake.refusals = 0;
  const took = await timed(() =>
    drainOutbox({
      outbox: stage.store.outbox,
      senders: [stage.teams.sender],
      clock: stage.clock,
      log: silentLog,
      random: () => 0.5,
    }),
  );
  fake.enforcesLimits = false;
  const arrived = fake.posts.filter(
    ({ activity: said, conversation }) =>
      conversation.includes(`${chats}-`) && wordsOf(said).includes('November 2026'),
  );
  const reached = new Set(arrived.map(({ conversation }) => conversation));
  if (reached.size !== owners) throw new Error(`Only ${reached.size} of ${owners} owners were prompted.`);
  const calls = chats === 'known' ? owners : 2 * owners;
  return {
    what: `Teams: ${owners} owners prompted within Teams' limits, ${chats === 'known' ? 'chats known' : 'chats opened first'}`,
    measured: `${ms(took)}, ${fake.refusals} times told to wait`,
    goal: '≤ 10 s',
    raw: `the limits alone: ${ms((calls / 50) * 1_000)}`,
  };
}
