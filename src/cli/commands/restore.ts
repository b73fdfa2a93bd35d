import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { done, jsonOption, refused, type Command } from '../command.ts';
import { FileTrouble, onFile } from '../trouble-words.ts';
import { serverBackupWords } from './backup.ts';

export const restore: Command = {
  name: 'restore',
  does: 'Puts a backup of the embedded database back in its place.',
  notes: [
    'What was there before is moved aside, never deleted. bcp must not be running on the data folder meanwhile.',
  ],
  arguments: [{ name: 'FILE', about: 'The file that "bcp backup" wrote.', needed: true }],
  options: [
    {
      name: 'replace',
      takes: null,
      about: 'Take the place of the database that is there; it is kept beside it.',
    },
    jsonOption,
  ],
  async run({ config, clock, log }, input) {
    if (config.databaseUrl !== null) return refused(serverBackupWords);
    const path = input.words[0] ?? '';
    const tar = await unzipped(path);
    const { restoreWorkFolder } = await import('../../app.ts');
    const stamp = clock.now().toISOString().replaceAll(/[:.]/g, '-');
    const { before } = await restoreWorkFolder(config, log, { tar, replaces: input.has('replace'), stamp });
    const kept = before === null ? '' : ` What was there before is in ${before}.`;
    return done(`The database is as it was when ${path} was written.${kept}`, { file: path, before });
  },
};

async function unzipped(path: string): Promise<Buffer> {
  const bytes = await onFile(path, () => readFile(path));
  try {
    return await promisify(gunzip)(bytes);
  } catch (error) {
    throw new FileTrouble(
      `${path} is not a backup that "bcp backup" wrote, or it is damaged. Nothing was changed.`,
      error,
    );
  }
}
