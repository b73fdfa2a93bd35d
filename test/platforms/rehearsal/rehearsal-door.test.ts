import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask, type Reply } from '../../web/ask.ts';
import { openRoom, type Room } from './open-room.ts';

let room: Room;

beforeEach(async () => {
  room = await openRoom();
});

afterEach(() => room.close());

const chat = { as: 'priya', conversation: 'person:priya', eventKey: 'event-0001' };

function send(path: string, body: unknown, type = 'application/json'): Promise<Reply> {
  return ask(room.server.port, `/rehearsal/${path}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function postsOf(as: string, conversation: string): Promise<readonly string[]> {
  const query = new URLSearchParams({ as, conversation }).toString();
  const { text } = await ask(room.server.port, `/rehearsal/posts?${query}`);
  const read: unknown = JSON.parse(text);
  const { posts } = read as { posts: { by: string; onlyYou: boolean; summary: string }[] };
  return posts.map((post) => `${post.by}${post.onlyYou ? ' privately' : ''}: ${post.summary}`);
}

async function version(): Promise<string> {
  return (await ask(room.server.port, '/rehearsal/version')).text;
}

test('what a person writes to bcp stands in the chat, with the answer under it', async () => {
  await send('hear', { ...chat, text: 'SA2 amber, waiting on recruitment' });

  expect((await postsOf('priya', 'person:priya')).slice(1)).toEqual([
    'self: SA2 amber, waiting on recruitment',
    'bcp: Recorded SA2: amber.',
  ]);
});

test('the same words sent twice stand there once', async () => {
  await send('hear', { ...chat, text: 'SA2 amber' });
  await send('hear', { ...chat, text: 'SA2 amber' });

  expect(await postsOf('priya', 'person:priya')).toHaveLength(3);
});

test('a command in a channel and its answer are seen by nobody else', async () => {
  const inChannel = { as: 'grace', conversation: 'channel:board', eventKey: 'event-0002' };

  await send('hear', { ...inChannel, text: '/bcp status safe' });

  expect(await postsOf('grace', 'channel:board')).toEqual([
    'self privately: /bcp status safe',
    expect.stringMatching(/^bcp privately: Outcome SAFE/),
  ]);
  expect(await postsOf('priya', 'channel:board')).toEqual([]);
});

test('what is shared in a channel is seen by everybody there', async () => {
  const press = { verb: 'share', words: 'safe' };

  await send('press', { as: 'grace', conversation: 'channel:board', eventKey: 'event-0003', press });

  expect(await postsOf('priya', 'channel:board')).toEqual([expect.stringMatching(/^bcp: Outcome SAFE/)]);
});

test('personal data is out before what was typed is kept', async () => {
  await send('hear', { ...chat, text: 'SA2 amber for 943 476 5919' });

  expect(await postsOf('priya', 'person:priya')).toContain('self: SA2 amber for [NHS number taken out]');
});

test('a form that has a problem stores nothing, a good one is saved', async () => {
  const submission = { kind: 'update', carries: { month: '2026-11' }, answers: { 'SA2.rating': 'red' } };

  const refused = await send('submit', { ...chat, submission });
  const answers = { 'SA2.rating': 'red', 'SA2.done': 'Two posts filled.' };
  const saved = await send('submit', { ...chat, submission: { ...submission, answers } });

  expect(JSON.parse(refused.text)).toMatchObject({ problems: [{ field: 'SA2.done' }] });
  expect(JSON.parse(saved.text)).toEqual({ problems: [] });
  expect(room.host.submitted).toEqual([{ personId: 'priya', answers }]);
});

test('nobody reads another person’s chat', async () => {
  const reply = await ask(room.server.port, '/rehearsal/posts?as=grace&conversation=person:priya');

  expect(reply.status).toBe(422);
  expect(reply.text).not.toContain('Priya');
});

test.each([
  ['an unknown person', 'hear', { ...chat, as: 'nobody', text: 'hello' }, 'There is no such person'],
  [
    'an unknown channel',
    'hear',
    { ...chat, conversation: 'channel:x', text: 'hello' },
    'no such conversation',
  ],
  ['nothing at all', 'hear', { ...chat, text: '  ' }, 'Write something first.'],
  ['too many words', 'hear', { ...chat, text: 'x'.repeat(4001) }, 'A reply has at most 4000 characters.'],
  ['an unknown verb', 'press', { ...chat, press: { verb: 'drop_tables' } }, 'press'],
  ['a verb with rights in it', 'press', { ...chat, press: { verb: 'help', role: 'chair' } }, 'role'],
  ['no JSON', 'hear', '{', 'not understood'],
  ['an impossible time', 'step', { to: 'tomorrow' }, 'to'],
  ['a time that has passed', 'step', { to: '2026-11-01T09:00:00.000Z' }, 'The clock only goes forward.'],
])('%s is refused in one sentence', async (_what, path, body, words) => {
  const before = await version();

  const reply = await send(path, body);

  expect(reply.status).toBe(422);
  expect(reply.text).toContain(words);
  expect(await version()).toBe(before);
});

test('a form of another site cannot press our buttons: only JSON is read', async () => {
  const reply = await send('begin-again', '{}', 'text/plain');

  expect(reply.status).toBe(415);
});

test('the version changes with everything that can be seen', async () => {
  const seen = [await version()];
  await send('hear', { ...chat, text: 'hello' });
  seen.push(await version());
  await send('step', { to: 'next_event' });
  seen.push(await version());
  await send('faults', { platformDown: true, slow: false, missingAccounts: [] });
  seen.push(await version());
  await send('begin-again', {});
  seen.push(await version());

  expect(new Set(seen).size).toBe(5);
});

test('a step says what happened on the way', async () => {
  const reply = await send('step', { to: 'next_event' });

  expect(JSON.parse(reply.text)).toEqual({ happened: ['First reminder: 5 messages sent.'] });
});

test('the room is described worst rating first, with its date as a reader says it', async () => {
  const { text } = await ask(room.server.port, '/rehearsal/room');

  expect(JSON.parse(text)).toMatchObject({
    clock: { date: 'Tuesday 3 November 2026', time: '09:00' },
    progress: {
      answered: 3,
      asked: 9,
      bar: [
        { rating: 'red', letter: 'R', count: 1 },
        { rating: 'amber', letter: 'A' },
        { rating: 'green', letter: 'G' },
        { rating: 'awaited', word: 'Not yet answered' },
      ],
    },
  });
});

test('a digest comes as a file, under a name that we made', async () => {
  const reply = await ask(room.server.port, '/rehearsal/digests/d1/csv');

  expect([reply.status, reply.headers['content-disposition']]).toEqual([
    200,
    'attachment; filename="bcp.csv"',
  ]);
});

test.each([
  '/rehearsal/page/../rehearsal-door.ts',
  '/rehearsal/page/%2e%2e/faults.ts',
  '/rehearsal/digests/../x',
])('nothing beside the page can be asked for: %s', async (path) => {
  expect((await ask(room.server.port, path)).status).toBe(404);
});
