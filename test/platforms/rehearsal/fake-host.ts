import { clockAt, type SettableClock } from '../../../src/kit/clock.ts';
import type { Message } from '../../../src/messages/message.ts';
import { actionRatings } from '../../../src/plan/rating.ts';
import { faultSwitches } from '../../../src/platforms/rehearsal/faults.ts';
import type { RehearsalHost, TimelineEvent } from '../../../src/platforms/rehearsal/rehearsal-host.ts';
import { saying } from '../../../src/use-cases/conversation/answer.ts';
import type { ConversationRecords } from '../../../src/use-cases/ports/machine-records.ts';
import {
  fakeDigest,
  fakeForm,
  fakeMonth,
  fakePrompt,
  fakeSaying,
  fakeStatus,
  type FakeAnswer,
} from './fake-messages.ts';
import { fakeChannels, fakeOwners, fakePeople } from './fake-people.ts';
import { memoryConversations } from './memory-conversations.ts';

export interface FakeHost extends RehearsalHost {
  readonly clock: SettableClock;
  conversations(): ConversationRecords;
  /** Everything that was submitted, for tests to look at. */
  readonly submitted: { readonly personId: string; readonly answers: Readonly<Record<string, string>> }[];
}

const events: readonly (readonly [string, string, string])[] = [
  ['prompt', 'Owners are asked', '2026-11-02T09:00:00Z'],
  ['nudge_1', 'First reminder', '2026-11-05T09:00:00Z'],
  ['nudge_2', 'Second reminder', '2026-11-10T09:00:00Z'],
  ['deputy', 'Deputies are asked', '2026-11-11T09:00:00Z'],
  ['lead', 'Theme leads are told', '2026-11-12T09:00:00Z'],
  ['close', 'The month closes', '2026-11-13T17:00:00Z'],
  ['moderation', 'Ratings are moderated', '2026-11-16T09:00:00Z'],
  ['digest', 'The digest is drafted', '2026-11-19T09:00:00Z'],
];

