import type { Message } from './message.ts';

/** Each made once: what a platform keeps beside a page stays with it. */
const made = new WeakMap<Message, Message>();

/** The same page for where nobody else reads along: there is nobody to share it with. */
export function withoutSharing(message: Message): Message {
  const page = made.get(message) ?? unshared(message);
  made.set(message, page);
  return page;
}

function unshared(message: Message): Message {
  const parts = message.parts.map((part) =>
    part.kind === 'buttons'
      ? { ...part, buttons: part.buttons.filter(({ press }) => press.verb !== 'share') }
      : part,
  );
  return { ...message, parts: parts.filter((part) => part.kind !== 'buttons' || part.buttons.length > 0) };
}
