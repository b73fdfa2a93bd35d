import { expect } from 'vitest';
import type { ReplyContext } from '../../src/replies/reply-context.ts';
import type { ReplyReading } from '../../src/replies/reply-reading.ts';
import { readReply } from '../../src/replies/read-reply.ts';
import { askedSets, people, type AskedSet } from './asked-sets.ts';

/**
 * One reply of the corpus and what its writer meant, in short: `IC4 amber`, `IC4 amber same`, `I05 61.3 (19/31) 2026-10 provisional`,
 * `I25 suppressed`, `I05 not_published`. `ask` = the bot has to ask (beside what is certain).
 */
export interface ReplyCase {
  readonly text: string;
  readonly asked: AskedSet;
  readonly meant: readonly string[];
  readonly ask?: true;
  readonly intent?: ReplyReading['intent'];
  readonly away?: string;
  readonly later?: string | null;
  readonly delegate?: string;
  /** Null = nothing is asked of the board. */
  readonly board?: string | null;
  readonly evidence?: readonly string[];
  readonly path?: string;
  readonly knows?: 'people';
}

export type Row = readonly [text: string, ...meant: string[]];

/** Rows of one kind: a text and what it means; the word `ask` says that it has to be asked about. */
export function replies(
  asked: AskedSet,
  rows: readonly Row[],
  more: Partial<ReplyCase> = {},
): readonly ReplyCase[] {
  return rows.map(([text, ...meant]) => ({
    text,
    asked,
    meant: meant.filter((part) => part !== 'ask'),
    ...(meant.includes('ask') ? { ask: true as const } : {}),
    ...more,
  }));
}

export function contextOf(reply: Pick<ReplyCase, 'asked' | 'knows'>): ReplyContext {
  const base = { today: '2026-11-03', cycle: '2026-11', platform: 'slack', asked: askedSets[reply.asked] };
  return reply.knows === 'people' ? { ...base, people } : base;
}

export function readCase(reply: ReplyCase): ReplyReading {
  return readReply(reply.text, contextOf(reply));
}

/** A reading in the short form of the corpus. */
export function inShort(reading: ReplyReading): readonly string[] {
  return [
    ...reading.updates.map(({ code, rating, sameAsLast }) => `${code} ${rating}${sameAsLast ? ' same' : ''}`),
    ...reading.measures.map(
      ({ code, value, numerator, denominator, suppressed, noData, period, provisional, approximate }) =>
        [
          code,
          noData ?? (suppressed ? 'suppressed' : String(value)),
          numerator === null ? '' : `(${numerator}/${String(denominator)})`,
          period?.key ?? '',
          provisional ? 'provisional' : '',
          approximate ? 'about' : '',
        ]
          .filter((part) => part !== '')
          .join(' '),
    ),
  ].sort();
}

export type Outcome = 'right' | 'asked' | 'misread';

/**
 * `right`: what was meant, and asked where it had to be. `asked`: nothing wrong was taken, but a question stands where none was
 * needed, or something is missing beside one. `misread`: something was taken that was not meant, or something meant was dropped
 * without a word.
 */
export function outcomeOf(reply: ReplyCase, reading: ReplyReading): Outcome {
  const got = inShort(reading);
  const meant = [...reply.meant].sort();
  const wrong = got.filter((part) => !meant.includes(part));
  const missing = meant.filter((part) => !got.includes(part));
  if (wrong.length > 0) return 'misread';
  if (missing.length > 0) return reading.confirm ? 'asked' : 'misread';
  if ((reply.ask ?? false) && !reading.confirm) return 'misread';
  if (!(reply.ask ?? false) && reading.confirm) return 'asked';
  return 'right';
}

/** Everything that a case says is held against the reading. */
export function expectReading(reply: ReplyCase): void {
  const reading = readCase(reply);

  expect({ meant: inShort(reading), ask: reading.confirm }).toEqual({
    meant: [...reply.meant].sort(),
    ask: reply.ask ?? false,
  });
  if (reply.intent !== undefined) expect(reading.intent).toBe(reply.intent);
  if (reply.away !== undefined)
    expect(`${reading.away?.from ?? ''}..${reading.away?.until ?? ''}`).toBe(reply.away);
  if (reply.later !== undefined) expect(reading.deferUntil).toBe(reply.later);
  if (reply.delegate !== undefined) expect(delegateInShort(reading)).toBe(reply.delegate);
  if (reply.board !== undefined) expect(reading.askOfBoard).toBe(reply.board);
  if (reply.evidence !== undefined) expect(reading.evidence).toEqual(reply.evidence);
  if (reply.path !== undefined) expect(pathInShort(reading)).toBe(reply.path);
}

function delegateInShort({ delegate }: ReplyReading): string {
  if (delegate === null) return 'nobody';
  return `${delegate.name}${delegate.organisation === null ? '' : `, ${delegate.organisation}`}${delegate.permanent ? ' for good' : ''}`;
}

function pathInShort({ pathToGreen }: ReplyReading): string {
  if (pathToGreen === null) return 'none';
  const { what, who, by } = pathToGreen;
  return [what, who ?? '', by ?? ''].join(' | ');
}
