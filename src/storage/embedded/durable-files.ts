import { fsyncSync, openSync, closeSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import type { PGlite, postgresMod } from '@electric-sql/pglite';

type PostgresMod = postgresMod.PostgresMod;

/**
 * PGlite's file system for Node, with the one thing it leaves out: when PostgreSQL asks for a file to be on the disk
 * (fsync), it is. Without it a power cut loses what was acknowledged.
 */
export class DurableFiles extends NodeFS {
  override async init(
    database: PGlite,
    options: Partial<PostgresMod>,
  ): Promise<{ emscriptenOpts: Partial<PostgresMod> }> {
    const { emscriptenOpts } = await super.init(database, options);
    const before = emscriptenOpts.preRun ?? [];
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...before, teachFsync] } };
  }
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
