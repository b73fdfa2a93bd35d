import { openPassingStore } from '../src/app.ts';
import { silentLog } from '../src/kit/log.ts';
import { fakeTeams, type FakeTeams } from '../test/platforms/teams/fake-teams.ts';
import { tenantOf, teamsStage, type TeamsStage } from '../test/platforms/teams/teams-stage.ts';
import { wordsOf } from '../test/platforms/teams/cards.ts';
import { ms, timed, type BenchRow } from './rows.ts';
import { activity, inChat, knock } from './teams-activities.ts';
import { echoBot } from './teams-echo-bot.ts';
import { promptRows } from './teams-prompts.ts';

const turns = 150;
/** Between two turns, so that what is measured is a turn and not Teams' limit of 50 a second. */
const pauseMs = 30;
/** Chats that take turns, so that Teams' limit for one chat is not what is measured either; all are known before it begins. */
const chats = 20;

/**
 * A status turn against a bare botbuilder echo bot with the same token and connector; how soon Teams has its answer when the
 * connector takes 150 ms; and how long 200 prompts take against a stand-in that enforces Teams' limits. Whatever is measured is also
 * read: an answer that is not the right one ends the bench.
 */
export async function teamsBench(): Promise<readonly BenchRow[]> {
  const fake = await fakeTeams();
  const store = await openPassingStore(silentLog);
  try {
    const stage = await teamsStage(store, fake);
    await stage.at('2026-11-02T09:00:00Z');
    const status = await statusRow(stage, fake);
    const acknowledged = await acknowledgementRow(stage, fake);
    return [status, acknowledged, ...(await promptRows(stage, fake))];
  } finally {
    await store.close();
    await fake.close();
  }
}

/** From Teams' request to the answer at Teams' connector, in turn with the bare bot. */
async function statusRow(stage: TeamsStage, fake: FakeTeams): Promise<BenchRow> {
  const header = await fake.sign();
  const echo = echoBot(fake, header);
  const [own, bare]: [number[], number[]] = [[], []];
  for (let turn = -chats; turn < turns; turn += 1) {
    fake.posts.length = 0;
    const ours = await timed(async () => {
      await knock(stage, header, inChat(activity(fake, 'status safe'), `s${(turn + chats) % chats}`));
      await stage.teams.settled();
    });
    const said = wordsOf(fake.posts.map((post) => post.activity));
    for (const word of ['SAFE', 'SA1', 'SA2']) expectWord(said, word);
    await rest();
    const theirs = await timed(() =>
      echo(inChat(activity(fake, 'status safe'), `e${(turn + chats) % chats}`)),
    );
    expectWord(String(fake.posts.at(-1)?.activity['text']), 'Echo: status safe');
    await rest();
    if (turn >= 0) {
      own.push(ours);
      bare.push(theirs);
    }
  }
  const [median, bareMedian] = [at(own, 0.5), at(bare, 0.5)];
  return {
    what: 'Teams: a status turn until its card is there, against a bare botbuilder echo',
    measured: `${(bareMedian / median).toFixed(2)} × the bare bot's speed (${ms(median)}; 99 in 100: ${ms(at(own, 0.99))})`,
    goal: '≥ 0.6 ×',
    raw: `bare echo ${ms(bareMedian)}; 99 in 100: ${ms(at(bare, 0.99))}`,
  };
}

/** Four people at once, who ask and who record, by turns; afterwards every update must be there. */
async function acknowledgementRow(stage: TeamsStage, fake: FakeTeams): Promise<BenchRow> {
  const header = await fake.sign();
  fake.delayMs = 150;
  const times: number[] = [];
  const people = ['asha.verma', 'tom.osei', 'lena.hart', 'grace.bell'];
  for (let round = 0; round < turns / 3; round += 1) {
    await Promise.all(
      people.map(async (name) => {
        const words =
          name === 'grace.bell' ? 'status' : `${codeOf[name] ?? ''} green, visit ${round} is done.`;
        const said = activity(fake, words, name, tenantOf(name));
        times.push(await timed(() => knock(stage, header, { ...said, id: `ack-${name}-${round}` })));
      }),
    );
    await rest();
  }
  await stage.settled();
  fake.delayMs = 0;
  for (const code of Object.values(codeOf)) {
    const versions = await stage.store.in(stage.partnershipId).updates.versions('2026-11', code);
    expectWord(
      versions.map(({ content }) => content?.done).join(' '),
      `Visit ${Math.floor(turns / 3 - 1)} is done`,
    );
  }
  return {
    what: 'Teams: acknowledged with the update stored, four people at once, a connector that takes 150 ms',
    measured: `${ms(at(times, 0.5))} (99 in 100: ${ms(at(times, 0.99))})`,
    goal: '99 in 100: ≤ 100 ms',
    raw: 'connector 150 ms',
  };
}

const codeOf: Readonly<Record<string, string>> = {
  'asha.verma': 'IC4',
  'tom.osei': 'SA1',
  'lena.hart': 'IC3',
};

function expectWord(said: string, word: string): void {
  if (!said.includes(word)) throw new Error(`The answer does not say "${word}": ${said.slice(-300)}`);
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseMs));
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
