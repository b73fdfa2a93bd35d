import { step } from './clock.js';
import { fillIn } from './composer.js';
import { byId, el } from './dom.js';
import { codesOf, go, me, onChange, room } from './room.js';

const key = 'bcp-rehearsal-tour';

const isChair = (person) => person.roleWords.some((words) => /^chair\b/i.test(words));

const pane = (name) => {
  document.body.dataset.pane = name;
};

const steps = [
  {
    title: 'Be an owner',
    words: 'choose anybody with “Answer due”. bcp has asked how their action is going.',
    show: async () => {
      const owner = room.view.people.find(
        (person) => person.promptState === 'due' && codesOf(person).length > 0,
      );
      pane('chat');
      if (owner) await go(owner.id, owner.conversation);
      moveTo(1);
    },
    isDone: () => false,
  },
  {
    title: 'Answer',
    words: 'press Update in the message, or just write, for example “amber, waiting on recruitment”.',
    show: () => {
      pane('chat');
      document.querySelector('#stream [data-press*="update"]')?.click();
    },
    isDone: () => me().promptState === 'answered',
  },
  {
    title: 'Be the chair',
    words: 'ten seconds before the meeting, ask “/bcp status safe” and read one screen.',
    show: async () => {
      const chair = room.view.people.find(isChair);
      pane('chat');
      if (chair) await go(chair.id, chair.conversation);
      fillIn('/bcp status safe');
    },
    isDone: () =>
      isChair(me()) &&
      room.posts.some((post) => post.by === 'self' && post.summary.startsWith('/bcp status')),
  },
  {
    title: 'Step the clock',
    words: '“Next event” takes you through reminders and the close to the board’s digest.',
    show: async () => {
      pane('clock');
      const digest = room.view.timeline.find((event) => /digest/i.test(event.name) && event.state !== 'done');
      await step(digest?.at ?? 'next_event', document.querySelector('[data-step="next_event"]'));
    },
    isDone: () => room.view.timeline.some((event) => /digest/i.test(event.name) && event.state === 'done'),
  },
];

let at = Number(localStorage.getItem(key) ?? 0);

function moveTo(next) {
  at = next;
  localStorage.setItem(key, String(next));
  draw();
}

/** Four hints for somebody who has never been here; each can be shown or passed over, all can be put away. */
function draw() {
  const card = byId('tour');
  card.hidden = at >= steps.length;
  if (card.hidden) return;
  const { title, words, show } = steps[at];
  card.replaceChildren(
    el('p', { class: 'tour-count' }, `${at + 1} of ${steps.length}`),
    el('div', { class: 'tour-words' }, el('h2', {}, `${title}:`), el('p', {}, words)),
    el(
      'div',
      { class: 'tour-buttons' },
      el(
        'button',
        { type: 'button', class: 'button main small-button', onclick: () => void show() },
        'Show me',
      ),
      el(
        'button',
        { type: 'button', class: 'button small-button', onclick: () => moveTo(at + 1) },
        at + 1 < steps.length ? 'Next' : 'Done',
      ),
      el(
        'button',
        {
          type: 'button',
          class: 'close-hints',
          'aria-label': 'Hide the hints',
          onclick: () => moveTo(steps.length),
        },
        '×',
      ),
    ),
  );
}

export function startTour() {
  const box = byId('help');
  byId('help-open').addEventListener('click', () => box.showModal());
  byId('help-close').addEventListener('click', () => box.close());
  byId('tour-again').addEventListener('click', () => {
    box.close();
    pane('chat');
    moveTo(0);
  });
  onChange(() => steps[at]?.isDone() && moveTo(at + 1));
  draw();
}
