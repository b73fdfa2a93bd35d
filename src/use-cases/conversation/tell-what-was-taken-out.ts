import { monthOfWords } from '../board-words.ts';
import type { Actor, Deps } from '../deps.ts';
import type { FoundPersonalData } from '../guard-words.ts';
import type { Answer } from './answer.ts';
import { withNotice } from './answer-in-words.ts';
import { askAboutContacts } from './confirm-contact.ts';

/** What is said of words that were written for the board: what the guard took out, and whether some of it is a work contact. */
export async function withContactsAsked(
  deps: Deps,
  actor: Actor,
  answer: Answer,
  found: readonly FoundPersonalData[],
  cause: string,
): Promise<Answer> {
  if (found.length === 0) return answer;
  const month = await monthOfWords(deps, deps.store.in(actor.partnershipId));
  const asked = await askAboutContacts(deps, actor, month, found, cause);
  return { ...answer, say: [...withNotice(answer, found).say, ...asked] };
}
