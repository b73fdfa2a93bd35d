import { request } from 'node:http';
import { Agent } from 'node:https';
import type { Socket } from 'node:net';
import { connect as secure, type ConnectionOptions, type TLSSocket } from 'node:tls';

/** The organisation's proxy, and the names that are reached without it; null = none. */
export interface WayOut {
  readonly proxy: string | null;
  /** Names with commas between them; each stands for its subdomains too, `*` for all. */
  readonly noProxy: string | null;
}

export const straight: WayOut = { proxy: null, noProxy: null };

/** The proxy through which an address is reached; null = straight. What is not `https:` is on this machine, and never goes through one. */
export function proxyFor(url: URL, { proxy, noProxy }: WayOut): URL | null {
  if (proxy === null || url.protocol !== 'https:') return null;
  const names = (noProxy ?? '').split(/[\s,]+/).filter((name) => name !== '');
  return names.some((name) => isNamed(url, name.toLowerCase())) ? null : new URL(proxy);
}

function isNamed({ hostname, port }: URL, name: string): boolean {
  if (name === '*') return true;
  const [, host = '', ofPort = ''] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(name) ?? [];
  if (ofPort !== '' && ofPort !== (port === '' ? '443' : port)) return false;
  return hostname === host || hostname.endsWith(`.${host}`);
}

/**
 * Connections through a proxy: a tunnel (CONNECT) with TLS to the far end inside it, so that the proxy sees only where it leads. A tunnel
 * that is not there within `timeoutMs` fails, and nothing was sent.
 */
export class TunnelAgent extends Agent {
  readonly #proxy: URL;
  readonly #timeoutMs: number;

  constructor(proxy: URL, timeoutMs: number) {
    super({ keepAlive: true });
    this.#proxy = proxy;
    this.#timeoutMs = timeoutMs;
  }

  override createConnection(
    options: ConnectionOptions,
    callback?: (error: Error | null, stream: TLSSocket) => void,
  ): undefined {
    const { host = '', port = 443 } = options;
    this.#connect(host, port, options).then(
      (socket) => callback?.(null, socket),
      (cause: unknown) =>
        // What comes with an error is never looked at.
        callback?.(cause instanceof Error ? cause : new Error('No tunnel.'), undefined as never),
    );
    return undefined;
  }

  async #connect(host: string, port: number, options: ConnectionOptions): Promise<TLSSocket> {
    const socket = await openTunnel(this.#proxy, `${host}:${port}`, this.#timeoutMs);
    return new Promise((resolve, reject) => {
      const secured = secure({ ...options, socket, servername: options.servername ?? host });
      const impatience = setTimeout(() => secured.destroy(new Error('Too slow.')), this.#timeoutMs);
      secured.once('error', reject);
      secured.once('close', () => clearTimeout(impatience));
      secured.once('secureConnect', () => {
        clearTimeout(impatience);
        secured.off('error', reject);
        resolve(secured);
      });
    });
  }
}

function openTunnel(proxy: URL, target: string, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const ask = request({
      method: 'CONNECT',
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port === '' ? 80 : proxy.port,
      path: target,
      headers: { host: target, ...credentials(proxy) },
      agent: false,
    });
    const impatience = setTimeout(() => ask.destroy(new Error('Too slow.')), timeoutMs);
    ask.once('error', (error) => {
      clearTimeout(impatience);
      reject(error);
    });
    ask.once('connect', (response, socket) => {
      clearTimeout(impatience);
      if (response.statusCode === 200) {
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(new Error(`The proxy opened no tunnel (${response.statusCode ?? 0}).`));
    });
    ask.end();
  });
}

function credentials({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '') return {};
  const words = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(words).toString('base64')}` };
}
