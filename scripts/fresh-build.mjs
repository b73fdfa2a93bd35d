/** Sees to it that `dist/` is as new as the sources before the program runs from it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build, canBuild } from './build.mjs';
import { buildIsFresh, buildMark, root } from './newest.mjs';

const building = join(root, 'node_modules', '.bcp-building');

export async function ensureFreshBuild() {
  while (!buildIsFresh()) {
    if (!canBuild()) return runAsItIs();
    if (claim()) return buildAlone();
    await sleep(200);
  }
}

async function buildAlone() {
  try {
    process.stderr.write('Building bcp …\n');
    await build();
  } finally {
    rmSync(building, { force: true });
  }
}

function runAsItIs() {
  if (existsSync(buildMark)) return;
  process.stderr.write('bcp is not built and the tools to build it are not installed. Run "npm ci" once.\n');
  process.exit(1);
}

/** True when this process is the one that builds; the others wait for it, unless it has died. */
function claim() {
  try {
    writeFileSync(building, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!isAlive(Number(readFileSync(building, 'utf8')))) rmSync(building, { force: true });
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
