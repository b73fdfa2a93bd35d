import type { Message } from './message.ts';

const contacts: readonly string[] = ['phone', 'email', 'address'];

/** Asks whether what was left out is a work contact. It is said privately, by kind and never by the words themselves. */
export function workContactQuestion(view: {
  readonly id: string;
  /** `a phone number`. */
  readonly found: readonly string[];
  readonly kinds: readonly string[];
}): Message {
  const isContact = view.kinds.every((kind) => contacts.includes(kind));
  const list = view.found.join(' and ');
  const text = isContact
    ? `I left out ${list}, because it may be a child's or a family's. Is it a work contact, such as a councillor's, a colleague's or a press office's?`
    : `I left out ${list}, because it may tell which child or family is meant. Is it about somebody at work, or can nobody be told from it?`;
  return {
    summary: text,
    parts: [
      { kind: 'text', text, tone: 'notice' },
      {
        kind: 'buttons',
        buttons: [
          {
            label: isContact ? 'It is a work contact, keep it' : 'It tells of no child, keep it',
            press: { verb: 'choose', question: view.id, option: 0 },
            style: 'normal',
          },
          {
            label: 'Leave it out',
            press: { verb: 'choose', question: view.id, option: 1 },
            style: 'normal',
          },
        ],
      },
    ],
  };
}
