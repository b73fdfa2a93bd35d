import { describe, expect, it } from 'vitest';
import { drainOutbox } from '../../../src/delivery/drain.ts';
import { silentLog } from '../../../src/kit/log.ts';
import type { Message, MessagePart } from '../../../src/messages/message.ts';
import { slackSender } from '../../../src/platforms/slack/sending/slack-sender.ts';
import { retryDelivery } from '../../../src/use-cases/settle-delivery.ts';
import { testStore } from '../../support/database.ts';
import { textsIn } from './fake-slack/block-limits.ts';
import type { Fault } from './fake-slack/fake-shapes.ts';
import { slackStage, type SlackStage } from './slack-stage.ts';

const toLena = {
  kind: 'account',
  platform: 'slack',
  tenantId: 'T1',
  accountId: 'ULENA',
  personId: 'lena',
} as const;
const toBoard = { kind: 'channel', platform: 'slack', tenantId: 'T1', channelId: 'CBOARD' } as const;

/** A call that goes well, where the fault is meant for the next. */
const fine: Fault = { kind: 'slow', ms: 0 };

/** Each of these takes a page of its own: Slack shows one table a message. */
const pageOf = (word: string): MessagePart => ({
  kind: 'table',
  caption: '',
  columns: [word, 'Rating'],
  rows: [['IC3', 'Green']],
});
const pages = (...words: readonly string[]): Message => ({
  summary: `${words.join(' and ')}.`,
  parts: words.map(pageOf),
});

/** The board's channel, in use. */
async function useBoard(stage: SlackStage): Promise<void> {
  await stage.store.in(stage.partnershipId).channels.save({
    id: 'board',
    platform: 'slack',
    tenantId: 'T1',
    channelId: 'CBOARD',
    name: 'board',
    audience: 'board',
    reach: 'members',
  });
}

async function promise(
  stage: SlackStage,
  message: Message,
  to: typeof toLena | typeof toBoard = toLena,
  key = 'prompt:test',
  replaces: string | null = null,
): Promise<void> {
  const now = stage.clock.now();
  if (to.kind === 'channel') await useBoard(stage);
  await stage.store.in(stage.partnershipId).deliveries.promise({
    id: `d-${key}`,
    key,
    purpose: 'prompt',
    to,
    message,
    replaces,
    promisedAt: now,
    dueAt: now,
  });
}

const delivery = (stage: SlackStage, key = 'prompt:test') =>
  stage.store.in(stage.partnershipId).deliveries.byKey(key);

/** Minutes after the stage was set: every retry of the next hours. */
async function laterOn(
  stage: SlackStage,
  drain: () => Promise<unknown> = () => stage.drain(),
): Promise<void> {
  const start = stage.clock.now().getTime();
  for (const minutes of [1, 2, 4, 8, 16, 32, 64, 128]) {
    stage.clock.set(new Date(start + minutes * 60_000));
    await drain();
  }
}

/** bcp after a restart, or a second instance of it: it knows what is stored, and nothing else. */
function anotherInstance(stage: SlackStage) {
  const { talk, store, clock } = stage;
  const { workspaces, pictures } = talk;
  const sender = slackSender({
    workspaces,
    pictures,
    store,
    clock,
    log: silentLog,
    sleep: () => Promise.resolve(),
  });
  const drain = () =>
    drainOutbox({ outbox: store.outbox, senders: [sender], clock, log: silentLog, random: () => 0.5 });
  return { sender, drain };
}

/** What stands there: the first word of each message's table, further ones with the one in whose thread they are. */
function standing(stage: SlackStage, channel = 'DULENA'): readonly string[] {
  const here = stage.slack.messages.filter((message) => message.channel === channel);
  const caption = ({ blocks }: (typeof here)[number]) =>
    textsIn(blocks.find(({ type }) => type === 'table'))[0] ?? '';
  return here.map((message) => {
    const root = here.find(({ ts }) => ts === message.thread);
    return root ? `${caption(root)} > ${caption(message)}` : caption(message);
  });
}

const faults: readonly (readonly [string, Fault])[] = [
  ['Slack asked to wait', { kind: 'rate_limited', seconds: 30 }],
  ['the connection was refused', { kind: 'refused_connection' }],
  ['the connection broke after Slack had taken it', { kind: 'reset', accepts: true }],
  ['the connection broke before', { kind: 'reset', accepts: false }],
  ['Slack said internal_error and had taken it', { kind: 'error', error: 'internal_error', accepts: true }],
  ['Slack answered 503 and had not', { kind: 'status', status: 503, accepts: false }],
];

