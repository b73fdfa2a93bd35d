import { toldToOthers, type WhatHappened } from '../messages/answered-by-other.ts';
import type { CycleContext, Directory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { itemTitle } from './item-title.ts';
import type { Records } from './ports/store.ts';
import { promiseToPerson } from './promise-message.ts';
import { promiseReceipt } from './promise-prompt.ts';
import { measureCodesOf, readPromptFacts } from './prompt-view.ts';

/** What was done to which actions and measures; `eventKey` is the platform's id of the doing. */
export interface Happening {
  readonly what: WhatHappened;
  readonly codes: readonly string[];
  readonly eventKey: string;
}

/**
 * After an answer, a correction or an undo every prompt that asks the same thing becomes its receipt, and whoever else was asked (owner,
 * deputy, cover) is told who did what, so that nobody answers twice and nobody thinks that an answer stands which was taken back.
 */
export async function promiseReceipts(
  deps: Deps,
  records: Records,
  actor: Actor,
  context: CycleContext,
  directory: Directory,
  { what, codes, eventKey }: Happening,
): Promise<void> {
  const { month } = context.cycle;
  const wanted = new Set(codes);
  const touched = (await records.prompts.ofMonth(month)).filter(({ items }) =>
    items.some(({ code }) => wanted.has(code)),
  );
  if (touched.length === 0) return;
  const facts = await readPromptFacts(records, context, directory, measureCodesOf(touched));
  for (const prompt of touched) {
    await promiseReceipt(deps, records, prompt, facts, eventKey);
    const person = directory.person(prompt.personId);
    if (!person || person.id === actor.person.id) continue;
    const own = prompt.items.filter(({ code }) => wanted.has(code));
    await promiseToPerson(deps, records, {
      person,
      accounts: directory.accounts,
      purpose: 'notice',
      key: `${what}:${eventKey}:${person.id}`,
      message: toldToOthers({
        what,
        byName: actor.person.name,
        titles: own.map(({ code }) => itemTitle(context.plan, code)),
        month,
      }),
    });
  }
}
