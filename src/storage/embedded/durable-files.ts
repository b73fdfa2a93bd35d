import { fsyncSync, openSync, closeSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import type { PGlite, postgresMod } from '@electric-sql/pglite';

type PostgresMod = postgresMod.PostgresMod;

/**
 * PGlite's file system for Node, with the two things it leaves out: when PostgreSQL asks for a file to be on the disk
 * (fsync), it is, or a power cut would lose what was acknowledged; and the files of a database that has stopped can be let go.
 */
export class DurableFiles extends NodeFS {
  #module: object | null = null;

  override async init(
    database: PGlite,
    options: Partial<PostgresMod>,
  ): Promise<{ emscriptenOpts: Partial<PostgresMod> }> {
    const { emscriptenOpts } = await super.init(database, options);
    const before = emscriptenOpts.preRun ?? [];
    const remember = (module: PostgresMod): void => {
      this.#module = module;
      teachFsync(module);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...before, remember] } };
  }

  /** Closes every file that is still open, when the database can no longer do so itself. */
  letGo(): void {
    const files: unknown = this.#module && Reflect.get(this.#module, 'FS');
    const streams: unknown =
      typeof files === 'object' && files !== null ? Reflect.get(files, 'streams') : null;
    if (!Array.isArray(streams)) return;
    for (const stream of streams) closeStream(stream);
    this.#module = null;
  }
}

/** Streams that are not files of ours, and files that are closed already, are passed over. */
function closeStream(stream: unknown): void {
  if (typeof stream !== 'object' || stream === null) return;
  const descriptor: unknown = Reflect.get(stream, 'nfd');
  if (typeof descriptor !== 'number') return;
  Reflect.set(stream, 'nfd', undefined);
  closeSync(descriptor);
}

interface FileStream {
  /** Node's file descriptor; directories have none. */
  readonly nfd?: number;
  readonly node: unknown;
}

interface NodeFileSystem {
  readonly stream_ops: { fsync?: (stream: FileStream) => number };
  realPath(node: unknown): string;
}

function teachFsync(module: object): void {
  const files: unknown = Reflect.get(module, 'NODEFS');
  if (!isNodeFileSystem(files)) throw new Error('This PGlite has no NODEFS to teach fsync.');
  files.stream_ops.fsync = (stream) => {
    if (stream.nfd === undefined) fsyncPath(files.realPath(stream.node));
    else fsyncSync(stream.nfd);
    return 0;
  };
}

function isNodeFileSystem(value: unknown): value is NodeFileSystem {
  return typeof value === 'object' && value !== null && 'stream_ops' in value && 'realPath' in value;
}

function fsyncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
