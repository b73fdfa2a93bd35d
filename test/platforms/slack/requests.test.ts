import { beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../../src/kit/log.ts';
import { clockAt } from '../../../src/kit/clock.ts';
import { slackHttpDoor } from '../../../src/platforms/slack/doors/http-door.ts';
import type { SlackGate, SlackPayload } from '../../../src/platforms/slack/doors/slack-gate.ts';
import { secret, signedRequest } from './slack-stage.ts';

const now = new Date('2026-11-03T09:00:00Z');
const command = { command: '/bcp', text: 'status', team_id: 'T1' };
let taken: SlackPayload[] = [];

const gate: SlackGate = {
  receiver: { init: () => undefined, start: () => Promise.resolve(), stop: () => Promise.resolve() },
  take: (payload) => {
    taken.push(payload);
    return Promise.resolve({ kind: 'taken', body: '' });
  },
  sayLate: () => Promise.resolve(),
};
const door = slackHttpDoor({
  gate,
  signingSecrets: [secret, 'the-older-secret'],
  clock: clockAt(now),
  log: silentLog,
});
const seconds = (count: number) => new Date(now.getTime() + count * 1_000);

beforeEach(() => {
  taken = [];
});

describe('a request to the address of Slack', () => {
  it.each([
    ['signed with the secret', signedRequest(command, 'form', now)],
    ['signed with the secret of before', signedRequest(command, 'form', now, 'the-older-secret')],
    ['five minutes old', signedRequest(command, 'form', seconds(-300))],
    ['five minutes early', signedRequest(command, 'form', seconds(300))],
  ])('is taken when it is %s', async (_what, request) => {
    const response = await door.handle(request);

    expect(response.status).toBe(200);
    expect(taken).toHaveLength(1);
  });

  const fine = signedRequest(command, 'form', now);
  const withHeader = (name: string, value: string) => ({
    ...fine,
    headers: { ...fine.headers, [name]: value },
  });

  it.each([
    ['has no signature', withHeader('x-slack-signature', '')],
    ['is signed with another secret', signedRequest(command, 'form', now, 'somebody-else')],
    [
      'is signed as version 1',
      withHeader('x-slack-signature', fine.headers['x-slack-signature'].replace('v0=', 'v1=')),
    ],
    ['has two signatures', withHeader('x-slack-signature', `${fine.headers['x-slack-signature']}, v0=00`)],
    ['has no time', withHeader('x-slack-request-timestamp', '')],
    [
      'has another time than was signed',
      withHeader('x-slack-request-timestamp', String(now.getTime() / 1_000 + 1)),
    ],
    ['is 301 seconds old', signedRequest(command, 'form', seconds(-301))],
    ['is 301 seconds early', signedRequest(command, 'form', seconds(301))],
    ['is a year early', signedRequest(command, 'form', seconds(365 * 86_400))],
    ['lacks its end', { ...fine, body: fine.body.slice(0, -3) }],
    [
      'has one letter changed',
      { ...fine, body: Uint8Array.from(fine.body, (byte, index) => (index === 5 ? byte + 1 : byte)) },
    ],
  ])('is refused and changes nothing when it %s', async (_what, request) => {
    const response = await door.handle(request);

    expect(response.status).toBe(401);
    expect(response.body).toBe('{"error":"not signed by Slack"}');
    expect(taken).toEqual([]);
  });

  it('is refused when its letters are no text', async () => {
    const bytes = Uint8Array.of(0x61, 0x3d, 0xff, 0xfe);
    const { signatureOf } = await import('../../../src/platforms/slack/doors/verify-request.ts');
    const stamp = fine.headers['x-slack-request-timestamp'];

    const response = await door.handle({
      ...fine,
      body: bytes,
      headers: { ...fine.headers, 'x-slack-signature': signatureOf(secret, stamp, bytes) },
    });

    expect(response.status).toBe(400);
    expect(taken).toEqual([]);
  });

  it('is answered with its own word when Slack sees whether the address is ours', async () => {
    const response = await door.handle(
      signedRequest({ type: 'url_verification', challenge: 'abc' }, 'json', now),
    );

    expect(response.body).toBe('{"challenge":"abc"}');
  });
});
