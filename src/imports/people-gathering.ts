import type { FileProblem } from './file-problem.ts';
import type { FileAccount, FilePerson } from './people-file.ts';
import type { PeopleRow } from './people-row.ts';

type Told = 'name' | 'organisationCode' | 'jobTitle' | 'prefers';

const columnOf: Readonly<Record<Told, string>> = {
  name: 'name',
  organisationCode: 'organisation',
  jobTitle: 'job title',
  prefers: 'prefers',
};

/** All rows of one e-mail address as one person; two rows that contradict each other are a mistake. */
export function gatherPeople(rows: readonly PeopleRow[], problems: FileProblem[]): FilePerson[] {
  const byEmail = new Map<string, [PeopleRow, ...PeopleRow[]]>();
  for (const row of rows) {
    const own = byEmail.get(row.email);
    if (own === undefined) byEmail.set(row.email, [row]);
    else own.push(row);
  }
  return [...byEmail.values()].map((own) => gatherPerson(own, problems));
}

function gatherPerson(
  [first, ...others]: readonly [PeopleRow, ...PeopleRow[]],
  problems: FileProblem[],
): FilePerson {
  const own: readonly [PeopleRow, ...PeopleRow[]] = [first, ...others];
  const said = {
    name: agreed(own, 'name', problems).name,
    organisationCode: agreed(own, 'organisationCode', problems).organisationCode,
    jobTitle: agreed(own, 'jobTitle', problems).jobTitle,
    prefers: agreed(own, 'prefers', problems).prefers,
  };
  if (said.name === '') {
    problems.push(
      first.row.problem(
        'name',
        `${first.email} has no name.`,
        'Write the name in the first row of the person.',
      ),
    );
  }
  if (own.every(({ row }) => row.text('organisation') === '')) {
    const right = 'Write the code of the organisation in the first row of the person.';
    problems.push(first.row.problem('organisation', `${first.email} has no organisation.`, right));
  }
  return {
    email: first.email,
    ...said,
    accounts: eachOnce(own.flatMap((row) => row.accounts)),
    roles: own.flatMap((row) => row.roles),
  };
}

/** The first row that says it; a later row that says something else is a mistake. */
function agreed(own: readonly [PeopleRow, ...PeopleRow[]], field: Told, problems: FileProblem[]): PeopleRow {
  const told = own.filter((row) => row[field] !== '' && row[field] !== null);
  const first = told[0] ?? own[0];
  const column = columnOf[field];
  for (const { row, email } of told.filter((other) => other[field] !== first[field])) {
    problems.push(
      row.problem(
        column,
        `${email} has "${row.text(column)}" here and "${first.row.text(column)}" in row ${first.row.row}.`,
        'One e-mail address is one person: write the same in both rows, or leave this cell blank.',
      ),
    );
  }
  return first;
}

function eachOnce(accounts: readonly FileAccount[]): FileAccount[] {
  const key = (account: FileAccount) => `${account.platform} ${account.tenantId} ${account.userId}`;
  return accounts.filter(
    (account, index) => accounts.findIndex((other) => key(other) === key(account)) === index,
  );
}
