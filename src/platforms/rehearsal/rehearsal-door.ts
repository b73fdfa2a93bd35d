import { jsonResponse, type Door, type DoorRequest, type DoorResponse } from '../../kit/door.ts';
import { drawChart } from '../../charts/draw-chart.ts';
import { messageHtml } from '../../messages/html.ts';
import type { Message } from '../../messages/message.ts';
import type { ChartData } from '../../plan/chart-data.ts';
import { faultsInput, readInput, stepInput } from './door-input.ts';
import { pageResponse, readPageFiles } from './page-files.ts';
import type { StepTarget } from './rehearsal-host.ts';
import { hearTyped, pressButton, refused, submitForm, enter, type RoomActsDeps } from './room-acts.ts';
import { clockWords, postsView, roomView } from './room-view.ts';

export type RehearsalDoorDeps = Omit<RoomActsDeps, 'changed'>;

type Handler = (request: DoorRequest) => Promise<DoorResponse>;

/**
 * The rehearsal room's way in: its page, what the page shows, and what is done on it. JSON under `/rehearsal/`; what
 * changes something is a POST with a JSON content type, which no other site's form can send.
 */
export function rehearsalDoor(deps: RehearsalDoorDeps): Door {
  const files = readPageFiles();
  const routes = roomRoutes(deps);
  return {
    matches: (_method, path) => files.has(path) || path.startsWith('/rehearsal/'),
    handle: async (request) => {
      const file = request.method === 'GET' ? files.get(request.path) : undefined;
      if (file) return pageResponse(file);
      const handler = routes.get(`${request.method} ${request.path}`);
      if (handler) return isJsonPost(request) ? await handler(request) : notUnderstood;
      return request.method === 'GET' && request.path.startsWith('/rehearsal/digests/')
        ? await download(deps, request.path)
        : jsonResponse(404, { error: 'not found' });
    },
  };
}

const notUnderstood = jsonResponse(415, { error: 'Send JSON, with content-type application/json.' });

function isJsonPost({ method, headers }: DoorRequest): boolean {
  return method !== 'POST' || /^application\/json\b/i.test(headers['content-type'] ?? '');
}

function roomRoutes(deps: RehearsalDoorDeps): ReadonlyMap<string, Handler> {
  const { host } = deps;
  let grown = 0;
  const changed = () => {
    grown += 1;
  };
  const version = () => `${host.version()}.${grown}`;
  const acts: RoomActsDeps = { ...deps, changed };
  return new Map<string, Handler>([
    ['GET /rehearsal/version', () => Promise.resolve(jsonResponse(200, { version: version() }))],
    [
      'GET /rehearsal/room',
      async () => jsonResponse(200, await roomView(host, deps.conversations(), version())),
    ],
    ['GET /rehearsal/posts', (request) => posts(deps, request)],
    ['POST /rehearsal/hear', (request) => hearTyped(acts, request)],
    ['POST /rehearsal/press', (request) => pressButton(acts, request)],
    ['POST /rehearsal/submit', (request) => submitForm(acts, request)],
    ['POST /rehearsal/step', (request) => step(acts, request)],
    ['POST /rehearsal/faults', (request) => Promise.resolve(setFaults(acts, request))],
    [
      'POST /rehearsal/begin-again',
      async () => {
        await host.beginAgain();
        changed();
        return jsonResponse(200, {});
      },
    ],
  ]);
}

/** Charts are drawn as wide as the page has room, so that their words stay readable on a phone. */
async function posts({ host }: RehearsalDoorDeps, { query }: DoorRequest): Promise<DoorResponse> {
  const as = query.get('as') ?? '';
  const conversation = query.get('conversation') ?? '';
  const entered = await enter(host, as, conversation);
  if (!entered.ok) return refused(entered.error);
  const width = Math.min(Math.max(Number(query.get('width') ?? 560) || 560, 320), 760);
  const chart = (data: ChartData) => drawChart(data, { width });
  const html = (message: Message) => messageHtml(message, { chart });
  const found = await host.posts(conversation);
  return jsonResponse(200, { posts: postsView(found, entered.value, as, html) });
}

async function step({ host, changed }: RoomActsDeps, request: DoorRequest): Promise<DoorResponse> {
  const input = readInput(stepInput, request.body);
  if (!input.ok) return refused(input.error);
  const { to } = input.value;
  const target: StepTarget = to === 'next_event' || to === 'next_day' ? to : new Date(to);
  if (target instanceof Date && target < host.now()) {
    return refused(`The clock only goes forward. It is already ${clockWords(host.now()).date}.`);
  }
  const { happened } = await host.stepTo(target);
  changed();
  return jsonResponse(200, { happened });
}

function setFaults({ host, changed }: RoomActsDeps, request: DoorRequest): DoorResponse {
  const input = readInput(faultsInput, request.body);
  if (!input.ok) return refused(input.error);
  host.faults.set(input.value);
  changed();
  return jsonResponse(200, {});
}

async function download({ host }: RehearsalDoorDeps, path: string): Promise<DoorResponse> {
  const match = /^\/rehearsal\/digests\/([\w-]+)\/([a-z]+)$/.exec(path);
  const file = match?.[1] && match[2] ? await host.file(match[1], match[2]) : null;
  if (file === null) return jsonResponse(404, { error: 'There is no such file.' });
  return {
    status: 200,
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.fileName}"`,
      'cache-control': 'no-store',
    },
    body: file.bytes,
  };
}
