import { EnvHttpProxyAgent, type Dispatcher } from 'undici';

/** How bcp gets out: straight, or through the organisation's proxy. */
export interface Network {
  readonly fetch: typeof globalThis.fetch;
  /** For connections that stay open; null = straight. */
  readonly dispatcher: Dispatcher | null;
}

/**
 * The way out. Node 20 reads no proxy setting by itself, so it is wired here, for calls and for Socket Mode alike. Certificates of an
 * inspecting proxy are named in `NODE_EXTRA_CA_CERTS`, which Node reads by itself.
 */
export function networkThrough(proxy: string | null, noProxy: string | null): Network {
  if (proxy === null) return { fetch: globalThis.fetch, dispatcher: null };
  const dispatcher = new EnvHttpProxyAgent({ httpProxy: proxy, httpsProxy: proxy, noProxy: noProxy ?? '' });
  // Node's own fetch, not that of the package: only it knows the forms in which Slack's kit uploads files.
  const through: typeof globalThis.fetch = (input, init) =>
    globalThis.fetch(input, Object.assign({}, init, { dispatcher }));
  return { fetch: through, dispatcher };
}
