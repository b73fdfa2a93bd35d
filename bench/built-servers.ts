import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, '.cache', 'bench');
const freshBuild = join(root, 'scripts', 'fresh-build.mjs');

/** As `tsconfig.build.json` has it, file by file. */
const compilerOptions = {
  target: ScriptTarget.ES2023,
  module: ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

/** What `npm start` tells Node, so that bcp is measured as it is run. */
export function startFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

/** Builds bcp where `npm start` would, so that no start that is measured has to. */
export function buildFresh(): void {
  const build = `await (await import(${JSON.stringify(freshBuild)})).ensureFreshBuild();`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', build], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/**
 * Builds bcp where `npm start` would, and beside it the servers of the bench, which then run on the very files of `dist/`: no compiler and no
 * source is in the process that is measured. Gives the path of the built `slack-server`.
 */
export function builtServers(): string {
  buildFresh();
  rmSync(built, { recursive: true, force: true });
  for (const folder of ['bench', 'test/support']) compileFolder(folder);
  symlinkSync(join(root, 'dist'), join(built, 'src'));
  return join(built, 'bench', 'slack-server.js');
}

function compileFolder(folder: string): void {
  mkdirSync(join(built, folder), { recursive: true });
  for (const fileName of readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts'))) {
    const source = readFileSync(join(root, folder, fileName), 'utf8');
    const { outputText } = transpileModule(source, { fileName, compilerOptions });
    writeFileSync(join(built, folder, fileName.replace(/\.ts$/, '.js')), outputText);
  }
}
