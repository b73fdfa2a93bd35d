import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import { createWebResource } from 'botbuilder-stdlib/lib/azureCoreHttpCompat.js';
import {
  CertificateServiceClientCredentialsFactory,
  FederatedServiceClientCredentialsFactory,
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { Log } from '../../../kit/log.ts';
import { acceptedTokens } from './accepted-tokens.ts';
import { readActivity, type InboundActivity } from './activity.ts';
import { connector } from './connector.ts';
import type { BotCredentials } from './credentials.ts';
import type { OnActivity, TeamsAnswer, TeamsInbound, TeamsOutbound } from './gateway.ts';
import { guardedHttp } from './guarded-http.ts';
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
}

export interface TeamsGateway {
  readonly outbound: TeamsOutbound;
  inbound(onActivity: OnActivity): TeamsInbound;
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
  const http = guardedHttp(addresses, timeoutMs);
  const factory = factoryFor(credentials);
  const outbound = connector({
    http,
    appId: credentials.appId,
    authorization:
      credentials.kind === 'given'
        ? credentials.authorization
        : factory === null
          ? () => Promise.resolve(null)
          : tokenSource(factory, credentials, timeoutMs),
  });
  const authenticate = factory === null ? null : authenticator(factory, options);
  return {
    outbound,
    inbound: (onActivity) => ({
      handle: async ({ headers, body }) => {
        const activity = readActivity(body);
        if (activity === null) return { status: 400, body: { error: 'bad request' } };
        const isTeams = activity.platformChannel === 'msteams' && addresses.isAllowed(activity.serviceUrl);
        if (!isTeams) return unauthorised;
        if (authenticate !== null && !(await authenticate(activity, headers['authorization'] ?? '')))
          return unauthorised;
        if (!options.tenants.includes('*') && !options.tenants.includes(activity.tenantId)) {
          options.log.warn('Teams: a tenant that is not on the list was not answered', {
            tenant: activity.tenantId,
          });
          return { status: 200 };
        }
        return (await onActivity(activity)) ?? { status: 200 };
      },
    }),
  };
}

/** What every credentials factory of the SDK can do; some of them are no subclass of its own base class. */
type CredentialsFactory = Pick<
  ServiceClientCredentialsFactory,
  'isValidAppId' | 'isAuthenticationDisabled' | 'createCredentials'
>;

type Authenticate = (activity: InboundActivity, header: string) => Promise<boolean>;

function authenticator(factory: CredentialsFactory, options: GatewayOptions): Authenticate {
  const { issuer, openIdUrl } = options.signedBy ?? publicSigner;
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: loginUrl(options.credentials),
      ToChannelFromBotOAuthScope: audience,
      ToBotFromChannelTokenIssuer: issuer,
      OAuthUrl: audience,
      ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
      CallerId: '',
      ValidateAuthority: true,
    },
    factory,
  );
  const accepted = acceptedTokens(() => performance.now());
  return async ({ type, platformChannel, serviceUrl }, header) => {
    if (!looksLikeChannelToken(header, issuer)) return false;
    if (accepted.has(header, serviceUrl)) return true;
    try {
      // The SDK looks at these three only; the rest of the activity is read by us.
      const asked: Partial<Activity> = { type, channelId: platformChannel, serviceUrl };
      await authentication.authenticateRequest(asked as Activity, header);
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

function loginUrl({ homeTenantId }: BotCredentials): string {
  return `https://login.microsoftonline.com/${homeTenantId === '' ? 'botframework.com' : homeTenantId}`;
}

function factoryFor(credentials: BotCredentials): CredentialsFactory | null {
  const { appId, homeTenantId } = credentials;
  switch (credentials.kind) {
    case 'none':
      return null;
    case 'given':
      return new PasswordServiceClientCredentialFactory(appId, '', homeTenantId);
    case 'secret':
      return new PasswordServiceClientCredentialFactory(appId, credentials.secret, homeTenantId);
    case 'certificate':
      return new CertificateServiceClientCredentialsFactory(
        appId,
        credentials.certificate,
        credentials.privateKey,
        homeTenantId,
      );
    case 'managed_identity':
      return new ManagedIdentityServiceClientCredentialsFactory(appId, new JwtTokenProviderFactory());
    case 'federated':
      return new FederatedServiceClientCredentialsFactory(appId, credentials.clientId, homeTenantId);
  }
}

/** The token with which we speak, got once for all who wait for it; the SDK keeps it until shortly before it ends. */
function tokenSource(
  factory: CredentialsFactory,
  credentials: BotCredentials,
  timeoutMs: number,
): () => Promise<string> {
  let pending: Promise<string> | null = null;
  const fetchToken = async (): Promise<string> => {
    const signer = await factory.createCredentials(credentials.appId, audience, loginUrl(credentials), true);
    const signed = await signer.signRequest(createWebResource({ url: audience }));
    const header = signed.headers.get('authorization');
    if (header === undefined) throw new Error('No token came back.');
    return header;
  };
  return () => {
    pending ??= inTime(fetchToken(), timeoutMs)
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
    const impatience = setTimeout(() => reject(new Error('Too slow.')), timeoutMs);
    work.then(resolve, reject).finally(() => clearTimeout(impatience));
  });
}
