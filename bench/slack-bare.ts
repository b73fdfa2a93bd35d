import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { App, HTTPReceiver, LogLevel, type RespondArguments } from '@slack/bolt';
import { slackPath } from '../src/platforms/slack/doors/http-door.ts';
import type { BenchServer } from './slack-server.ts';

export interface BareSettings {
  readonly secret: string;
  /** What every command is answered with: the very page that bcp answers. */
  readonly answer: Readonly<Record<string, unknown>>;
}

/** The floor of this machine: the same signature check in front of a constant, and nothing else. */
export async function bareNode({ secret, answer }: BareSettings): Promise<BenchServer> {
  const body = JSON.stringify(answer);
  const server = createServer((request, response) => {
    void readAll(request).then((said) => {
      const isSigned = verify(request, said, secret);
      response.writeHead(isSigned ? 200 : 401, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(isSigned ? body : ''),
      });
      response.end(isSigned ? body : '');
    });
  });
  return listening(server);
}

/** What the documentation of Bolt shows: its own HTTP receiver, one command, an answer in the acknowledgement. */
export async function bareBolt({ secret, answer }: BareSettings): Promise<BenchServer> {
  const receiver = new HTTPReceiver({ signingSecret: secret, logLevel: LogLevel.ERROR });
  const app = new App({
    receiver,
    logLevel: LogLevel.ERROR,
    authorize: () => Promise.resolve({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'UBOT' }),
  });
  app.command('/bcp', ({ ack }) => ack(answer as unknown as RespondArguments));
  app.action(/.*/, ({ ack }) => ack());
  app.event('message', () => Promise.resolve());
  const server = (await app.start({ port: 0, host: '127.0.0.1' })) as Server;
  return { port: portOf(server), stop: () => app.stop() as Promise<void> };
}

export async function listening(server: Server): Promise<BenchServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function readAll(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => resolve(Buffer.concat(pieces)));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen.');
  return address.port;
}

function verify(request: IncomingMessage, body: Buffer, secret: string): boolean {
  const stamp = String(request.headers['x-slack-request-timestamp'] ?? '');
  const given = Buffer.from(String(request.headers['x-slack-signature'] ?? ''));
  const own = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest('hex')}`,
  );
  const isNow = Math.abs(Date.now() / 1_000 - Number(stamp)) < 300;
  return request.url === slackPath && isNow && given.length === own.length && timingSafeEqual(given, own);
}
