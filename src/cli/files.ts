import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileTrouble, onFile } from './trouble-words.ts';

/** No plan, people or figures file comes near this; whatever is longer is not one. */
const longestTextFile = 20_000_000;

export interface TextFile {
  /** As it was given: what people are told about it is told by this name. */
  readonly name: string;
  readonly text: string;
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string;
}

/** Reads a text file. Bytes that are not UTF-8 become U+FFFD, which the readers name by line. Throws `FileTrouble`. */
export async function readTextFile(path: string): Promise<TextFile> {
  return onFile(path, async () => {
    const { size } = await stat(path);
    if (size > longestTextFile)
      throw new FileTrouble(
        `${path} has ${Math.round(size / 1_000_000)} million bytes; a file for this command is never that large.`,
      );
    const bytes = await readFile(path);
    return {
      name: path,
      text: bytes.toString('utf8'),
      hash: createHash('sha256').update(bytes).digest('hex'),
    };
  });
}

/** Writes a new file, whole or not at all; what is there already is never written over. Throws `FileTrouble`. */
export async function writeNewFile(
  path: string,
  pieces: Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>,
): Promise<void> {
  if (await isThere(path))
    throw new FileTrouble(`${path} is there already. Give another name, or move it away first.`);
  const unfinished = join(dirname(path), `.unfinished-${randomUUID()}`);
  await inFolder(dirname(path), path, async () => {
    try {
      // What is written here holds people's names: for this account only.
      const file = await open(unfinished, 'wx', 0o600);
      try {
        for await (const piece of pieces)
          await file.write(typeof piece === 'string' ? Buffer.from(piece) : piece);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, path);
    } finally {
      await rm(unfinished, { force: true });
    }
  });
}

/** Writes files into a folder, which is made when it is not there; files of the same name are replaced. Gives their paths. */
export async function writeInto(
  folder: string,
  files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[],
): Promise<readonly string[]> {
  const paths: string[] = [];
  await onFile(folder, () => mkdir(folder, { recursive: true }));
  for (const { fileName, bytes } of files) {
    const path = join(folder, fileName);
    await onFile(path, () => writeFile(path, bytes));
    paths.push(path);
  }
  return paths;
}

export async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

async function inFolder(folder: string, path: string, work: () => Promise<void>): Promise<void> {
  if (!(await isThere(folder)))
    throw new FileTrouble(`There is no folder ${folder} to write ${path} into. Make it first.`);
  await onFile(path, work);
}

/** The lines of a text file, without their ends, however long the file is. Only `\n` ends a line. Throws `FileTrouble`. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const file = await onFile(path, () => open(path, 'r'));
  try {
    const stream = file.createReadStream({ encoding: 'utf8', autoClose: false });
    let rest = '';
    for await (const piece of stream as AsyncIterable<string>) {
      const lines = `${rest}${piece}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } catch (error) {
    await onFile(path, () => Promise.reject(error instanceof Error ? error : new Error(String(error))));
  } finally {
    await file.close();
  }
}
