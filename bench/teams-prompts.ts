import { drainOutbox } from '../src/delivery/drain.ts';
import { silentLog } from '../src/kit/log.ts';
import { councilTenant, type FakeTeams } from '../test/platforms/teams/fake-teams.ts';
import { wordsOf } from '../test/platforms/teams/cards.ts';
import type { TeamsStage } from '../test/platforms/teams/teams-stage.ts';
import { activity, knock } from './teams-activities.ts';
import { ms, timed, type BenchRow } from './rows.ts';

const owners = 200;

/**
 * A real prompt for 200 owners, into chats that are known and to people whose chats must first be opened: until the last of them has it. What
 * was promised before is sent before, so that nothing else waits, and no limit is used up.
 */
export async function promptRows(stage: TeamsStage, fake: FakeTeams): Promise<readonly BenchRow[]> {
  return [await promptsRow(stage, fake, 'known'), await promptsRow(stage, fake, 'new')];
}

async function promptsRow(stage: TeamsStage, fake: FakeTeams, chats: 'known' | 'new'): Promise<BenchRow> {
  const { deliveries } = stage.store.in(stage.partnershipId);
  await nothingWaits(stage);
  const prompt = (await deliveries.recent(1_000)).find(({ purpose }) => purpose === 'prompt');
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
  await rest(2_100);
  fake.enforcesLimits = true;
  fake.posts.length = 0;
  fake.refusals = 0;
  const reached = () =>
    new Set(fake.posts.map(({ conversation }) => conversation).filter((each) => each.includes(`${chats}-`)));
  let isOver = false;
  const sending = drain(stage).finally(() => (isOver = true));
  const took = await timed(async () => {
    while (reached().size < owners && !isOver) await rest(5);
  });
  await sending;
  fake.enforcesLimits = false;
  const prompted = fake.posts.filter(({ activity: said }) => wordsOf(said).includes('November 2026'));
  if (reached().size !== owners || prompted.length !== owners)
    throw new Error(`${reached().size} of ${owners} owners were prompted, ${prompted.length} times.`);
  const calls = chats === 'known' ? owners : 2 * owners;
  return {
    what: `Teams: ${owners} owners prompted within Teams' limits, ${chats === 'known' ? 'chats known' : 'chats opened first'}`,
    measured: `${ms(took)}, ${fake.refusals} times told to wait`,
    goal: '≤ 10 s',
    raw: `the limits alone: ${ms((calls / 50) * 1_000)}`,
  };
}

function drain(stage: TeamsStage): Promise<unknown> {
  return drainOutbox({
    outbox: stage.store.outbox,
    senders: [stage.teams.sender],
    clock: stage.clock,
    log: silentLog,
    random: () => 0.5,
  });
}

/** Sends what earlier rows have left, until nothing is due any more. */
async function nothingWaits(stage: TeamsStage): Promise<void> {
  for (;;) {
    await drain(stage);
    const next = await stage.store.outbox.nextDue();
    if (next === null) return;
    stage.clock.set(next);
    await rest(1_000);
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
