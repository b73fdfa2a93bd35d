import { importAll } from '../../use-cases/import-all.ts';
import { verifyAudit } from '../../use-cases/verify-audit.ts';
import { done, jsonOption, refused, type Command } from '../command.ts';
import { counted, listed } from '../counted.ts';
import { readLines } from '../files.ts';
import { withDeps } from '../place.ts';

export const importAllCommand: Command = {
  name: 'import all',
  does: 'Brings everything back from a file of "bcp export all", whole or not at all, and verifies the audit trail.',
  notes: [
    'The database must not hold these partnerships yet. Stop the bcp that the file came from first: what waits to be sent is sent by the one that has it.',
  ],
  arguments: [{ name: 'FILE', about: 'The file that "bcp export all" wrote.', needed: true }],
  options: [jsonOption],
  run: (session, input) =>
    withDeps(session, async (deps) => {
      const path = input.words[0] ?? '';
      const imported = await importAll(deps, () => readLines(path), null);
      if (!imported.ok) return refused(imported.error.words);
      const { partnerships, rows } = imported.value;
      const verdicts = await Promise.all(partnerships.map(({ id }) => verifyAudit(deps, id)));
      const [broken] = verdicts.flatMap((verdict) => (verdict.intact ? [] : [verdict.reason]));
      const codes = partnerships.map(({ code }) => code);
      const words = `Imported ${counted(rows, 'record')} of ${listed(codes)} from ${path}.`;
      const json = { file: path, records: rows, partnerships: codes, auditIntact: broken === undefined };
      if (broken !== undefined)
        return refused(
          `${words} But its audit trail does not hold, and did not where it came from: ${broken}.`,
          json,
        );
      return done(`${words} The audit trail holds.`, json);
    }),
};
