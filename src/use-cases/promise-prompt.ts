import type { LocalDate } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import { nowAsked } from '../messages/now-asked.ts';
import { updatePrompt } from '../messages/update-prompt.ts';
import type { Deps } from './deps.ts';
import type { Prompt, PromptItem } from './ports/cycle-records.ts';
import type { Records } from './ports/store.ts';
import { promiseToPerson } from './promise-message.ts';
import { itemKey } from './prompt-items.ts';
import { firstNameOf, promptView, type PromptFacts } from './prompt-view.ts';
import { itemTitle } from './item-title.ts';

/** The key under which a person's prompt of a month is promised; its receipts take the place of that message. */
export function promptKey(month: string, personId: string): string {
  return `prompt:${month}:${personId}`;
}

/** Promises a person's prompt of the month. An account that has it already does not get it again. */
export async function promisePrompt(
  deps: Deps,
  records: Records,
  prompt: Prompt,
  facts: PromptFacts,
): Promise<void> {
  await promiseIt(deps, records, prompt, facts, null);
}

/** Promises that the prompt's message becomes what stands now. `event` names what happened, so that it is promised once. */
export async function promiseReceipt(
  deps: Deps,
  records: Records,
  prompt: Prompt,
  facts: PromptFacts,
  event: string,
): Promise<void> {
  await promiseIt(deps, records, prompt, facts, event);
}

async function promiseIt(
  deps: Deps,
  records: Records,
  prompt: Prompt,
  facts: PromptFacts,
  event: string | null,
): Promise<void> {
  const person = facts.directory.person(prompt.personId);
  if (!person) throw new Error('A prompt names a person who is not stored.');
  const key = promptKey(prompt.month, prompt.personId);
  await promiseToPerson(deps, records, {
    person,
    accounts: facts.directory.accounts,
    purpose: event === null ? 'prompt' : 'receipt',
    key: event === null ? key : `${key}:then:${event}`,
    message: updatePrompt(promptView(prompt, facts, londonDate(deps.clock.now()))),
    ...(event === null ? {} : { replaces: key }),
  });
}

/** Tells somebody who has their prompt already what they are asked beside it from today on: an edited message alone goes unseen. */
export async function tellNowAsked(
  deps: Deps,
  records: Records,
  prompt: Prompt,
  items: readonly PromptItem[],
  facts: PromptFacts,
  today: LocalDate,
): Promise<boolean> {
  const person = facts.directory.person(prompt.personId);
  if (!person || items.length === 0) return false;
  const view = promptView(prompt, facts, today);
  return promiseToPerson(deps, records, {
    person,
    accounts: facts.directory.accounts,
    purpose: 'escalation',
    key: `asked:${prompt.month}:${person.id}:${today}:${items.map(itemKey).join(',')}`,
    message: nowAsked({
      firstName: firstNameOf(person.name),
      month: prompt.month,
      monthWords: view.monthWords,
      closesWords: view.closesWords,
      items: items.map(({ code, as, onBehalfOfPersonId }) => ({
        title: itemTitle(facts.context.plan, code),
        as,
        onBehalfOf: onBehalfOfPersonId === null ? null : facts.directory.nameOf(onBehalfOfPersonId),
      })),
    }),
  });
}
