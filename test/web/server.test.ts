import { afterEach, expect, test } from 'vitest';
import { jsonResponse, type Door, type DoorRequest } from '../../src/kit/door.ts';
import { jsonLog, silentLog } from '../../src/kit/log.ts';
import { startWebServer, type WebServer, type WebServerOptions } from '../../src/web/server.ts';
import { ask, askRaw } from './ask.ts';

let server: WebServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

async function start(options: Partial<WebServerOptions> = {}): Promise<WebServer> {
  server = await startWebServer({
    doors: [],
    log: silentLog,
    isHealthy: () => Promise.resolve(true),
    port: 0,
    ...options,
  });
  return server;
}

/** A door that answers everything under /echo with what it was handed. */
function echo(seen: DoorRequest[] = []): Door {
  return {
    matches: (_method, path) => path.startsWith('/echo'),
    handle: (request) => {
      seen.push(request);
      return Promise.resolve(jsonResponse(200, { body: new TextDecoder().decode(request.body) }));
    },
  };
}

test('a healthy program says so, an unhealthy one does not, and neither says why', async () => {
  let healthy = true;
  const { port } = await start({
    isHealthy: () => (healthy ? Promise.resolve(true) : Promise.reject(new Error('db at 10.0.0.7'))),
  });

  const well = await ask(port, '/healthz');
  healthy = false;
  const ill = await ask(port, '/healthz');

  expect([well.status, well.text]).toEqual([200, '{"status":"ok"}']);
  expect([ill.status, ill.text]).toEqual([503, '{"error":"not ready"}']);
});

test('a request goes to the door that matches it, with its query and body', async () => {
  const seen: DoorRequest[] = [];
  const { port } = await start({ doors: [echo(seen)] });

  const reply = await ask(port, '/echo/there?a=1', { method: 'POST', body: 'hello' });

  expect([reply.status, reply.text]).toEqual([200, '{"body":"hello"}']);
  expect(seen[0]).toMatchObject({ method: 'POST', path: '/echo/there' });
  expect(seen[0]?.query.get('a')).toBe('1');
});

test('what no door knows is not found', async () => {
  const { port } = await start({ doors: [echo()] });

  const reply = await ask(port, '/elsewhere');

  expect([reply.status, reply.text]).toEqual([404, '{"error":"not found"}']);
});

test('asking for the head only gives the head only', async () => {
  const { port } = await start({ doors: [echo()] });

  const reply = await ask(port, '/echo', { method: 'HEAD' });

  expect([reply.status, reply.text, reply.headers['content-length']]).toEqual([200, '', '11']);
});

test.each(['localhost', 'localhost:3900', '127.0.0.1:3900', '[::1]:3900', 'LocalHost:1'])(
  'the machine itself may call it %s',
  async (host) => {
    const { port } = await start();

    expect((await ask(port, '/healthz', { headers: { host } })).status).toBe(200);
  },
);

test.each([
  'evil.example',
  'evil.example:3900',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'localhost@evil',
])('another site whose name was pointed at this machine gets nothing: %s', async (host) => {
  const { port } = await start({ doors: [echo()] });

  const reply = await ask(port, '/echo', { headers: { host } });

  expect([reply.status, reply.text]).toEqual([421, '{"error":"not served under this name"}']);
});

test.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost'])(
  'the page of another origin cannot change anything: %s',
  async (origin) => {
    const seen: DoorRequest[] = [];
    const { port } = await start({ doors: [echo(seen)] });

    const reply = await ask(port, '/echo', { method: 'POST', headers: { origin }, body: '{}' });

    expect([reply.status, reply.text]).toEqual([403, '{"error":"not allowed from there"}']);
    expect(seen).toEqual([]);
  },
);

