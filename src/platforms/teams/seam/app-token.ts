import {
  ConfidentialClientApplication,
  ManagedIdentityApplication,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node';
import { X509Certificate } from 'node:crypto';
import type { BotCredentials } from './credentials.ts';
import { guardedHttp, type GuardedHttp } from './guarded-http.ts';
import type { WayOut } from './proxy.ts';

/** Gives the token with which bcp speaks to Teams. Fails with a cause that may hold secrets. */
export type AppToken = () => Promise<string>;

/** The credentials for which Microsoft's login service is asked over the network. */
export type LoginCredentials = Extract<
  BotCredentials,
  { readonly kind: 'secret' | 'certificate' | 'federated' }
>;

export const microsoftLogin = 'https://login.microsoftonline.com';
const scope = 'https://api.botframework.com/.default';

/**
 * The token from Microsoft's login service, kept and renewed by Microsoft's own library. It is handed our HTTP: one attempt, no redirects, this
 * one host, and through the organisation's proxy. The SDK's own way to the same library takes none of that.
 */
export function appToken(
  credentials: LoginCredentials,
  login: string,
  timeoutMs: number,
  wayOut: WayOut,
): AppToken {
  const { host, origin } = new URL(login);
  const http = guardedHttp({ isAllowed: (url) => url.startsWith(`${origin}/`) }, timeoutMs, wayOut);
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: credentials.appId,
      authority: authorityOf(credentials, login),
      knownAuthorities: [host],
      ...proofOf(credentials),
    },
    system: { networkClient: networkOn(http) },
  });
  return async () => {
    const token = await application.acquireTokenByClientCredential({ scopes: [scope] });
    if (!token) throw new Error('No token came back.');
    return token.accessToken;
  };
}

/** Where the app is registered. Bots made as multi-tenant before August 2025 are of Microsoft's own tenant. */
export function authorityOf({ homeTenantId }: BotCredentials, login = microsoftLogin): string {
  return `${login}/${homeTenantId === '' ? 'botframework.com' : homeTenantId}`;
}

function proofOf(credentials: LoginCredentials) {
  switch (credentials.kind) {
    case 'secret':
      return { clientSecret: credentials.secret };
    case 'certificate':
      return {
        clientCertificate: {
          thumbprint: new X509Certificate(credentials.certificate).fingerprint.replaceAll(':', ''),
          privateKey: credentials.privateKey,
          x5c: credentials.certificate,
        },
      };
    case 'federated':
      return { clientAssertion: assertionOf(credentials.clientId) };
  }
}

/** The word of a managed identity that this is us. It comes from the machine's own address inside Azure, which no proxy reaches. */
function assertionOf(clientId: string): () => Promise<string> {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
  });
  return async () => (await identity.acquireToken({ resource: 'api://AzureADTokenExchange' })).accessToken;
}

function networkOn(http: GuardedHttp): INetworkModule {
  // What is in the answer is the library's to judge.
  const call = async (method: 'GET' | 'POST', url: string, options: NetworkRequestOptions = {}) => {
    const { headers = {}, body = null } = options;
    const answer = await http({ method, url, headers, body });
    return { headers: answer.headers, status: answer.status, body: JSON.parse(answer.body) as never };
  };
  return {
    sendGetRequestAsync: (url, options) => call('GET', url, options),
    sendPostRequestAsync: (url, options) => call('POST', url, options),
  };
}
