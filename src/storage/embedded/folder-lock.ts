import { statSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StorageTrouble } from '../storage-trouble.ts';

/** Lets the folder go again. */
export type Unlock = () => Promise<void>;

/**
 * Holds a folder for this process alone. PGlite itself takes no lock, and two processes on one folder lose each other's
 * rows in silence. The lock is a listening socket named after the folder's device and inode, so the system frees it
 * whatever kills the process, and a second path to the same folder meets the same lock. It holds within one machine (one
 * network namespace): two containers must not be given one data folder.
 */
export async function lockFolder(folder: string): Promise<Unlock> {
  const { dev, ino } = statSync(folder, { bigint: true });
  const name = `bcp-${dev}-${ino}`;
  if (process.platform === 'linux') return listenAlone(`\0${name}`, folder);
  if (process.platform === 'win32') return listenAlone(`\\\\.\\pipe\\${name}`, folder);
  const path = join(tmpdir(), `${name}.sock`);
  if (!(await answers(path))) rmSync(path, { force: true });
  return listenAlone(path, folder);
}

async function listenAlone(address: string, folder: string): Promise<Unlock> {
  const server = createServer((visitor) => {
    visitor.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? inUse(folder) : error);
    });
    server.listen(address, resolve);
  });
  server.unref();
  return () =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
    });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const visitor = connect(path);
    visitor.once('connect', () => {
      visitor.destroy();
      resolve(true);
    });
    visitor.once('error', () => {
      resolve(false);
    });
  });
}

function inUse(folder: string): StorageTrouble {
  return new StorageTrouble(
    'folder_in_use',
    `Another bcp is using the data folder ${folder}. Stop it, or set BCP_DATA_DIR to another folder.`,
  );
}
