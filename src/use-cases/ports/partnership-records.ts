import type { LocalDate } from '../../kit/local-date.ts';
import type { Absence, Account, Person, PlatformName, Role } from '../../plan/people.ts';
import type { Plan } from '../../plan/plan.ts';

export interface PartnershipRecord {
  readonly id: string;
  /** Short and stable, e.g. `bcypp`. */
  readonly code: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** A plan as it was imported on one day. Revisions are added; the one in force is the newest that has begun. */
export interface PlanRevision {
  readonly id: string;
  readonly number: number;
  readonly effectiveFrom: LocalDate;
  readonly importedAt: Date;
  readonly importedByPersonId: string | null;
  readonly sourceName: string;
  /** SHA-256 of the file, in hex: importing the same file again changes nothing. */
  readonly sourceHash: string;
  readonly plan: Plan;
}

export interface PlanRecords {
  /** The revision in force on a day, or null when none has begun. */
  inForce(day: LocalDate): Promise<PlanRevision | null>;
  byId(id: string): Promise<PlanRevision | null>;
  /** All revisions, oldest first. */
  all(): Promise<readonly PlanRevision[]>;
  add(revision: PlanRevision): Promise<void>;
}

export interface PeopleRecords {
  /** Everybody, with those who have left, by name. */
  all(): Promise<readonly Person[]>;
  byId(id: string): Promise<Person | null>;
  byEmail(email: string): Promise<Person | null>;
  /** Adds the person, or replaces what is known of the one with this id. */
  save(person: Person): Promise<void>;
  accounts(): Promise<readonly Account[]>;
  /** Adds it; false when this platform account is already somebody's. */
  addAccount(account: Account): Promise<boolean>;
  removeAccount(id: string): Promise<void>;
  accountOf(platform: PlatformName, tenantId: string, accountId: string): Promise<Account | null>;
  /** Every role ever held, by start. */
  roles(): Promise<readonly Role[]>;
  addRole(role: Role): Promise<void>;
  endRole(id: string, endsOn: LocalDate): Promise<void>;
  acceptRole(id: string, at: Date): Promise<void>;
  absences(): Promise<readonly Absence[]>;
  addAbsence(absence: Absence): Promise<void>;
  removeAbsence(id: string): Promise<void>;
}
