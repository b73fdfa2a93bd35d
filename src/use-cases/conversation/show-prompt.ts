import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { updatePrompt } from '../../messages/update-prompt.ts';
import { currentCycle } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import { promptView } from '../prompt-view.ts';
import { saying, type Answer } from './answer.ts';
import { ownPrompt } from './open-forms.ts';

/** The person's prompt as it stands now, for whoever has lost it among other messages. */
export async function showPrompt(deps: Deps, actor: Actor): Promise<Answer> {
  const context = await currentCycle(deps.store.in(actor.partnershipId));
  if (!context) return saying(sentence('No month has been opened yet.'));
  const own = await ownPrompt(deps, actor, context.cycle.month);
  if (!own.ok) return saying(refusalMessage(own.error));
  return saying(updatePrompt(promptView(own.value.prompt, own.value.facts)));
}
