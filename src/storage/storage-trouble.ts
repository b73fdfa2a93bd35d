/** What kind of trouble the database is in; each has its own words and its own way out. */
export type StorageTroubleKind =
  | 'unreachable'
  | 'refused'
  | 'folder_in_use'
  | 'folder_not_writable'
  | 'other_version'
  | 'damaged'
  | 'disk_full'
  | 'busy'
  | 'newer_database'
  | 'edited_migration'
  | 'failed_migration'
  | 'not_utc';

/** Trouble with the database that a person can do something about. `message` is written for that person. */
export class StorageTrouble extends Error {
  readonly kind: StorageTroubleKind;

  constructor(kind: StorageTroubleKind, words: string, cause?: unknown) {
    super(words, { cause });
    this.name = 'StorageTrouble';
    this.kind = kind;
  }
}

const unreachableCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'EPIPE',
  // PostgreSQL: starting up, shutting down, connection lost, too many clients.
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  '53300',
  // Prisma: cannot reach, timed out, closed, no free connection.
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
]);
const refusedCodes = new Set(['28P01', '28000', '3D000', '42501', 'P1000', 'P1003', 'P1010']);
/** Prisma: a transaction waited too long to begin, or took too long; either way it is undone. */
const busyCodes = new Set(['P2028']);
const fullCodes = new Set(['53100', 'ENOSPC', 'EDQUOT']);
const lostWords =
  /connection terminated|connection closed|server closed the connection|timeout exceeded when trying to connect|Client has encountered a connection error/i;
const fullWords = /no space left on device|could not extend file|disk quota exceeded/i;

/**
 * The trouble behind an error of the driver or of Prisma, or null when it is none of those that a person can mend.
 * The same trouble comes in different clothes (a socket's code, a PostgreSQL code, a Prisma code), so all layers are read.
 */
export function troubleBehind(error: unknown): StorageTrouble | null {
  if (error instanceof StorageTrouble) return error;
  for (const layer of layersOf(error)) {
    const code = layer.code;
    if (fullCodes.has(code) || fullWords.test(layer.text))
      return new StorageTrouble('disk_full', diskFullWords, error);
    if (busyCodes.has(code)) return new StorageTrouble('busy', busyWords, error);
    if (refusedCodes.has(code)) {
      return new StorageTrouble(
        'refused',
        `The database refused bcp: ${layer.text}. Check DATABASE_URL.`,
        error,
      );
    }
    if (unreachableCodes.has(code) || lostWords.test(layer.text)) {
      return new StorageTrouble(
        'unreachable',
        `The database cannot be reached (${code || layer.text}). Check that it runs and that DATABASE_URL is right.`,
        error,
      );
    }
  }
  return null;
}

/** Nothing is half-written when this is said: the transaction that met the full disk is undone. */
export const diskFullWords =
  'The disk that holds the database is full. What was just sent is not saved; everything before it is. Make room, then try again.';

const busyWords =
  'The database is too busy just now. What was just sent is not saved; try again in a minute.';

/** Runs the work and gives its trouble a name; any other error passes as it is. */
export async function withTroubleNamed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw troubleBehind(error) ?? error;
  }
}

interface Layer {
  readonly code: string;
  readonly text: string;
}

function layersOf(error: unknown): readonly Layer[] {
  const layers: Layer[] = [];
  const waiting: unknown[] = [error];
  while (waiting.length > 0 && layers.length < 12) {
    const next = waiting.shift();
    if (typeof next !== 'object' || next === null) continue;
    layers.push({
      code: textAt(next, 'originalCode') || textAt(next, 'code'),
      text: textAt(next, 'originalMessage') || textAt(next, 'message'),
    });
    for (const key of ['cause', 'meta', 'driverAdapterError', 'errors']) {
      const inner: unknown = Reflect.get(next, key);
      waiting.push(...[inner].flat());
    }
  }
  return layers;
}

function textAt(holder: object, key: string): string {
  const value: unknown = Reflect.get(holder, key);
  return typeof value === 'string' ? value : '';
}
