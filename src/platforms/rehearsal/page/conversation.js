import { avatar, byId, el, setMessageHtml } from './dom.js';
import { hereChannel, me, room } from './room.js';
import { audience } from './roster.js';

/** Who one is being, and where. */
export function drawWho() {
  const person = me();
  const channel = hereChannel();
  const roles = [person.organisation, ...person.roleWords].join(', ');
  const group = [...new Set(room.view.people.map(({ organisation }) => organisation))].indexOf(
    person.organisation,
  );
  byId('who').replaceChildren(
    avatar(person.name, group),
    el(
      'div',
      { class: 'who-words' },
      el('h1', {}, 'You are ', person.name),
      el('p', {}, person.jobTitle === '' ? roles : `${person.jobTitle}, ${roles}`),
    ),
    el(
      'p',
      { class: channel ? 'where' : 'where with-bcp' },
      channel
        ? [el('b', {}, `# ${channel.name}`), el('span', {}, audience(channel))]
        : [el('b', {}, 'Chat with bcp'), el('span', {}, 'Only the two of you')],
    ),
  );
  document.title = `${person.name}${channel ? ` in #${channel.name}` : ''} · Rehearsal room`;
}

let shown = '';
const contents = new WeakMap();

/** Shows the posts; those that stand already stay as they are, so that only what is new is read out. */
export function drawStream() {
  const stream = byId('stream');
  const place = `${room.as} ${room.conversation}`;
  const isNewPlace = place !== shown;
  if (isNewPlace) {
    stream.setAttribute('aria-live', 'off');
    stream.replaceChildren();
  }
  const newest = put(stream, !isNewPlace);
  shown = place;
  if (newest) reveal(stream, newest, isNewPlace);
  if (isNewPlace) setTimeout(() => stream.setAttribute('aria-live', 'polite'), 0);
}

/** A message taller than the view is shown from its head, not from its foot. */
function reveal(stream, node, atOnce) {
  const box = node.getBoundingClientRect();
  const view = stream.getBoundingClientRect();
  if (box.top >= view.top && box.bottom <= view.bottom) return;
  const tall = box.height > view.height - 48;
  const top = stream.scrollTop + (tall ? box.top - view.top - 16 : box.bottom - view.bottom + 24);
  const still = atOnce || matchMedia('(prefers-reduced-motion: reduce)').matches;
  stream.scrollTo({ top, behavior: still ? 'auto' : 'smooth' });
}

/** Gives the last post that is new or says something else than before. */
function put(stream, flash) {
  const before = new Map([...stream.children].map((node) => [node.dataset.key, node]));
  const nodes = [];
  let newest = null;
  let day = '';
  const keep = (key, content, make) => {
    const old = before.get(key);
    if (old && contents.get(old) === content) return nodes.push(old);
    newest = make();
    newest.dataset.key = key;
    contents.set(newest, content);
    if (flash) newest.classList.add(old ? 'changed' : 'fresh');
    return nodes.push(newest);
  };
  for (const post of room.posts) {
    if (post.day !== day) keep(`day ${post.day}`, '', () => dayNode(post.day));
    day = post.day;
    keep(post.id, post.edited + post.html, () => postNode(post));
  }
  if (nodes.length === 0) keep('empty', '', emptyNode);
  // A node that is moved is read out again, so nodes are touched only where the order differs.
  for (const [index, node] of nodes.entries()) {
    const there = stream.children[index];
    if (there === node) continue;
    if (there && there.dataset.key === node.dataset.key) there.replaceWith(node);
    else stream.insertBefore(node, there ?? null);
  }
  while (stream.children.length > nodes.length) stream.lastElementChild.remove();
  return newest;
}

function dayNode(day) {
  return el('p', { class: 'day' }, el('span', {}, day));
}

function emptyNode() {
  const words = hereChannel()
    ? 'Nothing has been posted here yet. The digest comes at the end of the month; commands work at any time.'
    : 'bcp has said nothing to you yet. Try one of the commands below.';
  return el('p', { class: 'empty' }, words);
}

function postNode(post) {
  const body = el('div', { class: 'post-body' });
  setMessageHtml(body, post.html);
  const notes = [post.time, ...(post.edited ? ['edited'] : [])].join(' · ');
  return el(
    'div',
    { class: `post post-${post.by}${post.onlyYou ? ' only-you' : ''}` },
    post.by === 'bcp'
      ? el('img', {
          class: 'bcp-avatar',
          src: '/rehearsal/page/mark-round.svg',
          alt: '',
          width: 36,
          height: 36,
        })
      : null,
    el(
      'div',
      { class: 'post-frame' },
      el(
        'p',
        { class: 'post-head' },
        el('b', {}, post.by === 'self' ? 'You' : post.authorName),
        ' ',
        el('span', {}, notes),
        post.onlyYou ? el('span', { class: 'private' }, 'Only you can see this') : null,
      ),
      body,
    ),
  );
}
