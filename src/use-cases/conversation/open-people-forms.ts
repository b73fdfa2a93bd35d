import { organisationName } from '../../plan/organisation-name.ts';
import { failure, success, type Result } from '../../kit/result.ts';
import type { Form } from '../../messages/forms/form.ts';
import {
  assignForm,
  personForm,
  type PersonChoice,
  type ScopeChoice,
} from '../../messages/forms/people-forms.ts';
import type { Plan } from '../../plan/plan.ts';
import { readDirectory, type Directory } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import { itemTitle } from '../item-title.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { scopeNamed } from './named-in-words.ts';
import { enterOffice } from './enter-office.ts';

/** `assign` or `assign IC5`: who takes it on is chosen in the form. */
export async function openAssignForm(
  deps: Deps,
  actor: Actor,
  about: string,
): Promise<Result<Form, Refusal>> {
  const office = await enterOffice(deps, actor, 'assign_role', {
    kind: 'role',
    role: 'owner',
    personId: '',
  });
  if (!office.ok) return office;
  const { store, plan, today } = office.value;
  const scope = about === '' ? null : scopeNamed(plan, about);
  if (about !== '' && scope === null)
    return failure(
      refusal('not_found', `The plan has nothing called "${about}". Give a code, for example IC5.`),
    );
  const listed = scopeChoices(plan);
  const isListed = scope === null || listed.some(({ code }) => code === scope.code);
  return success(
    assignForm({
      typed: about === '' ? 'assign' : `assign ${about}`,
      scopes: isListed ? listed : [{ code: scope.code, title: itemTitle(plan, scope.code) }, ...listed],
      scope: scope?.code ?? '',
      people: peopleChoices(await readDirectory(store), plan, today),
      from: today,
    }),
  );
}

/** `person`: somebody new, or what has changed of somebody. */
export async function openPersonForm(deps: Deps, actor: Actor): Promise<Result<Form, Refusal>> {
  const office = await enterOffice(deps, actor, 'import_people');
  if (!office.ok) return office;
  const { plan } = office.value;
  return success(
    personForm({ typed: 'person', organisations: plan.organisations, scopes: scopeChoices(plan) }),
  );
}

function scopeChoices(plan: Plan): readonly ScopeChoice[] {
  return [
    ...plan.actions.map(({ code, shortTitle }) => ({ code, title: `${code} ${shortTitle}` })),
    ...plan.themes.map(({ code, label }) => ({ code, title: `Theme: ${label}` })),
  ];
}

/** Everybody who is here, by name. */
export function peopleChoices(directory: Directory, plan: Plan, today: string): readonly PersonChoice[] {
  return directory.people
    .filter(({ endsOn }) => endsOn === null || endsOn >= today)
    .map(({ id, name, organisationCode }) => ({
      id,
      name,
      organisation: organisationName(plan, organisationCode),
    }));
}
