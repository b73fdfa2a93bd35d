import type { FileProblem } from './file-problem.ts';
import type { FileRole } from './people-file.ts';
import type { PeopleRow } from './people-row.ts';
import { scopeKey } from './people-scopes.ts';

interface Held {
  readonly row: PeopleRow;
  readonly role: FileRole;
}

/** What no single row can be wrong about: two owners at the same time, the same role twice, one account for two people. */
export function checkPeople(rows: readonly PeopleRow[], problems: FileProblem[]): void {
  const held = rows.flatMap((row) => row.roles.map((role) => ({ row, role })));
  held.forEach((later, index) => {
    const clash = held
      .slice(0, index)
      .find((earlier) => sameSeat(earlier, later) && overlap(earlier.role, later.role));
    if (clash !== undefined) problems.push(clashProblem(clash, later));
  });
  checkAccounts(rows, problems);
}

/** A seat for one: the owner of a thing and the chair. Other roles clash only when the same person holds them twice. */
function sameSeat(earlier: Held, later: Held): boolean {
  if (earlier.role.kind !== later.role.kind || scopeKey(earlier.role.scope) !== scopeKey(later.role.scope))
    return false;
  const forOne = later.role.kind === 'owner' || later.role.kind === 'chair';
  return forOne || earlier.row.email === later.row.email;
}

/** An open end reaches as far as there are days. The last day counts. */
function overlap(one: FileRole, other: FileRole): boolean {
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
}

function startsBeforeEnd(first: FileRole, second: FileRole): boolean {
  return second.endsOn === null || first.startsOn <= second.endsOn;
}

function clashProblem(earlier: Held, later: Held): FileProblem {
  const { row } = later.row;
  const what =
    later.role.scope.kind === 'partnership'
      ? later.role.kind
      : `${later.role.kind.replace('_', ' ')} of ${scopeKey(later.role.scope)}`;
  if (earlier.row.email === later.row.email) {
    return row.problem(
      'role',
      `${later.row.email} is ${what} in row ${earlier.row.row.row} already.`,
      'Leave one of the two rows out, or give them days that do not overlap.',
    );
  }
  return row.problem(
    later.role.scope.kind === 'partnership' ? 'role' : 'for',
    `${earlier.row.email} is ${what} at the same time (row ${earlier.row.row.row}).`,
    'Name one of the two as deputy, or end the first on the day before the second starts.',
  );
}

function checkAccounts(rows: readonly PeopleRow[], problems: FileProblem[]): void {
  const owners = new Map<string, PeopleRow>();
  for (const row of rows) {
    for (const { platform, tenantId, userId } of row.accounts) {
      const key = `${platform} ${tenantId}/${userId}`;
      const first = owners.get(key);
      if (first === undefined) owners.set(key, row);
      else if (first.email !== row.email) {
        problems.push(
          row.row.problem(
            platform,
            `This account is that of ${first.email} (row ${first.row.row}).`,
            'An account belongs to one person.',
          ),
        );
      }
    }
  }
}
