import { londonDate } from '../kit/london.ts';
import { failure, type Result } from '../kit/result.ts';
import type { StatusView } from '../messages/status-view.ts';
import { monthInWords, type Month } from '../plan/month.ts';
import { can } from '../plan/permissions.ts';
import { readStatusQuery } from '../plan/status-query.ts';
import type { StatusReading } from '../plan/status-reading.ts';
import { auditOf } from './audit-facts.ts';
import { planInForce } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { freshPicture } from './fresh-picture.ts';
import type { ReadPicture } from './read-picture.ts';
import { refusal, type Refusal } from './refusal.ts';
import { statusOf } from './status-answer.ts';

/**
 * Answers `status [what]`: the best reading of the words at once, the others one button away. Refuses whoever may not see ratings (and
 * writes that down), a month that was never opened, and what is marked OFFICIAL-SENSITIVE when it is asked for by itself.
 */
export async function showStatus(
  deps: Deps,
  actor: Actor,
  words: string,
): Promise<Result<StatusView, Refusal>> {
  const latest = await freshPicture(deps, actor.partnershipId, null);
  if (!latest) return failure(await nothingToShow(deps, actor));
  const today = londonDate(deps.clock.now());
  const permission = can(actor, 'see_status', { kind: 'partnership' }, latest.picture.plan, today);
  if (!permission.allowed) {
    await deps.store
      .in(actor.partnershipId)
      .transact((records) => records.audit.append(auditOf(deps, actor, 'status_refused', 'status')));
    return failure(refusal('not_allowed', permission.words));
  }
  const reading = readWords(words, latest, today);
  const read = await ofMonth(deps, actor, latest, reading.kind === 'unknown' ? null : reading.month);
  if (!read)
    return failure(
      refusal(
        'not_found',
        `${monthInWords(monthOf(reading) ?? '')} was never opened, so there is nothing to show. The newest month is ${monthInWords(latest.picture.month)}.`,
      ),
    );
  return statusOf(read.picture, reading, actor.personId);
}

function readWords(words: string, { picture, people }: ReadPicture, today: string): StatusReading {
  const here = people.filter(({ endsOn }) => endsOn === null || endsOn >= today);
  return readStatusQuery(words, picture.plan, here, picture.plan.organisations, today.slice(0, 7));
}

function monthOf(reading: StatusReading): Month | null {
  return reading.kind === 'unknown' ? null : reading.month;
}

async function ofMonth(
  deps: Deps,
  actor: Actor,
  latest: ReadPicture,
  month: Month | null,
): Promise<ReadPicture | null> {
  return month === null || month === latest.picture.month
    ? latest
    : freshPicture(deps, actor.partnershipId, month);
}

async function nothingToShow(deps: Deps, actor: Actor): Promise<Refusal> {
  const now = deps.clock.now();
  const plan = await planInForce(deps.store.in(actor.partnershipId), now);
  if (!plan)
    return refusal(
      'not_found',
      'No plan is in force yet. The secretariat imports one: bcp plan import FILE.',
    );
  const permission = can(actor, 'see_status', { kind: 'partnership' }, plan, londonDate(now));
  if (!permission.allowed) return refusal('not_allowed', permission.words);
  return refusal(
    'not_found',
    'No month has been opened yet, so nobody has been asked and there is nothing to show.',
  );
}
