import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { signatureOf } from '../../../src/platforms/slack/doors/verify-request.ts';
import type { Block, ModalView } from '../../../src/platforms/slack/render/blocks.ts';
import { longLivedTestStore } from '../../support/database.ts';
import { closeStages, commandOf, messageOf } from './connected-stage.ts';
import { filledIn } from './filled-in.ts';
import { closeInstallStages, installStage, type InstallStage } from './install-stage.ts';
import { secret, signedRequest } from './slack-stage.ts';

let stage: InstallStage | undefined;

afterEach(async () => {
  await closeInstallStages();
  await closeStages();
  await stage?.store.close();
});

/** bcp behind a real port, its month open. */
async function opened(): Promise<InstallStage> {
  stage = await installStage(await longLivedTestStore());
  await stage.install();
  await stage.moveTo('2026-11-02T09:00:00Z');
  return stage;
}

/** Everything that is stored, to the letter. */
async function everything({ store, partnershipId }: InstallStage): Promise<string> {
  const lines: string[] = [];
  for await (const line of store.whole.rows([partnershipId])) lines.push(JSON.stringify(line));
  return lines.join('\n');
}

type Signed = ReturnType<typeof signedRequest>;

/** What somebody sends who is not Slack, or not now, or not whole. */
const forged: readonly (readonly [string, number, (request: Signed) => Signed])[] = [
  [
    'without a signature',
    401,
    (request) => ({ ...request, headers: { ...request.headers, 'x-slack-signature': '' } }),
  ],
  [
    'signed with another secret',
    401,
    (request) => ({
      ...request,
      headers: {
        ...request.headers,
        'x-slack-signature': signatureOf(
          'another',
          request.headers['x-slack-request-timestamp'],
          request.body,
        ),
      },
    }),
  ],
  ['without its end', 401, (request) => ({ ...request, body: request.body.slice(0, -3) })],
  [
    'six minutes old',
    401,
    (request) => resigned(request, Number(request.headers['x-slack-request-timestamp']) - 360),
  ],
  [
    'of a machine whose clock is six minutes ahead',
    401,
    (request) => resigned(request, Number(request.headers['x-slack-request-timestamp']) + 360),
  ],
  [
    'larger than anything Slack sends',
    413,
    (request) => resigned({ ...request, body: new TextEncoder().encode(`text=${'x'.repeat(1_100_000)}`) }),
  ],
  [
    'that is no form and no JSON',
    400,
    (request) => resigned({ ...request, body: Uint8Array.of(0xff, 0xfe, 0x00) }),
  ],
];

function resigned(request: Signed, at = Number(request.headers['x-slack-request-timestamp'])): Signed {
  const stamp = String(at);
  return {
    ...request,
    headers: {
      ...request.headers,
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': signatureOf(secret, stamp, request.body),
    },
  };
}

