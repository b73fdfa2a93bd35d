import { Agent as PlainAgent, request as plainRequest, type IncomingMessage } from 'node:http';
import { Agent, request as secureRequest } from 'node:https';
import { proxyFor, straight, TunnelAgent, type WayOut } from './proxy.ts';
import type { ServiceAddresses } from './service-addresses.ts';
import { TeamsTrouble } from './trouble.ts';

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type GuardedHttp = (call: HttpCall) => Promise<HttpAnswer>;

/** The largest answer that is read, in bytes; a roster page is far below it. */
const mostAnswer = 1024 * 1024;

/**
 * One attempt at one address that is allowed: no retry, no redirect, an end to the waiting. Throws `TeamsTrouble`, which
 * tells a request that never left from one that may have arrived. All of it holds through a proxy as well.
 */
export function guardedHttp(
  addresses: ServiceAddresses,
  timeoutMs: number,
  wayOut: WayOut = straight,
): GuardedHttp {
  const agentFor = agents(wayOut, timeoutMs);
  return (call) =>
    addresses.isAllowed(call.url)
      ? send(call, agentFor, timeoutMs)
      : Promise.reject(
          new TeamsTrouble('refused', 'This address is not one of Teams; nothing was sent there.'),
        );
}

type AgentFor = (url: URL) => PlainAgent | Agent;

/** Connections that are kept open and used again. */
function agents(wayOut: WayOut, timeoutMs: number): AgentFor {
  const plain = new PlainAgent({ keepAlive: true });
  const secure = new Agent({ keepAlive: true });
  const tunnel = wayOut.proxy === null ? null : new TunnelAgent(new URL(wayOut.proxy), timeoutMs);
  return (url) => {
    if (url.protocol !== 'https:') return plain;
    return tunnel !== null && proxyFor(url, wayOut) !== null ? tunnel : secure;
  };
}

function send(call: HttpCall, agentFor: AgentFor, timeoutMs: number): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const url = new URL(call.url);
    const options = {
      method: call.method,
      headers: {
        ...call.headers,
        ...(call.body === null ? {} : { 'content-length': String(Buffer.byteLength(call.body)) }),
      },
    };
    let isConnected = false;
    const outgoing =
      url.protocol === 'https:'
        ? secureRequest(url, { ...options, agent: agentFor(url) })
        : plainRequest(url, { ...options, agent: agentFor(url) });
    const fail = (words: string) => {
      clearTimeout(impatience);
      outgoing.destroy();
      reject(new TeamsTrouble(isConnected ? 'unknown' : 'not_sent', words));
    };
    const impatience = setTimeout(() => fail('Teams did not answer in time.'), timeoutMs);
    outgoing.on('socket', (socket) => {
      // A connection that is used again is there already, and keeps what was hung on it.
      isConnected = !socket.connecting;
      const ready = url.protocol === 'https:' ? 'secureConnect' : 'connect';
      if (!isConnected) socket.once(ready, () => (isConnected = true));
    });
    outgoing.on('error', () =>
      fail(isConnected ? 'The connection to Teams was lost.' : 'Teams could not be reached.'),
    );
    outgoing.on('response', (incoming) => {
      read(incoming).then(
        (answer) => {
          clearTimeout(impatience);
          resolve(answer);
        },
        () => fail('The connection to Teams was lost in the middle of its answer.'),
      );
    });
    outgoing.end(call.body ?? undefined);
  });
}

async function read(incoming: IncomingMessage): Promise<HttpAnswer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of incoming) {
    if (!Buffer.isBuffer(piece)) continue;
    size += piece.byteLength;
    if (size > mostAnswer) throw new Error('The answer is too long.');
    pieces.push(piece);
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return { status: incoming.statusCode ?? 0, headers, body: Buffer.concat(pieces).toString('utf8') };
}