test('our own page, and a caller that is no browser, may change things', async () => {
  const { port } = await start({ doors: [echo()] });

  const ownPage = await ask(port, '/echo', {
    method: 'POST',
    headers: { origin: `http://127.0.0.1:${port}` },
    body: '{}',
  });
  const noBrowser = await ask(port, '/echo', { method: 'POST', body: '{}' });

  expect([ownPage.status, noBrowser.status]).toEqual([200, 200]);
});

test('a body of 256 kB is read and one byte more is refused', async () => {
  const seen: DoorRequest[] = [];
  const { port } = await start({ doors: [echo(seen)] });
  const limit = 256 * 1024;

  const atLimit = await ask(port, '/echo', { method: 'POST', body: 'x'.repeat(limit) });
  const over = await ask(port, '/echo', {
    method: 'POST',
    headers: { 'transfer-encoding': 'chunked' },
    body: 'x'.repeat(limit + 1),
  });
  const promised = await askRaw(
    port,
    `POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${limit + 1}\r\n\r\n`,
  );

  expect([atLimit.status, over.status]).toEqual([200, 413]);
  expect(promised).toContain('{"error":"too large"}');
  expect(seen).toHaveLength(1);
});

test('a door may take larger bodies than the others, up to its own limit', async () => {
  const seen: DoorRequest[] = [];
  const large = {
    ...echo(seen),
    matches: (_: string, path: string) => path === '/large',
    bodyLimit: 500_000,
  };
  const { port } = await start({ doors: [large, echo()] });
  const post = (path: string, size: number) => ask(port, path, { method: 'POST', body: 'x'.repeat(size) });

  const answers = [
    await post('/large', 500_000),
    await post('/large', 500_001),
    await post('/echo', 500_000),
  ];

  expect(answers.map(({ status }) => status)).toEqual([200, 413, 413]);
  expect(seen).toHaveLength(1);
});

test.each([
  'GET / HTTP/9.9\r\n\r\n',
  'hello\r\n\r\n',
  'GET http://localhost/echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  'GET //evil.example/echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  'POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n',
  'POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
])('what is no request gets constant words: %j', async (bytes) => {
  const { port } = await start({ doors: [echo()] });

  const reply = await askRaw(port, bytes);

  expect(reply).toMatch(/^HTTP\/1\.1 400 /);
  expect(reply.split('\r\n\r\n')[1]).toBe('{"error":"bad request"}');
});

test('a door that fails is logged, and the caller learns nothing of the inside', async () => {
  const lines: string[] = [];
  const door: Door = {
    matches: () => true,
    handle: () => Promise.reject(new Error('getaddrinfo ENOTFOUND db.internal')),
  };
  const { port } = await start({ doors: [door], log: jsonLog((line) => lines.push(line), 'error') });

  const reply = await ask(port, '/');

  expect(reply.status).toBe(500);
  expect(reply.text).not.toMatch(/db\.internal|stack|Error/);
  expect(lines.join('')).toContain('db.internal');
});

test('every answer forbids what a page of ours never needs', async () => {
  const { port } = await start();

  const { headers } = await ask(port, '/nothing');

  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self';/,
  );
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
});

test('closing finishes what was begun and takes nothing new', async () => {
  let finish = () => {};
  let begun = () => {};
  const isBegun = new Promise<void>((resolve) => (begun = resolve));
  const slow: Door = {
    matches: () => true,
    handle: async () => {
      begun();
      await new Promise<void>((resolve) => (finish = resolve));
      return jsonResponse(200, { finished: true });
    },
  };
  const running = await start({ doors: [slow] });
  const underWay = ask(running.port, '/slow');
  await isBegun;

  const closed = running.close();
  const late = ask(running.port, '/late').then(
    () => 'taken',
    () => 'refused',
  );
  expect(await late).toBe('refused');
  finish();

  expect((await underWay).text).toBe('{"finished":true}');
  await closed;
  server = null;
});

test('a port that is taken is said at once', async () => {
  const { port } = await start();

  const second = startWebServer({ doors: [], log: silentLog, isHealthy: () => Promise.resolve(true), port });

  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
