import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SettableClock } from '../../../src/kit/clock.ts';
import { silentLog } from '../../../src/kit/log.ts';
import { slackApi, textAt } from '../../../src/platforms/slack/api/slack-api.ts';
import type { SlackConnection } from '../../../src/platforms/slack/connect.ts';
import type { Block, ModalView } from '../../../src/platforms/slack/render/blocks.ts';
import { filledIn } from './filled-in.ts';
import { textsIn } from './fake-slack/block-limits.ts';
import type { SlackPeer } from './scenario.ts';
import { secret, signedRequest } from './slack-stage.ts';

export interface HttpPeerOptions {
  /** Where the Web API is, without `/api/`. */
  readonly target: string;
  readonly token: string;
  readonly channel: string;
  readonly idOf: (name: string) => string;
  /** A press may open one form: Slack's word for it. */
  readonly trigger: (userId: string) => Promise<string>;
  readonly clock: { current: SettableClock | null };
  readonly close: () => Promise<void>;
}

/** A Slack that knows the Web API only: what people do is signed and sent to bcp over HTTP, as Slack does it. */
export async function httpPeer(options: HttpPeerOptions): Promise<SlackPeer> {
  const relay = await recordingRelay(options.target);
  const url = `${relay.url}/api/`;
  const api = slackApi(options.token, { fetch: globalThis.fetch, url, log: silentLog });
  const team = textAt(await api.call('auth.test', {}), 'team_id');
  let connection: SlackConnection | null = null;
  let count = 0;
  const send = async (body: Record<string, unknown>, kind: 'form' | 'json' | 'payload'): Promise<unknown> => {
    const door = connection?.doors[0];
    const clock = options.clock.current;
    if (!door || !clock) throw new Error('bcp is not connected.');
    const response = await door.handle(signedRequest(body, kind, clock.now()));
    if (response.status !== 200) throw new Error(`bcp answered ${response.status}.`);
    return response.body === '' ? {} : JSON.parse(String(response.body));
  };
  const chatOf = async (who: string) =>
    textAt(await api.call('conversations.open', { users: options.idOf(who) }), 'channel', 'id');
  const messagesIn = async (channel: string) => {
    const { messages } = await api.call('conversations.history', { channel, limit: 100 });
    return [
      ...(messages as readonly { readonly text?: string; readonly blocks?: readonly Block[] }[]),
    ].reverse();
  };
  return {
    team,
    idOf: options.idOf,
    channel: options.channel,
    settings: {
      mode: 'http',
      botToken: options.token,
      appToken: null,
      signingSecrets: [secret],
      install: null,
      apiUrl: url,
      publicUrl: 'https://bcp.example.org',
      proxy: null,
      noProxy: null,
    },
    connected: (given, clock) => {
      connection = given;
      options.clock.current = clock;
      return Promise.resolve();
    },
    command: async (who, words) => {
      const reply = await send(
        {
          command: '/bcp',
          text: words,
          team_id: team,
          user_id: options.idOf(who),
          channel_id: options.channel,
          trigger_id: await options.trigger(options.idOf(who)),
          response_url: `${relay.url}/hook`,
        },
        'form',
      );
      return JSON.stringify(reply);
    },
    write: async (who, text) => {
      const event = {
        type: 'message',
        channel_type: 'im',
        channel: await chatOf(who),
        user: options.idOf(who),
        text,
        ts: '1.000001',
      };
      await send({ type: 'event_callback', team_id: team, event_id: `Ev${(count += 1)}`, event }, 'json');
    },
    press: async (who, label) => {
      const channel = await chatOf(who);
      const buttons = (await messagesIn(channel)).flatMap(({ blocks }) =>
        (blocks ?? []).flatMap((block) => (block.type === 'actions' ? block.elements : [])),
      );
      const button = buttons.findLast(({ text }) => text.text === label);
      if (!button) throw new Error(`There is no button "${label}".`);
      await send(
        {
          type: 'block_actions',
          team: { id: team },
          user: { id: options.idOf(who), team_id: team },
          channel: { id: channel },
          trigger_id: await options.trigger(options.idOf(who)),
          response_url: `${relay.url}/hook`,
          actions: [{ type: 'button', block_id: 'b', action_id: button.action_id, value: button.value }],
        },
        'payload',
      );
    },
    submit: async (who, typed) => {
      const open = () => {
        const opened = relay.views.at(-1);
        if (!opened) throw new Error('No form is open.');
        return { ...opened, state: { values: filledIn(opened, typed) } };
      };
      const person = { team: { id: team }, user: { id: options.idOf(who), team_id: team } };
      for (const block of open().blocks) {
        if (block.type !== 'input' || block.dispatch_action !== true || !(block.block_id in typed)) continue;
        const trigger_id = await options.trigger(options.idOf(who));
        const action = { block_id: block.block_id, action_id: block.element.action_id };
        const chosen = { type: 'block_actions', ...person, trigger_id, view: open(), actions: [action] };
        await send(chosen, 'payload');
      }
      const answer = await send({ type: 'view_submission', ...person, view: open() }, 'payload');
      if (JSON.stringify(answer) !== '{}') throw new Error(`The form stayed open: ${JSON.stringify(answer)}`);
    },
    seen: async (place) => {
      const channel = 'who' in place ? await chatOf(place.who) : place.channel;
      return (await messagesIn(channel)).map(({ text, blocks }) => [text, ...textsIn(blocks)].join('\n'));
    },
    close: async () => {
      await relay.close();
      await options.close();
    },
  };
}

/** A form that is open, under the id and the hash that the other Slack gave it. */
type OpenView = ModalView & { readonly id: string; readonly hash: string };

/** Passes every call on as it is, and keeps the forms that were opened or changed. */
async function recordingRelay(target: string) {
  const views: OpenView[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const path = request.url ?? '/';
      if (path === '/hook') {
        response.end('ok');
        return;
      }
      const answer = await fetch(target + path, {
        method: 'POST',
        headers: {
          'content-type': request.headers['content-type'] ?? '',
          authorization: request.headers.authorization ?? '',
        },
        body,
      });
      const text = await answer.text();
      const view = new URLSearchParams(body).get('view');
      if (/\/views\.(?:open|update)$/.test(path) && view !== null) {
        const reply = JSON.parse(text) as { readonly ok: boolean; readonly view?: OpenView };
        const [id, hash] = [reply.view?.id ?? '', reply.view?.hash ?? ''];
        if (reply.ok) views.push({ ...(JSON.parse(view) as ModalView), id, hash });
      }
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    views,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
