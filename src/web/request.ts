import type { IncomingMessage } from 'node:http';
import type { DoorRequest } from '../kit/door.ts';
import { failure, success, type Result } from '../kit/result.ts';
import type { RefusalStatus } from './refusals.ts';

/** The largest body that is read where a door does not say otherwise, in bytes (guide/trust.md, D1). */
export const usualBodyLimit = 256 * 1024;

/** Names under which a program that only this machine may reach is served. */
export const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Reads a request in full, or says why it is turned away. A Host that is not ours means that some other site's name was
 * pointed at this machine (DNS rebinding); an Origin that is not ours means that some other site's page wrote the form.
 * `limitOf`: how large a body may be there, in bytes.
 */
export async function readRequest(
  incoming: IncomingMessage,
  names: readonly string[],
  limitOf: (method: string, path: string) => number,
): Promise<Result<DoorRequest, RefusalStatus>> {
  const host = incoming.headers.host ?? '';
  if (!isServedName(host, names)) return failure(421);
  const url = targetOf(incoming.url ?? '');
  if (!url) return failure(400);
  const method = incoming.method ?? '';
  if (method !== 'GET' && method !== 'HEAD' && !isOwnOrigin(incoming.headers.origin, host))
    return failure(403);
  const body = await readBody(incoming, limitOf(method, url.pathname));
  if (!body) return failure(413);
  return success({
    method,
    path: url.pathname,
    query: url.searchParams,
    headers: singleHeaders(incoming),
    body,
  });
}

function isServedName(host: string, names: readonly string[]): boolean {
  return names.includes(host.toLowerCase().replace(/:\d{1,5}$/, ''));
}

/** No Origin: not a browser, or a browser's own page before Origin was sent everywhere; both are let in. */
function isOwnOrigin(origin: string | undefined, host: string): boolean {
  if (origin === undefined) return true;
  return origin === `http://${host}` || origin === `https://${host}`;
}

function targetOf(target: string): URL | null {
  if (!target.startsWith('/') || target.startsWith('//')) return null;
  return URL.canParse(target, 'http://localhost') ? new URL(target, 'http://localhost') : null;
}

/** Null when it is larger than the limit; the rest is then not read. */
async function readBody(incoming: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return null;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of incoming) {
    if (!Buffer.isBuffer(piece)) continue;
    size += piece.byteLength;
    if (size > limit) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function singleHeaders(incoming: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}
