import { dayInWords, type LocalDate } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { successionOf } from '../plan/ownership-history.ts';
import { can } from '../plan/permissions.ts';
import { auditOf } from './audit-facts.ts';
import { changingRoles } from './changing-roles.ts';
import type { Actor, Deps } from './deps.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface Leaving {
  readonly name: string;
  readonly lastDay: LocalDate;
  /** What the person owned, and who follows; a null successor = nobody yet. */
  readonly succession: readonly {
    readonly code: string;
    readonly successor: string | null;
    readonly as: 'owner' | 'deputy' | null;
  }[];
}

/**
 * Somebody leaves the partnership after their last day. Every role ends with it, what they said stays, and from the day after whoever
 * follows is asked. Saying it again changes nothing.
 */
export async function recordLeaving(
  deps: Deps,
  actor: Actor,
  leaving: { readonly personId: string; readonly lastDay: LocalDate },
): Promise<Result<Leaving, Refusal>> {
  return changingRoles(deps, actor, async ({ records, directory, plan }) => {
    const permission = can(
      actor,
      'import_people',
      { kind: 'partnership' },
      plan,
      londonDate(deps.clock.now()),
    );
    if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
    const person = directory.person(leaving.personId);
    if (!person) return failure(refusal('not_found', 'Nobody by that name is known to this partnership.'));
    if (leaving.lastDay < person.startsOn) {
      const words = `${person.name} came on ${dayInWords(person.startsOn)}; the last day cannot be before that.`;
      return failure(refusal('invalid', words));
    }
    if (person.endsOn !== leaving.lastDay) {
      await records.people.save({ ...person, endsOn: leaving.lastDay });
      await records.audit.append(
        auditOf(deps, actor, 'person_leaves', `person:${person.id}`, { lastDay: leaving.lastDay }),
      );
    }
    return success({
      name: person.name,
      lastDay: leaving.lastDay,
      succession: successionOf(person.id, directory.roles, leaving.lastDay).map(
        ({ code, successor, as }) => ({
          code,
          successor: successor === null ? null : directory.nameOf(successor),
          as,
        }),
      ),
    });
  });
}
