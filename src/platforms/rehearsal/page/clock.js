import { post } from './api.js';
import { byId, el, showTrouble } from './dom.js';
import { arrive, forgetSeen, refresh, room } from './room.js';

/** The right side: the clock, the month, who has answered, what was delivered. */
export function drawClock() {
  const { clock, timeline, progress, faults, people } = room.view;
  byId('date').textContent = clock.date;
  byId('time').textContent = clock.time;
  byId('timeline').replaceChildren(...timeline.map(eventRow));
  byId('progress-title').textContent =
    progress.state === 'none' ? 'Answers' : `Answers for ${progress.monthWords}`;
  byId('progress').replaceChildren(...progressNodes(progress));
  byId('deliveries').replaceChildren(...deliveryNodes(progress));
  drawFaults(faults, people);
}

function eventRow(event) {
  const state = { done: 'Done', next: 'Next', to_come: '' }[event.state];
  const inner = [
    el('span', { class: 'event-words' }, event.words),
    el('span', { class: 'event-at' }, event.atWords),
  ];
  return el(
    'li',
    { class: `event ${event.state}` },
    el('div', { class: 'event-text' }, inner),
    state
      ? el('span', { class: 'event-state' }, state)
      : el(
          'button',
          {
            type: 'button',
            class: 'go',
            'aria-label': `Go to: ${event.words}`,
            onclick: (click) => step(event.at, click.currentTarget),
          },
          'Go',
        ),
  );
}

function progressNodes({ monthWords, state, answered, asked, bar }) {
  if (state === 'none') return [el('p', { class: 'quiet' }, 'No month has begun. Press “Next event”.')];
  const words = `${answered} of ${asked} people have answered for ${monthWords}${state === 'closed' ? ', which is closed' : ''}.`;
  const total = bar.reduce((sum, part) => sum + part.count, 0);
  return [
    el(
      'p',
      {},
      el('b', { class: 'big' }, `${answered} of ${asked}`),
      state === 'closed' ? ' answered, now closed' : ' have answered',
    ),
    meter(words, bar, total),
    el(
      'ul',
      { class: 'legend' },
      bar.map((part) =>
        el(
          'li',
          {},
          el(
            'span',
            { class: `letter small rating-${part.rating.replaceAll('_', '-')}`, 'aria-hidden': 'true' },
            part.letter,
          ),
          ` ${part.word} `,
          el('b', {}, String(part.count)),
        ),
      ),
    ),
  ];
}

/** A bar drawn with attributes: the page allows no inline styles. */
function meter(words, bar, total) {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('viewBox', '0 0 280 26');
  svg.setAttribute('class', 'meter');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${words} ${bar.map((part) => `${part.word} ${part.count}`).join(', ')}.`);
  let x = 0;
  for (const part of bar) {
    const width = (part.count / total) * 280;
    const box = document.createElementNS(ns, 'rect');
    const set = {
      x: x + 1,
      y: 1,
      width: Math.max(1, width - 2),
      height: 24,
      rx: 3,
      fill: part.background,
      stroke: part.border,
    };
    for (const [name, value] of Object.entries(set)) box.setAttribute(name, String(value));
    svg.append(box);
    if (width >= 18) {
      const text = document.createElementNS(ns, 'text');
      for (const [name, value] of Object.entries({
        x: x + width / 2,
        y: 17.5,
        'text-anchor': 'middle',
        fill: part.text,
      }))
        text.setAttribute(name, String(value));
      text.textContent = part.letter;
      svg.append(text);
    }
    x += width;
  }
  return svg;
}

function deliveryNodes({ deliveries, troubles }) {
  const count = (label, number, name) =>
    el('li', { class: number > 0 ? name : 'none' }, el('b', {}, String(number)), el('span', {}, label));
  return [
    el(
      'ul',
      { class: 'counts' },
      count('sent', deliveries.sent, 'sent'),
      count('waiting', deliveries.waiting, 'waiting'),
      count(deliveries.problems === 1 ? 'problem' : 'problems', deliveries.problems, 'problems'),
    ),
    ...(troubles.length > 0
      ? [
          el(
            'ul',
            { class: 'troubles' },
            troubles.map((words) => el('li', {}, words)),
          ),
        ]
      : []),
  ];
}

function drawFaults(faults, people) {
  byId('fault-down').checked = faults.platformDown;
  byId('fault-slow').checked = faults.slow;
  const select = byId('fault-missing');
  if (document.activeElement !== select) {
    select.replaceChildren(
      el('option', { value: '' }, 'Nobody’s'),
      ...people.map((person) =>
        el('option', { value: person.id, selected: faults.missingAccounts.includes(person.id) }, person.name),
      ),
    );
  }
  const broken = faults.platformDown || faults.slow || faults.missingAccounts.length > 0;
  byId('breaking').classList.toggle('broken', broken);
}

/** Moves the clock and says what happened on the way. */
export async function step(to, button) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  showTrouble(byId('clock-trouble'), '');
  try {
    const { happened } = await post('step', { to });
    const lines = happened.length > 0 ? happened : ['Nothing was due.'];
    byId('happened').replaceChildren(...lines.map((words) => el('li', {}, words)));
    await refresh();
  } catch (trouble) {
    showTrouble(byId('clock-trouble'), trouble.message);
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

export function startClock() {
  for (const button of document.querySelectorAll('[data-step]')) {
    button.addEventListener('click', () => step(button.dataset.step, button));
  }
  for (const id of ['fault-down', 'fault-slow', 'fault-missing'])
    byId(id).addEventListener('change', setFaults);
  const box = byId('again-box');
  byId('again').addEventListener('click', () => box.showModal());
  byId('again-no').addEventListener('click', () => box.close());
  byId('again-yes').addEventListener('click', beginAgain);
}

async function setFaults() {
  const missing = byId('fault-missing').value;
  const faults = {
    platformDown: byId('fault-down').checked,
    slow: byId('fault-slow').checked,
    missingAccounts: missing === '' ? [] : [missing],
  };
  try {
    await post('faults', faults);
    await refresh();
  } catch (trouble) {
    showTrouble(byId('clock-trouble'), trouble.message);
  }
}

async function beginAgain() {
  byId('again-box').close();
  try {
    await post('begin-again', {});
    forgetSeen();
    byId('happened').replaceChildren();
    await refresh();
    await arrive();
  } catch (trouble) {
    showTrouble(byId('clock-trouble'), trouble.message);
  }
}
