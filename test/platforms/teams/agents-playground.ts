import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { WebSocket } from 'ws';

type Json = Readonly<Record<string, unknown>>;

/** Microsoft's Agents Playground in front of a bot, driven as its own page drives it. */
export interface AgentsPlayground {
  readonly tenantId: string;
  /** The one person who can act in it. */
  readonly person: { readonly id: string; readonly aadObjectId: string };
  /** What its page was told to show, oldest first: new messages and changed ones. */
  readonly shown: readonly Json[];
  install(): Promise<number>;
  type(text: string): Promise<number>;
  /** Presses a button of a shown message; gives what stands in its place then. */
  press(action: Json, messageId: string): Promise<Json>;
  close(): Promise<void>;
}

/** Starts it with its own settings, in an empty folder. `cli` is the path of its `cli.js`. */
export async function startPlayground(cli: string, botUrl: string): Promise<AgentsPlayground> {
  const folder = mkdtempSync(join(tmpdir(), 'bcp-playground-'));
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [cli, 'start', '-e', botUrl, '-c', 'msteams', '-p', String(port), '--dt', 'true'],
    { cwd: folder, stdio: 'ignore' },
  );
  const base = `http://127.0.0.1:${port}`;
  const config = await settings(base);
  const chat = config.personalChat.id;
  const shown: Json[] = [];
  const stream = new WebSocket(`ws://127.0.0.1:${port}/_ws_conversation/v1/conversations/stream`);
  stream.on('message', (said: Buffer) => shown.push(JSON.parse(said.toString('utf8')) as Json));
  await new Promise((resolve) => stream.once('open', resolve));
  const post = (path: string, body: object) =>
    fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const from = { id: config.currentUser.id };
  return {
    tenantId: config.tenantId,
    person: config.currentUser,
    shown,
    install: async () => (await post(`/_debug/conversation/${chat}/installation`, {})).status,
    type: async (text) => {
      const said = { type: 'text', text, textFormat: 'plain', from, mentions: [] };
      return (await post(`/_conversation/v1/conversations/${chat}/messages`, said)).status;
    },
    press: async (action, replyToId) => {
      const value = { action, trigger: 'manual' };
      const pressed = { name: 'adaptiveCard/action', value, from, conversation: { id: chat }, replyToId };
      return (await (await post('/_conversation/v1/invoke', pressed)).json()) as Json;
    },
    close: async () => {
      stream.close();
      child.kill();
      await new Promise((resolve) => child.once('exit', resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Settings {
  readonly tenantId: string;
  readonly currentUser: { readonly id: string; readonly aadObjectId: string };
  readonly personalChat: { readonly id: string };
}

async function settings(base: string): Promise<Settings> {
  for (let turn = 0; turn < 100; turn += 1) {
    try {
      const answer = await fetch(`${base}/_internal/v1/testConfig`);
      return ((await answer.json()) as { config: Settings }).config;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('The Agents Playground did not start.');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
