import { readPeopleFile, type PeopleFile } from '../../imports/people-file.ts';
import { peopleWarnings } from '../../imports/people-warnings.ts';
import { readDirectory } from '../../use-cases/cycle-context.ts';
import { importPeople, type ImportedPeople } from '../../use-cases/import-people.ts';
import { asOption, done, jsonOption, partnershipOption, type Command, type Outcome } from '../command.ts';
import { counted } from '../counted.ts';
import { readTextFile, type TextFile } from '../files.ts';
import { knownPeople } from '../known-people.ts';
import { asAnybody, type Place } from '../place.ts';
import { withProblems } from './plan-check.ts';

export const peopleImport: Command = {
  name: 'people import',
  does: 'Imports people with their roles and accounts from a CSV file, and says loudly what nobody owns.',
  notes: [
    'Every mistake is named by row and column, all of them at once, and then nothing is imported. People are known by their e-mail address; the same file again changes nothing; nobody is removed by being left out.',
  ],
  arguments: [
    { name: 'FILE', about: 'The people, a CSV file as "bcp people template" writes it.', needed: true },
  ],
  options: [
    { name: 'dry-run', takes: null, about: 'Say what would be imported, and store nothing.' },
    asOption,
    partnershipOption,
    jsonOption,
  ],
  run: (session, input) =>
    asAnybody(session, input, 'import_people', async (place, personId) => {
      const file = await readTextFile(input.words[0] ?? '');
      return importPeopleFile(place, file, { personId, dryRun: input.has('dry-run') });
    }),
};

/** Imports a people file, or only says what it would do. */
export async function importPeopleFile(
  place: Place,
  file: TextFile,
  { personId, dryRun }: { readonly personId: string | null; readonly dryRun: boolean },
): Promise<Outcome> {
  const read = readPeopleFile(file.text, place.plan, file.name);
  if (!read.ok) return withProblems(file.name, read.error);
  const imported = await importPeople(place.deps, place.partnership.id, read.value, personId, dryRun);
  const warnings = await warningsAfter(place, read.value, dryRun);
  const { added, changed, unchanged, rolesAdded, accountsAdded, troubles } = imported;
  return done(inWords(file.name, imported, warnings, dryRun), {
    partnership: place.partnership.code,
    dryRun,
    added,
    changed,
    unchanged,
    rolesAdded,
    accountsAdded,
    troubles,
    warnings,
  });
}

/** What is left open, judged with everybody who is known: the file may hold a few of them only. */
async function warningsAfter(
  { records, plan, today }: Place,
  file: PeopleFile,
  dryRun: boolean,
): Promise<readonly string[]> {
  const directory = await readDirectory(records);
  return peopleWarnings(knownPeople(directory, dryRun ? file.people : [], today), plan);
}

function inWords(
  fileName: string,
  { added, changed, unchanged, rolesAdded, accountsAdded, troubles }: ImportedPeople,
  warnings: readonly string[],
  dryRun: boolean,
): string {
  const people = counted(added + changed + unchanged, 'person', 'people');
  const roles = counted(rolesAdded, 'new role');
  const accounts = counted(accountsAdded, 'new account');
  const isSame = added + changed + rolesAdded + accountsAdded === 0;
  const counts = `${people}: ${added} added, ${changed} changed, ${unchanged} as before; ${roles}, ${accounts}.`;
  const first = isSame ? `Nothing changed: ${counts}` : counts;
  const loud = [...troubles, ...warnings].map((words) => `  LOOK: ${words}`);
  return [
    `${fileName}: ${dryRun ? `nothing was stored (--dry-run). It would be: ${counts}` : first}`,
    ...(loud.length === 0 ? ['Every action has an owner, and every owner can be reached.'] : ['', ...loud]),
  ].join('\n');
}
