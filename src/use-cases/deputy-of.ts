import type { LocalDate } from '../kit/local-date.ts';
import { answerersFor, answerersForMeasure } from '../plan/ownership.ts';
import type { Plan } from '../plan/plan.ts';
import type { Directory } from './cycle-context.ts';
import type { PromptItem } from './ports/cycle-records.ts';

/** Who is the deputy for what somebody was asked; null = nobody but the one who was asked. */
export function deputyOf(
  item: PromptItem,
  askedPersonId: string,
  plan: Plan,
  { roles, absences }: Directory,
  day: LocalDate,
): string | null {
  const { deputy } =
    item.kind === 'action'
      ? answerersFor(item.code, roles, absences, day)
      : answerersForMeasure(item.code, plan, roles, absences, day);
  return deputy === askedPersonId ? null : deputy;
}
