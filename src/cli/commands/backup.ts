import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { done, jsonOption, refused, type Command } from '../command.ts';
import { writeNewFile } from '../files.ts';
import { withDeps } from '../place.ts';

/** What is to be done instead where the database is a server. */
export const serverBackupWords =
  'The database is a PostgreSQL server: use its own tools (pg_dump and pg_restore). For a copy that any bcp can read: bcp export all --out FILE';

export const backup: Command = {
  name: 'backup',
  does: 'Writes the whole embedded database into one compressed file, which "bcp restore" puts back.',
  notes: [
    'bcp must not be running on the data folder meanwhile. A PostgreSQL server is backed up with pg_dump.',
  ],
  arguments: [],
  options: [
    { name: 'out', takes: 'FILE', about: 'The file to write; it must not be there yet.', needed: true },
    jsonOption,
  ],
  async run(session, input) {
    if (session.config.databaseUrl !== null) return refused(serverBackupWords);
    const path = input.option('out') ?? '';
    return withDeps(session, async ({ store }) => {
      const tar = await store.whole.dump();
      if (!tar) return refused(serverBackupWords);
      const bytes = await promisify(gzip)(tar);
      await writeNewFile(path, [bytes]);
      const size = `${(bytes.length / 1_000_000).toFixed(1)} MB`;
      return done(
        `Wrote ${path} (${size}). It holds people’s names and words: keep it as safe as the data folder.`,
        {
          file: path,
          bytes: bytes.length,
        },
      );
    });
  },
};
