import { platformNames, roleKinds, type Account, type Person, type Role } from '../../plan/people.ts';
import type { PeopleRecords } from '../../use-cases/ports/partnership-records.ts';
import type { Account as AccountRow, Person as PersonRow, Role as RoleRow } from '../generated/client.ts';
import type { Session } from '../session.ts';
import { oneOf, oneOfOrNull } from '../words.ts';
import { absenceRecords } from './absences.ts';

const accountPlatforms = platformNames.filter((name) => name !== 'cli');
const byName = new Intl.Collator('en-GB');

export function personFrom({ partnershipId: _, prefers, ...row }: PersonRow): Person {
  return { ...row, prefers: oneOfOrNull(platformNames, prefers) };
}

export function accountFrom({ partnershipId: _, platform, ...row }: AccountRow): Account {
  return { ...row, platform: oneOf(accountPlatforms, platform) };
}

function roleFrom({ partnershipId: _, kind, scopeKind, scopeCode, ...row }: RoleRow): Role {
  const scope = oneOf(['partnership', 'theme', 'action', 'measure'], scopeKind);
  return {
    ...row,
    kind: oneOf(roleKinds, kind),
    scope: scope === 'partnership' ? { kind: scope } : { kind: scope, code: scopeCode ?? '' },
  };
}

export function peopleRecords(session: Session): PeopleRecords {
  return {
    ...personRecords(session),
    ...accountRecords(session),
    ...roleRecords(session),
    ...absenceRecords(session),
  };
}

function personRecords({ db, partnershipId }: Session) {
  return {
    async all() {
      const rows = await db.person.findMany({ where: { partnershipId } });
      // Sorted here: two databases may sort names by different rules.
      return rows
        .map(personFrom)
        .sort((one, other) => byName.compare(one.name, other.name) || byName.compare(one.id, other.id));
    },
    async byId(id) {
      const row = await db.person.findUnique({ where: { partnershipId_id: { partnershipId, id } } });
      return row && personFrom(row);
    },
    async byEmail(email) {
      const where = { partnershipId_email: { partnershipId, email: email.toLowerCase() } };
      const row = await db.person.findUnique({ where });
      return row && personFrom(row);
    },
    async save(person) {
      const { id, ...known } = { ...person, email: person.email.toLowerCase() };
      await db.person.upsert({
        where: { partnershipId_id: { partnershipId, id } },
        create: { partnershipId, id, ...known },
        update: known,
      });
    },
  } satisfies Partial<PeopleRecords>;
}

function accountRecords({ db, partnershipId }: Session) {
  return {
    async accounts() {
      const rows = await db.account.findMany({
        where: { partnershipId },
        orderBy: [{ personId: 'asc' }, { platform: 'asc' }, { tenantId: 'asc' }, { userId: 'asc' }],
      });
      return rows.map(accountFrom);
    },
    async addAccount(account) {
      const added = await db.account.createMany({
        data: [{ partnershipId, ...account }],
        skipDuplicates: true,
      });
      return added.count === 1;
    },
    async removeAccount(id) {
      await db.account.deleteMany({ where: { partnershipId, id } });
    },
    async accountOf(platform, tenantId, userId) {
      const row = await db.account.findUnique({
        where: { partnershipId_platform_tenantId_userId: { partnershipId, platform, tenantId, userId } },
      });
      return row && accountFrom(row);
    },
  } satisfies Partial<PeopleRecords>;
}

function roleRecords({ db, partnershipId }: Session) {
  return {
    async roles() {
      const rows = await db.role.findMany({
        where: { partnershipId },
        orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
      });
      return rows.map(roleFrom);
    },
    async addRole({ scope, ...role }) {
      const scopeCode = scope.kind === 'partnership' ? null : scope.code;
      await db.role.create({ data: { partnershipId, ...role, scopeKind: scope.kind, scopeCode } });
    },
    async endRole(id, endsOn) {
      await db.role.updateMany({ where: { partnershipId, id }, data: { endsOn } });
    },
    async acceptRole(id, at) {
      await db.role.updateMany({ where: { partnershipId, id }, data: { acceptedAt: at } });
    },
  } satisfies Partial<PeopleRecords>;
}
