import { deputyAsked } from '../messages/escalation.ts';
import type { Month } from '../plan/month.ts';
import { auditBy } from './audit-facts.ts';
import { chase, openItems, type Chase } from './chase.ts';
import { deputyOf } from './deputy-of.ts';
import type { Deps } from './deps.ts';
import { itemTitle } from './item-title.ts';
import type { Prompt, PromptItem } from './ports/cycle-records.ts';
import { promisePrompt, promiseReceipt, tellNowAsked } from './promise-prompt.ts';
import { promiseToPerson } from './promise-message.ts';
import { mergeItems } from './prompt-items.ts';

/** Asks the deputies for what their owners have not answered, and tells the owners that they were asked. Gives how many were asked. */
export function askDeputies(deps: Deps, partnershipId: string, month: Month): Promise<number> {
  return chase(deps, partnershipId, month, async (run) => {
    const byDeputy = new Map<string, PromptItem[]>();
    for (const prompt of run.prompts) {
      const asked: { title: string; deputy: string }[] = [];
      for (const item of openItems(prompt, run.facts)) {
        if (item.as !== 'owner') continue;
        const deputyId = deputyOf(item, prompt.personId, run.context.plan, run.directory, run.today);
        if (deputyId === null) continue;
        byDeputy.set(deputyId, [
          ...(byDeputy.get(deputyId) ?? []),
          { ...item, as: 'deputy', onBehalfOfPersonId: prompt.personId },
        ]);
        asked.push({
          title: itemTitle(run.context.plan, item.code),
          deputy: run.directory.nameOf(deputyId),
        });
      }
      await tellOwner(run, prompt, asked);
    }
    let people = 0;
    for (const [deputyId, items] of byDeputy) people += Number(await askDeputy(run, deputyId, items));
    if (people > 0)
      await run.records.audit.append(
        auditBy(deps, null, 'cli', 'deputies_asked', `cycle:${month}`, { people }),
      );
    return people;
  });
}

async function tellOwner(
  run: Chase,
  prompt: Prompt,
  asked: readonly { title: string; deputy: string }[],
): Promise<void> {
  const person = run.directory.person(prompt.personId);
  if (asked.length === 0 || !person) return;
  await promiseToPerson(run.deps, run.records, {
    person,
    accounts: run.directory.accounts,
    purpose: 'escalation',
    key: `deputy-told:${prompt.month}:${person.id}`,
    message: deputyAsked({
      month: prompt.month,
      monthWords: run.monthWords,
      closesWords: run.closesWords,
      asked,
    }),
  });
}

/** A deputy with a prompt of their own finds these in it too, and is told; one without gets a first prompt. */
async function askDeputy(run: Chase, deputyId: string, items: readonly PromptItem[]): Promise<boolean> {
  const month = run.context.cycle.month;
  const existing = await run.records.prompts.ofPerson(month, deputyId);
  if (existing) {
    const had = existing.state === 'moved' ? [] : existing.items;
    const merged = mergeItems(had, items);
    const added = merged.slice(had.length);
    if (added.length === 0) return false;
    const grown: Prompt = { ...existing, items: merged, state: 'open' };
    await run.records.prompts.save(grown);
    await promiseReceipt(run.deps, run.records, grown, run.facts, `deputy:${run.today}`);
    await tellNowAsked(run.deps, run.records, grown, added, run.facts, run.today);
    return true;
  }
  const prompt: Prompt = {
    id: run.deps.newId(),
    month,
    personId: deputyId,
    items,
    state: 'open',
    deferredUntil: null,
    createdAt: run.deps.clock.now(),
  };
  if (!(await run.records.prompts.add(prompt))) return false;
  await promisePrompt(run.deps, run.records, prompt, run.facts);
  return true;
}
