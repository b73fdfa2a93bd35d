import type { LocalDate } from '../kit/local-date.ts';
import { dayInWords } from '../kit/local-date.ts';
import type { PlatformName, RoleKind } from '../plan/people.ts';
import type { Organisation, Plan } from '../plan/plan.ts';
import type { CsvRow } from './csv-table.ts';
import { readDay } from './day-spellings.ts';
import type { FileProblem } from './file-problem.ts';
import { nearest, whatWouldBeRight } from './near-spelling.ts';
import type { FileAccount, FileRole } from './people-file.ts';
import { readScopes } from './people-scopes.ts';

/** One row: a person and, where the role names several things, one role for each. */
export interface PeopleRow {
  readonly row: CsvRow;
  readonly email: string;
  /** These four are '' or null where the row leaves them to the person's first row. */
  readonly name: string;
  readonly organisationCode: string;
  readonly jobTitle: string;
  readonly prefers: PlatformName | null;
  readonly accounts: readonly FileAccount[];
  readonly roles: readonly FileRole[];
}

/** `cover` comes from an absence, not from a file. */
const roleNames: readonly (readonly [string, RoleKind])[] = [
  ['owner', 'owner'],
  ['deputy', 'deputy'],
  ['theme lead', 'theme_lead'],
  ['board member', 'board_member'],
  ['chair', 'chair'],
  ['vice-chair', 'vice_chair'],
  ['secretariat', 'secretariat'],
  ['administrator', 'administrator'],
  ['observer', 'observer'],
];

/** The longest address that mail systems carry (RFC 5321, section 4.5.3.1.3). */
const longestEmail = 254;
const longestName = 100;

export function readPeopleRow(row: CsvRow, plan: Plan, problems: FileProblem[]): PeopleRow {
  return {
    row,
    email: readEmail(row, problems),
    name: readShort(row, 'name', problems),
    organisationCode: readOrganisation(row, plan, problems),
    jobTitle: readShort(row, 'job title', problems),
    prefers: readPreference(row, problems),
    accounts: [...readSlack(row, problems), ...readTeams(row, problems)],
    roles: readRoles(row, plan, problems),
  };
}

function readEmail(row: CsvRow, problems: FileProblem[]): string {
  const written = row.text('email').toLowerCase();
  if (written === '') {
    problems.push(
      row.problem(
        'email',
        `${row.text('name')} has no e-mail address.`,
        'Every row names its person by e-mail address.',
      ),
    );
  } else if (
    written.length > longestEmail ||
    !/^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[^\s@,;<>"().]{2,}$/u.test(written)
  ) {
    problems.push(
      row.problem(
        'email',
        `"${written}" is not an e-mail address.`,
        'Write one address, as name@organisation.gov.uk.',
      ),
    );
  }
  return written;
}

function readShort(row: CsvRow, column: string, problems: FileProblem[]): string {
  const written = row.text(column).replace(/\s+/g, ' ');
  if (written.length > longestName) {
    problems.push(
      row.problem(
        column,
        `The text has ${written.length} characters; there is room for ${longestName}.`,
        'Say it more briefly.',
      ),
    );
  }
  return written;
}

/** By code or by name, in any letters. */
function readOrganisation(row: CsvRow, plan: Plan, problems: FileProblem[]): string {
  const written = row.text('organisation');
  if (written === '') return '';
  const same = (text: string) => text.toLowerCase() === written.toLowerCase();
  const found = plan.organisations.find((one: Organisation) => same(one.code) || same(one.name));
  if (found !== undefined) return found.code;
  const near = nearest(
    written,
    plan.organisations.flatMap((one) => [one.code, one.name]),
  );
  const right =
    near === null
      ? `The organisations of the plan are: ${plan.organisations.map((one) => `${one.code} (${one.name})`).join(', ')}.`
      : `Did you mean "${near}"?`;
  problems.push(row.problem('organisation', `There is no organisation "${written}" in the plan.`, right));
  return '';
}

function readPreference(row: CsvRow, problems: FileProblem[]): PlatformName | null {
  const written = row.text('prefers').toLowerCase();
  if (written === '') return null;
  if (written === 'slack' || written === 'teams' || written === 'rehearsal') return written;
  problems.push(
    row.problem(
      'prefers',
      `"${written}" is not a place where a prompt can go.`,
      'Write slack or teams, or leave it blank.',
    ),
  );
  return null;
}

function readSlack(row: CsvRow, problems: FileProblem[]): FileAccount[] {
  const written = row.text('slack');
  const match = /^([TE][A-Z0-9]{2,20})\/([UW][A-Z0-9]{2,20})$/.exec(written);
  if (match?.[1] !== undefined && match[2] !== undefined)
    return [{ platform: 'slack', tenantId: match[1], userId: match[2] }];
  if (written !== '') {
    problems.push(
      row.problem(
        'slack',
        `"${written}" is not a Slack account.`,
        'Write workspace and member as T012ABCDEF/U012ABCDEF.',
      ),
    );
  }
  return [];
}

function readTeams(row: CsvRow, problems: FileProblem[]): FileAccount[] {
  const written = row.text('teams').toLowerCase();
  const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
  const match = new RegExp(`^(${id})/(${id})$`).exec(written);
  if (match?.[1] !== undefined && match[2] !== undefined)
    return [{ platform: 'teams', tenantId: match[1], userId: match[2] }];
  if (written !== '') {
    problems.push(
      row.problem(
        'teams',
        `"${written}" is not a Teams account.`,
        'Write tenant and object id, each as 00000000-0000-0000-0000-000000000000, with a / between.',
      ),
    );
  }
  return [];
}

function readRoles(row: CsvRow, plan: Plan, problems: FileProblem[]): FileRole[] {
  const startsOn = readDate(row, 'from', problems) ?? plan.startsOn;
  const endsOn = readDate(row, 'until', problems);
  if (endsOn !== null && endsOn < startsOn) {
    problems.push(
      row.problem(
        'until',
        `The role ends on ${dayInWords(endsOn)}, before it starts on ${dayInWords(startsOn)}.`,
        'Check the two days.',
      ),
    );
  }
  const written = row
    .text('role')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  const kind = roleNames.find(([name]) => name.replace('-', ' ') === written)?.[1];
  if (kind === undefined) {
    const names = roleNames.map(([name]) => name);
    const problem = written === '' ? 'The row names no role.' : `There is no role "${row.text('role')}".`;
    problems.push(row.problem('role', problem, whatWouldBeRight(written, names, 'roles')));
    return [];
  }
  return readScopes(row, kind, plan, problems).map((scope) => ({ kind, scope, startsOn, endsOn }));
}

function readDate(row: CsvRow, column: string, problems: FileProblem[]): LocalDate | null {
  const written = row.text(column);
  if (written === '') return null;
  const day = readDay(written);
  if (day === null) {
    problems.push(
      row.problem(
        column,
        `"${written}" is not a day in the calendar.`,
        'Write a day as 2026-11-03, 3/11/2026 or 3 Nov 2026.',
      ),
    );
  }
  return day;
}
