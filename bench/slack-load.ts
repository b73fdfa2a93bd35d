import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { slackPath } from '../src/platforms/slack/doors/http-door.ts';

/** One request of Slack's, not yet signed. */
export interface Knock {
  readonly type: 'application/x-www-form-urlencoded' | 'application/json';
  readonly body: string;
}

export interface Target {
  readonly port: number;
  readonly secret: string;
  /** Fresh each time, as every deed of a person has its own id. */
  readonly next: () => Knock;
  /** Why an answer is wrong; null when it is right. */
  wrong(status: number, body: string): string | null;
}

export interface Load {
  /** Answers a second. */
  readonly rate: number;
  readonly answers: number;
  /** Milliseconds from when the request was due to its whole answer, smallest first. */
  readonly latencies: readonly number[];
}

/** Callers that each send the next request when the last is answered. Throws at the first wrong answer. */
export async function closedLoop(target: Target, callers: number, seconds: number): Promise<Load> {
  const lines = await openLines(target.port, callers);
  const latencies: number[] = [];
  const begun = performance.now();
  const until = begun + seconds * 1_000;
  await Promise.all(
    lines.map(async (line) => {
      while (performance.now() < until) latencies.push(await knockOnce(line, target, performance.now()));
    }),
  );
  const took = (performance.now() - begun) / 1_000;
  lines.forEach((line) => line.close());
  return { rate: latencies.length / took, answers: latencies.length, latencies: sorted(latencies) };
}

/** So many requests a second, whether or not the last is answered. */
export async function openLoop(target: Target, perSecond: number, seconds: number): Promise<Load> {
  const free = await openLines(target.port, 32);
  const latencies: number[] = [];
  const begun = performance.now();
  const under: Promise<void>[] = [];
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const due = begun + (index * 1_000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    const line = free.shift() ?? (await openLines(target.port, 1))[0];
    if (!line) throw new Error('No line could be opened.');
    under.push(
      knockOnce(line, target, due).then((latency) => {
        latencies.push(latency);
        free.push(line);
      }),
    );
  }
  await Promise.all(under);
  const took = (performance.now() - begun) / 1_000;
  free.forEach((line) => line.close());
  return { rate: latencies.length / took, answers: latencies.length, latencies: sorted(latencies) };
}

export function at(latencies: readonly number[], share: number): number {
  return latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
}

async function knockOnce(line: Line, target: Target, since: number): Promise<number> {
  const { status, body } = await line.send(signed(target));
  const took = performance.now() - since;
  const wrong = target.wrong(status, body);
  if (wrong !== null) throw new Error(`${wrong} The answer was ${status}: ${body.slice(0, 400)}`);
  return took;
}

function signed({ port, secret, next }: Target): string {
  const { type, body } = next();
  const stamp = Math.floor(Date.now() / 1_000);
  const signature = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
  return (
    `POST ${slackPath} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: ${type}\r\n` +
    `Content-Length: ${Buffer.byteLength(body)}\r\nX-Slack-Request-Timestamp: ${stamp}\r\nX-Slack-Signature: v0=${signature}\r\n\r\n${body}`
  );
}

/** One kept-alive connection: a request, its answer, the next. */
interface Line {
  send(request: string): Promise<{ readonly status: number; readonly body: string }>;
  close(): void;
}

function openLines(port: number, count: number): Promise<Line[]> {
  return Promise.all(Array.from({ length: count }, () => openLine(port)));
}

async function openLine(port: number): Promise<Line> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let unread = Buffer.alloc(0);
  let taker: { resolve(answer: { status: number; body: string }): void; reject(why: Error): void } | null =
    null;
  socket.on('data', (piece) => {
    unread = unread.length === 0 ? piece : Buffer.concat([unread, piece]);
    const end = unread.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = unread.toString('latin1', 0, end);
    const read = /transfer-encoding: chunked/i.test(head)
      ? chunkedBody(unread, end + 4)
      : wholeBody(unread, end + 4, Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0));
    if (read === null) return;
    unread = unread.subarray(read.end);
    taker?.resolve({ status: Number(head.slice(9, 12)), body: read.body });
  });
  const gone = () => taker?.reject(new Error('The server closed the connection before it answered.'));
  socket.on('error', gone);
  socket.on('close', gone);
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        taker = { resolve, reject };
        socket.write(request);
      }),
    close: () => {
      taker = null;
      socket.destroy();
    },
  };
}

function wholeBody(bytes: Buffer, from: number, length: number) {
  return bytes.length < from + length
    ? null
    : { body: bytes.toString('utf8', from, from + length), end: from + length };
}

/** Null while the last chunk is not there. */
function chunkedBody(bytes: Buffer, from: number) {
  const pieces: Buffer[] = [];
  for (let at = from; ;) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    const next = line + 2 + size + 2;
    if (bytes.length < next) return null;
    if (size === 0) return { body: Buffer.concat(pieces).toString('utf8'), end: next };
    pieces.push(bytes.subarray(line + 2, line + 2 + size));
    at = next;
  }
}

function sorted(numbers: readonly number[]): readonly number[] {
  return [...numbers].sort((one, other) => one - other);
}
