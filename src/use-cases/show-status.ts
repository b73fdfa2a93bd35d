import { BoundedMap } from '../kit/bounded-map.ts';
import { findPersonalData } from '../guard/personal-data.ts';
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
import { pictureAt } from './fresh-picture.ts';
import type { AuditHeads } from './ports/audit-records.ts';
import type { ReadPicture } from './read-picture.ts';
import { refusal, type Refusal } from './refusal.ts';
import { statusOf } from './status-answer.ts';

/** Requests whose answers are kept beside one picture. */
const mostKept = 500;

type Shown = Result<StatusView, Refusal>;

/** What was answered from a picture of the newest month. Goes with the picture, and so with the first thing that happens. */
interface KeptAnswers {
  readonly readings: BoundedMap<string, StatusReading>;
  readonly shown: BoundedMap<string, Promise<Shown>>;
}

const keptByPicture = new WeakMap<ReadPicture, KeptAnswers>();

/**
 * Answers `status [what]`: the best reading of the words at once, the others one button away. Refuses whoever may not see ratings (and
 * writes that down), a month that was never opened, and what is marked OFFICIAL-SENSITIVE when it is asked for by itself.
 */
export async function showStatus(deps: Deps, actor: Actor, words: string): Promise<Shown> {
  return statusAt(deps, await deps.store.auditHeads(), actor, words);
}

/**
 * The same for somebody who has just asked for the heads. While nothing happens, the same words give the same object, so that what was
 * made of it can be kept beside it. Whether somebody may ask is looked at each time.
 */
export async function statusAt(deps: Deps, heads: AuditHeads, actor: Actor, words: string): Promise<Shown> {
  const latest = await pictureAt(deps, heads, actor.partnershipId, null);
  if (!latest) return failure(await nothingToShow(deps, actor));
  const today = londonDate(deps.clock.now());
  const permission = can(actor, 'see_status', { kind: 'partnership' }, latest.picture.plan, today);
  if (!permission.allowed) {
    await deps.store
      .in(actor.partnershipId)
      .transact((records) => records.audit.append(auditOf(deps, actor, 'status_refused', 'status')));
    return failure(refusal('not_allowed', permission.words));
  }
  const kept = keptBeside(latest);
  const reading = kept.readings.getOrMake(words, () => readWords(words, latest, today));
  const asker = askerOf(reading, actor);
  return kept.shown.getOrMake(JSON.stringify([words, asker]), () =>
    answer(deps, heads, actor.partnershipId, { latest, reading, asker }),
  );
}

function keptBeside(picture: ReadPicture): KeptAnswers {
  const known = keptByPicture.get(picture);
  if (known) return known;
  const kept = {
    readings: new BoundedMap<string, StatusReading>(mostKept),
    shown: new BoundedMap<string, Promise<Shown>>(mostKept),
  };
  keptByPicture.set(picture, kept);
  return kept;
}

/** Whose things `mine` are; null for everything else, which is the same for everybody who may see it. */
function askerOf(reading: StatusReading, { personId }: Actor): string | null {
  return reading.kind !== 'unknown' && reading.filters.includes('mine') ? personId : null;
}

async function answer(
  deps: Deps,
  heads: AuditHeads,
  partnershipId: string,
  { latest, reading, asker }: { latest: ReadPicture; reading: StatusReading; asker: string | null },
): Promise<Shown> {
  const read = await ofMonth(
    deps,
    heads,
    partnershipId,
    latest,
    reading.kind === 'unknown' ? null : reading.month,
  );
  if (!read)
    return failure(
      refusal(
        'not_found',
        `${monthInWords(monthOf(reading) ?? '')} was never opened, so there is nothing to show. The newest month is ${monthInWords(latest.picture.month)}.`,
      ),
    );
  return statusOf(read.picture, reading, asker ?? '');
}

function readWords(words: string, { picture, people }: ReadPicture, today: string): StatusReading {
  const found = findPersonalData(words, { today }).find(({ certain }) => certain);
  if (found) return notLookedUp(found.words);
  const here = people.filter(({ endsOn }) => endsOn === null || endsOn >= today);
  return readStatusQuery(words, picture.plan, here, picture.plan.organisations, today.slice(0, 7));
}

/** What may not be kept is not said back either, as what is said back can be shared. */
function notLookedUp(what: string): StatusReading {
  const said = `That held what looks like ${what}, so bcp did not look it up and keeps nothing of it. Please delete your message here too: bcp cannot do that for you.`;
  return { kind: 'unknown', suggestions: [], said };
}

function monthOf(reading: StatusReading): Month | null {
  return reading.kind === 'unknown' ? null : reading.month;
}

async function ofMonth(
  deps: Deps,
  heads: AuditHeads,
  partnershipId: string,
  latest: ReadPicture,
  month: Month | null,
): Promise<ReadPicture | null> {
  return month === null || month === latest.picture.month
    ? latest
    : pictureAt(deps, heads, partnershipId, month);
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