/** A program that plays one month by a script: test support for the room's page, not a copy of any rule. */
export async function fakeHost(): Promise<FakeHost> {
  const clock = clockAt('2026-11-03T09:00:00Z');
  const faults = faultSwitches();
  const submitted: FakeHost['submitted'] = [];
  const answers = new Map<string, FakeAnswer>();
  let conversations = memoryConversations();
  let version = 1;

  const codesOf = (id: string) => fakeOwners.get(id) ?? [];
  const stateOf = (id: string) => {
    if (codesOf(id).length === 0) return 'none';
    return codesOf(id).every((code) => answers.has(code)) ? 'answered' : 'due';
  };
  const nameOf = (id: string) => fakePeople(stateOf).find((person) => person.id === id)?.name ?? id;
  const promptOf = (id: string) => fakePrompt(nameOf(id).split(' ')[0] ?? '', codesOf(id), answers);

  const post = (conversation: string, id: string, message: Message) =>
    conversations.add({
      id,
      conversation,
      author: 'bcp',
      message,
      postedAt: clock.now(),
      editedAt: null,
      onlyForPersonId: null,
    });

  const seed = async () => {
    answers.clear();
    for (const [id, codes] of fakeOwners) {
      if (codes.length > 0) await post(`person:${id}`, `prompt:${id}`, promptOf(id));
    }
    for (const id of ['colin', 'nadia', 'ruth']) {
      const rating = id === 'ruth' ? 'red' : id === 'colin' ? 'amber' : 'green';
      for (const code of codesOf(id)) await record(id, code, rating, 'As planned.');
    }
  };

  const record = async (id: string, code: string, rating: FakeAnswer['rating'], words: string) => {
    answers.set(code, { rating, words, byName: nameOf(id) });
    await conversations.edit(`prompt:${id}`, promptOf(id), clock.now());
    version += 1;
  };

  const timeline = (): TimelineEvent[] => {
    const now = clock.now();
    const next = events.find(([, , at]) => new Date(at) > now);
    return events.map(([name, words, at]) => ({
      name,
      words,
      at: new Date(at),
      state: new Date(at) <= now ? 'done' : next?.[0] === name ? 'next' : 'to_come',
    }));
  };

  await seed();
  return {
    clock,
    faults,
    submitted,
    conversations: () => conversations,
    now: () => clock.now(),
    version: () => version,
    roster: () =>
      Promise.resolve({
        partnership: {
          id: 'p1',
          name: 'Birmingham Children and Young People’s Partnership',
          shortName: 'BCYPP',
        },
        people: fakePeople(stateOf),
        channels: fakeChannels,
      }),
    posts: (conversation) => conversations.of(conversation, 200),
    hear: async (personId, { text }) => {
      if (text.startsWith('/bcp status')) return saying(fakeStatus(text.slice('/bcp status'.length).trim()));
      const rating = actionRatings.find((candidate) => text.toLowerCase().includes(candidate));
      const [code] = codesOf(personId);
      if (!rating || code === undefined)
        return saying(fakeSaying('I read no rating in that. Try “amber, waiting on …”.'));
      await record(personId, code, rating, text);
      return saying(fakeSaying(`Recorded ${code}: ${rating}.`));
    },
    press: (personId, { press }) => {
      if (press.verb === 'update' || press.verb === 'edit') {
        return Promise.resolve({ ...saying(), form: fakeForm(codesOf(personId)) });
      }
      if (press.verb === 'share') return Promise.resolve({ ...saying(), share: fakeStatus(press.words) });
      if (press.verb === 'download_digest') {
        const file = {
          fileName: `bcp-digest-${fakeMonth}.${press.format}`,
          mediaType: 'text/plain',
          bytes: new TextEncoder().encode('The digest'),
          digest: press.digest,
          format: 'pdf' as const,
        };
        return Promise.resolve({ ...saying(), file });
      }
      return Promise.resolve(saying(fakeSaying(`Noted: ${press.verb}.`)));
    },
    submit: async (personId, { submission }) => {
      const problems = codesOf(personId).flatMap((code) =>
        (submission.answers[`${code}.done`] ?? '').length < 3
          ? [{ field: `${code}.done`, words: 'Say in a few words what was done this month.' }]
          : [],
      );
      if (problems.length > 0) return { kind: 'problems', problems };
      submitted.push({ personId, answers: submission.answers });
      for (const code of codesOf(personId)) {
        const rating = actionRatings.find((candidate) => candidate === submission.answers[`${code}.rating`]);
        await record(personId, code, rating ?? 'green', submission.answers[`${code}.done`] ?? '');
      }
      return { kind: 'saved', say: [] };
    },
    progress: () => {
      const given = [...answers.values()].map((answer) => answer.rating);
      const count = (rating: string) => given.filter((candidate) => candidate === rating).length;
      const people = fakePeople(stateOf);
      return Promise.resolve({
        month: fakeMonth,
        monthWords: 'November 2026',
        state: 'open',
        answered: people.filter((person) => person.promptState === 'answered').length,
        asked: people.filter((person) => person.promptState !== 'none').length,
        counts: {
          red: count('red'),
          amber: count('amber'),
          green: count('green'),
          awaited: 12 - given.length,
        },
        deliveries: [
          { state: 'sent', count: 14 },
          { state: 'waiting', count: faults.get().platformDown ? 3 : 0 },
          { state: 'nobody_there', count: faults.get().missingAccounts.length },
        ],
        troubles: faults
          .get()
          .missingAccounts.map(
            (id) => `${nameOf(id)} was not reached: the platform no longer knows this account.`,
          ),
      });
    },
    timeline: () => Promise.resolve(timeline()),
    stepTo: async (target) => {
      const next = timeline().find((event) => event.state === 'next');
      const oneDay = new Date(clock.now().getTime() + 86_400_000);
      const to = target instanceof Date ? target : target === 'next_day' ? oneDay : (next?.at ?? oneDay);
      const passed = timeline().filter((event) => event.state !== 'done' && event.at <= to);
      clock.set(to);
      if (passed.some((event) => event.name === 'digest')) await post('channel:board', 'digest', fakeDigest);
      version += 1;
      return { now: to, happened: passed.map((event) => `${event.words}: 5 messages sent.`) };
    },
    file: (_digestId, format) =>
      Promise.resolve({
        fileName: `bcp.${format}`,
        mediaType: 'text/plain',
        bytes: new TextEncoder().encode('x'),
      }),
    beginAgain: async () => {
      conversations = memoryConversations();
      clock.set(new Date('2026-11-03T09:00:00Z'));
      version += 1;
      await seed();
    },
  };
}
