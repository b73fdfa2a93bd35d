/** Tells whether the build is as new as its sources, by the files' times: fast enough for every start. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Written last by the build: its time is the time of the whole build. */
export const buildMark = join(root, 'dist', '.built');

/** What the build is made from. The generated client is made by the build itself. */
const sources = ['src', 'prisma', 'tsconfig.json', 'tsconfig.build.json', 'package.json'];
const madeByTheBuild = join(root, 'src', 'storage', 'generated');

/** True when there is a build and nothing it was made from is newer. */
export function buildIsFresh() {
  if (!existsSync(buildMark)) return false;
  const builtAt = statSync(buildMark).mtimeMs;
  return sources.every((source) => newestIn(join(root, source), builtAt) <= builtAt);
}

/** The newest time in a file or folder; stops early at the first one that is newer than `enough`. */
function newestIn(path, enough) {
  if (path === madeByTheBuild || !existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  let newest = 0;
  for (const name of readdirSync(path)) {
    newest = Math.max(newest, newestIn(join(path, name), enough));
    if (newest > enough) break;
  }
  return newest;
}
