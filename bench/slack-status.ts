import { at, closedLoop, openLoop, type Target } from './slack-load.ts';
import type { BenchProcess } from './slack-process.ts';
import { slackAccountOf, team } from './slack-people.ts';
import { ms, type BenchRow } from './rows.ts';

export const secret = 'a-signing-secret-of-the-bench-only';

/** Line one of the right answer: what the stored year makes of the outcome SAFE. */
export const statusLine = 'Outcome SAFE';

const callers = 16;
const rounds = 5;
const secondsEach = 1.5;

/** The servers that take turns, each with its answer to `/bcp status safe`. */
export interface Rivals {
  readonly node: BenchProcess;
  readonly bolt: BenchProcess;
  readonly bcp: BenchProcess;
}

interface Turn {
  readonly rate: number;
  readonly cpuMicros: number;
}

let number = 0;

/** `/bcp status safe` of one of twenty people, as Slack sends it. */
export function statusTarget({ port }: BenchProcess, page: string): Target {
  return {
    port,
    secret,
    next: () => {
      number += 1;
      return {
        type: 'application/x-www-form-urlencoded',
        body: new URLSearchParams({
          token: 'legacy',
          team_id: team,
          team_domain: 'partnership',
          channel_id: 'CBOARD',
          channel_name: 'board',
          user_id: slackAccountOf('grace.bell@birmingham.example'),
          user_name: 'grace.bell',
          command: '/bcp',
          text: 'status safe',
          api_app_id: 'A1',
          is_enterprise_install: 'false',
          response_url: `https://hooks.slack.com/commands/T1/${number}/abcdefghijkl`,
          trigger_id: `${number}.100.abcdef`,
        }).toString(),
      };
    },
    wrong: (status, body) => (status === 200 && body === page ? null : 'That is not the status.'),
  };
}

/** Rates and processor time, measured in turns; the share of a round is what counts, as the machine is another one each second. */
export async function statusRows(
  rivals: Rivals,
  page: string,
  database: string,
): Promise<readonly BenchRow[]> {
  const names = ['node', 'bolt', 'bcp'] as const;
  const turns: Record<(typeof names)[number], Turn[]> = { node: [], bolt: [], bcp: [] };
  for (const name of names) await closedLoop(statusTarget(rivals[name], page), callers, secondsEach);
  for (let round = 0; round < rounds; round += 1) {
    const order = names.map((_, index) => names[(index + round) % names.length] ?? 'node');
    for (const name of order) turns[name].push(await turnOf(rivals[name], page));
  }
  const rate = (name: keyof Rivals) => median(turns[name].map((turn) => turn.rate));
  const cpu = (name: keyof Rivals) => median(turns[name].map(({ cpuMicros }) => cpuMicros));
  const share = median(turns.bcp.map((turn, index) => turn.rate / (turns.bolt[index]?.rate ?? 1)));
  const dearer = median(turns.bcp.map((turn, index) => turn.cpuMicros / (turns.bolt[index]?.cpuMicros ?? 1)));
  return [
    {
      what: `Slack, ${database}: /bcp status safe, ${callers} callers`,
      measured: `${share.toFixed(2)} × bare Bolt (${Math.round(rate('bcp'))} a second)`,
      goal: '≥ 0.8 ×',
      raw: `bare Bolt ${Math.round(rate('bolt'))}, bare node:http ${Math.round(rate('node'))} a second`,
    },
    {
      what: `Slack, ${database}: processor time for each answer`,
      measured: `${dearer.toFixed(2)} × bare Bolt (${Math.round(cpu('bcp'))} µs)`,
      goal: '≤ 1.5 ×',
      raw: `bare Bolt ${Math.round(cpu('bolt'))} µs, bare node:http ${Math.round(cpu('node'))} µs`,
    },
    await steadyRow(rivals, page, database, null),
    await steadyRow(rivals, page, database, 500),
  ];
}

/** Two hundred a second; with `writeEveryMs`, something is written so often that what is remembered is forgotten again and again. */
async function steadyRow(
  rivals: Rivals,
  page: string,
  database: string,
  writeEveryMs: number | null,
): Promise<BenchRow> {
  const bare = await openLoop(statusTarget(rivals.bolt, page), 200, 5);
  const writing =
    writeEveryMs === null ? undefined : setInterval(() => void rivals.bcp.ask('write'), writeEveryMs);
  const before = await rivals.bcp.cost();
  const steady = await openLoop(statusTarget(rivals.bcp, page), 200, 8);
  const after = await rivals.bcp.cost();
  clearInterval(writing);
  const cpu = Math.round((after.cpuMicros - before.cpuMicros) / steady.answers);
  return {
    what: `Slack, ${database}: 200 a second, ${writeEveryMs === null ? 'nothing written' : `something written every ${ms(writeEveryMs)}`}`,
    measured: `99 in 100: ${ms(at(steady.latencies, 0.99))}, half: ${ms(at(steady.latencies, 0.5))}, ${cpu} µs each, ${Math.round(after.residentMb)} MB`,
    goal: '99 in 100: ≤ 50 ms, ≤ 250 MB',
    raw: `bare Bolt: 99 in 100 ${ms(at(bare.latencies, 0.99))}, half ${ms(at(bare.latencies, 0.5))}`,
  };
}

async function turnOf(process: BenchProcess, page: string): Promise<Turn> {
  const before = await process.cost();
  const { rate, answers } = await closedLoop(statusTarget(process, page), callers, secondsEach);
  const after = await process.cost();
  return { rate, cpuMicros: (after.cpuMicros - before.cpuMicros) / answers };
}

export function median(numbers: readonly number[]): number {
  const inOrder = [...numbers].sort((one, other) => one - other);
  return inOrder[Math.floor(inOrder.length / 2)] ?? 0;
}
