import { addDays } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import { roleDeclined } from '../messages/role-asked.ts';
import type { Role } from '../plan/people.ts';
import { answerersFor } from '../plan/ownership.ts';
import type { Changing } from './changing-roles.ts';
import { secretariatOf } from './open-cycle.ts';
import { promiseToPerson } from './promise-message.ts';
import { sameScope, scopeTitle } from './role-scope.ts';

/** Tells the secretariat, and whoever had handed it over, that a role was declined: nothing is left lying in silence. */
export async function tellOfDeclined(
  { deps, records, actor, directory, plan }: Changing,
  role: Role,
): Promise<void> {
  const today = londonDate(deps.clock.now());
  const others = directory.roles.filter(({ id }) => id !== role.id);
  const before = others.filter(
    (each) =>
      each.kind === role.kind &&
      sameScope(each.scope, role.scope) &&
      each.endsOn === addDays(role.startsOn, -1),
  );
  const people = [
    ...secretariatOf(directory, today),
    ...before.flatMap(({ personId }) => directory.person(personId) ?? []),
  ];
  const asked =
    role.scope.kind === 'action' || role.scope.kind === 'measure'
      ? answerersFor(role.scope.code, others, directory.absences, today).asked
      : null;
  for (const person of new Set(people)) {
    if (person.id === actor.personId) continue;
    await promiseToPerson(deps, records, {
      person,
      accounts: directory.accounts,
      purpose: 'notice',
      key: `declined:${role.id}:${person.id}`,
      message: roleDeclined({
        name: actor.person.name,
        kind: role.kind,
        title: scopeTitle(plan, role.scope) ?? '',
        askedNow: asked === null ? null : directory.nameOf(asked),
      }),
    });
  }
}
