import { createEmulator } from 'emulate';
import { describe, it } from 'vitest';
import type { SettableClock } from '../../../src/kit/clock.ts';
import { silentLog } from '../../../src/kit/log.ts';
import { slackApi, textAt } from '../../../src/platforms/slack/api/slack-api.ts';
import { FakeSlack } from './fake-slack/fake-slack.ts';
import { slackServer } from './fake-slack/slack-server.ts';
import { freePort } from './free-port.ts';
import { httpPeer } from './http-peer.ts';
import { browserIsHere, inABrowser } from './in-a-browser.ts';
import { localSlackPeer, localSlackProgram } from './local-slack-peer.ts';
import { monthIn, type SlackPeer } from './scenario.ts';
import { accounts } from './slack-people.ts';

/** The clock of the stage, as soon as there is one. */
function clockToCome() {
  const clock: { current: SettableClock | null } = { current: null };
  return { clock, now: { now: () => clock.current?.now() ?? new Date('2026-11-02T08:59:00Z') } };
}

async function ours(): Promise<SlackPeer> {
  const { clock, now } = clockToCome();
  const slack = new FakeSlack(now);
  for (const [name, id] of Object.entries(accounts)) slack.addUser(id, `${name}@birmingham.example`);
  slack.addChannel('CBOARD', Object.values(accounts));
  const server = await slackServer(slack);
  return httpPeer({
    target: server.url,
    token: slack.token,
    channel: 'CBOARD',
    idOf: (name) => accounts[name] ?? '',
    trigger: () => Promise.resolve(slack.trigger()),
    clock,
    close: () => server.close(),
  });
}

/** An implementation of Slack's Web API that is not ours: emulate@0.12.2. */
async function anIndependentOne(): Promise<SlackPeer> {
  const { clock } = clockToCome();
  const names = Object.keys(accounts);
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        users: names.map((name) => ({ name, real_name: name, email: `${name}@birmingham.example` })),
        channels: [{ name: 'board', is_private: false }],
      },
    },
  });
  const token = 'xoxb-emulated';
  const api = slackApi(token, { fetch: globalThis.fetch, url: `${emulator.url}/api/`, log: silentLog });
  const { members } = await api.call('users.list', {});
  const known = members as readonly { readonly id: string; readonly name: string }[];
  const idOf = (name: string) => known.find((each) => each.name === name)?.id ?? '';
  const { channels } = await api.call('conversations.list', {});
  const board = (channels as readonly { readonly id: string; readonly name: string }[]).find(
    ({ name }) => name === 'board',
  );
  return httpPeer({
    target: emulator.url,
    token,
    channel: board?.id ?? '',
    idOf,
    trigger: async (userId) =>
      textAt(await api.call('views.generateTriggerId', { user_id: userId }), 'trigger_id'),
    clock,
    close: () => emulator.close(),
  });
}

if (localSlackProgram === null)
  process.stderr.write(
    'local-slack is not here: the month over Socket Mode against a program that is not ours is NOT run. npm install --no-save local-slack-linux-x64@0.1.8\n',
  );

describe('the same month', { timeout: 120_000 }, () => {
  it.each<[string, () => Promise<SlackPeer>]>([
    ['in our stand-in of Slack', ours],
    ['in emulate, which is not ours', anIndependentOne],
  ])('goes well %s', async (_where, makePeer) => {
    const peer = await makePeer();
    try {
      await monthIn(peer);
    } finally {
      await peer.close();
    }
  });

  const localSlack = async () => localSlackPeer(localSlackProgram ?? '', await freePort());
  const inChromium = async () => inABrowser(await localSlack());

  it.skipIf(localSlackProgram === null).each<[string, boolean, () => Promise<SlackPeer>]>([
    ['over Socket Mode', true, localSlack],
    ['over Socket Mode, by hand in a browser', browserIsHere, inChromium],
  ])('goes well in local-slack, which is not ours, %s', async (_how, isHere, makePeer) => {
    if (!isHere) {
      process.stderr.write('There is no chromium here: the month by hand in a browser is NOT run.\n');
      return;
    }
    const peer = await makePeer();
    try {
      await monthIn(peer);
    } finally {
      await peer.close();
    }
  });
});
