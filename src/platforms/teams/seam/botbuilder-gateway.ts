import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import { createWebResource } from 'botbuilder-stdlib/lib/azureCoreHttpCompat.js';
import {
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { Log } from '../../../kit/log.ts';
import { acceptedTokens } from './accepted-tokens.ts';
import { readActivity, type InboundActivity } from './activity.ts';
import { appToken, authorityOf, microsoftLogin, type AppToken } from './app-token.ts';
import { connector } from './connector.ts';
import type { BotCredentials } from './credentials.ts';
import type { OnActivity, OnUnlisted, TeamsAnswer, TeamsInbound, TeamsOutbound } from './gateway.ts';
import { guardedHttp } from './guarded-http.ts';
import { unlistedTenant } from './listed-tenants.ts';
import { proxyFor, straight, type WayOut } from './proxy.ts';
import type { ServiceAddresses } from './service-addresses.ts';
import { looksLikeChannelToken } from './token-look.ts';
import { TeamsTrouble } from './trouble.ts';

export interface GatewayOptions {
  readonly credentials: BotCredentials;
  /** Tenants that may use this bot. */
  readonly tenants: readonly string[];
  readonly addresses: ServiceAddresses;
  /** How long one call may take, in milliseconds. */
  readonly timeoutMs: number;
  readonly log: Log;
  /** Who signs what Teams sends; Microsoft's own when left out. */
  readonly signedBy?: { readonly issuer: string; readonly openIdUrl: string };
  /** Where the token is had with which bcp speaks; Microsoft's own when left out. */
  readonly login?: string;
  /** The organisation's proxy; left out = straight. */
  readonly wayOut?: WayOut;
}

export interface TeamsGateway {
  readonly outbound: TeamsOutbound;
  inbound(onActivity: OnActivity, onUnlisted: OnUnlisted): TeamsInbound;
}

const audience = 'https://api.botframework.com';
const publicSigner = {
  issuer: 'https://api.botframework.com',
  openIdUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};
const unauthorised: TeamsAnswer = { status: 401 };

/**
 * The one file that knows botbuilder: it checks who speaks to us, and gets the token with which we speak. Nothing of the SDK
 * leaves it (docs/decisions/0010-botbuilder-behind-one-file.md).
 */
export function botbuilderGateway(options: GatewayOptions): TeamsGateway {
  const { credentials, addresses, timeoutMs } = options;
  const outbound = connector({
    http: guardedHttp(addresses, timeoutMs, options.wayOut),
    appId: credentials.appId,
    authorization: authorizationOf(options),
  });
  const authenticate = credentials.kind === 'none' ? null : authenticator(options);
  return {
    outbound,
    inbound: (onActivity, onUnlisted) => ({
      handle: async ({ headers, body }) => {
        const activity = readActivity(body);
        if (activity === null) return { status: 400, body: { error: 'bad request' } };
        const isTeams = activity.platformChannel === 'msteams' && addresses.isAllowed(activity.serviceUrl);
        if (!isTeams) return unauthorised;
        if (authenticate !== null && !(await authenticate(activity, headers['authorization'] ?? '')))
          return unauthorised;
        const unlisted = unlistedTenant(options.tenants, activity);
        if (unlisted !== null) {
          await onUnlisted(unlisted);
          return { status: 200 };
        }
        return (await onActivity(activity)) ?? { status: 200 };
      },
    }),
  };
}

type Authenticate = (activity: InboundActivity, header: string) => Promise<boolean>;

function authenticator(options: GatewayOptions): Authenticate {
  const { credentials, timeoutMs } = options;
  const { issuer, openIdUrl } = options.signedBy ?? publicSigner;
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: authorityOf(credentials),
      ToChannelFromBotOAuthScope: audience,
      ToBotFromChannelTokenIssuer: issuer,
      OAuthUrl: audience,
      ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
      CallerId: '',
      ValidateAuthority: true,
    },
    whoWeAre(credentials),
    undefined,
    undefined,
    proxyForKeys(openIdUrl, options.wayOut ?? straight),
  );
  const accepted = acceptedTokens(() => performance.now());
  return async ({ type, platformChannel, serviceUrl }, header) => {
    if (!looksLikeChannelToken(header, issuer)) return false;
    if (accepted.has(header, serviceUrl)) return true;
    // The SDK looks at these three only; the rest of the activity is read by us.
    const asked: Partial<Activity> = { type, channelId: platformChannel, serviceUrl };
    const look = () => inTime(authentication.authenticateRequest(asked as Activity, header), timeoutMs);
    try {
      // Teams does not send again what was turned away: keys that could not be had are asked for once more.
      await look().catch((cause: unknown) => (isAboutKeys(cause) ? look() : Promise.reject(cause as Error)));
      accepted.add(header, serviceUrl);
      return true;
    } catch (cause) {
      options.log.warn('Teams: a request was not let in', {
        why: cause instanceof Error ? cause.name : 'unknown',
      });
      return false;
    }
  };
}

