import { dayInWords, type LocalDate } from '../kit/local-date.ts';
import type { RoleKind } from '../plan/people.ts';
import type { Plan } from '../plan/plan.ts';
import type { FilePerson } from './people-file.ts';
import { scopeKey } from './people-scopes.ts';
import { measuresOf } from './plan-references.ts';

/** Nothing that stops the file from being taken in, and everything that will leave a prompt unanswered. */
export function peopleWarnings(people: readonly FilePerson[], plan: Plan): string[] {
  return [
    ...ownerless(people, plan),
    ...deputyless(people, plan),
    ...unownedMeasures(people, plan),
    ...unreachable(people),
    ...vacantSeats(people, plan),
    ...formerOrganisations(people, plan),
    ...namesakes(people),
  ];
}

function ownerless(people: readonly FilePerson[], plan: Plan): string[] {
  return plan.actions.flatMap((action) => {
    const title = `${action.code} (${action.shortTitle})`;
    const held = heldUntil(people, 'owner', `action ${action.code}`);
    if (held === null) return [`${title} has no owner: nobody will be asked about it.`];
    const ends = held.lastDay !== null && held.lastDay < plan.endsOn;
    return ends ? [`${title} has no owner after ${dayInWords(held.lastDay)}.`] : [];
  });
}

function deputyless(people: readonly FilePerson[], plan: Plan): string[] {
  return plan.actions
    .filter((action) => heldUntil(people, 'deputy', `action ${action.code}`) === null)
    .map(
      (action) =>
        `${action.code} (${action.shortTitle}) has no deputy: nobody is asked when its owner is away.`,
    );
}

/** Whoever answers for an action is asked for its figures too, unless somebody owns the measure itself. */
function unownedMeasures(people: readonly FilePerson[], plan: Plan): string[] {
  const isAnswered = (scope: string) =>
    heldUntil(people, 'owner', scope) !== null || heldUntil(people, 'deputy', scope) !== null;
  const answered = new Set(
    plan.actions.flatMap(({ code, measureCodes }) => (isAnswered(`action ${code}`) ? measureCodes : [])),
  );
  const unowned = measuresOf(plan)
    .filter(({ collection }) => collection.every !== 'never')
    .filter(({ code }) => !answered.has(code) && !isAnswered(`measure ${code}`))
    .map(({ code }) => code);
  if (unowned.length === 0) return [];
  return [
    `${unowned.length === 1 ? 'A measure has' : `${unowned.length} measures have`} no owner and will not be asked for: ${unowned.join(', ')}.`,
  ];
}

/** Until when somebody holds it; null when nobody ever does. The last day is null where there is no end. */
function heldUntil(
  people: readonly FilePerson[],
  kind: RoleKind,
  scope: string,
): { readonly lastDay: LocalDate | null } | null {
  const ends = people
    .flatMap((person) => person.roles)
    .filter((role) => role.kind === kind && scopeKey(role.scope) === scope)
    .map((role) => role.endsOn);
  if (ends.length === 0) return null;
  const closed = ends.filter((end) => end !== null).sort();
  return { lastDay: closed.length < ends.length ? null : (closed.at(-1) ?? null) };
}

function unreachable(people: readonly FilePerson[]): string[] {
  return people.flatMap((person) => {
    const owned = person.roles
      .filter((role) => role.kind === 'owner')
      .map((role) => scopeKey(role.scope).replace(/^\w+ /, ''));
    if (owned.length === 0 || person.accounts.length > 0) return [];
    return [
      `${person.name} <${person.email}> owns ${owned.join(', ')} and has no account in Slack or Teams: no prompt can reach them.`,
    ];
  });
}

function vacantSeats(people: readonly FilePerson[], plan: Plan): string[] {
  const nobody = (kind: RoleKind, scope: string) => heldUntil(people, kind, scope) === null;
  return [
    ...(nobody('secretariat', 'the partnership')
      ? ['Nobody is secretariat: nobody can approve and post a digest.']
      : []),
    ...(nobody('chair', 'the partnership') ? ['Nobody is chair.'] : []),
    ...plan.themes
      .filter((theme) => nobody('theme_lead', `theme ${theme.code}`))
      .map((theme) => `${theme.label} has no theme lead: its ratings go to the secretariat for moderation.`),
  ];
}

/** Whoever belongs to an organisation that ends before the plan does will one day belong to its successor. */
function formerOrganisations(people: readonly FilePerson[], plan: Plan): string[] {
  return people.flatMap((person) => {
    const organisation = plan.organisations.find((one) => one.code === person.organisationCode);
    const endsOn = organisation?.endsOn ?? null;
    if (organisation === undefined || endsOn === null || endsOn >= plan.endsOn) return [];
    if (person.roles.every((role) => role.endsOn !== null && role.endsOn <= endsOn)) return [];
    const successor =
      organisation.successorCode === null ? '' : ` Its successor is ${organisation.successorCode}.`;
    return [
      `${person.name} belongs to ${organisation.name}, which ends on ${dayInWords(endsOn)}.${successor}`,
    ];
  });
}

function namesakes(people: readonly FilePerson[]): string[] {
  return people.flatMap((person, index) => {
    const first = people
      .slice(0, index)
      .find((other) => other.name.toLowerCase() === person.name.toLowerCase());
    return first === undefined
      ? []
      : [`Two people are called ${person.name}: ${first.email} and ${person.email}.`];
  });
}
