import { findPersonalData } from '../src/guard/personal-data.ts';
import { readReply } from '../src/replies/read-reply.ts';
import type { ReplyContext } from '../src/replies/reply-context.ts';
import { ms, timed, type BenchRow } from './rows.ts';

/** The longest reply that is read, in characters. */
const longest = 4_000;
const warmUps = 30;
const runs = 25;

const context: ReplyContext = {
  today: '2026-11-03',
  cycle: '2026-11',
  platform: 'slack',
  asked: [
    {
      kind: 'action',
      code: 'IC4',
      label: 'SEND: early identification and response',
      previousRating: 'amber',
    },
    { kind: 'action', code: 'IC5', label: 'Inclusive cultures, fewer exclusions', previousRating: 'green' },
    {
      kind: 'measure',
      code: 'I05',
      label: '% of new EHC plans issued within 20 weeks',
      unit: 'percent',
      previousValue: 58,
    },
  ],
};

/** What is written most, and what is unkind to a reader: names in a row, ages, digits, brackets, mark-up, one long word. */
const kinds: readonly (readonly [name: string, piece: string])[] = [
  [
    'a report',
    'IC4 amber, 61.2% in October. Two EPs left and the panel has no chair; we need the board to agree agency spend by 14 January. ',
  ],
  ['names in a row', 'Kai Begum and Aisha Khan and Tyrone '],
  ['ages and places', 'one of the two 14 year old boys from Holte School in Aston was '],
  ['relatives', 'Kai’s mum, Kai’s nan, '],
  ['digits', '07700 900 123 943 476 5919 '],
  ['brackets', '((('],
  ['mark-up', '<at>x</at> <@U1> &amp; '],
  ['numbers', '61.2% 38 of 212, Q2 26/27; '],
  ['colours', 'red amber green '],
  ['one word', 'a'],
  ['accents', 'Żółć ’'],
];

/** The guard and the reader on the longest text that is taken, in the process and warmed up; the least of many runs, so that other work on the machine does not count. */
export async function readingBench(): Promise<readonly BenchRow[]> {
  const guard = await worst((text) => findPersonalData(text, { today: context.today }));
  const reader = await worst((text) => readReply(text, context));
  const raw = await least(() => JSON.parse(JSON.stringify('x '.repeat(longest / 2))));
  return [row('the guard', guard, raw), row('the reader', reader, raw)];
}

interface Worst {
  readonly kind: string;
  readonly time: number;
  readonly report: number;
}

function row(who: string, { kind, time, report }: Worst, raw: number): BenchRow {
  return {
    what: `${who}, ${longest} characters`,
    measured: `a report ${ms(report)}; slowest: ${kind} ${ms(time)}`,
    goal: '≤ 5 ms',
    raw: `JSON of the text there and back ${ms(raw)}`,
  };
}

async function worst(work: (text: string) => unknown): Promise<Worst> {
  let slowest: Worst = { kind: '', time: 0, report: 0 };
  for (const [kind, piece] of kinds) {
    const text = piece.repeat(Math.ceil(longest / piece.length)).slice(0, longest);
    const time = await least(() => work(text));
    const report = kind === 'a report' ? time : slowest.report;
    slowest = time > slowest.time ? { kind, time, report } : { ...slowest, report };
  }
  return slowest;
}

async function least(work: () => unknown): Promise<number> {
  for (let run = 0; run < warmUps; run += 1) work();
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) best = Math.min(best, await timed(() => Promise.resolve(work())));
  return best;
}
