import {
  jsonResponse,
  writtenJson,
  type Door,
  type DoorRequest,
  type DoorResponse,
} from '../../../kit/door.ts';
import type { Clock } from '../../../kit/clock.ts';
import type { Log } from '../../../kit/log.ts';
import type { SlackGate } from './slack-gate.ts';
import { isFromSlack } from './verify-request.ts';

export interface HttpDoorDeps {
  readonly gate: SlackGate;
  /** The signing secret, or two while it is being changed. */
  readonly signingSecrets: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
}

/** The one address Slack is given for commands, buttons, forms and events. */
export const slackPath = '/slack/events';

/** In bytes. A form that was sent carries its whole view (up to 250 kB) and every answer in it, written as an address writes them. */
const bodyLimit = 1024 * 1024;

/** Slack's way in over HTTPS. A request that Slack did not sign, or signed at another time, changes nothing and learns nothing. */
export function slackHttpDoor(deps: HttpDoorDeps): Door {
  return {
    bodyLimit,
    matches: (method, path) => method === 'POST' && path === slackPath,
    handle: (request) => handle(deps, request),
  };
}

async function handle(deps: HttpDoorDeps, request: DoorRequest): Promise<DoorResponse> {
  if (!isFromSlack(request, deps.signingSecrets, deps.clock.now())) {
    deps.log.warn('A request that Slack did not sign was refused', {
      stamp: (request.headers['x-slack-request-timestamp'] ?? '').slice(0, 12),
    });
    return jsonResponse(401, { error: 'not signed by Slack' });
  }
  const body = readBody(request);
  if (body === null) return jsonResponse(400, { error: 'bad request' });
  if (body['ssl_check'] === '1') return plainAnswer('');
  if (body['type'] === 'url_verification') return jsonResponse(200, { challenge: body['challenge'] });
  const retryNum = Number(request.headers['x-slack-retry-num'] ?? '');
  const retryReason = request.headers['x-slack-retry-reason'];
  const answer = await deps.gate.take({
    body,
    ...(retryNum > 0 ? { retryNum } : {}),
    ...(retryReason === undefined ? {} : { retryReason }),
  });
  if (answer.kind === 'again') return jsonResponse(503, { error: 'not ready' });
  if (answer.json !== undefined) return writtenJson(200, answer.json);
  return typeof answer.body === 'string' ? plainAnswer(answer.body) : jsonResponse(200, answer.body);
}

function plainAnswer(body: string): DoorResponse {
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body,
  };
}

/** JSON for events, a form for commands, JSON inside a form for buttons and forms. */
function readBody({ headers, body }: DoorRequest): Readonly<Record<string, unknown>> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    if (/^application\/json\b/i.test(headers['content-type'] ?? '')) return asRecord(JSON.parse(text));
    const form = Object.fromEntries(new URLSearchParams(text));
    return typeof form['payload'] === 'string' ? asRecord(JSON.parse(form['payload'])) : form;
  } catch {
    return null;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}
