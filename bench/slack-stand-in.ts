import { createServer, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { listening, readAll } from './slack-bare.ts';
import type { BenchServer } from './slack-server.ts';

export interface StandInSettings {
  /** How long Slack takes to answer, in milliseconds. */
  readonly delayMs: number;
}

/** Messages it took, by conversation. */
interface Taken {
  readonly posts: Map<string, number>;
  /** A conversation that is told to come back later, and in how many seconds. */
  limited: { readonly channel: string; readonly seconds: number } | null;
  delayMs: number;
}

/** What bcp needs of Slack's Web API, in a process of its own: it takes everything, after a while, and counts what was posted. */
export async function slackStandIn({ delayMs }: StandInSettings): Promise<BenchServer> {
  const taken: Taken = { posts: new Map(), limited: null, delayMs };
  const server = createServer((request, response) => {
    void readAll(request).then(async (body) => {
      if (taken.delayMs > 0) await sleep(taken.delayMs);
      const type = request.headers['content-type'] ?? '';
      const args = type.includes('form') ? new URLSearchParams(body.toString()) : new URLSearchParams();
      reply(request.url ?? '', args, taken, response);
    });
  });
  server.keepAliveTimeout = 60_000;
  return {
    ...(await listening(server)),
    asks: {
      set: (detail) => {
        Object.assign(taken, detail, { posts: new Map() });
        return Promise.resolve();
      },
      posts: () => Promise.resolve(Object.fromEntries(taken.posts)),
    },
  };
}

let count = 0;

function reply(url: string, args: URLSearchParams, taken: Taken, response: ServerResponse): void {
  const method = url.replace(/^\/api\//, '').replace(/\?.*$/, '');
  const channel = args.get('channel') ?? '';
  if (method === 'chat.postMessage' && taken.limited?.channel === channel) {
    response.writeHead(429, { 'retry-after': String(taken.limited.seconds) });
    response.end();
    return;
  }
  count += 1;
  if (method === 'chat.postMessage') taken.posts.set(channel, (taken.posts.get(channel) ?? 0) + 1);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(answerOf(method, args, `http://${response.req.headers.host ?? ''}`)));
}

function answerOf(method: string, args: URLSearchParams, here: string): Readonly<Record<string, unknown>> {
  const channel = args.get('channel') ?? args.get('users') ?? '';
  switch (method) {
    case 'auth.test':
      return { ok: true, team_id: 'T1', bot_id: 'B1', user_id: 'UBOT' };
    case 'conversations.open':
      return { ok: true, channel: { id: `D${channel}` } };
    case 'files.getUploadURLExternal':
      return { ok: true, upload_url: `${here}/upload`, file_id: `F${count}` };
    case 'files.completeUploadExternal':
      return { ok: true, files: JSON.parse(args.get('files') ?? '[]') as unknown };
    default:
      return { ok: true, channel, ts: `${1_700_000_000 + count}.000100` };
  }
}
