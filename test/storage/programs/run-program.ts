import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface RunningProgram {
  readonly process: ChildProcess;
  /** Every whole line it has said so far. */
  readonly lines: string[];
  /** Resolves when it has said so many lines; fails with its complaints when it ends before. */
  says(count: number): Promise<void>;
  /** Kills it at once, as a power cut or the system would, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Runs a program of this folder in a process of its own. */
export function runProgram(name: string, args: readonly string[]): RunningProgram {
  const path = fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let complaints = '';
  let waiting: (() => void)[] = [];
  const look = (): void => {
    for (const check of waiting) check();
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    look();
  });
  child.stderr.on('data', (data: Buffer) => {
    complaints += data.toString();
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      look();
      resolve();
    });
  });

  return {
    process: child,
    lines,
    says: (count) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (lines.length >= count) resolve();
          else if (child.exitCode !== null || child.signalCode !== null)
            reject(new Error(`It ended early. ${complaints}`));
          else return;
          waiting = waiting.filter((other) => other !== check);
        };
        waiting.push(check);
        check();
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
