import { dayInWords, type LocalDate } from '../kit/local-date.ts';
import type { Message } from './message.ts';

/** What is kept how long, and what has been kept long enough. */
export interface RetentionFacts {
  readonly lines: readonly {
    readonly name: string;
    readonly what: string;
    readonly stays: string;
    readonly keptDays: number;
    readonly due: number;
  }[];
  readonly recordsUntil: LocalDate;
  readonly hold: { readonly since: LocalDate; readonly reason: string } | null;
  readonly lastRun: LocalDate | null;
}

/** For the secretariat and the administrator: the table that a data protection officer asks for. */
export function retentionMessage({ lines, recordsUntil, hold, lastRun }: RetentionFacts): Message {
  const due = lines.reduce((sum, line) => sum + line.due, 0);
  const words = hold
    ? `A hold stands since ${dayInWords(hold.since)}: nothing is taken out. ${hold.reason}`
    : due === 0
      ? 'Nothing has been kept longer than it has to be.'
      : `${due} ${due === 1 ? 'thing has' : 'things have'} been kept long enough; the next night takes them out.`;
  return {
    summary: words,
    parts: [
      { kind: 'heading', text: 'What is kept, and how long' },
      { kind: 'text', text: words, tone: hold ? 'notice' : 'normal' },
      {
        kind: 'table',
        caption: 'Kept for a time',
        columns: ['Name', 'What', 'Days', 'Long enough', 'What stays'],
        rows: lines.map(({ name, what, keptDays, due: own, stays }) => [
          name,
          what,
          String(keptDays),
          String(own),
          stays,
        ]),
      },
      {
        kind: 'list',
        items: [
          `Updates, ratings, figures, minutes, papers and the audit trail are kept until ${dayInWords(recordsUntil)}, the end of the plan and six years. bcp takes none of it out by itself.`,
          'Codes that link an account go when they are used or too old. The key to a Slack workspace is sealed, and goes when bcp is removed from the workspace.',
          'Personal data that the guard finds is never stored, so there is none to take out.',
          lastRun === null ? 'It has not run yet.' : `It last ran on ${dayInWords(lastRun)}.`,
        ],
      },
      {
        kind: 'text',
        text: 'To change a time: retention set messages 120. To keep everything, for a request: retention hold and the reason; to lift it: retention release.',
        tone: 'quiet',
      },
    ],
  };
}

/** What was taken out, counted. */
export function purgedWords(
  counts: Readonly<Record<string, number>>,
  lines: readonly { readonly name: string; readonly what: string }[],
): string {
  const gone = lines.flatMap(({ name, what }) => {
    const count = counts[name] ?? 0;
    return count === 0 ? [] : [`${what.charAt(0).toLowerCase()}${what.slice(1)}: ${count}`];
  });
  return gone.length === 0
    ? 'Nothing had been kept long enough, so nothing was taken out.'
    : `Taken out: ${gone.join('; ')}.`;
}
