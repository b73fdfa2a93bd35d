import { dayInWords, type LocalDate } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { answerersFor } from '../plan/ownership.ts';
import type { Absence } from '../plan/people.ts';
import { isAway, scopeCode } from '../plan/roles.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { auditOf } from './audit-facts.ts';
import { promptWhoAnswersNow } from './changing-roles.ts';
import { readDirectory, type Directory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { isFirst } from './is-first.ts';
import type { Records } from './ports/store.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface AbsenceToRecord {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly coverPersonId: string | null;
}

export interface AbsenceRecorded {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** False when the absence was known just so. */
  readonly isNew: boolean;
  readonly coverName: string | null;
  /** Who is asked on the first day away for what this person owns; empty when nobody else is there to be asked. */
  readonly askedMeanwhile: readonly string[];
}

/**
 * "On leave til 4th, ask Priya": the cover is asked instead, on every day from the first to the last. A later word about the same days
 * takes the place of the earlier one, so that a holiday can be cut short. `eventKey`: the platform's id of it; heard again it changes nothing.
 */
export async function recordAbsence(
  deps: Deps,
  actor: Actor,
  absence: AbsenceToRecord,
  eventKey: string,
): Promise<Result<AbsenceRecorded, Refusal>> {
  const wrong = whatIsWrong(absence, londonDate(deps.clock.now()));
  if (wrong !== null) return failure(refusal('invalid', wrong));
  return allOrNothing(deps.store.in(actor.partnershipId), async (records) => {
    const directory = await readDirectory(records);
    const trouble = troubleWithCover(actor, absence, directory);
    if (trouble) return failure(trouble);
    const isNew =
      (await isFirst(deps, records, eventKey, 'absence')) &&
      (await addAbsence(deps, records, actor, absence, directory));
    if (isNew) await promptWhoAnswersNow(deps, records);
    return success({
      from: absence.from,
      until: absence.until,
      isNew,
      coverName: absence.coverPersonId === null ? null : directory.nameOf(absence.coverPersonId),
      askedMeanwhile: namesOfAsked(actor, await readDirectory(records), absence.from),
    });
  });
}

function whatIsWrong({ from, until }: AbsenceToRecord, today: LocalDate): string | null {
  if (until < from)
    return `The last day away, ${dayInWords(until)}, comes before the first, ${dayInWords(from)}.`;
  return until < today ? `${dayInWords(until)} has passed, so there is nothing to arrange.` : null;
}

function troubleWithCover(
  actor: Actor,
  { coverPersonId, from, until }: AbsenceToRecord,
  directory: Directory,
): Refusal | null {
  if (coverPersonId === null) return null;
  const cover = directory.person(coverPersonId);
  if (!cover) return refusal('not_found', 'The person who is to cover is not known to this partnership.');
  if (cover.id === actor.personId)
    return refusal('invalid', 'You cannot cover for yourself: name somebody else.');
  if (cover.endsOn !== null && cover.endsOn < until)
    return refusal('invalid', `${cover.name} leaves before you are back. Name somebody else to cover.`);
  if (isAway(cover.id, directory.absences, from))
    return refusal('conflict', `${cover.name} is away then too. Name somebody else to cover.`);
  return null;
}

/** False when it was known just so. */
async function addAbsence(
  deps: Deps,
  records: Records,
  actor: Actor,
  absence: AbsenceToRecord,
  directory: Directory,
): Promise<boolean> {
  const own = directory.absences.filter(({ personId }) => personId === actor.personId);
  const isSame = ({ from, until, coverPersonId }: Absence) =>
    from === absence.from && until === absence.until && coverPersonId === absence.coverPersonId;
  if (own.some(isSame)) return false;
  const { from, until, coverPersonId } = absence;
  await records.audit.append(
    auditOf(deps, actor, 'absence_recorded', `person:${actor.personId}`, {
      from,
      until,
      cover: coverPersonId,
    }),
  );
  for (const known of own) {
    if (known.from <= until && known.until >= from) await records.people.removeAbsence(known.id);
  }
  await records.people.addAbsence({ id: deps.newId(), personId: actor.personId, ...absence });
  return true;
}

/** Who is asked on the first day away for what would have been asked of this person. */
function namesOfAsked(actor: Actor, directory: Directory, day: LocalDate): readonly string[] {
  const { roles, absences } = directory;
  const others = absences.filter(({ personId }) => personId !== actor.personId);
  const codes = new Set(roles.map(scopeCode).filter((code) => code !== null));
  const asked = [...codes].flatMap((code) =>
    answerersFor(code, roles, others, day).asked === actor.personId
      ? [answerersFor(code, roles, absences, day).asked]
      : [],
  );
  return [...new Set(asked.filter((id) => id !== null && id !== actor.personId))].map((id) =>
    directory.nameOf(id),
  );
}
