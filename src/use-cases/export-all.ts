import { auditBy } from './audit-facts.ts';
import type { Deps } from './deps.ts';
import { exportSeal, rowLine, type ExportHeader } from './export-lines.ts';
import type { PartnershipRecord } from './ports/partnership-records.ts';

/**
 * Everything that is stored of these partnerships, as lines of JSON: a header, one line a row, and a last line with their count and their
 * SHA-256. That it was taken is in the audit trail, and so in the export too. Lines come without their line ends.
 */
export async function* exportAll(
  deps: Deps,
  partnerships: readonly PartnershipRecord[],
  byPersonId: string | null,
): AsyncGenerator<string> {
  for (const { id, code } of partnerships) {
    const fact = auditBy(deps, byPersonId, 'cli', 'everything_exported', `partnership:${code}`);
    await deps.store.in(id).transact((records) => records.audit.append(fact));
  }
  const header: ExportHeader = {
    format: 'bcp-export',
    version: 1,
    writtenAt: deps.clock.now().toISOString(),
    migrations: await deps.store.whole.migrations(),
    partnerships: partnerships.map(({ id, code, name }) => ({ id, code, name })),
  };
  const seal = exportSeal();
  const sealed = (line: string): string => {
    seal.add(line);
    return line;
  };
  yield sealed(JSON.stringify(header));
  for await (const row of deps.store.whole.rows(partnerships.map(({ id }) => id))) yield sealed(rowLine(row));
  yield seal.line();
}
