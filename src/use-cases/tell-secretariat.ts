import { londonDate } from '../kit/london.ts';
import { sentence } from '../messages/sentence.ts';
import { isRoleActive } from '../plan/roles.ts';
import { readDirectory } from './cycle-context.ts';
import type { Deps } from './deps.ts';
import type { Records } from './ports/store.ts';
import { promiseToPerson } from './promise-message.ts';

/** Promises everybody in the secretariat the same sentence; with the same key it is promised once. */
export async function tellSecretariat(
  deps: Deps,
  records: Records,
  key: string,
  words: string,
): Promise<void> {
  const { people, roles, accounts } = await readDirectory(records);
  const today = londonDate(deps.clock.now());
  for (const person of people) {
    if (
      !roles.some(
        (role) => role.personId === person.id && role.kind === 'secretariat' && isRoleActive(role, today),
      )
    )
      continue;
    await promiseToPerson(deps, records, {
      person,
      accounts,
      purpose: 'notice',
      key: `${key}:${person.id}`,
      message: sentence(words, 'notice'),
    });
  }
}
