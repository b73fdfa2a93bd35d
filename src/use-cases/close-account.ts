import { nameOfPlatform, type AccountAtDoor } from './account-at-door.ts';
import { auditBy } from './audit-facts.ts';
import { readDirectory } from './cycle-context.ts';
import type { Deps } from './deps.ts';
import { tellSecretariat } from './tell-secretariat.ts';

/** An account is no longer there (deactivated, deleted): it is taken off its person in every partnership, and the secretariat is told. */
export async function accountClosed(deps: Deps, account: AccountAtDoor): Promise<void> {
  for (const { partnershipId, personId } of await deps.store.personsOfAccount(
    account.platform,
    account.tenantId,
    account.userId,
  )) {
    await deps.store.in(partnershipId).transact(async (records) => {
      const known = await records.people.accountOf(account.platform, account.tenantId, account.userId);
      if (!known) return;
      await records.people.removeAccount(known.id);
      await records.audit.append(
        auditBy(deps, null, account.platform, 'account_closed', `person:${personId}`),
      );
      const directory = await readDirectory(records);
      const others = directory.accounts.filter((each) => each.personId === personId);
      const reach =
        others.length === 0
          ? 'bcp can reach them nowhere now'
          : `bcp still reaches them in ${others.map(nameOfPlatform).join(', ')}`;
      await tellSecretariat(
        deps,
        records,
        `closed:${known.id}`,
        `${directory.nameOf(personId)}'s account in ${nameOfPlatform(account)} was deactivated; ${reach}. If they have left, name who owns their actions: assign IC5 to …`,
      );
    });
  }
}
