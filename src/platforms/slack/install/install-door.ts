import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { WebClient } from '@slack/web-api';
import type { Door, DoorRequest, DoorResponse } from '../../../kit/door.ts';
import type { Deps } from '../../../use-cases/deps.ts';
import { clientOptions, field, slackApi, textAt, type ApiSettings } from '../api/slack-api.ts';
import { troubleOf } from '../api/trouble.ts';
import type { Installations } from './installations.ts';
import { botScopes } from './scopes.ts';
import type { SealedInstallations, StoredInstallation } from './sealed-installations.ts';
import type { SealKey } from './seal.ts';
import { vaultOf } from './vault.ts';

export interface InstallSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly sealKeys: readonly SealKey[];
  /** The workspaces that may install bcp, by their ids; nobody else can. */
  readonly teams: readonly string[];
  /** e.g. `https://bcp.example.org`. */
  readonly publicUrl: string;
  /** Slack's own page, or that of a stand-in. */
  readonly authorizeUrl: string;
}

export interface InstallDoorDeps {
  readonly deps: Deps;
  readonly settings: InstallSettings;
  readonly api: ApiSettings;
  readonly installations: Installations;
}

const installPath = '/slack/install';
const returnPath = '/slack/oauth_redirect';
const cookieName = 'bcp_slack_install';
/** How long somebody may take on Slack's page, in milliseconds (guide/trust.md, E6). */
const stateMs = 10 * 60_000;

/** Installing bcp in a workspace: `/slack/install` leads to Slack's page, which leads back. One start, one return, in the same browser. */
export function installDoor(door: InstallDoorDeps): Door {
  return {
    matches: (method, path) => method === 'GET' && (path === installPath || path === returnPath),
    handle: (request) =>
      request.path === installPath ? Promise.resolve(begin(door)) : finish(door, request),
  };
}

function begin({ deps, settings }: InstallDoorDeps): DoorResponse {
  const nonce = randomBytes(16).toString('hex');
  const state = `${nonce}.${deps.clock.now().getTime() + stateMs}`;
  const signed = `${state}.${sign(state, settings)}`;
  const target = new URL(settings.authorizeUrl);
  target.searchParams.set('client_id', settings.clientId);
  target.searchParams.set('scope', botScopes.join(','));
  target.searchParams.set('state', signed);
  target.searchParams.set('redirect_uri', settings.publicUrl + returnPath);
  const cookie = `${cookieName}=${nonce}; Path=/slack; HttpOnly; SameSite=Lax; Max-Age=${stateMs / 1_000}`;
  const secure = settings.publicUrl.startsWith('https:') ? '; Secure' : '';
  return {
    status: 302,
    headers: { location: target.href, 'set-cookie': cookie + secure, 'cache-control': 'no-store' },
    body: '',
  };
}

async function finish(door: InstallDoorDeps, request: DoorRequest): Promise<DoorResponse> {
  const { deps, settings, api, installations } = door;
  const nonce = goodNonce(request.query.get('state') ?? '', settings, deps.clock.now());
  const cookie = /(?:^|;\s*)bcp_slack_install=([0-9a-f]{32})/.exec(request.headers['cookie'] ?? '')?.[1];
  const code = request.query.get('code') ?? '';
  if (request.query.get('error') === 'access_denied')
    return page(400, 'Nothing was installed. To install bcp after all, begin again at /slack/install.');
  if ((await deps.store.partnerships()).length === 0)
    return page(
      503,
      'There is no partnership here yet. Import its plan first (bcp plan import FILE), then install.',
    );
  if (nonce === null || cookie !== nonce || code === '' || !(await isFirstReturn(deps, nonce)))
    return page(400, 'This link is not good (any more). Begin again at /slack/install.');
  try {
    const client = new WebClient(undefined, clientOptions(api));
    const reply: unknown = await client.apiCall('oauth.v2.access', {
      client_id: settings.clientId,
      client_secret: settings.clientSecret,
      code,
      redirect_uri: settings.publicUrl + returnPath,
    });
    const teamId = textAt(reply, 'team', 'id');
    if (!settings.teams.includes(teamId)) {
      deps.log.warn('A workspace that is not allowed tried to install bcp', { team: teamId });
      await giveBack(textAt(reply, 'access_token'), api);
      return page(403, 'This workspace is not among those that may install bcp (BCP_SLACK_TEAMS).');
    }
    if (!isSealed(installations)) return page(400, 'bcp is set up for one workspace by its token.');
    await installations.save(await installationOf(reply, teamId, api, deps));
    deps.log.info('bcp was installed in a Slack workspace', { team: teamId });
    return page(200, 'bcp is installed in this workspace. You may close this page.');
  } catch (error) {
    deps.log.warn('An installation in Slack did not work', { code: troubleOf(error).code });
    return page(502, 'Slack did not confirm the installation. Begin again at /slack/install.');
  }
}

/** A key that bcp may not keep is not left lying about in Slack either; when that fails, it is forgotten all the same. */
async function giveBack(token: string, api: ApiSettings): Promise<void> {
  await slackApi(token, api)
    .call('auth.revoke', {})
    .catch(() => undefined);
}

async function installationOf(
  reply: unknown,
  teamId: string,
  api: ApiSettings,
  deps: Deps,
): Promise<StoredInstallation> {
  const botToken = textAt(reply, 'access_token');
  const own = await slackApi(botToken, api).call('auth.test', {});
  const lives = field(reply, 'expires_in');
  return {
    teamId,
    botToken,
    botId: textAt(own, 'bot_id'),
    botUserId: textAt(reply, 'bot_user_id') || textAt(own, 'user_id'),
    refreshToken: textAt(reply, 'refresh_token') || null,
    expiresAt: typeof lives === 'number' ? deps.clock.now().getTime() + lives * 1_000 : null,
    installedAt: deps.clock.now().getTime(),
  };
}

/** The state's own secret, when it is ours and has not run out. */
function goodNonce(signed: string, settings: InstallSettings, now: Date): string | null {
  const match = /^([0-9a-f]{32})\.(\d{13,15})\.([0-9a-f]{64})$/.exec(signed);
  if (!match?.[1] || !match[2] || !match[3]) return null;
  const expected = Buffer.from(sign(`${match[1]}.${match[2]}`, settings));
  if (!timingSafeEqual(expected, Buffer.from(match[3])) || Number(match[2]) < now.getTime()) return null;
  return match[1];
}

async function isFirstReturn(deps: Deps, nonce: string): Promise<boolean> {
  const { inbox } = await vaultOf(deps);
  return (await inbox.receive(`slack:install:${nonce}`, nonce, deps.clock.now())) === 'first';
}

function sign(state: string, { clientSecret }: InstallSettings): string {
  return createHmac('sha256', clientSecret).update(state).digest('hex');
}

function isSealed(installations: Installations): installations is SealedInstallations {
  return 'save' in installations;
}

function page(status: number, words: string): DoorResponse {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body: `${words}\n`,
  };
}
