import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

/** The stand-in's app, its tenants and what it signs with. */
export const appId = '11111111-2222-4333-8444-555555555555';
export const councilTenant = 'aaaaaaaa-0000-4000-8000-000000000001';
export const policeTenant = 'aaaaaaaa-0000-4000-8000-000000000002';
/** On the list, and home of nobody whom a partnership knows. */
export const healthTenant = 'aaaaaaaa-0000-4000-8000-000000000003';
export const issuer = 'https://api.botframework.com';

/** What the stand-in does to the next requests, each used once. */
export type Mishap =
  | { readonly kind: 'answer'; readonly status: number; readonly code?: string; readonly retryAfter?: string }
  /** None: this one goes well. */
  | { readonly kind: 'none' }
  | { readonly kind: 'take_then_reset' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' };

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Posted {
  readonly id: string;
  readonly conversation: string;
  activity: Readonly<Record<string, unknown>>;
  updates: number;
  isRemoved: boolean;
  /** Who alone sees it; empty = everybody there. */
  readonly only: string;
}

export interface FakeTeams {
  readonly url: string;
  readonly openIdUrl: string;
  readonly requests: Request[];
  readonly posts: Posted[];
  readonly uploads: { readonly name: string; readonly bytes: number; readonly range: string }[];
  /** What is answered to a file that is put somewhere. */
  uploadStatus: number;
  readonly mishaps: Mishap[];
  /** How long each answer takes, in milliseconds. */
  delayMs: number;
  /** Enforces 7 in a second, 8 in two, 60 in 30 and 1,800 in an hour for each conversation, and 50 a second for each tenant, as Teams does. */
  enforcesLimits: boolean;
  /** So often the keys are not given before they are. */
  keyTroubles: number;
  /** How many connections were opened. */
  connections: number;
  /** How often somebody was told to wait because of that. */
  refusals: number;
  readonly members: Map<string, readonly Readonly<Record<string, string>>[]>;
  /** Ids that have not installed the app: opening a chat with them is a 403. */
  readonly notInstalled: Set<string>;
  /** Channels out of which the app was taken: nothing may be posted there. */
  readonly removedFrom: Set<string>;
  /** An Authorization header as Teams would send it; what is given differs. */
  sign(more?: SignOptions): Promise<string>;
  close(): Promise<void>;
}

export interface SignOptions {
  readonly aud?: string;
  readonly iss?: string;
  readonly serviceUrl?: string | null;
  readonly expiresIn?: number;
  readonly kid?: string;
  readonly foreignKey?: boolean;
}

/**
 * A stand-in for Teams' connector on this machine, with keys of its own that are published as Microsoft's are. With `secrets` it speaks TLS, and
 * gives tokens as Microsoft's login service does.
 */
export async function fakeTeams(secrets?: {
  readonly key: string;
  readonly cert: string;
}): Promise<FakeTeams> {
  const own = await keys();
  const state: Omit<FakeTeams, 'url' | 'openIdUrl' | 'sign' | 'close'> = {
    requests: [],
    posts: [],
    uploads: [],
    uploadStatus: 201,
    mishaps: [],
    delayMs: 0,
    enforcesLimits: false,
    keyTroubles: 0,
    connections: 0,
    refusals: 0,
    members: new Map(),
    notInstalled: new Set(),
    removedFrom: new Set(),
  };
  const fake = state as FakeTeams;
  const listen = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    void answer(fake, own.jwks, incoming, outgoing);
  };
  const server = secrets ? createSecureServer(secrets, listen) : createServer(listen);
  server.on('connection', () => (fake.connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  const url = secrets ? `https://localhost:${port}/` : `http://127.0.0.1:${port}/`;
  return Object.assign(fake, {
    url,
    openIdUrl: `${url}openid`,
    sign: async (more: SignOptions = {}) => {
      const key = more.foreignKey ? (await makeKeys()).privateKey : own.privateKey;
      const claims = more.serviceUrl === null ? {} : { serviceurl: more.serviceUrl ?? url };
      const now = Math.floor(Date.now() / 1000);
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: more.kid ?? 'key-1' })
        .setIssuer(more.iss ?? issuer)
        .setAudience(more.aud ?? appId)
        .setNotBefore(now - 900)
        .setExpirationTime(now + (more.expiresIn ?? 3_600))
        .sign(key);
      return `Bearer ${token}`;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

let made: Promise<{ privateKey: CryptoKey; jwks: object }> | null = null;

async function makeKeys() {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  return { privateKey, jwks: { keys: [{ ...jwk, kid: 'key-1', use: 'sig', endorsements: ['msteams'] }] } };
}

/** One pair for the whole run: the SDK keeps keys by their address for a day. */
function keys() {
  made ??= makeKeys();
  return made;
}

async function answer(
  fake: FakeTeams,
  jwks: object,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const path = incoming.url ?? '';
  const published = publishedAt(fake.url, jwks)[path.split('?')[0] ?? ''];
  if (published && fake.keyTroubles > 0) {
    fake.keyTroubles -= 1;
    send(outgoing, 503, {});
    return;
  }
  if (published) {
    send(outgoing, 200, published);
    return;
  }
  const bytes = await bodyOf(incoming);
  if (path.startsWith('/upload/')) {
    const range = incoming.headers['content-range'] ?? '';
    if (fake.uploadStatus === 201) fake.uploads.push({ name: path.slice(8), bytes: bytes.byteLength, range });
    send(outgoing, fake.uploadStatus, {});
    return;
  }
  const body = bytes.byteLength === 0 ? {} : (JSON.parse(bytes.toString('utf8')) as Record<string, unknown>);
  const authorization = incoming.headers.authorization ?? '';
  const request = { method: incoming.method ?? '', path, authorization, body };
  fake.requests.push(request);
  if (fake.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, fake.delayMs));
  reply(fake, request, fake.mishaps.shift() ?? null, outgoing);
}

function publishedAt(url: string, jwks: object): Readonly<Record<string, object | undefined>> {
  const login = `${url}${councilTenant}`;
  return {
    '/openid': { issuer, jwks_uri: `${url}keys` },
    '/keys': jwks,
    [`/${councilTenant}/v2.0/.well-known/openid-configuration`]: {
      issuer: `${login}/v2.0`,
      authorization_endpoint: `${login}/oauth2/v2.0/authorize`,
      token_endpoint: `${login}/oauth2/v2.0/token`,
      jwks_uri: `${url}keys`,
    },
    [`/${councilTenant}/oauth2/v2.0/token`]: {
      token_type: 'Bearer',
      expires_in: 3_600,
      access_token: 'token-of-the-login-service',
    },
  };
}

function reply(fake: FakeTeams, request: Request, mishap: Mishap | null, outgoing: ServerResponse): void {
  if (mishap?.kind === 'hang') return;
  if (mishap?.kind === 'answer') {
    if (mishap.retryAfter !== undefined) outgoing.setHeader('retry-after', mishap.retryAfter);
    send(outgoing, mishap.status, { error: { code: mishap.code ?? 'Some', message: 'secret words' } });
    return;
  }
  if (mishap?.kind === 'reset') {
    outgoing.socket?.destroy();
    return;
  }
  const [status, said] = route(fake, request);
  if (mishap?.kind === 'take_then_reset') outgoing.socket?.destroy();
  else send(outgoing, status, said);
}

function route(fake: FakeTeams, { method, path, body }: Request): readonly [number, object] {
  const parts = (path.split('?')[0] ?? '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  const [, kind, conversation = '', what, activityId = ''] = parts;
  if (kind !== 'conversations') return [404, { error: { code: 'NotFound' } }];
  if (
    fake.enforcesLimits &&
    !withinLimit(fake, conversation === '' ? `open ${JSON.stringify(body['members'])}` : conversation)
  ) {
    fake.refusals += 1;
    return [429, { error: { code: 'Throttled' } }];
  }
  if (method === 'POST' && parts.length === 2) return open(fake, body);
  if (method === 'GET') return [200, { members: fake.members.get(conversation) ?? usual }];
  if (what !== 'activities') return [404, { error: { code: 'NotFound' } }];
  return method === 'POST' ? post(fake, conversation, path, body) : change(fake, method, activityId, body);
}

/** Who is in a channel of which nothing else is said. */
const usual = [{ id: '29:sam.field', aadObjectId: 'id-sam.field', tenantId: councilTenant }];

type Body = Readonly<Record<string, unknown>>;

function post(fake: FakeTeams, conversation: string, path: string, body: Body): readonly [number, object] {
  const isPrivate = path.includes('isTargetedActivity=true');
  return [
    201,
    { id: add(fake, conversation, body, isPrivate ? (body['recipient'] as { id: string }).id : '') },
  ];
}

function change(fake: FakeTeams, method: string, id: string, body: Body): readonly [number, object] {
  const found = fake.posts.find((each) => each.id === id);
  if (!found) return [404, { error: { code: 'ActivityNotFoundInConversation' } }];
  if (method === 'DELETE') found.isRemoved = true;
  else {
    found.activity = body;
    found.updates += 1;
  }
  return [200, { id }];
}

function open(fake: FakeTeams, body: Readonly<Record<string, unknown>>): readonly [number, object] {
  if (body['activity'] !== undefined) {
    const channel = (body['channelData'] as { channel: { id: string } }).channel.id;
    if (fake.removedFrom.has(channel)) return [403, { error: { code: 'BotNotInConversationRoster' } }];
    const id = `${channel};messageid=${fake.posts.length + 1}`;
    return [201, { id, activityId: add(fake, id, body['activity'] as Record<string, unknown>, '') }];
  }
  const member = (body['members'] as readonly { id: string }[])[0]?.id ?? '';
  return fake.notInstalled.has(member)
    ? [403, { error: { code: 'ForbiddenOperationException' } }]
    : [201, { id: `a:${member}` }];
}

function add(
  fake: FakeTeams,
  conversation: string,
  activity: Readonly<Record<string, unknown>>,
  only: string,
): string {
  const id = `activity-${fake.posts.length + 1}`;
  fake.posts.push({ id, conversation, activity, updates: 0, isRemoved: false, only });
  return id;
}

/** So many calls in so many milliseconds. */
export const perConversation = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;

const recent = new WeakMap<FakeTeams, Map<string, number[]>>();

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
function withinLimit(fake: FakeTeams, conversation: string): boolean {
  const now = performance.now();
  const lanes = recent.get(fake) ?? new Map<string, number[]>();
  recent.set(fake, lanes);
  const lane = lanes.get(conversation) ?? [];
  const within = (calls: readonly number[], ms: number) => calls.filter((at) => at > now - ms).length;
  if (within([...lanes.values()].flat(), 1_000) >= 50) return false;
  if (perConversation.some(([calls, ms]) => within(lane, ms) >= calls)) return false;
  lanes.set(conversation, [...lane, now]);
  return true;
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function send(outgoing: ServerResponse, status: number, body: object): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify(body));
}
