import { execFileSync, spawn } from 'node:child_process';
import { builtServers, startFlags } from './built-servers.ts';

/** What a process of the bench has used since it began. */
export interface Cost {
  readonly cpuMicros: number;
  readonly residentMb: number;
}

/** A server of the bench in a process of its own, so that what it uses can be told from what the caller uses. */
export interface BenchProcess {
  readonly port: number;
  /** Asks the process to do something; what it needs and gives is between the two. */
  ask(question: string, detail?: unknown): Promise<unknown>;
  cost(): Promise<Cost>;
  stop(): Promise<void>;
}

/** Cores on which servers and callers run, where the machine has two and can be told: else they take each other's time. */
const [serverCore, callerCore] = ['0', '1'];

let serverFile: string | undefined;

/** Starts `bench/slack-server.ts`, built, in a role; `settings` are handed over as JSON. */
export async function startProcess(
  role: string,
  settings: unknown,
  core: string = serverCore,
): Promise<BenchProcess> {
  serverFile ??= builtServers();
  const extra = (process.env['BCP_BENCH_NODE_OPTIONS'] ?? '').split(' ').filter((word) => word !== '');
  const node = [process.execPath, ...(role === 'bcp' ? [...startFlags(), ...extra] : []), serverFile];
  const [program, ...args] = [...onCore(core), ...node, role, JSON.stringify(settings)];
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void }>();
  let asked = 0;
  let ready: (port: number) => void = () => undefined;
  let failed: (reason: Error) => void = () => undefined;
  const port = new Promise<number>((resolve, reject) => {
    ready = resolve;
    failed = reject;
  });
  child.on('message', (said: { port?: number; id?: number; answer?: unknown; trouble?: string }) => {
    if (said.port !== undefined) ready(said.port);
    const asker = said.id === undefined ? undefined : waiting.get(said.id);
    if (said.trouble === undefined) asker?.resolve(said.answer);
    else asker?.reject(new Error(said.trouble));
  });
  const ended = new Promise<void>((resolve) => {
    child.on('exit', (code) => {
      const reason = new Error(`The ${role} process of the bench ended with ${code ?? 'a signal'}.`);
      failed(reason);
      for (const asker of waiting.values()) asker.reject(reason);
      resolve();
    });
  });
  const ask: BenchProcess['ask'] = (question, detail) =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      child.send({ id: asked, question, detail });
    });
  return {
    port: await port,
    ask,
    cost: async () => (await ask('cost')) as Cost,
    stop: async () => {
      child.send({ id: 0, question: 'stop' });
      const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(impatience);
    },
  };
}

/** The caller's own process, and everything that is not measured, goes on the other core. */
export function keepToCallerCore(): void {
  if (onCore(callerCore).length > 0)
    execFileSync('taskset', ['-acp', callerCore, String(process.pid)], { stdio: 'ignore' });
}

/** Words before a command that keep it on one core; none where that cannot be done. */
export function onCore(core: string): readonly string[] {
  try {
    execFileSync('taskset', ['-c', core, 'true'], { stdio: 'ignore' });
    return ['taskset', '-c', core];
  } catch {
    return [];
  }
}

/** The core for stand-ins and databases. */
export const otherCore = callerCore;
