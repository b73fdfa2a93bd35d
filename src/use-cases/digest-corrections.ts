import { londonDate } from '../kit/london.ts';
import type { CorrectionLine } from '../documents/digest/digest-picture.ts';
import type { ShownRating } from '../plan/rating.ts';
import type { ActionUpdate, Moderation } from '../plan/update.ts';
import type { Records } from './ports/store.ts';
import type { ReadPicture } from './read-picture.ts';
import type { DigestBasis } from './read-digest.ts';

/**
 * Reads what owners corrected after the close, and what was moderated, in the months of a picture; gives what tells which of it came since a
 * given paper. One line an action and month: the newest.
 */
export async function correctionLines(
  records: Records,
  { picture }: ReadPicture,
  safe: (text: string) => string,
): Promise<DigestBasis['corrections']> {
  const { months, month } = picture;
  const [first = month] = months;
  const updates = await records.updates.latestBetween(first, month);
  const moderations = await records.moderations.latestBetween(first, month);
  const ratingOf = new Map<string, ShownRating>(
    updates.map((update) => [`${update.month} ${update.actionCode}`, update.content?.rating ?? 'no_update']),
  );
  const lines: (CorrectionLine & { readonly at: Date })[] = [];
  for (const update of updates) {
    if (update.kind === 'correction') lines.push(await correctionLine(records, update, safe));
  }
  for (const moderation of moderations) {
    lines.push({
      ...placeOf(moderation),
      kind: 'moderation',
      from: ratingOf.get(`${moderation.month} ${moderation.actionCode}`) ?? 'no_update',
      to: moderation.rating,
      reason: safe(moderation.reason),
    });
  }
  lines.sort((one, other) => one.at.getTime() - other.at.getTime());
  return ({ earlier, own }) =>
    lines
      .filter((line) => (line.month === month ? own !== null && line.at > own : line.at > earlier))
      .map(({ at: _at, ...line }) => line);
}

async function correctionLine(
  records: Records,
  update: ActionUpdate,
  safe: (text: string) => string,
): Promise<CorrectionLine & { readonly at: Date }> {
  const versions = await records.updates.versions(update.month, update.actionCode);
  const before = versions.findLast(({ version, kind }) => version < update.version && kind !== 'correction');
  return {
    ...placeOf(update),
    kind: 'correction',
    from: before?.content?.rating ?? 'no_update',
    to: update.content?.rating ?? null,
    reason: safe(update.reason ?? ''),
  };
}

function placeOf({ month, actionCode, at }: ActionUpdate | Moderation) {
  return { on: londonDate(at), at, month, actionCode };
}
