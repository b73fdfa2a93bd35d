import { get } from './api.js';
import { byId, showTrouble } from './dom.js';

/** What the page knows: the room beside the conversation, who one is, where one looks, and what stands there. */
export const room = { view: null, as: '', conversation: '', posts: [] };

const listeners = [];

/** Called after anything that can be seen has changed. */
export function onChange(listener) {
  listeners.push(listener);
}

export function me() {
  return room.view.people.find((person) => person.id === room.as);
}

export function hereChannel() {
  return room.view.channels.find((channel) => channel.conversation === room.conversation);
}

/** The codes of the actions this person owns, read from the words of the roles. */
export function codesOf(person) {
  const owner = person.roleWords.find((words) => /\bowner of\b/i.test(words));
  return owner ? (owner.match(/\b[A-Z]{1,3}\d+[a-z]?\b/g) ?? []) : [];
}

/** Becomes somebody, or looks elsewhere as the same person; the address keeps both, so that Back works. */
export async function go(as, conversation) {
  const next = `#${new URLSearchParams({ as, in: conversation })}`;
  if (location.hash !== next) history.pushState(null, '', next);
  await arrive();
}

/** Reads who and where from the address; without them, an owner who is asked, in the chat with bcp. */
export async function arrive() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const { people, channels } = room.view;
  const first = people.find((person) => person.promptState === 'due') ?? people[0];
  const person = people.find(({ id }) => id === wanted.get('as')) ?? first;
  const isChannel = channels.some(({ conversation }) => conversation === wanted.get('in'));
  room.as = person.id;
  room.conversation = isChannel ? wanted.get('in') : person.conversation;
  await readPosts();
  tell();
}

let reading = Promise.resolve();

/** Reads everything again, one reading at a time. */
export function refresh() {
  reading = reading
    .catch(() => undefined)
    .then(async () => {
      room.view = await get('room');
      if (room.as !== '') await readPosts();
      tell();
    });
  return reading;
}

async function readPosts() {
  const { as, conversation } = room;
  const width = Math.max(320, Math.min(600, byId('stream').clientWidth - 96));
  const { posts } = await get('posts', { as, conversation, width });
  if (as === room.as && conversation === room.conversation) room.posts = posts;
}

function tell() {
  if (room.as === '') return;
  remember(room.conversation);
  for (const listener of listeners) listener();
}

/** Looks once a second whether anything changed: another window may be playing too. */
export async function watch() {
  const offline = byId('offline');
  if (document.visibilityState === 'visible') {
    try {
      const { version } = await get('version');
      if (version !== room.view?.version) await refresh();
      showTrouble(offline, '');
    } catch {
      showTrouble(
        offline,
        'bcp is not running. Start it again with “npm start”; this page then goes on by itself.',
      );
    }
  }
  setTimeout(watch, 1000);
}

const seenKey = 'bcp-rehearsal-seen';
const seen = JSON.parse(localStorage.getItem(seenKey) ?? '{}');

function remember(conversation) {
  seen[`${room.as} ${conversation}`] = postsIn(conversation);
  localStorage.setItem(seenKey, JSON.stringify(seen));
}

function postsIn(conversation) {
  return (
    [...room.view.people, ...room.view.channels].find((place) => place.conversation === conversation)
      ?.posts ?? 0
  );
}

/** Whether something came since this person last looked there. */
export function isUnread(as, conversation) {
  return postsIn(conversation) > (seen[`${as} ${conversation}`] ?? 0);
}

export function forgetSeen() {
  for (const key of Object.keys(seen)) delete seen[key];
  localStorage.removeItem(seenKey);
}
