import { at, closedLoop, type Target } from './slack-load.ts';
import type { BenchProcess } from './slack-process.ts';
import { slackAccountOf, team } from './slack-people.ts';
import { median, secret, type Rivals } from './slack-status.ts';
import { ms, type BenchRow } from './rows.ts';

const rounds = 3;
/** Short, as everything that was taken in a round is also read before the next. */
const secondsEach = 0.4;
const callers = 16;

/** One action of each owner on the stage: they answer side by side. */
const ownersOf: readonly (readonly [email: string, code: string])[] = [
  ['asha.verma', 'IC4'],
  ['colm.reyes', 'IC1'],
  ['lena.hart', 'IC3'],
  ['mina.patel', 'IC6'],
  ['owen.clarke', 'IC7'],
  ['tom.osei', 'SA1'],
  ['ruth.lowe', 'SA3'],
  ['ada.finch', 'JO2'],
];

let number = 0;

/** An owner types an answer in their own chat with bcp. */
function replyTarget({ port }: BenchProcess): Target {
  return {
    port,
    secret,
    next: () => {
      number += 1;
      const [email = '', code = ''] = ownersOf[number % ownersOf.length] ?? [];
      const user = slackAccountOf(email);
      const event = {
        type: 'message',
        channel_type: 'im',
        channel: `D${user}`,
        user,
        text: `${code} green: visit number ${number} was held.`,
        ts: (Date.now() / 1_000).toFixed(6),
      };
      const envelope = {
        type: 'event_callback',
        team_id: team,
        api_app_id: 'A1',
        event_id: `Ev${number}`,
        event,
      };
      return { type: 'application/json', body: JSON.stringify(envelope) };
    },
    wrong: (status, body) => (status === 200 && body === '' ? null : 'That is no acknowledgement.'),
  };
}

/**
 * Answers of owners: each is stored, with personal data taken out, before Slack is told that it was taken; then all are read, recorded and
 * answered, and every one of them is counted.
 */
export async function replyRows({ bolt, bcp }: Rivals, database: string): Promise<readonly BenchRow[]> {
  await closedLoop(replyTarget(bcp), callers, secondsEach / 5);
  await bcp.ask('read');
  const shares: number[] = [];
  const reading: number[] = [];
  const rates: { readonly own: number; readonly bare: number }[] = [];
  const latencies: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const bare = await closedLoop(replyTarget(bolt), callers, secondsEach);
    const before = Number(await bcp.ask('versions'));
    const own = await closedLoop(replyTarget(bcp), callers, secondsEach);
    reading.push(((await bcp.ask('read')) as number) / own.answers);
    const stored = Number(await bcp.ask('versions')) - before;
    if (stored !== own.answers)
      throw new Error(`${own.answers} answers were acknowledged and ${stored} are stored.`);
    shares.push(own.rate / bare.rate);
    rates.push({ own: own.rate, bare: bare.rate });
    latencies.push(...own.latencies);
  }
  latencies.sort((one, other) => one - other);
  const each = median(reading);
  return [
    {
      what: `Slack, ${database}: a typed reply, stored before it is acknowledged`,
      measured: `${median(shares).toFixed(3)} × bare Bolt (${Math.round(median(rates.map(({ own }) => own)))} a second; half ${ms(at(latencies, 0.5))}, 99 in 100 ${ms(at(latencies, 0.99))})`,
      goal: '≥ 0.45 ×',
      raw: `bare Bolt, storing nothing, ${Math.round(median(rates.map(({ bare }) => bare)))} a second`,
    },
    {
      what: `Slack, ${database}: the same replies read, recorded and answered, after the last was taken`,
      measured: `${Math.round(1_000 / each)} a second`,
      goal: 'none lost',
      raw: `${ms(each)} for each`,
    },
  ];
}
