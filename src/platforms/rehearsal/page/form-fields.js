import { el } from './dom.js';

/** One field of a form as label, hint, control and a place for its problem. */
export function fieldNode(field, kept, looks) {
  const value = kept ?? (field.kind === 'check' ? String(field.value) : field.value);
  const describedBy = [field.hint ? `${field.name}-hint` : '', `${field.name}-problem`]
    .filter(Boolean)
    .join(' ');
  const frame = {
    class: `field field-${field.kind}`,
    'data-field': field.name,
    'data-path': /(^|\.)path/i.test(field.name),
  };
  const hint = field.hint ? el('p', { class: 'hint', id: `${field.name}-hint` }, field.hint) : null;
  const problem = el('p', { class: 'field-problem', id: `${field.name}-problem` });
  if (field.kind === 'choice' && (isRating(field) || field.options.length <= 7)) {
    return el(
      'fieldset',
      { ...frame, 'aria-describedby': describedBy },
      el('legend', { class: 'field-label' }, field.label),
      hint,
      problem,
      el(
        'div',
        { class: isRating(field) ? 'cards' : 'options' },
        field.options.map((option) => card(field, option, value, looks)),
      ),
      isRating(field) && !field.required ? clearChoice(field) : null,
    );
  }
  if (field.kind === 'check') {
    const box = el('input', {
      type: 'checkbox',
      name: field.name,
      id: field.name,
      'aria-describedby': describedBy,
      checked: value === 'true',
    });
    return el(
      'div',
      frame,
      el('label', { class: 'switch' }, box, el('span', {}, field.label)),
      hint,
      problem,
    );
  }
  return el(
    'div',
    frame,
    el('label', { class: 'field-label', for: field.name }, field.label),
    hint,
    problem,
    control(field, value, describedBy),
  );
}

/** A rating that was chosen by mistake can be taken back: no rating means no answer yet. */
function clearChoice(field) {
  const clear = (event) => {
    const frame = event.currentTarget.closest('[data-field]');
    for (const radio of frame.querySelectorAll('input')) radio.checked = false;
    frame.querySelector('input').focus();
    frame.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return el(
    'button',
    { type: 'button', class: 'clear', onclick: clear },
    'Clear this answer',
    el('span', { class: 'visually-hidden' }, `: ${field.name.split('.')[0]}`),
  );
}

function isRating(field) {
  return /(^|\.)rating$/i.test(field.name);
}

function card(field, option, value, looks) {
  const look = looks[option.value];
  return el(
    'label',
    { class: 'card' },
    el('input', { type: 'radio', name: field.name, value: option.value, checked: option.value === value }),
    look
      ? el(
          'span',
          { class: `letter rating-${option.value.replaceAll('_', '-')}`, 'aria-hidden': 'true' },
          look.letter,
        )
      : null,
    el(
      'span',
      { class: 'card-words' },
      el('b', {}, option.label),
      option.description ? el('span', {}, option.description) : null,
    ),
  );
}

function control(field, value, describedBy) {
  const common = {
    id: field.name,
    name: field.name,
    'aria-describedby': describedBy,
    'aria-required': field.required ? 'true' : null,
  };
  switch (field.kind) {
    case 'choice':
      return el(
        'select',
        common,
        el('option', { value: '' }, 'Choose'),
        field.options.map((option) =>
          el(
            'option',
            { value: option.value, selected: option.value === value },
            option.description ? `${option.label}: ${option.description}` : option.label,
          ),
        ),
      );
    case 'long_text':
      return counted(field, el('textarea', { ...common, rows: /\.done$/.test(field.name) ? 3 : 2 }, value));
    case 'short_text':
      return counted(field, el('input', { ...common, type: 'text', value, autocomplete: 'off' }));
    case 'number':
      return el(
        'div',
        { class: 'with-unit' },
        el('input', { ...common, type: 'text', value, autocomplete: 'off' }),
        el('span', { class: 'unit' }, field.unitWords),
      );
    case 'date':
      return el('input', { ...common, type: 'date', value });
    default:
      throw new Error(`A field nobody draws: ${field.kind}`);
  }
}

/** Counts towards the limit and says when it is passed; it never cuts what is typed or pasted. */
function counted(field, box) {
  const count = el('p', { class: 'count' });
  const tell = () => {
    const left = field.maxLength - box.value.length;
    count.textContent =
      left < 0
        ? `${(-left).toLocaleString('en-GB')} characters too many`
        : `${left.toLocaleString('en-GB')} characters left`;
    count.classList.toggle('too-many', left < 0);
  };
  box.addEventListener('input', tell);
  tell();
  return el('div', { class: 'counted' }, box, count);
}

/** Every field as text; for saving, fields that are not asked for are empty. */
export function answersOf(body, forSaving) {
  const answers = {};
  for (const frame of body.querySelectorAll('[data-field]')) {
    const name = frame.dataset.field;
    const controls = [...frame.querySelectorAll('input, textarea, select')];
    const [first] = controls;
    if (first.type === 'radio') answers[name] = controls.find((radio) => radio.checked)?.value ?? '';
    else if (first.type === 'checkbox') answers[name] = String(first.checked);
    else answers[name] = forSaving && frame.hidden ? '' : first.value.trim();
  }
  return answers;
}

/** When a field is asked for, from the answer beside it; a form without that neighbour always asks. */
const askedWhen = [
  { field: /\.pathToGreen\./, beside: 'rating', fits: (rating) => rating === 'red' || rating === 'amber' },
  { field: /\.startsOn$/, beside: 'rating', fits: (rating) => rating === 'not_started' },
  { field: /\.ask\.(what|by)$/, beside: 'ask.verb', fits: (verb) => verb !== '' },
  {
    field: /\.(value|numerator|denominator|provisional|confirmed)$/,
    beside: 'state',
    fits: (state) => state === 'value',
  },
];

/** Shows the fields that the answers so far call for, and puts the others away. */
export function showAsked(body) {
  const answers = answersOf(body, false);
  for (const frame of body.querySelectorAll('[data-field]')) {
    const rule = askedWhen.find(({ field }) => field.test(frame.dataset.field));
    if (!rule) continue;
    const beside = answers[`${frame.dataset.field.split('.')[0]}.${rule.beside}`];
    frame.hidden = beside !== undefined && !rule.fits(beside);
  }
}
