/** The sentence for trouble of the kind that a person can do something about (files, folders, the database); null for anything else. */
export async function troubleInWords(trouble: unknown): Promise<string | null> {
  if (trouble instanceof FileTrouble) return trouble.message;
  // Loaded when it is needed only: `bcp help` should not wait for a database client.
  const { storageTroubleInWords } = await import('../app.ts');
  return storageTroubleInWords(trouble);
}

/** A file that cannot be read or written; `message` is a sentence for the person. */
export class FileTrouble extends Error {
  constructor(words: string, cause?: unknown) {
    super(words, { cause });
    this.name = 'FileTrouble';
  }
}

const reasons: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `There is no file ${path}. Check its name and the folder it is in.`,
  EISDIR: (path) => `${path} is a folder; a file is needed.`,
  ENOTDIR: (path) => `${path} is not in a folder: a part of its path is a file.`,
  EACCES: (path) => `bcp is not allowed to use ${path}. Give this account the right to.`,
  EPERM: (path) => `bcp is not allowed to use ${path}. Give this account the right to.`,
  EROFS: (path) => `${path} is on a disk that cannot be written to.`,
  ENOSPC: (path) => `The disk is full: ${path} was not written.`,
  EDQUOT: (path) => `The disk is full: ${path} was not written.`,
  EEXIST: (path) => `${path} is there already. Give another name, or move it away first.`,
  ENAMETOOLONG: (path) => `The name ${path} is too long for this disk.`,
};

/** Runs work on a file and gives the trouble that is to be expected its sentence; anything else passes as it is. */
export async function onFile<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code =
      error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    const sentence = reasons[code];
    if (!sentence) throw error;
    throw new FileTrouble(sentence(path), error);
  }
}
