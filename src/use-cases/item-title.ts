import { planAction, planMeasure } from '../plan/plan-lookup.ts';
import type { Plan } from '../plan/plan.ts';

/** `IC4 SEND, inclusion and belonging`: what an action or a measure is called in a message. */
export function itemTitle(plan: Plan, code: string): string {
  return `${code} ${planAction(plan, code)?.shortTitle ?? planMeasure(plan, code)?.label ?? ''}`.trim();
}
