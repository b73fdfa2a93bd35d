import { failure, success, type Result } from '../kit/result.ts';
import { auditBy } from './audit-facts.ts';
import type { Deps } from './deps.ts';
import {
  exportSeal,
  isRecord,
  parsed,
  readHeader,
  readRowLine,
  type ExportedPartnership,
  type ExportHeader,
} from './export-lines.ts';
import type { StoredRow } from './ports/whole-records.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface ImportedAll {
  readonly partnerships: readonly ExportedPartnership[];
  readonly rows: number;
}

/**
 * Brings back what `exportAll` wrote: all of it or nothing. The file is read twice: once to see that it is whole and unchanged, then to
 * store it. Refuses partnerships that are in this database already, under the same code or the same id.
 */
export async function importAll(
  deps: Deps,
  open: () => AsyncIterable<string>,
  byPersonId: string | null,
): Promise<Result<ImportedAll, Refusal>> {
  const checked = await check(open());
  if (!checked.ok) return failure(refusal('invalid', `${checked.error} Nothing was stored.`));
  const { partnerships } = checked.value;
  const here = await deps.store.partnerships();
  const known = here.find(({ id, code }) =>
    partnerships.some((each) => each.id === id || each.code === code),
  );
  if (known) {
    return failure(
      refusal(
        'conflict',
        `${known.name} (${known.code}) is in this database already. An export is imported where its partnership is not: set BCP_DATA_DIR to an empty folder, or DATABASE_URL to an empty database.`,
      ),
    );
  }
  const added = await deps.store.whole.addRows(rowsOf(open()));
  if (!added.ok) return failure(refusal('invalid', added.error));
  for (const { id, code } of partnerships) {
    const fact = auditBy(deps, byPersonId, 'cli', 'everything_imported', `partnership:${code}`, {
      rows: added.value,
    });
    await deps.store.in(id).transact((records) => records.audit.append(fact));
  }
  return success({ partnerships, rows: added.value });
}

/** Reads the whole file and gives its header when every line is there, as it was written. */
async function check(lines: AsyncIterable<string>): Promise<Result<ExportHeader, string>> {
  let header: ExportHeader | null = null;
  let number = 0;
  let seal = exportSeal();
  let ended = false;
  for await (const line of lines) {
    number += 1;
    if (ended)
      return failure(
        `Line ${number} comes after the end of the export: the file was changed. Use another copy.`,
      );
    if (header === null) {
      const read = readHeader(line);
      if (!read.ok) return read;
      header = read.value;
      seal = exportSeal();
    } else if (isEnd(line)) {
      if (line !== seal.line())
        return failure(
          'The export was changed after it was written, or lost some of its lines. Use another copy of the file.',
        );
      ended = true;
      continue;
    } else if (!isRowOf(header, line)) {
      return failure(
        `Line ${number} of the export is not a row of its partnerships: the file is damaged. Use another copy.`,
      );
    }
    seal.add(line);
  }
  if (header === null) return failure('The file is empty.');
  return ended
    ? success(header)
    : failure('The export breaks off before its end. Use another copy of the file.');
}

function isEnd(line: string): boolean {
  return line.startsWith('{"end":');
}

function isRowOf({ partnerships }: ExportHeader, line: string): boolean {
  const row = readRowLine(line);
  const value = row === null ? undefined : parsed(row.json);
  if (row === null || !isRecord(value)) return false;
  const owner = row.table === 'Partnership' ? value['id'] : value['partnershipId'];
  return partnerships.some(({ id }) => id === owner);
}

async function* rowsOf(lines: AsyncIterable<string>): AsyncGenerator<StoredRow> {
  for await (const line of lines) {
    const row = readRowLine(line);
    if (row) yield row;
  }
}
