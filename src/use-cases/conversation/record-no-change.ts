import { alreadyAnswered } from '../../messages/already-answered.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import type { Message } from '../../messages/message.ts';
import { monthInWords } from '../../plan/month.ts';
import type { Actor, Deps } from '../deps.ts';
import { recordUpdate } from '../record-update.ts';
import { saying, type Answer } from './answer.ts';
import { planNoChange, type NoChangePlan } from './plan-no-change.ts';
import { sayRecorded } from './say-recorded.ts';

/**
 * "No change": last month's ratings stand again for everything not yet answered. What is red, or amber twice running, is not recorded
 * without a line: its form opens. `words` is what the person wrote with it, if anything.
 */
export async function recordNoChange(
  deps: Deps,
  actor: Actor,
  month: string,
  eventKey: string,
  words = '',
): Promise<Answer> {
  const planned = await planNoChange(deps, actor, month, isJustNoChange(words) ? '' : words);
  if (!planned.ok) return saying(refusalMessage(planned.error));
  const { plain, form, facts } = planned.value;
  if (plain.length === 0) {
    const rest = stillToCome(planned.value);
    return form ? { ...saying(), form } : saying(rest ?? nothingOpen(month, planned.value));
  }
  const recorded = await recordUpdate(deps, actor, {
    month,
    actions: plain.map(({ code, content }) => ({
      code,
      kind: 'no_change',
      content,
      basedOn: facts.updates.get(code)?.version ?? 0,
    })),
    values: [],
    reason: null,
    eventKey,
    strictness: 'what_there_is',
  });
  if (!recorded.ok) return saying(refusalMessage(recorded.error));
  const rest = stillToCome(planned.value);
  return {
    ...saying(await sayRecorded(deps, actor, recorded.value), ...(rest === null ? [] : [rest])),
    form,
  };
}

/** What "no change" left open, and how it is answered; null when nothing is. */
function stillToCome({ leftOver, figures }: NoChangePlan): Message | null {
  const ratings = `${leftOver.join(', ')} ${leftOver.length === 1 ? 'has' : 'have'} nothing from last month that can stand again`;
  const values = `${figures.join(', ')} ${figures.length === 1 ? 'wants a new figure' : 'want new figures'}`;
  const open = [...(leftOver.length === 0 ? [] : [ratings]), ...(figures.length === 0 ? [] : [values])];
  return open.length === 0 ? null : sentence(`Still to come: ${open.join('; ')}. Press Update.`, 'notice');
}

function nothingOpen(month: string, { answers }: NoChangePlan): Message {
  return alreadyAnswered({ month, monthWords: monthInWords(month), answers });
}

/** "No change", "same as last month": words that say no more than the button does. */
function isJustNoChange(words: string): boolean {
  return words.trim().split(/\s+/).length <= 4;
}
