import { londonDate } from '../kit/london.ts';
import type { LocalDate } from '../kit/local-date.ts';
import type { Account, Person, PlatformName, Role, RoleKind, RoleScope } from '../plan/people.ts';
import { auditBy } from './audit-facts.ts';
import { currentCycle, readDirectory } from './cycle-context.ts';
import type { Deps } from './deps.ts';
import type { Records } from './ports/store.ts';
import { reconcilePrompts } from './prompt-people.ts';

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
  const outcome: { -readonly [key in keyof ImportedPeople]: ImportedPeople[key] } = {
    added: 0,
    changed: 0,
    unchanged: 0,
    rolesAdded: 0,
    accountsAdded: 0,
    troubles: [],
  };
  const store = deps.store.in(partnershipId);
  try {
    await store.transact(async (records) => {
      const roles = await records.people.roles();
      for (const person of file.people) await importPerson(deps, records, person, roles, outcome);
      if (dryRun) throw new DryRun();
      await records.audit.append(
        auditBy(deps, byPersonId, 'cli', 'people_imported', 'people', {
          added: outcome.added,
          changed: outcome.changed,
          roles: outcome.rolesAdded,
        }),
      );
      const context = await currentCycle(records);
      if (context?.cycle.state === 'open')
        await reconcilePrompts(deps, records, context, await readDirectory(records));
    });
  } catch (stopped) {
    if (!(stopped instanceof DryRun)) throw stopped;
  }
  return outcome;
}

/** Rolls a dry run back. */
class DryRun extends Error {}

async function importPerson(
  deps: Deps,
  records: Records,
  wanted: PersonToImport,
  roles: readonly Role[],
  outcome: {
    added: number;
    changed: number;
    unchanged: number;
    rolesAdded: number;
    accountsAdded: number;
    troubles: readonly string[];
  },
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
  for (const role of wanted.roles) {
    const held = roles.find(
      (each) =>
        each.personId === person.id &&
        each.kind === role.kind &&
        scopeKey(each.scope) === scopeKey(role.scope) &&
        each.startsOn === role.startsOn,
    );
    if (held) {
      if (role.endsOn !== null && held.endsOn !== role.endsOn)
        await records.people.endRole(held.id, role.endsOn);
      continue;
    }
    await records.people.addRole({ ...role, id: deps.newId(), personId: person.id, acceptedAt: null });
    outcome.rolesAdded += 1;
  }
  for (const account of wanted.accounts) {
    const owner = await records.people.accountOf(account.platform, account.tenantId, account.userId);
    if (owner?.personId === person.id) continue;
    if (owner) {
      outcome.troubles = [
        ...outcome.troubles,
        `${person.name}: the ${account.platform} account ${account.userId} belongs to somebody else already.`,
      ];
      continue;
    }
    await records.people.addAccount({ ...account, id: deps.newId(), personId: person.id });
    outcome.accountsAdded += 1;
  }
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

function scopeKey(scope: RoleScope): string {
  return scope.kind === 'partnership' ? 'partnership' : `${scope.kind}:${scope.code}`;
}
