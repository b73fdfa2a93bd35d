import { newEventKey, post, saveFile } from './api.js';
import { byId, el, showTrouble } from './dom.js';
import { openForm } from './form.js';
import { codesOf, hereChannel, me, refresh, room } from './room.js';

const drafts = new Map();
let shownFor = '';
let pending = null;

/** Hints fit the person and the place; what was typed but not sent stays with its conversation. */
export function drawComposer() {
  const words = byId('words');
  const place = `${room.as} ${room.conversation}`;
  if (place !== shownFor) {
    if (shownFor !== '') drafts.set(shownFor, words.value);
    words.value = drafts.get(place) ?? '';
    shownFor = place;
    pending = null;
    showTrouble(byId('composer-trouble'), '');
    grow();
  }
  words.placeholder = hereChannel() ? 'Try /bcp status safe' : 'Write to bcp in your own words';
  byId('chips').replaceChildren(...suggestions().map(chip));
}

/** What this person would type here, most wanted first; each can be sent as it stands. */
function suggestions() {
  const person = me();
  const [code] = codesOf(person);
  const is = (role) => person.roleWords.some((words) => role.test(words));
  const everybody = ['/bcp status safe', '/bcp status red', '/bcp status', '/bcp help'];
  if (hereChannel()) return everybody;
  if (is(/^secretariat/i))
    return ['/bcp cycle', '/bcp digest', '/bcp status late', '/bcp deliveries', '/bcp help'];
  if (is(/^administrator/i)) return ['/bcp people', '/bcp deliveries', '/bcp status', '/bcp help'];
  if (code === undefined) return everybody;
  if (person.promptState !== 'due')
    return ['/bcp status mine', `/bcp status ${code}`, '/bcp undo', '/bcp help'];
  return [
    `${code} amber, waiting on recruitment`,
    `${code} green, on track`,
    'No change',
    '/bcp status mine',
  ];
}

function chip(words) {
  return el('button', { type: 'button', class: 'chip', onclick: () => fillIn(words) }, words);
}

/** Puts words into the composer without sending them. */
export function fillIn(words) {
  const box = byId('words');
  box.value = words;
  box.focus();
  grow();
}

export function startComposer() {
  const words = byId('words');
  words.addEventListener('input', grow);
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    byId('composer').requestSubmit();
  });
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  byId('stream').addEventListener('click', (event) => {
    const button = event.target.closest('[data-press]');
    if (button) void pressed(button);
  });
}

function grow() {
  const words = byId('words');
  words.rows = Math.min(6, Math.max(1, words.value.split('\n').length, Math.ceil(words.value.length / 70)));
  const left = room.view.replyLimit - words.value.length;
  const near = left < 500;
  byId('words-left').textContent = near
    ? left < 0
      ? `${-left} characters too many`
      : `${left} characters left`
    : '';
  byId('words-left').classList.toggle('too-many', left < 0);
}

async function send() {
  const words = byId('words');
  const text = words.value.trim();
  if (text === '') return;
  // The same words after a failure are the same act; other words are another.
  if (pending?.text !== text) pending = { text, eventKey: newEventKey() };
  await during(byId('send'), async () => {
    const answer = await post('hear', {
      as: room.as,
      conversation: room.conversation,
      text,
      eventKey: pending.eventKey,
    });
    pending = null;
    words.value = '';
    grow();
    await take(answer);
  });
  words.focus();
}

const eventKeys = new WeakMap();

async function pressed(button) {
  if (!eventKeys.has(button)) eventKeys.set(button, newEventKey());
  const press = JSON.parse(button.dataset.press);
  await during(button, async () => {
    const answer = await post('press', {
      as: room.as,
      conversation: room.conversation,
      press,
      eventKey: eventKeys.get(button),
    });
    eventKeys.delete(button);
    await take(answer, button);
  });
}

async function take({ form, file }, opener = byId('words')) {
  await refresh();
  if (form) openForm(form, opener);
  if (file) saveFile(file);
}

/** The button rests while its act is under way; what goes wrong is said above the composer, and nothing typed is lost. */
async function during(button, work) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  showTrouble(byId('composer-trouble'), '');
  try {
    await work();
  } catch (trouble) {
    showTrouble(byId('composer-trouble'), trouble.message);
  } finally {
    button.removeAttribute('aria-disabled');
  }
}