describe('a message of two pages, whose second did not go through', () => {
  it.each(faults)('stands there once in the end when %s', async (_what, fault) => {
    const stage = await slackStage(await testStore());
    await promise(stage, pages('October', 'November'));
    stage.slack.fault('chat.postMessage', fine, fault);

    await stage.drain();
    await laterOn(stage);

    expect(standing(stage)).toEqual(['October', 'October > November']);
    expect((await delivery(stage))?.state).toBe('sent');
  });

  it.each(faults)('stands there once when bcp was started anew meanwhile, and %s', async (_what, fault) => {
    const stage = await slackStage(await testStore());
    await promise(stage, pages('October', 'November'));
    stage.slack.fault('chat.postMessage', fine, fault);

    await stage.drain();
    await laterOn(stage, anotherInstance(stage).drain);

    expect(standing(stage)).toEqual(['October', 'October > November']);
  });

  it('stands there once when bcp stopped before it could write down that it was sent', async () => {
    const stage = await slackStage(await testStore());
    await promise(stage, pages('October', 'November'));
    const now = stage.clock.now();
    const [claimed] = await stage.store.outbox.claim(now, new Date(now.getTime() + 120_000), 1);
    await anotherInstance(stage).sender.send(claimed!);

    await laterOn(stage);

    expect(standing(stage)).toEqual(['October', 'October > November']);
  });

  it('is not begun again by an instance that knew it before another one tried', async () => {
    const stage = await slackStage(await testStore());
    await promise(stage, pages('October'));
    stage.slack.fault(
      'chat.postMessage',
      { kind: 'rate_limited', seconds: 5 },
      { kind: 'reset', accepts: true },
    );
    const start = stage.clock.now().getTime();
    await stage.drain();
    stage.clock.set(new Date(start + 60_000));
    await anotherInstance(stage).drain();

    await laterOn(stage);

    expect(standing(stage)).toEqual(['October']);
  });

  it('is completed in a channel in which bcp may not look', async () => {
    const stage = await slackStage(await testStore());
    await promise(stage, pages('October', 'November'), toBoard);
    stage.slack.fault('chat.postMessage', fine, { kind: 'rate_limited', seconds: 30 });
    stage.slack.fault('conversations.history', { kind: 'error', error: 'missing_scope' });

    await stage.drain();
    await laterOn(stage, anotherInstance(stage).drain);

    expect(standing(stage, 'CBOARD')).toEqual(['October', 'October > November']);
  });

  it('waits for somebody to look where bcp may not, and sent again by hand it is completed, not begun again', async () => {
    const stage = await slackStage(await testStore());
    await promise(stage, pages('October', 'November'), toBoard);
    stage.slack.fault('chat.postMessage', fine, { kind: 'reset', accepts: false });
    const mayNotLook: readonly Fault[] = Array.from({ length: 9 }, () => ({
      kind: 'error',
      error: 'missing_scope',
    }));
    stage.slack.fault('conversations.history', ...mayNotLook);
    stage.slack.fault('conversations.replies', ...mayNotLook);
    await stage.drain();
    await laterOn(stage);
    const stopped = await delivery(stage);

    await retryDelivery(stage.deps, stage.partnershipId, stopped!.id, null);
    await stage.drain();

    expect(stopped?.state).toBe('ambiguous');
    expect(standing(stage, 'CBOARD')).toEqual(['October', 'October > November']);
    expect((await delivery(stage))?.state).toBe('sent');
  });
});

describe('a receipt that is written anew with each answer', () => {
  it('takes the place of the one before, however many pages each has', async () => {
    const stage = await slackStage(await testStore());
    await promise(stage, pages('Asked'));
    await stage.drain();
    const seen: (readonly string[])[] = [];
    for (const [number, words] of [['One', 'Two'], ['Three', 'Four'], ['Five'], ['Six', 'Seven']].entries()) {
      stage.clock.set(new Date(stage.clock.now().getTime() + 60_000));
      await promise(stage, pages(...words), toLena, `receipt:${number}`, 'prompt:test');
      await stage.drain();
      seen.push(standing(stage));
    }

    expect(seen).toEqual([['One', 'One > Two'], ['Three', 'Three > Four'], ['Five'], ['Six', 'Six > Seven']]);
  });
});

describe('a message of three pages in the place of one of one page', () => {
  async function replaced(fault: Fault): Promise<SlackStage> {
    const stage = await slackStage(await testStore());
    await promise(stage, pages('Asked'));
    await stage.drain();
    await promise(stage, pages('October', 'November', 'December'), toLena, 'receipt:test', 'prompt:test');
    stage.slack.fault('chat.postMessage', fine, fault);
    await stage.drain();
    return stage;
  }

  it.each(faults)('has each of them once when, with the third, %s', async (_what, fault) => {
    const stage = await replaced(fault);

    await laterOn(stage, anotherInstance(stage).drain);

    expect(standing(stage)).toEqual(['October', 'October > November', 'October > December']);
    expect((await delivery(stage, 'receipt:test'))?.state).toBe('sent');
  });

  it('is written anew, once, when somebody deleted the message meanwhile', async () => {
    const stage = await replaced({ kind: 'rate_limited', seconds: 30 });
    stage.slack.messages.splice(0, 1);

    await laterOn(stage);

    expect(standing(stage)).toEqual(['October', 'October > November', 'October > December']);
  });
});
