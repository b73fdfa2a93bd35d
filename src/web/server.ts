import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { jsonResponse, type Door, type DoorRequest, type DoorResponse } from '../kit/door.ts';
import type { Log } from '../kit/log.ts';
import { turnedAway, turnedAwayRaw } from './refusals.ts';
import { loopbackNames, readRequest, usualBodyLimit } from './request.ts';

export interface WebServerOptions {
  readonly doors: readonly Door[];
  readonly log: Log;
  /** Whether the program can do its work; false or a failure makes `/healthz` answer 503. */
  readonly isHealthy: () => Promise<boolean>;
  /** 0 takes any free port. */
  readonly port: number;
  /** The address to listen on; loopback when left out. */
  readonly address?: string;
  /** Host names it answers to, without port; those of the loopback when left out. */
  readonly names?: readonly string[];
  /** How long `close` waits for what was begun, in milliseconds. */
  readonly graceMs?: number;
}

export interface WebServer {
  /** e.g. `http://127.0.0.1:3900`. */
  readonly url: string;
  readonly port: number;
  /** Takes nothing new, finishes what was begun, then is closed. */
  close(): Promise<void>;
}

/** Pages may load their own files and nothing else; nothing is framed, nothing inline runs. */
const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types bcp",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/**
 * The one HTTP server: health and the platforms' doors. Timeouts and limits as measured in guide/trust.md (D1).
 * Rejects when the port is taken.
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  let closing = false;
  const server = createServer(
    {
      headersTimeout: 5_000,
      requestTimeout: 10_000,
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 5_000,
    },
    (incoming, outgoing) => {
      void answer(incoming, outgoing, options).then((response) =>
        write(incoming, outgoing, response, closing),
      );
    },
  );
  server.maxConnections = 1_000;
  refuseWhatIsNoRequest(server);
  const address = options.address ?? '127.0.0.1';
  const port = await listen(server, options.port, address);
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
    port,
    close: async () => {
      closing = true;
      await closeGently(server, options.graceMs ?? 10_000);
    },
  };
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: WebServerOptions,
): Promise<DoorResponse> {
  try {
    const limitOf = (method: string, path: string) =>
      doorFor(options.doors, method, path)?.bodyLimit ?? usualBodyLimit;
    const read = await readRequest(incoming, options.names ?? loopbackNames, limitOf);
    return read.ok ? await pass(read.value, options) : turnedAway(read.error);
  } catch (cause) {
    // A caller who hung up in the middle of the body is nobody's trouble.
    if (!outgoing.destroyed) options.log.error('A request failed', { path: incoming.url, cause });
    return turnedAway(500);
  }
}

async function pass(request: DoorRequest, options: WebServerOptions): Promise<DoorResponse> {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  if (request.path === '/healthz' && method === 'GET') return await health(options);
  const door = doorFor(options.doors, method, request.path);
  return door ? await door.handle({ ...request, method }) : turnedAway(404);
}

function doorFor(doors: readonly Door[], method: string, path: string): Door | undefined {
  return doors.find((door) => door.matches(method, path));
}

async function health({ isHealthy, log }: WebServerOptions): Promise<DoorResponse> {
  try {
    return (await isHealthy()) ? jsonResponse(200, { status: 'ok' }) : turnedAway(503);
  } catch (cause) {
    log.error('The health check failed', { cause });
    return turnedAway(503);
  }
}

function write(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  response: DoorResponse,
  closing: boolean,
): void {
  if (outgoing.destroyed) return;
  const length = Buffer.byteLength(response.body);
  const unread = !incoming.complete;
  outgoing.writeHead(response.status, {
    ...securityHeaders,
    ...response.headers,
    'content-length': length,
    ...(closing || unread ? { connection: 'close' } : {}),
  });
  outgoing.end(incoming.method === 'HEAD' ? undefined : response.body, () => {
    if (unread) incoming.destroy();
  });
}

function refuseWhatIsNoRequest(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') socket.end(turnedAwayRaw(408));
    else socket.end(turnedAwayRaw(error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400));
  });
}

function listen(server: Server, port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      const bound = server.address();
      resolve(bound !== null && typeof bound === 'object' ? bound.port : port);
    });
  });
}

/** Keep-alive connections with nothing under way are cut at once; the others after their answer, or after the grace. */
function closeGently(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
