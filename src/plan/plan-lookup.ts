import type { Action, Measure, Plan } from './plan.ts';

/** The measure of this code, or null. */
export function planMeasure(plan: Plan, code: string): Measure | null {
  return planMeasures(plan).find((measure) => measure.code === code) ?? null;
}

/** Every measure, in the plan's order of indicators. */
export function planMeasures(plan: Plan): readonly Measure[] {
  return plan.indicators.flatMap((indicator) => indicator.measures);
}

/** The action of this code, or null. */
export function planAction(plan: Plan, code: string): Action | null {
  return plan.actions.find((action) => action.code === code) ?? null;
}
