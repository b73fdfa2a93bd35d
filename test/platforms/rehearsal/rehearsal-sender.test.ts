import { expect, test } from 'vitest';
import { clockAt } from '../../../src/kit/clock.ts';
import { faultSwitches, noFaults, type Faults } from '../../../src/platforms/rehearsal/faults.ts';
import { rehearsalSender } from '../../../src/platforms/rehearsal/rehearsal-sender.ts';
import type { ClaimedDelivery } from '../../../src/use-cases/ports/delivery-records.ts';
import { fakeSaying } from './fake-messages.ts';
import { memoryConversations } from './memory-conversations.ts';

const morning = new Date('2026-11-03T09:00:00Z');

function room(broken: Partial<Faults> = {}) {
  const conversations = memoryConversations();
  const clock = clockAt(morning);
  const faults = faultSwitches();
  faults.set({ ...noFaults, ...broken });
  const sender = rehearsalSender({ store: { in: () => ({ conversations }) }, clock, faults });
  return { conversations, clock, faults, sender };
}

function delivery(changes: Partial<ClaimedDelivery> = {}): ClaimedDelivery {
  return {
    id: 'd1',
    partnershipId: 'p1',
    key: 'prompt:2026-11:priya:rehearsal',
    purpose: 'prompt',
    to: { kind: 'account', platform: 'rehearsal', tenantId: 'room', accountId: 'a1', personId: 'priya' },
    message: fakeSaying('How is it going?'),
    replaces: null,
    state: 'waiting',
    promisedAt: morning,
    dueAt: morning,
    attempts: 1,
    sentAt: null,
    platformMessageId: null,
    byMention: false,
    trouble: null,
    fence: 1,
    soFar: null,
    heldUntil: morning,
    replacesPlatformMessageId: null,
    replacesByMention: false,
    ...changes,
  };
}

test('a message for a person stands in that person’s chat with bcp', async () => {
  const { sender, conversations } = room();

  const outcome = await sender.send(delivery());

  expect(outcome.kind).toBe('sent');
  expect(await conversations.of('person:priya', 10)).toMatchObject([
    { author: 'bcp', message: fakeSaying('How is it going?'), postedAt: morning, onlyForPersonId: null },
  ]);
});

test('a digest for a channel stands in the channel', async () => {
  const { sender, conversations } = room();

  await sender.send(
    delivery({ to: { kind: 'channel', platform: 'rehearsal', tenantId: 'room', channelId: 'board' } }),
  );

  expect(await conversations.of('channel:board', 10)).toHaveLength(1);
});

test('the same delivery sent again leaves one post, unchanged', async () => {
  const { sender, conversations, clock } = room();
  const first = await sender.send(delivery());
  const before = await conversations.of('person:priya', 10);
  clock.set(new Date('2026-11-03T10:00:00Z'));

  const second = await sender.send(delivery());

  expect(second).toEqual(first);
  expect(await conversations.of('person:priya', 10)).toEqual(before);
});

test('a receipt takes the place of its prompt', async () => {
  const { sender, conversations } = room();
  const prompt = await sender.send(delivery());
  const promptPost = prompt.kind === 'sent' ? prompt.platformMessageId : '';

  const receipt = await sender.send(
    delivery({
      id: 'd2',
      key: 'receipt:1',
      message: fakeSaying('Thank you'),
      replacesPlatformMessageId: promptPost,
    }),
  );

  expect(receipt).toEqual({ kind: 'sent', platformMessageId: promptPost });
  expect(await conversations.of('person:priya', 10)).toMatchObject([
    { message: fakeSaying('Thank you'), editedAt: morning },
  ]);
});

test('a receipt whose prompt is gone is posted anew', async () => {
  const { sender, conversations } = room();

  const receipt = await sender.send(delivery({ replacesPlatformMessageId: 'post:gone' }));

  expect(receipt.kind).toBe('sent');
  expect(await conversations.of('person:priya', 10)).toHaveLength(1);
});

test('while the platform is down everything waits and nothing is posted', async () => {
  const { sender, conversations, faults } = room({ platformDown: true });

  const down = await sender.send(delivery());
  faults.set(noFaults);
  const up = await sender.send(delivery());

  expect(down).toMatchObject({ kind: 'retry', at: new Date('2026-11-03T09:15:00Z') });
  expect(up.kind).toBe('sent');
  expect(await conversations.of('person:priya', 10)).toHaveLength(1);
});

test('a slow platform puts each message off once', async () => {
  const { sender } = room({ slow: true });

  const outcomes = [
    await sender.send(delivery()),
    await sender.send(delivery({ id: 'd2', key: 'another' })),
    await sender.send(delivery()),
  ];

  expect(outcomes.map(({ kind }) => kind)).toEqual(['retry', 'retry', 'sent']);
});

test('a person whose account is missing is not reached, others are', async () => {
  const { sender } = room({ missingAccounts: ['priya'] });

  const missing = await sender.send(delivery());
  const other = await sender.send(
    delivery({
      key: 'other',
      to: { kind: 'account', platform: 'rehearsal', tenantId: 'room', accountId: 'a2', personId: 'colin' },
    }),
  );

  expect([missing.kind, other.kind]).toEqual(['nobody_there', 'sent']);
});

test('a promise to nobody keeps its reason', async () => {
  const { sender } = room();

  const outcome = await sender.send(
    delivery({ to: { kind: 'nobody', personId: 'priya', reason: 'Priya Nair has no account anywhere.' } }),
  );

  expect(outcome).toEqual({ kind: 'nobody_there', trouble: 'Priya Nair has no account anywhere.' });
});
