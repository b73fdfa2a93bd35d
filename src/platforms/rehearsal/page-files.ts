import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { DoorResponse } from '../../kit/door.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface PageFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The page as it lies beside this file, read once: nothing else can be asked for, whatever the path says. */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  const folder = new URL('./page/', import.meta.url);
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder)) {
    const mediaType = mediaTypes[extname(name)];
    if (mediaType === undefined) continue;
    const path = name === 'index.html' ? '/' : `/rehearsal/page/${name}`;
    files.set(path, { mediaType, bytes: readFileSync(new URL(name, folder)) });
  }
  return files;
}

export function pageResponse(file: PageFile): DoorResponse {
  return {
    status: 200,
    headers: { 'content-type': file.mediaType, 'cache-control': 'no-cache' },
    body: file.bytes,
  };
}
