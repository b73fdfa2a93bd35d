import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../../src/kit/log.ts';
import { slackApi, textAt, type SlackApi } from '../../../src/platforms/slack/api/slack-api.ts';
import { updateForm } from '../../../src/messages/forms/update-form.ts';
import { formView } from '../../../src/platforms/slack/forms/form-view.ts';
import { messagePages } from '../../../src/platforms/slack/render/render-message.ts';
import { postPages, rewritePages } from '../../../src/platforms/slack/sending/post-pages.ts';
import { readBack } from '../../../src/platforms/slack/sending/read-back.ts';
import { everyPart } from '../../messages/sample-message.ts';
import { birminghamPlan } from '../../support/birmingham.ts';
import { freePort } from './free-port.ts';

/** An implementation of Slack's Web API that is not ours: what works with our own stand-in has to work here too. */
let emulator: Emulator;
let api: SlackApi;
let channel = '';
let user = '';

beforeAll(async () => {
  emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: { users: [{ name: 'asha', real_name: 'Asha Verma', email: 'asha.verma@birmingham.example' }] },
    },
  });
  api = slackApi('xoxb-emulated', { fetch: globalThis.fetch, url: `${emulator.url}/api/`, log: silentLog });
  const channels = (await api.call('conversations.list', {}))['channels'] as readonly {
    readonly id: string;
  }[];
  channel = channels[0]?.id ?? '';
  const self = textAt(await api.call('auth.test', {}), 'user_id');
  const users = (await api.call('users.list', {}))['members'] as readonly { readonly id: string }[];
  user = users.find(({ id }) => id !== self)?.id ?? '';
});

afterAll(() => emulator.close());

describe('an independent Slack', () => {
  it('takes a message of every part, and it is found again by its metadata', async () => {
    const now = new Date();

    const id = await postPages(
      api,
      { channel, thread: null },
      {
        pages: messagePages(everyPart, { partnershipId: 'p1' }),
        key: 'prompt:1',
        deliveryId: 'd1',
        pause: () => Promise.resolve(),
      },
    );
    const found = await readBack(api, { channel, root: null }, 'd1', now);

    expect(found.get(0)).toEqual([id.stamps[0]]);
  });

  it('puts a message in the place of one that stands', async () => {
    const post = {
      pages: messagePages(everyPart, { partnershipId: 'p1' }),
      key: 'prompt:2',
      deliveryId: 'd2',
      pause: () => Promise.resolve(),
    };
    const id = await postPages(api, { channel, thread: null }, post);
    const receipt = messagePages({ summary: 'Thank you', parts: [] }, { partnershipId: 'p1' });

    const after = await rewritePages(api, id, receipt);

    const history = await api.call('conversations.history', { channel, limit: 10 });
    expect(after.stamps).toEqual([id.stamps[0]]);
    expect(JSON.stringify(history)).toContain('Thank you');
  });

  it('opens a chat with a person and keeps a file for them', async () => {
    const chat = textAt(await api.call('conversations.open', { users: user }), 'channel', 'id');

    const file = await api.upload({
      fileName: 'chart.png',
      title: 'Chart',
      altText: 'A chart.',
      bytes: Uint8Array.of(1, 2, 3),
      channelId: chat,
    });

    expect(file).toMatch(/^F/);
  });

  it('opens a form once for a press', async () => {
    const form = updateForm({
      month: '2026-11',
      monthWords: 'November 2026',
      isCorrection: false,
      definitions: birminghamPlan().ratingDefinitions,
      actions: [],
      measures: [],
    });
    const trigger = textAt(await api.call('views.generateTriggerId', { user_id: user }), 'trigger_id');
    const view = formView(form, { partnershipId: 'p1' });

    const opened = await api.call('views.open', { trigger_id: trigger, view });

    expect(textAt(opened, 'view', 'callback_id')).toBe('bcp.form');
    await expect(api.call('views.open', { trigger_id: trigger, view })).rejects.toThrow(
      'exchanged_trigger_id',
    );
  });
});
