import { findPersonalData, maskPersonalData, type PersonalDataFinding } from '../guard/personal-data.ts';
import { cleanText } from '../kit/clean-text.ts';
import { readReply } from '../replies/read-reply.ts';
import type { ReadFigure, ReplyIntent, ReplyReading } from '../replies/reply-reading.ts';
import { readReplyLine, type ReplyLine } from './reply-line.ts';

export interface ReadReplies {
  readonly read: number;
  /** Lines that could not be used; each is answered with `{"id","error"}`. */
  readonly unusable: number;
}

/**
 * Reads replies, one JSON object a line, and writes for each what it was understood to say, one JSON object a line in the same order. The
 * same steps as in chat: clean, mask personal data, read. Empty lines are passed over.
 */
export async function readReplyLines(
  input: AsyncIterable<Uint8Array | string>,
  write: (line: string) => unknown,
): Promise<ReadReplies> {
  let [read, unusable] = [0, 0];
  for await (const text of linesOf(input)) {
    if (text.trim() === '') continue;
    const line = readReplyLine(text);
    if (line.ok) read += 1;
    else unusable += 1;
    const answer = line.ok ? understood(line.value) : { id: line.error.id, error: line.error.words };
    write(`${JSON.stringify(answer)}\n`);
  }
  return { read, unusable };
}

/** Lines as they come; only `\n` ends one, and a letter may lie across two pieces. */
async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of input) {
    const lines =
      `${rest}${typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** One reply, understood: the fields that are not there were not said. */
function understood({ id, text, context }: ReplyLine): Readonly<Record<string, unknown>> {
  const clean = cleanText(text);
  const people = context.people ?? [];
  const findings = findPersonalData(clean, {
    today: context.today,
    staffNames: people.map(({ name }) => name),
  });
  const reading = readReply(maskPersonalData(clean, findings), context);
  return {
    id,
    intent: intentOf(reading.intent),
    updates: reading.updates.map(({ code, rating, sameAsLast }) => ({
      code,
      rag: rating,
      ...(sameAsLast && { same_as_last: true }),
    })),
    measures: reading.measures.map(measureOf),
    confirm: reading.confirm,
    ...(reading.question && { question: reading.question.text }),
    pii: kindsOf(findings),
    ...whenAndWho(reading),
    ...(reading.askOfBoard !== null && { ask_of_board: reading.askOfBoard }),
    ...(reading.evidence.length > 0 && { evidence: reading.evidence }),
    narrative: reading.narrative,
  };
}

/** Taking back and commands are asked of bcp rather than told to it; outside of chat they are requests for its help. */
function intentOf(intent: ReplyIntent): Exclude<ReplyIntent, 'undo' | 'command'> {
  return intent === 'undo' || intent === 'command' ? 'help' : intent;
}

function measureOf({
  code,
  value,
  numerator,
  denominator,
  suppressed,
  noData,
  period,
  provisional,
}: ReadFigure) {
  return {
    code,
    value,
    ...(numerator !== null && { numerator }),
    ...(denominator !== null && { denominator }),
    ...(suppressed && { suppressed }),
    ...(noData !== null && { no_data: true, no_data_reason: noData }),
    // A single day is told by its month: months, quarters and years are the periods of this format.
    ...(period && { period: period.kind === 'date' ? period.key.slice(0, 7) : period.key }),
    ...(provisional && { provisional }),
  };
}

function kindsOf(findings: readonly PersonalDataFinding[]): readonly string[] {
  return [...new Set(findings.map(({ type }) => type))];
}

function whenAndWho({ away, deferUntil, delegate }: ReplyReading) {
  return {
    ...(away && away.from !== null && { away_from: away.from }),
    ...(away && away.until !== null && { away_until: away.until }),
    ...(deferUntil !== null && { defer_until: deferUntil }),
    ...(delegate && {
      delegate: {
        name: delegate.name,
        ...(delegate.organisation !== null && { organisation: delegate.organisation }),
        permanent: delegate.permanent,
      },
    }),
  };
}