/** Says for which app a token must be; it is never asked for one. */
function whoWeAre({
  appId,
  homeTenantId,
}: BotCredentials): Pick<
  ServiceClientCredentialsFactory,
  'isValidAppId' | 'isAuthenticationDisabled' | 'createCredentials'
> {
  return new PasswordServiceClientCredentialFactory(appId, '', homeTenantId);
}

/** Whether the keys with which Teams signs could not be had: that says nothing about the token. */
function isAboutKeys(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    (cause.name === 'FetchError' || cause.message === tooSlow || cause.message.startsWith('Failed to load'))
  );
}

const tooSlow = 'Too slow.';

/** How the SDK is told of the proxy for the keys that it fetches; it knows no list of names of its own. */
function proxyForKeys(openIdUrl: string, wayOut: WayOut) {
  const proxy = proxyFor(new URL(openIdUrl), wayOut);
  if (proxy === null) return {};
  const { username, password, hostname, port } = proxy;
  const host = username === '' ? hostname : `${username}:${password}@${hostname}`;
  return { proxySettings: { host, port: port === '' ? 80 : Number(port) } };
}

/** The Authorization header with which we speak; null where a stand-in on this machine asks for none. */
function authorizationOf(options: GatewayOptions): () => Promise<string | null> {
  const { credentials, timeoutMs } = options;
  switch (credentials.kind) {
    case 'none':
      return () => Promise.resolve(null);
    case 'given':
      return credentials.authorization;
    case 'managed_identity':
      return sharedToken(identityToken(credentials), timeoutMs);
    default: {
      const { login = microsoftLogin, wayOut = straight } = options;
      return sharedToken(appToken(credentials, login, timeoutMs, wayOut), timeoutMs);
    }
  }
}

/** The token of a managed identity: it comes from the machine's own address inside Azure, which no proxy reaches. */
function identityToken(credentials: BotCredentials): AppToken {
  const factory = new ManagedIdentityServiceClientCredentialsFactory(
    credentials.appId,
    new JwtTokenProviderFactory(),
  );
  return async () => {
    const signer = await factory.createCredentials(credentials.appId, audience);
    const signed = await signer.signRequest(createWebResource({ url: audience }));
    const header = signed.headers.get('authorization');
    if (header === undefined) throw new Error('No token came back.');
    return header.replace(/^Bearer /, '');
  };
}

/** The header, got once for all who wait for it. Both libraries keep the token until shortly before it ends. */
function sharedToken(token: AppToken, timeoutMs: number): () => Promise<string> {
  let pending: Promise<string> | null = null;
  return () => {
    pending ??= inTime(token(), timeoutMs)
      .then((value) => `Bearer ${value}`)
      .catch(() => {
        // What the login service says may hold secrets; the administrator finds the cause with `bcp doctor`.
        throw new TeamsTrouble(
          'not_sent',
          'Microsoft gave no token: check the app id, its tenant and its secret.',
        );
      })
      .finally(() => (pending = null));
    return pending;
  };
}

function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => reject(new Error(tooSlow)), timeoutMs);
    work.then(resolve, reject).finally(() => clearTimeout(impatience));
  });
}
