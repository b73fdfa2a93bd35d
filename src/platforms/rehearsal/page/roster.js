import { avatar, byId, el } from './dom.js';
import { go, isUnread, room } from './room.js';

/** The left side: channels, then people by organisation, narrowed by what is searched. */
export function drawRoster() {
  const wanted = byId('search').value.trim().toLowerCase();
  const { people, channels } = room.view;
  const fits = (...texts) => texts.join(' ').toLowerCase().includes(wanted);
  const shownChannels = channels.filter((channel) => fits(channel.name, channel.audienceWords));
  const shownPeople = people.filter((person) =>
    fits(person.name, person.organisation, person.jobTitle, ...person.roleWords),
  );
  const organisations = [...new Set(people.map((person) => person.organisation))];
  const groups = organisations
    .map((name, index) => ({
      name,
      index,
      people: shownPeople.filter((person) => person.organisation === name),
    }))
    .filter((group) => group.people.length > 0);

  const focused = document.activeElement?.dataset?.key;
  byId('roster').replaceChildren(
    ...(shownChannels.length > 0 ? [section('Channels', shownChannels.map(channelRow))] : []),
    ...groups.map((group) =>
      section(
        group.name,
        group.people.map((person) => personRow(person, group.index)),
      ),
    ),
    ...(shownChannels.length + shownPeople.length === 0
      ? [
          el(
            'p',
            { class: 'quiet nobody' },
            'Nobody fits. Try a name, “chair”, “secretariat” or a code such as SA2.',
          ),
        ]
      : []),
  );
  if (focused) document.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function section(title, rows) {
  return el(
    'section',
    { class: 'group' },
    el('h2', {}, title),
    el(
      'ul',
      {},
      rows.map((row) => el('li', {}, row)),
    ),
  );
}

function channelRow(channel) {
  const here = room.conversation === channel.conversation;
  return el(
    'button',
    {
      type: 'button',
      class: 'row',
      'data-key': channel.conversation,
      'aria-current': here ? 'page' : null,
      onclick: () => open(room.as, channel.conversation),
    },
    el('span', { class: 'hash', 'aria-hidden': 'true' }, '#'),
    el(
      'span',
      { class: 'row-words' },
      el('span', { class: 'row-name' }, channel.name),
      el('span', { class: 'row-sub' }, audience(channel)),
    ),
    isUnread(room.as, channel.conversation) && !here ? dot() : null,
  );
}

export function audience(channel) {
  return channel.reach === 'shared' ? `${channel.audienceWords} and outside guests` : channel.audienceWords;
}

function personRow(person, group) {
  const isMe = person.id === room.as;
  return el(
    'button',
    {
      type: 'button',
      class: `row${isMe ? ' me' : ''}`,
      'data-key': person.conversation,
      'aria-current': isMe && room.conversation === person.conversation ? 'page' : null,
      onclick: () => open(person.id, person.conversation),
    },
    avatar(person.name, group),
    el(
      'span',
      { class: 'row-words' },
      el('span', { class: 'row-name' }, person.name),
      el(
        'span',
        { class: 'row-under' },
        el('span', { class: 'row-sub' }, person.roleWords.join(' · ') || person.jobTitle),
        badge(person.promptState),
      ),
    ),
    isUnread(person.id, person.conversation) && !isMe && person.promptState !== 'due' ? dot() : null,
  );
}

function badge(state) {
  if (state === 'due') return el('span', { class: 'badge due' }, 'Answer due');
  if (state === 'late') return el('span', { class: 'badge late' }, 'No update');
  return state === 'answered' ? el('span', { class: 'badge answered' }, '✓ Answered') : null;
}

function dot() {
  return el('span', { class: 'dot' }, el('span', { class: 'visually-hidden' }, 'Something new'));
}

async function open(as, conversation) {
  document.body.dataset.pane = 'chat';
  await go(as, conversation);
}
