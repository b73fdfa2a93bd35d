import { cleanText } from '../kit/clean-text.ts';
import { londonDate } from '../kit/london.ts';
import type { LocalDate } from '../kit/local-date.ts';
import { failure, success, type Result } from '../kit/result.ts';
import type { Person, Role, RoleKind, RoleScope } from '../plan/people.ts';
import { can } from '../plan/permissions.ts';
import { isRoleActive } from '../plan/roles.ts';
import { auditOf } from './audit-facts.ts';
import { changingRoles, endOthers, giveRole, type Changing } from './changing-roles.ts';
import type { Actor, Deps } from './deps.ts';
import { refusal, type Refusal } from './refusal.ts';
import { roleDetail, sameScope, whyScopeDoesNotFit } from './role-scope.ts';

export interface PersonToAdd {
  readonly name: string;
  readonly email: string;
  readonly organisationCode: string;
  readonly jobTitle: string;
  /** A first role; null = none yet. */
  readonly role: { readonly kind: RoleKind; readonly scope: RoleScope; readonly from: LocalDate } | null;
}

export interface AddedPerson {
  readonly person: Person;
  /** False when somebody with this address was known: then what was new of them is stored. */
  readonly isNew: boolean;
  /** Whether any account is linked to them. */
  readonly isReachable: boolean;
}

/** The longest name, address or job title, in characters. */
const longest = 200;

/** Adds one person, known by their e-mail address, with a role or without: all of it, or nothing. Adding them again changes nothing. */
export async function addPerson(
  deps: Deps,
  actor: Actor,
  wanted: PersonToAdd,
): Promise<Result<AddedPerson, Refusal>> {
  return changingRoles<AddedPerson>(deps, actor, async (changing) => {
    const { records, directory, plan } = changing;
    const today = londonDate(deps.clock.now());
    const permission = can(actor, 'import_people', { kind: 'partnership' }, plan, today);
    if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
    const email = wanted.email.trim().toLowerCase();
    const problems = problemsOf(changing, { ...wanted, email });
    const [first] = problems;
    if (first) return failure(refusal('invalid', first.words, problems));
    const known = await records.people.byEmail(email);
    const person = personFrom(wanted, email, known, deps.newId(), today);
    await records.people.save(person);
    await records.audit.append(
      auditOf(deps, actor, known ? 'person_changed' : 'person_added', `person:${person.id}`),
    );
    const given = await giveFirstRole(changing, person, wanted.role);
    if (!given.ok) return given;
    const isReachable = directory.accounts.some(({ personId }) => personId === person.id);
    return success({ person, isNew: known === null, isReachable });
  });
}

/** Somebody who had left and is named again is back. */
function personFrom(
  { name, jobTitle, organisationCode }: PersonToAdd,
  email: string,
  known: Person | null,
  newId: string,
  today: LocalDate,
): Person {
  const fresh: Person = {
    id: newId,
    email,
    name: cleanText(name).trim(),
    organisationCode,
    jobTitle: cleanText(jobTitle).trim(),
    startsOn: today,
    endsOn: null,
    prefers: null,
  };
  if (known === null) return fresh;
  const { id, startsOn, endsOn, prefers } = known;
  const hasLeft = endsOn !== null && endsOn < today;
  return { ...fresh, id, startsOn, endsOn: hasLeft ? null : endsOn, prefers };
}

async function giveFirstRole(
  changing: Changing,
  person: Person,
  wanted: PersonToAdd['role'],
): Promise<Result<true, Refusal>> {
  if (wanted === null) return success(true);
  const { deps, records, actor, directory, plan } = changing;
  const { kind, scope, from } = wanted;
  const object = { kind: 'role', role: kind, personId: person.id } as const;
  const permission = can(actor, 'assign_role', object, plan, londonDate(deps.clock.now()));
  if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
  const misfit = whyScopeDoesNotFit(kind, scope);
  if (misfit !== null) return failure(refusal('invalid', misfit, [{ field: 'what', words: misfit }]));
  const isHeld = directory.roles.some(
    (role) =>
      role.personId === person.id &&
      role.kind === kind &&
      sameScope(role.scope, scope) &&
      isRoleActive(role, from),
  );
  if (isHeld) return success(true);
  if (kind === 'owner') await endOthers(changing, wanted);
  const role: Role = {
    id: deps.newId(),
    personId: person.id,
    kind,
    scope,
    startsOn: from,
    endsOn: null,
    acceptedAt: null,
  };
  await giveRole(changing, person, role);
  await records.audit.append(auditOf(deps, actor, 'role_assigned', `person:${person.id}`, roleDetail(role)));
  return success(true);
}

function problemsOf(
  { plan }: Changing,
  { name, email, organisationCode, jobTitle }: PersonToAdd,
): Refusal['problems'] {
  const known = plan.organisations.some(({ code }) => code === organisationCode);
  const tooLong = (field: string, text: string) =>
    text.length > longest
      ? [{ field, words: `This is ${text.length} characters long; there is room for ${longest}.` }]
      : [];
  return [
    ...(name.trim() === '' ? [{ field: 'name', words: 'Give the full name, for example Priya Nair.' }] : []),
    ...(/^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:]+$/.test(email)
      ? []
      : [
          {
            field: 'email',
            words: `"${email}" is not an e-mail address. Write it like p.nair@trust.example.`,
          },
        ]),
    ...(known
      ? []
      : [
          {
            field: 'organisation',
            words: `The plan knows no organisation "${organisationCode}". Choose one from the list.`,
          },
        ]),
    ...tooLong('name', name),
    ...tooLong('email', email),
    ...tooLong('jobTitle', jobTitle),
  ];
}
