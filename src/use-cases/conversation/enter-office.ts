import { londonDate } from '../../kit/london.ts';
import type { LocalDate } from '../../kit/local-date.ts';
import { failure, success, type Result } from '../../kit/result.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import type { Form } from '../../messages/forms/form.ts';
import { can, type PermissionObject } from '../../plan/permissions.ts';
import type { Verb } from '../../plan/permission-table.ts';
import type { Plan } from '../../plan/plan.ts';
import { planInForce } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import type { PartnershipStore } from '../ports/store.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { saying, type Answer } from './answer.ts';

/** What the secretariat's commands and forms begin with: the plan in force, and that the person may. */
export interface Office {
  readonly store: PartnershipStore;
  readonly plan: Plan;
  readonly today: LocalDate;
}

/** The refusal where no plan is in force, or where the person may not; rights are looked at anew each time. */
export async function enterOffice(
  deps: Deps,
  actor: Actor,
  verb: Verb,
  object: PermissionObject = { kind: 'partnership' },
): Promise<Result<Office, Refusal>> {
  const store = deps.store.in(actor.partnershipId);
  const now = deps.clock.now();
  const plan = await planInForce(store, now);
  if (!plan) return failure(refusal('not_found', 'No plan is in force yet.'));
  const today = londonDate(now);
  const permission = can(actor, verb, object, plan, today);
  return permission.allowed
    ? success({ store, plan, today })
    : failure(refusal('not_allowed', permission.words));
}

/** A form that opens, or why it does not. */
export function opening(form: Result<Form, Refusal>): Answer {
  return form.ok ? { ...saying(), form: form.value } : saying(refusalMessage(form.error));
}
