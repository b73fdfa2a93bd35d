/**
 * One element. Attributes that are functions are listeners (`onclick`), null and false are left out; children are nodes
 * or text, and text is never read as mark-up.
 */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** The only way mark-up gets into the page: what the server rendered and escaped. The browser refuses any other. */
const policy = globalThis.trustedTypes?.createPolicy('bcp', { createHTML: (html) => html });

export function setMessageHtml(element, html) {
  element.innerHTML = policy ? policy.createHTML(html) : html;
}

/** A rating as word, letter and colour. `look` comes from the server, so that it is the same everywhere. */
export function ratingChip(rating, look) {
  return el(
    'span',
    { class: `rating rating-${rating.replaceAll('_', '-')}` },
    el('b', { 'aria-hidden': 'true' }, look.letter),
    ` ${look.word}`,
  );
}

/** Two letters in a circle. The colour only helps the eye; the name stands beside it. */
export function avatar(name, group = 0) {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = ((words[0]?.[0] ?? '') + (words.length > 1 ? words.at(-1)[0] : '')).toUpperCase();
  return el('span', { class: `avatar avatar-${group % 6}`, 'aria-hidden': 'true' }, letters);
}

export function showTrouble(element, words) {
  element.textContent = words;
  element.hidden = words === '';
}
