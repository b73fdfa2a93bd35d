import { retryDelivery } from '../../../src/use-cases/settle-delivery.ts';
import { describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import type { Fault } from './fake-slack/fake-shapes.ts';
import { slackStage, type SlackStage } from './slack-stage.ts';

const opens = '2026-11-02T09:00:00Z';

async function deliveriesOf(stage: SlackStage) {
  return stage.store.in(stage.partnershipId).deliveries.recent(100);
}

/** Moves the clock on and sends what is due, often enough for every retry of the next hours. */
async function laterOn(stage: SlackStage): Promise<void> {
  for (const minutes of [1, 2, 4, 8, 16, 32, 64, 128]) {
    stage.clock.set(new Date(new Date(opens).getTime() + minutes * 60_000));
    await stage.drain();
  }
}

const prompts = (stage: SlackStage) => stage.slack.messages.filter(({ channel }) => channel.startsWith('DU'));

/** Everything that was promised is sent and stands in its conversation, and nothing stands twice. */
async function expectEachOnce(stage: SlackStage): Promise<void> {
  const deliveries = await deliveriesOf(stage);
  const promised = deliveries.map(({ to }) => (to.kind === 'account' ? `D${to.accountId}` : '')).sort();
  const standing = prompts(stage).map(({ channel }) => channel);
  expect(standing.sort()).toEqual(promised);
  expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(['sent']));
}

