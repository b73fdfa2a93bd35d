import {
  createServer as createPlain,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { FakeSlack } from './fake-slack.ts';

/** One acknowledgement as Slack got it. */
export interface Acknowledged {
  readonly envelope: string;
  readonly payload: Record<string, unknown>;
}

/** The stand-in behind a real port: Web API, file uploads, `response_url` and Socket Mode. */
export class SlackServer {
  readonly url: string;
  readonly slack: FakeSlack;
  /** What bcp did that Slack's rules forbid: acknowledged what it was not sent, or twice. */
  readonly violations: string[] = [];
  readonly acknowledged: Acknowledged[] = [];
  /** How many connections were opened, and how many stand. */
  connections = 0;
  /** How often somebody reached the port at all. */
  reached = 0;
  readonly #server: Server;
  readonly #live = new Set<WebSocket>();
  readonly #sockets = new Set<Socket>();
  readonly #waiting = new Map<string, (payload: Record<string, unknown>) => void>();
  readonly #tickets = new Set<string>();
  /** False: a new connection is opened and nobody says hello. */
  saysHello = true;
  #count = 0;

  constructor(slack: FakeSlack, server: Server, host: string, secure: boolean) {
    const { port } = server.address() as AddressInfo;
    this.url = `${secure ? 'https' : 'http'}://${host}:${port}`;
    this.slack = slack;
    this.#server = server;
    slack.origins = { files: this.url, hooks: this.url };
    slack.connection = () => {
      const ticket = `t${(this.#count += 1)}`;
      this.#tickets.add(ticket);
      return `${secure ? 'wss' : 'ws'}://${host}:${port}/link/?ticket=${ticket}&app_id=A1`;
    };
    server.on('connection', (socket) => {
      this.reached += 1;
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    server.on('request', (request, response) => void this.#answer(request, response));
    const sockets = new WebSocketServer({ noServer: true });
    server.on('upgrade', (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', this.url).searchParams.get('ticket') ?? '';
      if (!this.#tickets.delete(ticket)) {
        socket.end('HTTP/1.1 408 Request Timeout\r\n\r\n');
        return;
      }
      sockets.handleUpgrade(request, socket, head, (live) => this.#connected(live));
    });
  }

  get open(): number {
    return this.#live.size;
  }

  /** Sends an envelope over the newest connection and gives what came back as its acknowledgement; null when nothing came in time. */
  async send(
    type: string,
    payload: Record<string, unknown>,
    patienceMs = 3_000,
  ): Promise<Acknowledged | null> {
    const live = [...this.#live].at(-1);
    if (!live) throw new Error('Nobody is connected.');
    const envelope = `env-${(this.#count += 1)}`;
    const answered = new Promise<Acknowledged>((resolve) => {
      this.#waiting.set(envelope, (answer) => resolve({ envelope, payload: answer }));
    });
    live.send(
      JSON.stringify({
        type,
        envelope_id: envelope,
        payload,
        accepts_response_payload: type === 'slash_commands' || type === 'interactive',
        ...(type === 'events_api' ? { retry_attempt: 0, retry_reason: '' } : {}),
      }),
    );
    return Promise.race([answered, later(patienceMs).then(() => null)]);
  }

  /** Slack renews the connection, as it does every few hours. */
  refresh(reason: 'refresh_requested' | 'warning' = 'refresh_requested'): void {
    for (const live of this.#live) live.send(JSON.stringify({ type: 'disconnect', reason }));
  }

  /** The line breaks without a word. */
  breakLine(): void {
    for (const live of this.#live) live.terminate();
  }

  async close(): Promise<void> {
    for (const live of this.#live) live.terminate();
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #connected(live: WebSocket): void {
    this.connections += 1;
    this.#live.add(live);
    live.on('close', () => this.#live.delete(live));
    live.on('message', (data) => this.#heard(JSON.parse((data as Buffer).toString('utf8')) as never));
    if (this.saysHello)
      live.send(
        JSON.stringify({
          type: 'hello',
          num_connections: this.#live.size,
          connection_info: { app_id: 'A1' },
        }),
      );
  }

  #heard(message: { readonly envelope_id?: string; readonly payload?: Record<string, unknown> }): void {
    const { envelope_id: envelope = '', payload = {} } = message;
    this.acknowledged.push({ envelope, payload });
    const settle = this.#waiting.get(envelope);
    if (!settle) {
      this.violations.push(`acknowledged ${envelope}, which waits for nothing`);
      return;
    }
    this.#waiting.delete(envelope);
    settle(payload);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const type = request.headers['content-type'] ?? '';
    const raw = Buffer.concat(pieces);
    const url = `${this.url}${request.url ?? '/'}`;
    const body = type.startsWith('multipart/form-data')
      ? onlyPart(raw, /boundary=([^;]+)/.exec(type)?.[1] ?? '')
      : raw.toString('utf8');
    try {
      const answer = await this.slack.fetch(url, {
        method: 'POST',
        headers: { authorization: request.headers.authorization ?? '' },
        body,
      });
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch {
      // A fault that breaks the line does so on the wire as well.
      request.socket.destroy();
    }
  }
}

export interface ServerSecrets {
  readonly key: string;
  readonly cert: string;
}

/** Puts the stand-in behind a port of this machine; with `secrets`, behind TLS. */
export async function slackServer(
  slack: FakeSlack,
  options: { readonly secrets?: ServerSecrets; readonly port?: number; readonly host?: string } = {},
): Promise<SlackServer> {
  const server: Server = options.secrets ? createSecure(options.secrets) : createPlain();
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  return new SlackServer(slack, server, options.host ?? '127.0.0.1', options.secrets !== undefined);
}

/** The one part of a form that carries a file. */
function onlyPart(raw: Buffer, boundary: string): FormData {
  const start = raw.indexOf('\r\n\r\n') + 4;
  const end = raw.lastIndexOf(`\r\n--${boundary}`);
  const form = new FormData();
  form.set('body', new Blob([new Uint8Array(raw.subarray(start, end))]));
  return form;
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
