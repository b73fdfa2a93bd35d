import { dayInWords, type LocalDate } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { auditOf } from './audit-facts.ts';
import { currentCycle, readDirectory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { refusal, type Refusal } from './refusal.ts';
import { reconcilePrompts } from './prompt-people.ts';

export interface AbsenceRecorded {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly coverName: string | null;
}

/** "On leave til 4th, ask Priya": the cover is asked instead, from now on and until the last day away. */
export async function recordAbsence(
  deps: Deps,
  actor: Actor,
  absence: { readonly from: LocalDate; readonly until: LocalDate; readonly coverPersonId: string | null },
): Promise<Result<AbsenceRecorded, Refusal>> {
  const today = londonDate(deps.clock.now());
  if (absence.until < absence.from) {
    return failure(
      refusal(
        'invalid',
        `The last day away, ${dayInWords(absence.until)}, comes before the first, ${dayInWords(absence.from)}.`,
      ),
    );
  }
  if (absence.until < today) {
    return failure(
      refusal('invalid', `${dayInWords(absence.until)} has passed, so there is nothing to arrange.`),
    );
  }
  return deps.store.in(actor.partnershipId).transact(async (records) => {
    const directory = await readDirectory(records);
    const cover = absence.coverPersonId === null ? null : directory.person(absence.coverPersonId);
    if (absence.coverPersonId !== null && !cover)
      return failure(refusal('not_found', 'The person who is to cover is not known to this partnership.'));
    if (cover?.id === actor.person.id)
      return failure(refusal('invalid', 'You cannot cover for yourself: name somebody else.'));
    await records.people.addAbsence({ id: deps.newId(), personId: actor.person.id, ...absence });
    await records.audit.append(
      auditOf(deps, actor, 'absence_recorded', `person:${actor.person.id}`, {
        from: absence.from,
        until: absence.until,
        cover: absence.coverPersonId,
      }),
    );
    const context = await currentCycle(records);
    if (context?.cycle.state === 'open')
      await reconcilePrompts(deps, records, context, await readDirectory(records));
    return success({ from: absence.from, until: absence.until, coverName: cover?.name ?? null });
  });
}
