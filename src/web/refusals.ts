import { jsonResponse, type DoorResponse } from '../kit/door.ts';

/**
 * What the server says when it turns a request away: constant words, so that no caller learns anything of the inside
 * (guide/trust.md, I4).
 */
const words = {
  400: 'bad request',
  403: 'not allowed from there',
  404: 'not found',
  408: 'too slow',
  413: 'too large',
  421: 'not served under this name',
  431: 'headers too large',
  500: 'something went wrong here; nothing was lost, try again',
  503: 'not ready',
} as const;

export type RefusalStatus = keyof typeof words;

export function turnedAway(status: RefusalStatus): DoorResponse {
  return jsonResponse(status, { error: words[status] });
}

/** The same as raw HTTP, for connections on which no request could be read. */
export function turnedAwayRaw(status: 400 | 408 | 431): string {
  const body = JSON.stringify({ error: words[status] });
  return [
    `HTTP/1.1 ${status} ${words[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
