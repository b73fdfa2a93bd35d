import type { LocalDate } from '../kit/local-date.ts';
import { answerersFor, answerersForMeasure } from '../plan/ownership.ts';
import type { Plan } from '../plan/plan.ts';
import type { Directory } from './cycle-context.ts';
import type { Prompt, PromptItem } from './ports/cycle-records.ts';
import { mergeItems } from './prompt-items.ts';

/**
 * What a deputy or cover could answer who has not been asked: what others were asked and this person may answer too. It is put together
 * when they write of their own accord and never stored; null = nothing.
 */
export function standInPrompt(
  personId: string,
  prompts: readonly Prompt[],
  plan: Plan,
  { roles, absences }: Directory,
  today: LocalDate,
): Prompt | null {
  const [first] = prompts;
  if (!first) return null;
  const items = prompts.flatMap((prompt) =>
    prompt.items.flatMap((item): readonly PromptItem[] => {
      const { owner, deputy, mayAnswer } =
        item.kind === 'action'
          ? answerersFor(item.code, roles, absences, today)
          : answerersForMeasure(item.code, plan, roles, absences, today);
      if (!mayAnswer.includes(personId)) return [];
      const as = owner === personId ? 'owner' : deputy === personId ? 'deputy' : 'cover';
      return [{ ...item, as, onBehalfOfPersonId: as === 'owner' ? null : owner }];
    }),
  );
  if (items.length === 0) return null;
  return {
    id: '',
    month: first.month,
    personId,
    items: mergeItems([], items),
    state: first.state === 'closed' ? 'closed' : 'open',
    deferredUntil: null,
    createdAt: first.createdAt,
  };
}
