import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { ratingLooks } from '../../plan/rating.ts';
import type { Actor, Deps } from '../deps.ts';
import { undoUpdate } from '../undo-update.ts';
import { saying, type Answer } from './answer.ts';
import type { OwnPrompt } from './open-forms.ts';

/** "Undo": takes back what this person recorded last, in one go. */
export async function takeBackLast(
  deps: Deps,
  actor: Actor,
  { prompt, facts }: OwnPrompt,
  eventKey: string,
): Promise<Answer> {
  const mine = prompt.items.flatMap(({ code }) => {
    const update = facts.updates.get(code);
    return update?.byPersonId === actor.personId && update.kind !== 'undo' ? [update] : [];
  });
  const newest = Math.max(...mine.map(({ at }) => at.getTime()));
  const codes = mine.filter(({ at }) => at.getTime() === newest).map(({ actionCode }) => actionCode);
  return takeBack(deps, actor, prompt.month, codes, eventKey);
}

/** Takes back a person's last word on these actions and says what stands now. */
export async function takeBack(
  deps: Deps,
  actor: Actor,
  month: string,
  codes: readonly string[],
  eventKey: string,
): Promise<Answer> {
  const undone = await undoUpdate(deps, actor, { month, codes, eventKey });
  if (!undone.ok) return saying(refusalMessage(undone.error));
  const words = undone.value.actions
    .map(({ code, back }) => `${code} is ${ratingLooks[back].word.toLowerCase()}`)
    .join(', ');
  return saying(sentence(`Taken back. Now ${words}.`));
}
