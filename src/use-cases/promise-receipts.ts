import { toldToOthers, type WhatHappened } from '../messages/answered-by-other.ts';
import { ratingLooks } from '../plan/rating.ts';
import type { CycleContext } from './cycle-context.ts';
import type { StandingFacts } from './standing-facts.ts';
import type { Actor, Deps } from './deps.ts';
import { itemTitle } from './item-title.ts';
import type { Prompt } from './ports/cycle-records.ts';
import type { Records } from './ports/store.ts';
import { promiseToPerson } from './promise-message.ts';
import { promiseReceipt } from './promise-prompt.ts';
import { measureCodesOf, promptView, readPromptFacts, type PromptFacts } from './prompt-view.ts';

/** What was done to which actions and measures; `eventKey` is the platform's id of the doing. */
export interface Happening {
  readonly done: readonly { readonly code: string; readonly what: WhatHappened }[];
  readonly eventKey: string;
}

/**
 * After an answer, a change, a correction or an undo every prompt that asks the same thing becomes its receipt, and whoever else was asked
 * (owner, deputy, cover) is told who did what, so that nobody answers twice and nobody thinks that an answer stands which does not.
 */
export async function promiseReceipts(
  deps: Deps,
  records: Records,
  actor: Actor,
  context: CycleContext,
  standing: StandingFacts,
  { done, eventKey }: Happening,
): Promise<void> {
  const codes = new Set(done.map(({ code }) => code));
  const touched = (await standing.promptsOf(context.cycle.month)).filter(({ items }) =>
    items.some(({ code }) => codes.has(code)),
  );
  if (touched.length === 0) return;
  const directory = await standing.directory();
  const facts = await readPromptFacts(records, context, directory, measureCodesOf(touched), standing);
  for (const prompt of touched) {
    await promiseReceipt(deps, records, prompt, facts, eventKey);
    if (prompt.personId === actor.personId) continue;
    for (const what of new Set(done.map((each) => each.what))) {
      const own = done.filter(
        (each) => each.what === what && prompt.items.some(({ code }) => code === each.code),
      );
      if (own.length > 0) await tellOther(deps, records, actor, prompt, facts, { done: own, eventKey });
    }
  }
}

async function tellOther(
  deps: Deps,
  records: Records,
  actor: Actor,
  prompt: Prompt,
  facts: PromptFacts,
  { done, eventKey }: Happening,
): Promise<void> {
  const person = facts.directory.person(prompt.personId);
  const [first] = done;
  if (!person || !first) return;
  const view = promptView(prompt, facts);
  const nowWords = (code: string) => {
    const action = view.actions.find((each) => each.code === code);
    if (action) return ratingLooks[action.answer?.rating ?? 'awaited'].word.toLowerCase();
    return view.measures.find((each) => each.code === code)?.answerWords ?? 'no figure yet';
  };
  await promiseToPerson(deps, records, {
    person,
    accounts: facts.directory.accounts,
    purpose: 'notice',
    key: `${first.what}:${eventKey}:${person.id}`,
    message: toldToOthers({
      what: first.what,
      byName: actor.person.name,
      items: done.map(({ code }) => ({
        title: itemTitle(facts.context.plan, code),
        nowWords: nowWords(code),
      })),
      month: prompt.month,
    }),
  });
}
