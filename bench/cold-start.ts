import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFresh } from './built-servers.ts';
import { ms, timed, type BenchRow } from './rows.ts';

/** From `npm start` on an empty data folder to a page that answers; and again on the folder that is there then. */
export async function coldStartBench(): Promise<readonly BenchRow[]> {
  buildFresh();
  const folder = mkdtempSync(join(tmpdir(), 'bcp-bench-'));
  try {
    const node = await timed(() => exited(spawn(process.execPath, ['-e', '0'])));
    const first = await startAndStop(folder);
    const second = await startAndStop(folder);
    const raw = `node itself starts in ${ms(node)}`;
    return [
      { what: 'npm start, first time, to a ready page', measured: ms(first), goal: '≤ 3 s', raw },
      { what: 'npm start, again, to a ready page', measured: ms(second), goal: '≤ 3 s', raw },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startAndStop(folder: string): Promise<number> {
  const begun = performance.now();
  const program = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, BCP_DATA_DIR: folder, BCP_PORT: '0', BCP_LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const url = await addressOf(program.stdout);
  await answered(`${url}/`);
  await answered(`${url}/healthz`);
  const took = performance.now() - begun;
  if (program.pid !== undefined) process.kill(-program.pid, 'SIGTERM');
  await exited(program);
  return took;
}

function addressOf(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const [url] = /http:\/\/[^\s]+/.exec(text) ?? [];
      if (url !== undefined) resolve(url);
    });
    stream.on('end', () => reject(new Error(`The program ended before its page was ready: ${text}`)));
  });
}

async function answered(url: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  await response.arrayBuffer();
}

function exited(program: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve) => program.on('exit', () => resolve()));
}