describe('a request over HTTP', () => {
  it('changes nothing that is stored when it is forged, stale, cut short, too large or no text', async () => {
    const { web, slack, clock } = await opened();
    const before = await everything(stage!);
    const good = signedRequest(
      messageOf(slack, 'ULENA', 'Green, youth council met twice', 'Ev-forged'),
      'json',
      clock.now(),
    );

    const statuses: number[] = [];
    for (const [, , change] of forged) {
      const { headers, body, path } = change(good);
      statuses.push((await fetch(web.url + path, { method: 'POST', headers, body })).status);
    }

    expect(statuses).toEqual(forged.map(([, status]) => status));
    expect(await everything(stage!)).toBe(before);
  });

  it('that carries a form of 400 kB is taken and saved', async () => {
    const { web, slack, clock, store, partnershipId } = await opened();
    const send = async (body: Record<string, unknown>) => {
      const request = signedRequest(body, 'payload', clock.now());
      const { headers, path } = request;
      const response = await fetch(web.url + path, { method: 'POST', headers, body: request.body });
      return { status: response.status, words: await response.text(), size: request.body.byteLength };
    };
    const user = { id: 'ULENA', team_id: slack.team };
    const prompt = slack.messages.find(({ channel }) => channel === 'DULENA');
    const button = (prompt?.blocks as unknown as readonly Block[])
      .flatMap((block) => (block.type === 'actions' ? block.elements : []))
      .find(({ text }) => text.text === 'Update');
    await send({
      type: 'block_actions',
      team: { id: slack.team },
      user,
      channel: { id: 'DULENA' },
      trigger_id: slack.trigger(),
      actions: [{ type: 'button', block_id: 'b', action_id: button?.action_id, value: button?.value }],
    });
    const { id, hash, view: open } = slack.views.at(-1)!;
    const view = open as unknown as ModalView;
    const values = filledIn(view, { 'IC3.rating': 'green', 'IC3.done': 'Youth council met.' });
    const longText = { type: 'context', elements: [{ type: 'mrkdwn', text: '“'.repeat(42_000) }] };

    const { status, words, size } = await send({
      type: 'view_submission',
      team: { id: slack.team },
      user,
      view: { ...view, blocks: [...view.blocks, longText], id, hash, state: { values } },
    });

    expect(size).toBeGreaterThan(380_000);
    expect([status, words]).toEqual([200, '']);
    const versions = await store.in(partnershipId).updates.versions('2026-11', 'IC3');
    expect(versions.map(({ content }) => content?.rating)).toEqual(['green']);
  });

  it('has one effect when the very same bytes come three times, also on another instance', async () => {
    const here = await opened();
    const { web, slack, clock, store, partnershipId } = here;
    const other = await here.second();
    const { headers, body, path } = signedRequest(
      messageOf(slack, 'ULENA', 'Green, youth council met twice', 'Ev-replayed'),
      'json',
      clock.now(),
    );

    const statuses: number[] = [];
    for (const to of [web, web, other])
      statuses.push((await fetch(to.url + path, { method: 'POST', headers, body })).status);

    expect(statuses).toEqual([200, 200, 200]);
    expect(await store.in(partnershipId).updates.versions('2026-11', 'IC3')).toHaveLength(1);
  });

  it('is cut off when its body never ends and is too large, before it fills the memory', async () => {
    const { web } = await opened();

    const answer = await new Promise<string>((resolve) => {
      const socket = connect(web.port, '127.0.0.1');
      let heard = '';
      socket.write('POST /slack/events HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n');
      const more = setInterval(() => {
        if (socket.writable) socket.write(`10000\r\n${'x'.repeat(65_536)}\r\n`);
      }, 1);
      socket.on('data', (piece) => (heard += piece.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(more);
        resolve(heard);
      });
    });

    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('is answered in words when nobody knows the command, and when the workspace is not installed', async () => {
    const here = await opened();
    const { web, slack, clock } = here;
    const { headers, body, path } = signedRequest(
      { ...commandOf(slack, 'UGRACE', ''), command: '/other' },
      'form',
      clock.now(),
    );

    const unknown = await (await fetch(web.url + path, { method: 'POST', headers, body })).text();
    const elsewhere = await here.command('status', 'T7');

    expect(unknown).toContain('bcp does not know /other');
    expect(String(elsewhere['text'])).toContain('bcp is not installed in this Slack workspace.');
  });

  it('finishes what was begun when bcp stops', async () => {
    const here = await opened();
    const { web, slack, connection, intake } = here;
    slack.fault('chat.postMessage', { kind: 'slow', ms: 600 });
    slack.calls.splice(0);

    const begun = here.event(messageOf(slack, 'ULENA', 'Green, youth council met twice', 'Ev1').event, 'Ev1');
    while (!slack.calls.some(({ method }) => method === 'chat.postMessage'))
      await new Promise((resolve) => setTimeout(resolve, 10));
    await web.close();
    await intake.stop();
    await connection.close(5_000);

    expect(await begun).toBe(200);
    expect(slack.seen('DULENA', 'ULENA').join()).toContain('Recorded');
  });
});
