import { londonDate } from '../../kit/london.ts';
import { success, type Result } from '../../kit/result.ts';
import type { Month } from '../../plan/month.ts';
import { planMeasures } from '../../plan/plan-lookup.ts';
import type { Actor, Deps } from '../deps.ts';
import { measureCodesOf, readPromptFacts } from '../prompt-view.ts';
import type { Refusal } from '../refusal.ts';
import { standingNow } from '../standing-facts.ts';
import { standInPrompt } from '../stand-in-prompt.ts';
import { ownPrompt, type OwnPrompt } from './open-forms.ts';
import { codePattern } from './words-for-action.ts';

/**
 * What a reply may be about: what the person was asked and, where they name it by its code, what they may answer as somebody's deputy or
 * cover without having been asked yet.
 */
export async function promptForWords(
  deps: Deps,
  actor: Actor,
  month: Month,
  text: string,
): Promise<Result<OwnPrompt, Refusal>> {
  const own = await ownPrompt(deps, actor, month);
  if (!own.ok) return own;
  const { prompt, facts } = own.value;
  const { context, directory } = facts;
  const asked = new Set(prompt.items.map(({ code }) => code));
  const named = [...context.plan.actions, ...planMeasures(context.plan)]
    .map(({ code }) => code)
    .filter((code) => !asked.has(code) && codePattern(code).test(text));
  if (named.length === 0) return own;
  const records = deps.store.in(actor.partnershipId);
  const today = londonDate(deps.clock.now());
  const standing = await standingNow(deps.store, actor.partnershipId);
  const all = await standing.promptsOf(month);
  const standIn = standInPrompt(actor.personId, all, context.plan, directory, today);
  const extra = (standIn?.items ?? []).filter(({ code }) => named.includes(code));
  if (extra.length === 0) return own;
  const wider = { ...prompt, items: [...prompt.items, ...extra] };
  return success({
    prompt: wider,
    facts: await readPromptFacts(records, context, directory, measureCodesOf([wider]), standing),
  });
}
