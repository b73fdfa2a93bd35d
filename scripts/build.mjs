/**
 * Makes `dist/`: the database client, the compiled program, the files it serves, and an empty database to start from. What it
 * says goes to stderr, so that a command that prints JSON prints nothing else.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildMark, root } from './newest.mjs';

const dist = join(root, 'dist');

/** True when the tools that build are installed; `npm ci --omit=dev` leaves them out. */
export function canBuild() {
  return ['prisma', 'typescript'].every((name) =>
    existsSync(join(root, 'node_modules', name, 'package.json')),
  );
}

/** Throws when a step fails; its own words are on stderr by then. */
export async function build() {
  const begun = new Date();
  run('prisma/build/index.js', ['generate', '--no-hints']);
  run('typescript/bin/tsc', ['-p', join(root, 'tsconfig.build.json')]);
  copyServedFiles();
  await makeTemplateDatabase();
  await makeRehearsalRoom();
  writeFileSync(buildMark, '');
  // A source that was changed while the build ran is newer than the build.
  utimesSync(buildMark, begun, begun);
}

function run(program, args) {
  const path = join(root, 'node_modules', program);
  const done = spawnSync(process.execPath, [path, ...args], { cwd: root, encoding: 'utf8' });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout}${done.stderr}`);
  throw new Error(`The build failed at: ${program} ${args.join(' ')}`);
}

/** Everything under `src` that is not TypeScript: the rehearsal room's page and the like. */
function copyServedFiles() {
  cpSync(join(root, 'src'), dist, {
    recursive: true,
    filter: (path) => !path.endsWith('.ts') && path !== join(root, 'src', 'storage', 'generated'),
  });
}

/** A first start copies this instead of making a database, which takes seconds. Only the one that fits is kept. */
async function makeTemplateDatabase() {
  const { builtTemplatePath } = await importBuilt('storage/open-store.js');
  const path = builtTemplatePath(dist);
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist)) {
    const other = join(dist, name);
    if (name.startsWith('template-database') && other !== path) rmSync(other, { force: true });
  }
  if (existsSync(path)) return;
  const { makeTemplate } = await importBuilt('storage/make-template.js');
  await makeTemplate(path);
}

/**
 * The rehearsal room opens with months behind it. Playing them takes a while, so it is done here, again only when what is played
 * has changed.
 */
async function makeRehearsalRoom() {
  const { builtRoomPath, prepareRoom, roomHistory } = await importBuilt('app.js');
  const path = builtRoomPath();
  const mark = join(dist, 'template-rehearsal.mark');
  const wanted = `${path} ${hashOf(['plans', 'src/rehearsal', 'src/messages', 'src/documents'])}`;
  if (existsSync(path) && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  for (const name of readdirSync(dist)) {
    if (name.startsWith('template-rehearsal')) rmSync(join(dist, name), { force: true });
  }
  process.stderr.write('Playing the months that the rehearsal room opens with …\n');
  const { builtTemplatePath } = await importBuilt('storage/open-store.js');
  const { makeTemplate } = await importBuilt('storage/make-template.js');
  await makeTemplate(path, (store) => prepareRoom(store, roomHistory.opensIn), builtTemplatePath(dist));
  writeFileSync(mark, wanted);
}

function hashOf(folders) {
  const hash = createHash('sha256');
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }),
  );
  const paths = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest('hex');
}

function importBuilt(name) {
  return import(pathToFileURL(join(dist, name)).href);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build();
