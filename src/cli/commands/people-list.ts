import { roleInWords } from '../../messages/role-asked.ts';
import { tableLines } from '../../messages/text-columns.ts';
import { unowned } from '../../plan/ownership.ts';
import type { Person, RoleScope } from '../../plan/people.ts';
import { isRoleActive } from '../../plan/roles.ts';
import { readDirectory, type Directory } from '../../use-cases/cycle-context.ts';
import { destinationsOf } from '../../use-cases/promise-message.ts';
import { done, jsonOption, partnershipOption, type Command } from '../command.ts';
import { counted } from '../counted.ts';
import { inPartnership } from '../place.ts';

const widest = 120;

export const peopleList: Command = {
  name: 'people list',
  does: 'Lists everybody with their roles and how each can be reached, and what nobody owns.',
  arguments: [],
  options: [partnershipOption, jsonOption],
  run: (session, input) =>
    inPartnership(session, input, async ({ records, plan, today, partnership }) => {
      const directory = await readDirectory(records);
      const here = directory.people.filter(({ endsOn }) => endsOn === null || endsOn >= today);
      const people = here.map((person) => described(person, directory, today));
      const gaps = unowned(plan, directory.roles, today);
      return done(inWords(people, gaps.actions), {
        partnership: partnership.code,
        people,
        unownedActions: gaps.actions,
        unownedMeasures: gaps.measures,
      });
    }),
};

interface DescribedPerson {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly jobTitle: string;
  readonly roles: readonly { readonly role: string; readonly for: string | null }[];
  /** Slack, Teams or the rehearsal room; empty for somebody no prompt can reach. */
  readonly reachedBy: readonly string[];
}

function described(person: Person, directory: Directory, today: string): DescribedPerson {
  const own = directory.roles.filter((role) => role.personId === person.id && isRoleActive(role, today));
  return {
    name: person.name,
    email: person.email,
    organisation: person.organisationCode,
    jobTitle: person.jobTitle,
    roles: own.map(({ kind, scope }) => ({ role: roleInWords(kind), for: codeOf(scope) })),
    reachedBy: destinationsOf(person, directory.accounts).flatMap((to) =>
      to.kind === 'account' ? [to.platform] : [],
    ),
  };
}

function codeOf(scope: RoleScope): string | null {
  return scope.kind === 'partnership' ? null : scope.code;
}

function inWords(people: readonly DescribedPerson[], unownedActions: readonly string[]): string {
  const rows = people.map(({ name, email, organisation, roles, reachedBy }) => [
    name,
    email,
    organisation,
    rolesInWords(roles),
    reachedBy.join(', ') || 'NOT REACHABLE',
  ]);
  const owned =
    unownedActions.length === 0 ? 'Every action has an owner.' : `Nobody owns ${unownedActions.join(', ')}.`;
  const sum = `${counted(people.length, 'person', 'people')}. ${owned}`;
  if (rows.length === 0) return `${sum} Import them: bcp people import FILE`;
  return [...tableLines(['Name', 'E-mail', 'Partner', 'Roles', 'Reached by'], rows, widest), '', sum].join(
    '\n',
  );
}

function rolesInWords(roles: DescribedPerson['roles']): string {
  const kinds = [...new Set(roles.map(({ role }) => role))];
  return kinds
    .map((kind) => {
      const codes = roles.flatMap((role) => (role.role === kind && role.for !== null ? [role.for] : []));
      return codes.length === 0 ? kind : `${kind} of ${codes.join(', ')}`;
    })
    .join('; ');
}
