import { dayInWords, dayWithWeekday } from '../../kit/local-date.ts';
import { londonDate, londonTime } from '../../kit/london.ts';
import type { Message } from '../../messages/message.ts';
import { ratingLooks, type ShownRating } from '../../plan/rating.ts';
import type { Audience, Channel } from '../../use-cases/ports/board-records.ts';
import type { ConversationPost, ConversationRecords } from '../../use-cases/ports/machine-records.ts';
import { replyLimit } from './door-input.ts';
import type { RehearsalHost, RehearsalProgress, Roster } from './rehearsal-host.ts';

/** Everything beside the conversation, as JSON for the page. */
export async function roomView(host: RehearsalHost, conversations: ConversationRecords, version: string) {
  const [roster, progress, timeline, summaries] = await Promise.all([
    host.roster(),
    host.progress(),
    host.timeline(),
    conversations.summaries(),
  ]);
  const postsIn = new Map(summaries.map((summary) => [summary.conversation, summary.posts]));
  return {
    version,
    clock: clockWords(host.now()),
    replyLimit,
    partnership: roster.partnership,
    people: roster.people.map((person) => {
      const conversation = `person:${person.id}`;
      return { ...person, conversation, posts: postsIn.get(conversation) ?? 0 };
    }),
    channels: roster.channels.map((channel) => {
      const conversation = `channel:${channel.channelId}`;
      return { ...channelView(channel), conversation, posts: postsIn.get(conversation) ?? 0 };
    }),
    progress: progressView(progress),
    timeline: timeline.map((event) => ({
      name: event.name,
      words: event.words,
      state: event.state,
      at: event.at.toISOString(),
      atWords: `${dayWithWeekday(londonDate(event.at))}, ${londonTime(event.at)}`,
    })),
    faults: host.faults.get(),
    looks: ratingLooks,
  };
}

/** A conversation as one person sees it. */
export function postsView(
  posts: readonly ConversationPost[],
  roster: Roster,
  personId: string,
  html: (message: Message) => string,
) {
  const people = new Map(roster.people.map((person) => [person.id, person]));
  return posts
    .filter((post) => post.onlyForPersonId === null || post.onlyForPersonId === personId)
    .map((post) => {
      const author = people.get(post.author);
      return {
        id: post.id,
        by: post.author === personId ? 'self' : author ? 'person' : 'bcp',
        authorName: author?.name ?? 'bcp',
        authorOrganisation: author?.organisation ?? '',
        summary: post.message.summary,
        html: html(post.message),
        day: clockWords(post.postedAt).date,
        time: clockWords(post.postedAt).time,
        edited: post.editedAt === null ? '' : post.editedAt.toISOString(),
        onlyYou: post.onlyForPersonId !== null,
      };
    });
}

/** `Tuesday 3 November 2026` and `09:00`, both of London. */
export function clockWords(instant: Date) {
  const day = londonDate(instant);
  return {
    date: `${dayWithWeekday(day)} ${day.slice(0, 4)}`,
    time: londonTime(instant),
    day,
    dayWords: dayInWords(day),
  };
}

function channelView(channel: Channel) {
  return { name: channel.name, audienceWords: audienceWords(channel.audience), reach: channel.reach };
}

function audienceWords(audience: Audience): string {
  if (audience === 'board') return 'The board';
  if (audience === 'partnership') return 'The whole partnership';
  const [kind, code] = [audience.slice(0, audience.indexOf(':')), audience.slice(audience.indexOf(':') + 1)];
  if (kind === 'theme') return `Theme ${code}`;
  return kind === 'partner' ? `Partner ${code}` : `Aligned board ${code}`;
}

/** Worst first, as everywhere. */
const ratingOrder: readonly ShownRating[] = [
  'red',
  'amber',
  'green',
  'complete',
  'not_started',
  'on_hold',
  'no_update',
  'awaited',
];

function progressView(progress: RehearsalProgress) {
  const sum = (states: readonly string[]) =>
    progress.deliveries.reduce((total, { state, count }) => total + (states.includes(state) ? count : 0), 0);
  return {
    monthWords: progress.monthWords,
    state: progress.state,
    answered: progress.answered,
    asked: progress.asked,
    bar: ratingOrder
      .map((rating) => ({ rating, count: progress.counts[rating] ?? 0, ...ratingLooks[rating] }))
      .filter(({ count }) => count > 0),
    deliveries: {
      sent: sum(['sent']),
      waiting: sum(['waiting']),
      problems: sum(['nobody_there', 'refused', 'ambiguous', 'gave_up']),
    },
    troubles: progress.troubles,
  };
}
