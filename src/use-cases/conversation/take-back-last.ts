import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { periodInWords } from '../../plan/period-words.ts';
import { planMeasure } from '../../plan/plan-lookup.ts';
import { ratingLooks } from '../../plan/rating.ts';
import { figureStateInWords } from '../../plan/value-words.ts';
import { cycleContext } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import { promptView } from '../prompt-view.ts';
import { undoUpdate, type Undone } from '../undo-update.ts';
import { saying, type Answer } from './answer.ts';
import type { OwnPrompt } from './open-forms.ts';

/** "Undo": takes back what this person recorded last, in one go. */
export function takeBackLast(
  deps: Deps,
  actor: Actor,
  { prompt, facts }: OwnPrompt,
  eventKey: string,
): Promise<Answer> {
  return takeBack(deps, actor, prompt.month, promptView(prompt, facts).undoable, eventKey);
}

/** Takes back a person's last word on these actions and measures and says what stands now. */
export async function takeBack(
  deps: Deps,
  actor: Actor,
  month: string,
  codes: readonly string[],
  eventKey: string,
): Promise<Answer> {
  const undone = await undoUpdate(deps, actor, { month, codes, eventKey });
  if (!undone.ok) return saying(refusalMessage(undone.error));
  if (!undone.value.isNew)
    return saying(sentence('That had been taken back already; nothing was changed.', 'quiet'));
  const context = await cycleContext(deps.store.in(actor.partnershipId), month);
  const figureWords = ({ code, period, back }: Undone['values'][number]) => {
    const measure = context && planMeasure(context.plan, code);
    if (!measure || !back) return `${code} for ${periodInWords(period)} has no figure yet`;
    return `${code} for ${periodInWords(period)} is ${figureStateInWords(measure, back)}`;
  };
  const words = [
    ...undone.value.actions.map(({ code, back }) => `${code} is ${ratingLooks[back].word.toLowerCase()}`),
    ...undone.value.values.map(figureWords),
  ].join(', ');
  return saying(sentence(`Taken back. Now ${words}.`));
}
