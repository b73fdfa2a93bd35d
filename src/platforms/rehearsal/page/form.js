import { newEventKey, post } from './api.js';
import { byId, el, ratingChip } from './dom.js';
import { answersOf, fieldNode, showAsked } from './form-fields.js';
import { refresh, room } from './room.js';

/** What was typed and not saved, by form: closing the sheet loses nothing. */
const unsaved = new Map();

/** Opens a form in the sheet at the side. */
export function openForm(form, opener) {
  const sheet = byId('sheet');
  const key = `${room.as} ${form.kind} ${JSON.stringify(form.carries)}`;
  const kept = unsaved.get(key) ?? {};
  const body = el(
    'form',
    { class: 'sheet-form', novalidate: true },
    head(form, Object.keys(kept).length > 0),
    el(
      'div',
      { class: 'sheet-body' },
      el('div', { class: 'problems', id: 'problems' }),
      form.intro ? el('p', { class: 'intro' }, form.intro) : null,
      form.groups.map((group) => groupNode(group, kept)),
    ),
    el(
      'div',
      { class: 'sheet-foot' },
      el('button', { type: 'submit', class: 'button main' }, form.submitLabel),
      el('button', { type: 'button', class: 'button', onclick: () => sheet.close() }, 'Close without saving'),
    ),
  );
  const act = { as: room.as, conversation: room.conversation, eventKey: newEventKey() };
  body.addEventListener('input', () => {
    unsaved.set(key, answersOf(body, false));
    showAsked(body);
  });
  body.addEventListener('submit', (event) => {
    event.preventDefault();
    void save(form, body, act, key);
  });
  sheet.replaceChildren(body);
  showAsked(body);
  sheet.onclose = () => (opener.isConnected ? opener : byId('stream')).focus({ preventScroll: true });
  sheet.showModal();
  sheet.scrollTop = 0;
}

function head(form, wasKept) {
  return el(
    'div',
    { class: 'sheet-head' },
    el('h2', { id: 'sheet-title' }, form.title),
    wasKept ? el('p', { class: 'kept' }, 'What you typed before is still here. It is not saved yet.') : null,
    el(
      'button',
      {
        type: 'button',
        class: 'close',
        'aria-label': 'Close without saving',
        onclick: () => byId('sheet').close(),
      },
      '×',
    ),
  );
}

function groupNode(group, kept) {
  const { looks } = room.view;
  const fields = group.fields.map((field) => fieldNode(field, kept[field.name], looks));
  if (group.title === '' && group.code === '') return el('div', { class: 'form-group plain' }, fields);
  return el(
    'fieldset',
    { class: 'form-group' },
    el('legend', {}, group.code ? el('span', { class: 'code' }, group.code) : null, ' ', titleOf(group)),
    group.previous
      ? el('p', { class: 'previous' }, 'Last month: ', ratingChip(group.previous, looks[group.previous]))
      : null,
    group.reminders.length > 0
      ? el(
          'ul',
          { class: 'reminders' },
          group.reminders.map((words) => el('li', {}, words)),
        )
      : null,
    fields,
  );
}

/** The title without the code that already stands before it. */
function titleOf({ code, title }) {
  return code !== '' && title.startsWith(`${code} `) ? title.slice(code.length + 1) : title;
}

async function save(form, body, act, key) {
  const button = body.querySelector('[type=submit]');
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = 'Saving…';
  showProblems(body, []);
  try {
    const submission = { kind: form.kind, carries: form.carries, answers: answersOf(body, true) };
    const { problems } = await post('submit', { ...act, submission });
    if (problems.length > 0) {
      // Sent again with other answers it is another act; after a failure on the way it is the same.
      act.eventKey = newEventKey();
      showProblems(body, problems);
      return;
    }
    unsaved.delete(key);
    byId('sheet').close();
    await refresh();
  } catch (trouble) {
    showProblems(body, [{ field: '', words: trouble.message }]);
  } finally {
    button.removeAttribute('aria-disabled');
    button.textContent = form.submitLabel;
  }
}

/** Each problem stands at its field and in the list at the top; the first field that has one gets the focus. */
function showProblems(body, problems) {
  for (const old of body.querySelectorAll('.field-problem')) old.replaceChildren();
  for (const old of body.querySelectorAll('.wrong')) old.classList.remove('wrong');
  for (const old of body.querySelectorAll('[aria-invalid]')) old.removeAttribute('aria-invalid');
  const top = byId('problems');
  top.replaceChildren();
  if (problems.length === 0) return;
  top.append(
    el(
      'div',
      { class: 'problem-box', tabindex: '-1' },
      el('h3', {}, 'Not saved yet'),
      el(
        'ul',
        {},
        problems.map((problem) => el('li', {}, problem.words)),
      ),
    ),
  );
  const fields = problems.map((problem) => markProblem(body, problem)).filter(Boolean);
  const target = fields[0] ?? top.firstElementChild;
  target.focus();
  target.scrollIntoView({ block: fields[0] ? 'center' : 'start' });
}

function markProblem(body, { field, words }) {
  const frame = field === '' ? null : body.querySelector(`[data-field="${CSS.escape(field)}"]`);
  if (!frame) return null;
  frame.classList.add('wrong');
  frame.hidden = false;
  frame.querySelector('.field-problem').append(words);
  const control = frame.querySelector('input, textarea, select');
  control.setAttribute('aria-invalid', 'true');
  return control;
}
