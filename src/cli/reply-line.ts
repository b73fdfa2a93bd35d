import { z } from 'zod';
import { isLocalDate } from '../kit/local-date.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { isMonth } from '../plan/month.ts';
import { units, type Polarity, type Unit } from '../plan/plan.ts';
import { actionRatings, type ActionRating } from '../plan/rating.ts';
import type { AskedItem, ReplyContext } from '../replies/reply-context.ts';

/** One reply to be read, as a line of JSON gives it. */
export interface ReplyLine {
  readonly id: string | number;
  readonly text: string;
  readonly context: ReplyContext;
}

const day = z.string().refine(isLocalDate, 'must be a day like 2026-11-03');
const month = z.string().refine(isMonth, 'must be a month like 2026-11');

const asked = z.object({
  kind: z.enum(['action', 'measure']),
  code: z.string().min(1),
  label: z.string().default(''),
  unit: z.string().nullish(),
  polarity: z.string().nullish(),
  previous_rag: z.string().nullish(),
  previous: z.number().nullish(),
});

const line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  context: z.object({
    today: day,
    cycle: month.optional(),
    platform: z.string().default('cli'),
    asked: z.array(asked).default([]),
    people: z.array(z.object({ name: z.string(), organisation: z.string().default('') })).optional(),
  }),
});

/** Reads one line; a line that cannot be used is told why, by field. */
export function readReplyLine(
  text: string,
): Result<ReplyLine, { readonly id: unknown; readonly words: string }> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failure({ id: null, words: 'This line is not JSON.' });
  }
  const parsed = line.safeParse(value);
  if (!parsed.success) {
    const words = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}.`);
    return failure({ id: idOf(value), words: words.join(' ') });
  }
  const { id, text: said, context } = parsed.data;
  return success({
    id,
    text: said,
    context: {
      today: context.today,
      cycle: context.cycle ?? context.today.slice(0, 7),
      platform: context.platform,
      asked: context.asked.map(askedItem),
      ...(context.people && { people: context.people }),
    },
  });
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
}

function askedItem({
  kind,
  code,
  label,
  unit,
  polarity,
  previous_rag,
  previous,
}: z.infer<typeof asked>): AskedItem {
  if (kind === 'action') return { kind, code, label, previousRating: ratingOf(previous_rag ?? '') };
  const [inUnit, better] = [unitOf(unit ?? ''), polarityOf(polarity ?? '')];
  return {
    kind,
    code,
    label,
    previousValue: previous ?? null,
    ...(inUnit && { unit: inUnit }),
    ...(better && { polarity: better }),
  };
}

function ratingOf(written: string): ActionRating | null {
  return actionRatings.find((rating) => rating === written.toLowerCase().replaceAll(' ', '_')) ?? null;
}

const otherUnits: Readonly<Record<string, Unit>> = { '%': 'percent', percentage: 'percent', number: 'count' };
const otherPolarities: Readonly<Record<string, Polarity>> = {
  higher: 'higher',
  higher_is_better: 'higher',
  lower: 'lower',
  lower_is_better: 'lower',
  none: 'none',
};

/** A unit we do not know is left out: it is then worked out from the label. */
function unitOf(written: string): Unit | null {
  const word = written.toLowerCase();
  return units.find((unit) => unit === word) ?? otherUnits[word] ?? null;
}

function polarityOf(written: string): Polarity | null {
  return otherPolarities[written.toLowerCase()] ?? null;
}