describe('a message that Slack took or did not take', () => {
  it.each<[string, Fault]>([
    ['the connection broke after Slack had taken it', { kind: 'reset', accepts: true }],
    ['the connection broke before', { kind: 'reset', accepts: false }],
    ['the connection was refused', { kind: 'refused_connection' }],
    ['Slack answered 500 and had taken it', { kind: 'status', status: 500, accepts: true }],
    ['Slack answered 503 and had not', { kind: 'status', status: 503, accepts: false }],
    ['Slack said internal_error and had taken it', { kind: 'error', error: 'internal_error', accepts: true }],
    ['Slack asked to wait', { kind: 'rate_limited', seconds: 30 }],
    ['Slack asked to wait and did not say how long', { kind: 'rate_limited', seconds: null }],
    ['a page of a captive network came back', { kind: 'html' }],
  ])('stands there once in the end when %s', async (_what, fault) => {
    const stage = await slackStage(await testStore());
    stage.slack.fault('chat.postMessage', fault);

    await stage.moveTo(opens);
    await laterOn(stage);

    await expectEachOnce(stage);
  });

  it('stands there once when it arrives late, after bcp had looked and sent it again', async () => {
    const stage = await slackStage(await testStore());
    stage.slack.fault('chat.postMessage', { kind: 'late' });
    await stage.moveTo(opens);
    const lateOne = (await deliveriesOf(stage)).find(({ state }) => state === 'waiting');

    stage.slack.fault('chat.postMessage', { kind: 'reset', accepts: true });
    stage.clock.set(new Date('2026-11-02T09:01:00Z'));
    await stage.drain();
    stage.slack.arriveLate();
    await laterOn(stage);

    expect(lateOne).toBeDefined();
    await expectEachOnce(stage);
  });

  it.each<[string, Fault]>([
    ['Slack is busy', { kind: 'status', status: 503, accepts: false }],
    ['Slack asks to wait', { kind: 'rate_limited', seconds: 30 }],
    ['the connection breaks', { kind: 'reset', accepts: true }],
  ])('stands there once in the end although %s when a copy is to be taken away', async (_what, fault) => {
    const stage = await slackStage(await testStore());
    stage.slack.fault('chat.postMessage', { kind: 'late' });
    await stage.moveTo(opens);
    stage.slack.fault('chat.postMessage', { kind: 'reset', accepts: true });
    stage.clock.set(new Date('2026-11-02T09:01:00Z'));
    await stage.drain();
    stage.slack.arriveLate();
    stage.slack.fault('chat.delete', fault);

    await laterOn(stage);

    await expectEachOnce(stage);
  });

  it('stands there once when the first copy arrives while the second is posted and cannot be taken away at once', async () => {
    const stage = await slackStage(await testStore());
    stage.slack.fault('chat.postMessage', { kind: 'late' });
    await stage.moveTo(opens);
    stage.slack.fault('chat.postMessage', { kind: 'slow', ms: 300 });
    stage.slack.fault('chat.delete', { kind: 'status', status: 503, accepts: false });
    stage.slack.calls.splice(0);
    const isCalled = (wanted: string) => stage.slack.calls.some(({ method }) => method === wanted);

    stage.clock.set(new Date('2026-11-02T09:01:00Z'));
    const drained = stage.drain();
    await expect.poll(() => isCalled('chat.postMessage'), { timeout: 5_000 }).toBe(true);
    stage.slack.arriveLate();
    await drained;
    const tried = isCalled('chat.delete');
    await laterOn(stage);

    expect(tried).toBe(true);
    await expectEachOnce(stage);
  });

  it('counts as sent where Slack never lets a copy be deleted', async () => {
    const stage = await slackStage(await testStore());
    stage.slack.fault('chat.postMessage', { kind: 'late' });
    await stage.moveTo(opens);
    stage.slack.fault('chat.postMessage', { kind: 'reset', accepts: true });
    stage.clock.set(new Date('2026-11-02T09:01:00Z'));
    await stage.drain();
    stage.slack.arriveLate();
    const never: Fault = { kind: 'error', error: 'compliance_exports_prevent_deletion' };
    stage.slack.fault('chat.delete', never, never, never);

    await laterOn(stage);

    expect(new Set((await deliveriesOf(stage)).map(({ state }) => state))).toEqual(new Set(['sent']));
  });

  it('carries a key that is the same for each try, and metadata without a word about anybody', async () => {
    const stage = await slackStage(await testStore());
    stage.slack.fault('chat.postMessage', { kind: 'status', status: 503, accepts: false });

    await stage.moveTo(opens);
    await laterOn(stage);

    const posts = stage.slack.calls.filter(({ method }) => method === 'chat.postMessage');
    const keys = posts.map(({ args }) => args['client_msg_id']);
    const promised = (await deliveriesOf(stage)).length;
    expect(posts).toHaveLength(promised + 1);
    expect(new Set(keys).size).toBe(promised);
    for (const { args } of posts)
      expect(Object.keys(JSON.parse(args['metadata'] ?? '{}') as object)).toEqual([
        'event_type',
        'event_payload',
      ]);
    expect(posts.map(({ args }) => args['metadata']).join()).not.toContain('asha');
  });

  it('is not sent anywhere else when one conversation has to wait', async () => {
    const stage = await slackStage(await testStore());
    stage.slack.fault('chat.postMessage', { kind: 'rate_limited', seconds: 600 });

    await stage.moveTo(opens);

    expect(prompts(stage)).toHaveLength((await deliveriesOf(stage)).length - 1);
  });

  it('is told to the secretariat when the account is gone, and not tried again', async () => {
    const stage = await slackStage(await testStore());
    stage.slack.users.get('ULENA')!.deleted = true;

    await stage.moveTo(opens);
    await laterOn(stage);

    const lost = (await deliveriesOf(stage)).find(({ state }) => state === 'nobody_there');
    expect(lost?.trouble).toBe('This Slack account has been deactivated.');
    expect(
      stage.slack.calls.filter(
        ({ method, args }) => method === 'chat.postMessage' && args['channel'] === 'ULENA',
      ),
    ).toHaveLength(1);
  });

  it.each(['token_revoked', 'account_inactive'] as const)(
    'waits for the next installation when Slack no longer takes the key and calls it %s',
    async (word) => {
      const stage = await slackStage(await testStore());
      stage.slack.revoked = true;
      stage.slack.revokedAs = word;
      await stage.moveTo(opens);

      stage.slack.revoked = false;
      await laterOn(stage);

      await expectEachOnce(stage);
    },
  );

  it('is written anew when somebody deleted what it should take the place of', async () => {
    const stage = await slackStage(await testStore());
    await stage.moveTo(opens);
    stage.slack.messages.splice(
      stage.slack.messages.findIndex(({ channel }) => channel === 'DULENA'),
      1,
    );

    await stage.write('lena.hart', 'Green, youth council met twice');
    await stage.drain();

    expect(stage.slack.seen('DULENA', 'ULENA').join('\n')).toContain('Thank you: November 2026 is recorded');
  });

  it('is not posted in a channel that has come to be shared, and the channel is known as shared from then on', async () => {
    const stage = await slackStage(await testStore());
    const records = stage.store.in(stage.partnershipId);
    await records.channels.save({
      id: 'c1',
      platform: 'slack',
      tenantId: 'T1',
      channelId: 'CBOARD',
      name: 'board',
      audience: 'board',
      reach: 'members',
    });
    stage.slack.channels.get('CBOARD')!.shared = true;
    const now = stage.clock.now();
    await records.deliveries.promise({
      id: 'd1',
      key: 'digest:test',
      purpose: 'digest',
      to: { kind: 'channel', platform: 'slack', tenantId: 'T1', channelId: 'CBOARD' },
      message: { summary: 'The digest', parts: [{ kind: 'text', text: 'The digest', tone: 'normal' }] },
      replaces: null,
      promisedAt: now,
      dueAt: now,
    });

    await stage.drain();

    expect(stage.slack.messages).toEqual([]);
    expect((await records.deliveries.byKey('digest:test'))?.trouble).toContain(
      'shared with another organisation',
    );
    expect((await records.channels.all())[0]?.reach).toBe('shared');

    // However it comes to be tried again: what was written for members stays with them.
    const again = await retryDelivery(stage.deps, stage.partnershipId, 'd1', null);
    await records.deliveries.move('d1', ['refused'], 'waiting', stage.clock.now(), null);
    await stage.drain();

    expect(again).toMatchObject({
      ok: false,
      error: { words: expect.stringContaining('Post the digest again') as string },
    });
    expect(stage.slack.messages).toEqual([]);
    expect((await records.deliveries.byKey('digest:test'))?.state).toBe('refused');
  });

  it('is not posted in a channel that was taken out of use while it waited', async () => {
    const stage = await slackStage(await testStore());
    const { deliveries } = stage.store.in(stage.partnershipId);
    const now = stage.clock.now();
    await deliveries.promise({
      id: 'd1',
      key: 'digest:test',
      purpose: 'digest',
      to: { kind: 'channel', platform: 'slack', tenantId: 'T1', channelId: 'CBOARD', readers: 'anyone' },
      message: { summary: 'The digest', parts: [{ kind: 'text', text: 'The digest', tone: 'normal' }] },
      replaces: null,
      promisedAt: now,
      dueAt: now,
    });

    await stage.drain();

    expect(stage.slack.messages).toEqual([]);
    expect((await deliveries.byKey('digest:test'))?.trouble).toContain('it was taken out of use');
  });
});
