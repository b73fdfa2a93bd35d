import { londonDate } from '../kit/london.ts';
import type { LocalDate } from '../kit/local-date.ts';
import type { Account, Person, PlatformName, Role, RoleKind, RoleScope } from '../plan/people.ts';
import { auditBy } from './audit-facts.ts';
import { currentCycle, readDirectory } from './cycle-context.ts';
import type { Deps } from './deps.ts';
import type { Records } from './ports/store.ts';
import { promptWhoAnswersNow } from './changing-roles.ts';
import { promisePrompt } from './promise-prompt.ts';
import { measureCodesOf, readPromptFacts } from './prompt-view.ts';
import { scopeKey } from './role-scope.ts';

/** A checked people file. */
export interface PeopleToImport {
  readonly people: readonly PersonToImport[];
}

export interface PersonToImport {
  readonly email: string;
  readonly name: string;
  readonly organisationCode: string;
  readonly jobTitle: string;
  readonly prefers: PlatformName | null;
  readonly accounts: readonly {
    readonly platform: Account['platform'];
    readonly tenantId: string;
    readonly userId: string;
  }[];
  readonly roles: readonly {
    readonly kind: RoleKind;
    readonly scope: RoleScope;
    readonly startsOn: LocalDate;
    readonly endsOn: LocalDate | null;
  }[];
}

export interface ImportedPeople {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rolesAdded: number;
  readonly rolesEnded: number;
  readonly accountsAdded: number;
  /** Accounts that somebody else has already, in words. */
  readonly troubles: readonly string[];
}

/**
 * Adds and updates people, their roles and accounts; people are known by their e-mail address. Nobody is removed by being left out: roles
 * are ended, and people leave, by a date in the file or by a command. The same file again changes nothing. With `dryRun` nothing is
 * stored; the counts say what would be.
 */
export async function importPeople(
  deps: Deps,
  partnershipId: string,
  file: PeopleToImport,
  byPersonId: string | null,
  dryRun = false,
): Promise<ImportedPeople> {
  const outcome: Counting = {
    added: 0,
    changed: 0,
    unchanged: 0,
    rolesAdded: 0,
    rolesEnded: 0,
    accountsAdded: 0,
    troubles: [],
  };
  const store = deps.store.in(partnershipId);
  try {
    await store.transact(async (records) => {
      const roles = await records.people.roles();
      for (const person of file.people) await importPerson(deps, records, person, roles, outcome);
      if (dryRun) throw new DryRun();
      if (isNothingNew(outcome)) return;
      await records.audit.append(
        auditBy(deps, byPersonId, 'cli', 'people_imported', 'people', {
          added: outcome.added,
          changed: outcome.changed,
          roles: outcome.rolesAdded,
          rolesEnded: outcome.rolesEnded,
          accounts: outcome.accountsAdded,
        }),
      );
      await promptWhoAnswersNow(deps, records);
      await promptNewAccounts(deps, records);
    });
  } catch (stopped) {
    if (!(stopped instanceof DryRun)) throw stopped;
  }
  return outcome;
}

function isNothingNew(outcome: ImportedPeople): boolean {
  const { added, changed, rolesAdded, rolesEnded, accountsAdded } = outcome;
  return added + changed + rolesAdded + rolesEnded + accountsAdded === 0;
}

/** Whoever could not be reached until now gets the prompt of the open month; an account that has it does not get it again. */
async function promptNewAccounts(deps: Deps, records: Records): Promise<void> {
  const context = await currentCycle(records);
  if (context?.cycle.state !== 'open') return;
  const prompts = (await records.prompts.ofMonth(context.cycle.month)).filter(
    ({ state }) => state === 'open',
  );
  const directory = await readDirectory(records);
  const facts = await readPromptFacts(records, context, directory, measureCodesOf(prompts));
  for (const prompt of prompts) await promisePrompt(deps, records, prompt, facts);
}

/** Rolls a dry run back. */
class DryRun extends Error {}

type Counting = { -readonly [key in keyof ImportedPeople]: ImportedPeople[key] };

async function importPerson(
  deps: Deps,
  records: Records,
  wanted: PersonToImport,
  roles: readonly Role[],
  outcome: Counting,
): Promise<void> {
  const known = await records.people.byEmail(wanted.email);
  const person: Person = {
    id: known?.id ?? deps.newId(),
    email: wanted.email,
    name: wanted.name,
    organisationCode: wanted.organisationCode,
    jobTitle: wanted.jobTitle,
    startsOn: known?.startsOn ?? londonDate(deps.clock.now()),
    endsOn: known?.endsOn ?? null,
    prefers: wanted.prefers,
  };
  if (!known) outcome.added += 1;
  else if (JSON.stringify(inOrder(known)) === JSON.stringify(inOrder(person))) outcome.unchanged += 1;
  else outcome.changed += 1;
  await records.people.save(person);
  const held = roles.filter(({ personId }) => personId === person.id);
  for (const role of wanted.roles) await importRole(deps, records, person, role, held, outcome);
  for (const account of wanted.accounts) await importAccount(deps, records, person, account, outcome);
}

async function importRole(
  deps: Deps,
  records: Records,
  person: Person,
  role: PersonToImport['roles'][number],
  heldRoles: readonly Role[],
  outcome: Counting,
): Promise<void> {
  const held = heldRoles.find(
    (each) =>
      each.kind === role.kind &&
      scopeKey(each.scope) === scopeKey(role.scope) &&
      each.startsOn === role.startsOn,
  );
  if (!held) {
    await records.people.addRole({ ...role, id: deps.newId(), personId: person.id, acceptedAt: null });
    outcome.rolesAdded += 1;
  } else if (role.endsOn !== null && held.endsOn !== role.endsOn) {
    await records.people.endRole(held.id, role.endsOn);
    outcome.rolesEnded += 1;
  }
}

async function importAccount(
  deps: Deps,
  records: Records,
  person: Person,
  account: PersonToImport['accounts'][number],
  outcome: Counting,
): Promise<void> {
  const owner = await records.people.accountOf(account.platform, account.tenantId, account.userId);
  if (owner?.personId === person.id) return;
  if (owner) {
    const trouble = `${person.name}: the ${account.platform} account ${account.userId} belongs to somebody else already.`;
    outcome.troubles = [...outcome.troubles, trouble];
    return;
  }
  await records.people.addAccount({ ...account, id: deps.newId(), personId: person.id });
  outcome.accountsAdded += 1;
}

function inOrder(person: Person): readonly unknown[] {
  return [
    person.email,
    person.name,
    person.organisationCode,
    person.jobTitle,
    person.startsOn,
    person.endsOn,
    person.prefers,
  ];
}
