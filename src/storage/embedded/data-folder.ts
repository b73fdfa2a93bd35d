import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { StorageTrouble, troubleBehind } from '../storage-trouble.ts';
import { unpackTemplate } from './unpack-template.ts';

/** The PostgreSQL that this version of PGlite is; folders of another one do not open. */
export const embeddedPostgresVersion = '18';

/** Makes the data folder when it is not there, and gives its real path. */
export function prepareDataFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return realpathSync(folder);
  } catch (error) {
    throw (
      fullDisk(error) ??
      new StorageTrouble(
        'folder_not_writable',
        `bcp cannot write to the data folder ${folder} (${reason(error)}). Give it the right to, or set BCP_DATA_DIR to another folder.`,
        error,
      )
    );
  }
}

/**
 * The folder of the database files inside the data folder, filled from the template when it is new and a template is there.
 * The files are written beside it and moved into place in one step: a start that was cut off leaves nothing half made.
 */
export function databaseFolder(dataFolder: string, templatePath: string | null): string {
  const folder = join(dataFolder, 'database');
  const unfinished = join(dataFolder, 'database.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  if (existsSync(join(folder, 'PG_VERSION'))) {
    checkVersion(folder, dataFolder);
    return folder;
  }
  // initdb writes PG_VERSION last: without it nothing was ever stored here.
  rmSync(folder, { recursive: true, force: true });
  if (templatePath === null) return folder;
  try {
    unpackTemplate(templatePath, unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    throw fullDisk(error) ?? error;
  }
  return folder;
}

/** Refuses database files that another PostgreSQL wrote. */
export function checkVersion(folder: string, dataFolder: string): void {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found === embeddedPostgresVersion) return;
  throw new StorageTrouble(
    'other_version',
    `The data folder ${dataFolder} was written by PostgreSQL ${found}; this bcp reads PostgreSQL ${embeddedPostgresVersion}. ` +
      `Run "bcp export all" with the bcp that wrote it, then "bcp import all" into a new folder.`,
  );
}

function fullDisk(error: unknown): StorageTrouble | null {
  const trouble = troubleBehind(error);
  return trouble?.kind === 'disk_full' ? trouble : null;
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : String(error);
}
