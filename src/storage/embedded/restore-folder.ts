import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StorageTrouble, troubleBehind } from '../storage-trouble.ts';
import { checkVersion, prepareDataFolder } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { unpackTar } from './unpack-template.ts';

export interface RestoredFolder {
  /** Where the database that was there before has been put; null when there was none. */
  readonly before: string | null;
}

/**
 * Puts the files of a backup (a tar, as `dump` gives it) in the place of the database. What was there is moved aside, never deleted, and
 * only when `replaces` says so; `stamp` goes into its name. `tryOut` opens the result: where it fails, everything is as it was before.
 * Throws `StorageTrouble` with words.
 */
export async function restoreFolder(
  dataDir: string,
  { tar, replaces, stamp }: { readonly tar: Buffer; readonly replaces: boolean; readonly stamp: string },
  tryOut: () => Promise<void>,
): Promise<RestoredFolder> {
  const dataFolder = prepareDataFolder(dataDir);
  const folder = join(dataFolder, 'database');
  const unlock = await lockFolder(dataFolder);
  let before: string | null = null;
  try {
    if (existsSync(folder) && !replaces) {
      throw new StorageTrouble(
        'folder_in_use',
        `There is a database in ${dataFolder} already. With --replace the backup takes its place, and what is there now is kept beside it.`,
      );
    }
    const unpacked = unpackBackup(tar, dataFolder);
    if (existsSync(folder)) {
      before = `${folder}.before-${stamp}`;
      renameSync(folder, before);
    }
    renameSync(unpacked, folder);
  } finally {
    await unlock();
  }
  try {
    await tryOut();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (before !== null) renameSync(before, folder);
    throw error;
  }
  return { before };
}

function unpackBackup(tar: Buffer, dataFolder: string): string {
  const unfinished = join(dataFolder, 'database.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  try {
    // "ustar" stands at this place of every tar since POSIX.1-1988.
    if (tar.toString('latin1', 257, 262) === 'ustar') unpackTar(tar, unfinished);
    if (!existsSync(join(unfinished, 'PG_VERSION')))
      throw new StorageTrouble('damaged', 'This file is not a backup that "bcp backup" wrote.');
    checkVersion(unfinished, dataFolder);
    return unfinished;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw troubleBehind(error) ?? error;
  }
}
