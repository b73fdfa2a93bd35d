import { noticeToOthers } from '../messages/answered-by-other.ts';
import type { Month } from '../plan/month.ts';
import { planAction, planMeasure } from '../plan/plan-lookup.ts';
import type { CycleContext, Directory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import type { Records } from './ports/store.ts';
import { promisePrompt } from './prompt-people.ts';
import { readPromptFacts } from './prompt-view.ts';
import { promiseToPerson } from './promise-message.ts';

/**
 * After an answer, every prompt that asks the same thing becomes its receipt, and whoever else was asked (owner, deputy, cover) is told
 * who answered, so that nobody answers twice.
 */
export async function promiseReceipts(
  deps: Deps,
  records: Records,
  actor: Actor,
  context: CycleContext,
  directory: Directory,
  answered: { readonly month: Month; readonly codes: readonly string[]; readonly eventKey: string },
): Promise<void> {
  const codes = new Set(answered.codes);
  const facts = await readPromptFacts(records, context, directory);
  for (const prompt of await records.prompts.ofMonth(answered.month)) {
    const touched = prompt.items.filter((item) => codes.has(item.code));
    if (touched.length === 0) continue;
    await promisePrompt(deps, records, prompt, facts, answered.eventKey);
    const person = directory.person(prompt.personId);
    if (!person || person.id === actor.person.id) continue;
    const titles = touched.map(
      ({ code }) =>
        `${code} ${planAction(context.plan, code)?.shortTitle ?? planMeasure(context.plan, code)?.label ?? ''}`,
    );
    await promiseToPerson(deps, records, {
      person,
      accounts: directory.accounts,
      purpose: 'notice',
      key: `answered:${answered.eventKey}:${person.id}`,
      message: noticeToOthers({ byName: actor.person.name, titles, month: answered.month }),
    });
  }
}
