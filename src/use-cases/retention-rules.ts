import { z } from 'zod';
import { addDays, type LocalDate } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import type { RetentionCutoffs } from './ports/retention-records.ts';
import type { Records } from './ports/store.ts';

/** One kind of thing that is kept for a time and then taken out. */
export interface RetentionRule {
  readonly name: keyof RetentionCutoffs;
  readonly what: string;
  /** What stays of it. */
  readonly stays: string;
  /** In days. The defaults are for the data protection officer to decide; the bounds keep the program right. */
  readonly days: number;
  readonly fewest: number;
  readonly most: number;
}

/** How long what is kept, unless the partnership has set another time (guide: records management code, section 46 FOIA). */
export const retentionRules: readonly RetentionRule[] = [
  {
    name: 'messages',
    what: 'The words of messages that bcp sent',
    stays: 'That it was sent, to whom, when, and what became of it.',
    days: 90,
    // A digest may be posted again where it is missing until its month is well over.
    fewest: 45,
    most: 730,
  },
  {
    name: 'questions',
    what: 'Replies that bcp asked back about',
    stays: 'What was recorded in the end.',
    days: 90,
    fewest: 7,
    most: 730,
  },
  {
    name: 'receipts',
    what: 'Receipts by which the same message twice has one effect',
    stays: 'Nothing; they hold no words.',
    // A month may be corrected for a year: what is sent again until then must still be known.
    days: 400,
    fewest: 60,
    most: 1_100,
  },
  {
    name: 'rounds',
    what: 'When the daily rounds ran',
    stays: 'What they did, in the audit trail.',
    days: 400,
    fewest: 60,
    most: 3_650,
  },
  {
    name: 'leavers',
    what: 'Slack and Teams accounts of people who have left, and where they were reached',
    stays: 'Their name beside what they said, as long as the record is kept.',
    days: 30,
    fewest: 0,
    most: 365,
  },
];

/** Years after the end of the plan until which the record itself is kept. */
export const recordYears = 6;

const stored = z.record(z.string(), z.number().int().min(0).max(10_000));
const setting = 'retention_days';

/** How many days each kind is kept. */
export async function readRetentionDays({
  settings,
}: Pick<Records, 'settings'>): Promise<ReadonlyMap<RetentionRule['name'], number>> {
  const read = stored.safeParse(await settings.get(setting));
  const own = read.success ? read.data : {};
  return new Map(retentionRules.map(({ name, days }) => [name, own[name] ?? days]));
}

export async function writeRetentionDays(
  { settings }: Pick<Records, 'settings'>,
  days: ReadonlyMap<string, number>,
): Promise<void> {
  await settings.set(setting, Object.fromEntries(days));
}

/** From when on what is older goes. */
export function retentionCutoffs(
  days: ReadonlyMap<RetentionRule['name'], number>,
  now: Date,
): RetentionCutoffs {
  const before = (name: RetentionRule['name']) =>
    new Date(now.getTime() - (days.get(name) ?? 0) * 86_400_000);
  return {
    messages: before('messages'),
    questions: before('questions'),
    receipts: before('receipts'),
    rounds: before('rounds'),
    leavers: addDays(londonDate(now), -(days.get('leavers') ?? 0)),
  };
}

/** Nothing is taken out while a hold stands: somebody has asked for the records, or is about to. */
export interface RetentionHold {
  readonly since: LocalDate;
  readonly personId: string;
  readonly reason: string;
}

const holdShape = z.object({ since: z.string(), personId: z.string(), reason: z.string() });
const holdSetting = 'retention_hold';

export async function readHold({ settings }: Pick<Records, 'settings'>): Promise<RetentionHold | null> {
  const read = holdShape.safeParse(await settings.get(holdSetting));
  return read.success ? read.data : null;
}

export async function writeHold(
  { settings }: Pick<Records, 'settings'>,
  hold: RetentionHold | null,
): Promise<void> {
  await settings.set(holdSetting, hold ?? {});
}
