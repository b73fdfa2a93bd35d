import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

const block = 512;

/**
 * Writes the files of a template (a tar of an empty, migrated database) into a folder, each one forced to the disk, so that
 * a power cut straight after the first start finds either a whole database or none.
 */
export function unpackTemplate(templatePath: string, folder: string): void {
  unpackTar(readFileSync(templatePath), folder);
}

/** The same with the tar itself: a backup is put back so. */
export function unpackTar(tar: Buffer, folder: string): void {
  const root = resolve(folder);
  let at = 0;
  while (at + block <= tar.length && tar[at] !== 0) {
    const header = tar.subarray(at, at + block);
    const size = Number.parseInt(textOf(header, 124, 12), 8);
    const path = resolve(join(root, `${textOf(header, 345, 155)}/${textOf(header, 0, 100)}`));
    if (path !== root && !path.startsWith(root + sep))
      throw new Error(`The template holds a file outside of its folder: ${path}`);
    const isFolder = textOf(header, 156, 1) === '5';
    at += block;
    if (isFolder) mkdirSync(path, { recursive: true, mode: 0o700 });
    else writeWhole(path, tar.subarray(at, at + size));
    at += Math.ceil((isFolder ? 0 : size) / block) * block;
  }
}

function textOf(header: Buffer, start: number, length: number): string {
  const text = header.toString('utf8', start, start + length);
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}

function writeWhole(path: string, content: Buffer): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'w', 0o600);
  try {
    for (let written = 0; written < content.length;) written += writeSync(file, content, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
