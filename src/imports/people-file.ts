import type { LocalDate } from '../kit/local-date.ts';
import { failure, success, type Result } from '../kit/result.ts';
import type { Account, PlatformName, RoleKind, RoleScope } from '../plan/people.ts';
import type { Plan } from '../plan/plan.ts';
import { readCsvTable, type CsvColumns } from './csv-table.ts';
import { inFileOrder, type FileProblem } from './file-problem.ts';
import { checkPeople } from './people-checks.ts';
import { gatherPeople } from './people-gathering.ts';
import { readPeopleRow, type PeopleRow } from './people-row.ts';
import { peopleWarnings } from './people-warnings.ts';

/** The people of a partnership as a file gives them, and what the secretariat should know before taking them in. */
export interface PeopleFile {
  readonly people: readonly FilePerson[];
  readonly warnings: readonly string[];
}

export interface FilePerson {
  /** In small letters: the name by which the person is known everywhere. */
  readonly email: string;
  readonly name: string;
  readonly organisationCode: string;
  readonly jobTitle: string;
  readonly prefers: PlatformName | null;
  readonly accounts: readonly FileAccount[];
  readonly roles: readonly FileRole[];
}

export type FileAccount = Pick<Account, 'platform' | 'tenantId' | 'userId'>;

export interface FileRole {
  readonly kind: RoleKind;
  readonly scope: RoleScope;
  /** The plan's first day where the file names none: so the same file taken in again changes nothing. */
  readonly startsOn: LocalDate;
  /** The last day; null = without an end. */
  readonly endsOn: LocalDate | null;
}

/** `about` is for the reader of the template and not read. */
const peopleColumns: CsvColumns = {
  required: ['name', 'email', 'organisation', 'role'],
  optional: ['job title', 'for', 'about', 'from', 'until', 'slack', 'teams', 'prefers'],
};

/**
 * A people file (CSV, one row for each person and role) read against its plan, or every mistake in it by row and
 * column: nothing is half read. Rows with neither name nor e-mail address are posts not yet filled, and left out.
 */
export function readPeopleFile(
  text: string,
  plan: Plan,
  fileName: string,
): Result<PeopleFile, readonly FileProblem[]> {
  const table = readCsvTable(text, fileName, peopleColumns);
  if (!table.ok) return table;
  const problems: FileProblem[] = [];
  const filled = table.value.rows.filter((row) => row.text('name') !== '' || row.text('email') !== '');
  const rows: PeopleRow[] = filled.map((row) => readPeopleRow(row, plan, problems));
  checkPeople(rows, problems);
  const people = gatherPeople(
    rows.filter(({ email }) => email !== ''),
    problems,
  );
  if (problems.length > 0) return failure(inFileOrder(problems));
  return success({ people, warnings: peopleWarnings(people, plan) });
}
