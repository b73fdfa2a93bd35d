import type { BenchProcess } from './slack-process.ts';
import { median } from './slack-status.ts';
import { ms, type BenchRow } from './rows.ts';

const prompts = 300;
const rounds = 7;
/** How long the stand-in for Slack takes to answer, in milliseconds. */
const delayMs = 50;

interface Drained {
  readonly ms: number;
  readonly residentMb: number;
}

/**
 * Prompts to three hundred people through the outbox (claimed, rendered, checked, sent, written down) against the same number of posts by
 * a raw WebClient at the same concurrency, in turns; then the same with one conversation that Slack tells to come back later.
 */
export async function promptRows(
  bcp: BenchProcess,
  slack: BenchProcess,
  database: string,
): Promise<readonly BenchRow[]> {
  await slack.ask('set', { delayMs, limited: null });
  const raw: number[] = [];
  const own: Drained[] = [];
  await rawPosts(bcp, slack);
  await drained(bcp, slack, null);
  for (let round = 0; round < rounds; round += 1) {
    raw.push(await rawPosts(bcp, slack));
    own.push(await drained(bcp, slack, null));
  }
  const limited = await drained(bcp, slack, 'UOWNER7');
  await slack.ask('set', { delayMs: 0, limited: null });
  const share = median(own.map((each, index) => (raw[index] ?? 0) / each.ms));
  return [
    {
      what: `Slack, ${database}: ${prompts} prompts, Slack answers in ${delayMs} ms`,
      measured: `${share.toFixed(2)} × a raw WebClient (${ms(median(own.map((each) => each.ms)))}), ${Math.round(Math.max(...own.map(({ residentMb }) => residentMb)))} MB`,
      goal: '≥ 0.95 ×, ≤ 250 MB',
      raw: `raw WebClient ${ms(median(raw))}; the delay alone ${ms((prompts / 20) * delayMs)}`,
    },
    {
      what: `Slack, ${database}: the same while one conversation is told to wait 30 s`,
      measured: `${ms(limited.ms)} for the other ${prompts - 1}`,
      goal: 'as long as without',
      raw: `without ${ms(median(own.map((each) => each.ms)))}`,
    },
  ];
}

async function rawPosts(bcp: BenchProcess, slack: BenchProcess): Promise<number> {
  await slack.ask('set', { limited: null });
  const took = (await bcp.ask('raw', prompts)) as number;
  await expectPosts(slack, prompts);
  return took;
}

async function drained(bcp: BenchProcess, slack: BenchProcess, limited: string | null): Promise<Drained> {
  await bcp.ask('promise', prompts);
  await slack.ask('set', { limited: limited === null ? null : { channel: limited, seconds: 30 } });
  const result = (await bcp.ask('drain')) as Drained;
  await expectPosts(slack, limited === null ? prompts : prompts - 1);
  return result;
}

/** Each person got one, and nobody two. */
async function expectPosts(slack: BenchProcess, people: number): Promise<void> {
  const posts = Object.values((await slack.ask('posts')) as Record<string, number>);
  if (posts.length !== people || posts.some((count) => count !== 1))
    throw new Error(`${posts.length} people got a prompt, where ${people} should have; or somebody got two.`);
}
