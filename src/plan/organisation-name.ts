import type { Plan } from './plan.ts';

/** What an organisation is called; its code where the plan does not have it (any more). */
export function organisationName(plan: Plan, code: string): string {
  return plan.organisations.find((organisation) => organisation.code === code)?.name ?? code;
}
