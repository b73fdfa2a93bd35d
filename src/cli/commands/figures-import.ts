import { readFiguresFile } from '../../imports/figures-file.ts';
import { importFigures } from '../../use-cases/import-figures.ts';
import { asOption, done, jsonOption, partnershipOption, type Command, type Outcome } from '../command.ts';
import { counted } from '../counted.ts';
import { readTextFile, type TextFile } from '../files.ts';
import { asAnybody, type Place } from '../place.ts';
import { withProblems } from './plan-check.ts';

export const figuresImport: Command = {
  name: 'figures import',
  does: 'Imports published figures and comparators from a CSV file.',
  notes: [
    'A figure that is known with the same value is passed over; another value for the same period is a new version, and the earlier one is kept.',
  ],
  arguments: [
    {
      name: 'FILE',
      about: 'The figures, a CSV file with measure, series, period kind, period, value and source.',
      needed: true,
    },
  ],
  options: [asOption, partnershipOption, jsonOption],
  run: (session, input) =>
    asAnybody(session, input, 'import_people', async (place, personId) =>
      importFiguresFile(place, await readTextFile(input.words[0] ?? ''), personId),
    ),
};

/** Imports a figures file. */
export async function importFiguresFile(
  { deps, partnership, plan }: Place,
  file: TextFile,
  personId: string | null,
): Promise<Outcome> {
  const figures = readFiguresFile(file.text, plan, file.name);
  if (!figures.ok) return withProblems(file.name, figures.error);
  const { added } = await importFigures(deps, partnership.id, figures.value, personId);
  const known = figures.value.length - added;
  const words = `${file.name}: ${counted(figures.value.length, 'figure')}, ${added} added, ${known} known already.`;
  return done(added === 0 ? `Nothing changed. ${words}` : words, {
    partnership: partnership.code,
    figures: figures.value.length,
    added,
    known,
  });
}
