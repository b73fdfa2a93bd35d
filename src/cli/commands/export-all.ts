import { exportAll } from '../../use-cases/export-all.ts';
import type { Deps } from '../../use-cases/deps.ts';
import type { PartnershipRecord } from '../../use-cases/ports/partnership-records.ts';
import { asOption, done, jsonOption, partnershipOption, type Command, type Outcome } from '../command.ts';
import { counted, listed } from '../counted.ts';
import { writeNewFile } from '../files.ts';
import { asAnybody, choosePartnership, withDeps } from '../place.ts';

export const exportAllCommand: Command = {
  name: 'export all',
  does: 'Writes every record of every table into one file of JSON lines, which "bcp import all" reads.',
  notes: [
    'For moving to another database, and for whoever wants to leave with their data. Without --partnership: every partnership here. The file holds people’s names, addresses and words: keep it as safe as the database.',
  ],
  arguments: [],
  options: [
    { name: 'out', takes: 'FILE', about: 'The file to write; it must not be there yet.', needed: true },
    asOption,
    partnershipOption,
    jsonOption,
  ],
  run(session, input) {
    const path = input.option('out') ?? '';
    if (input.option('as') !== null)
      return asAnybody(session, input, 'export_all', ({ deps, partnership }, personId) =>
        write(deps, [partnership], { path, personId }),
      );
    return withDeps(session, async (deps) => {
      const code = input.option('partnership');
      const partnerships = await deps.store.partnerships();
      if (code === null && partnerships.length > 0)
        return write(deps, partnerships, { path, personId: null });
      const chosen = await choosePartnership(deps, code);
      return 'kind' in chosen ? chosen : write(deps, [chosen], { path, personId: null });
    });
  },
};

async function write(
  deps: Deps,
  partnerships: readonly PartnershipRecord[],
  { path, personId }: { readonly path: string; readonly personId: string | null },
): Promise<Outcome> {
  let lines = 0;
  await writeNewFile(
    path,
    (async function* () {
      for await (const line of exportAll(deps, partnerships, personId)) {
        lines += 1;
        yield `${line}\n`;
      }
    })(),
  );
  // The header and the last line are not records.
  const records = lines - 2;
  const codes = partnerships.map(({ code }) => code);
  return done(`Wrote ${counted(records, 'record')} of ${listed(codes)} to ${path}.`, {
    file: path,
    records,
    partnerships: codes,
  });
}
