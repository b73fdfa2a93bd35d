import { dayInWords, type LocalDate } from '../kit/local-date.ts';
import type { RoleKind } from '../plan/people.ts';
import type { Message } from './message.ts';

const roleWords: Readonly<Record<RoleKind, string>> = {
  owner: 'owner',
  deputy: 'deputy',
  cover: 'cover',
  theme_lead: 'theme lead',
  board_member: 'board member',
  chair: 'chair',
  vice_chair: 'vice-chair',
  secretariat: 'secretariat',
  administrator: 'administrator',
  observer: 'observer',
};

/** The role in the field's words. */
export function roleInWords(kind: RoleKind): string {
  return roleWords[kind];
}

/** Asks somebody whether they take a role on. */
export function roleAsked(view: {
  readonly roleId: string;
  readonly kind: RoleKind;
  readonly title: string;
  readonly byName: string;
  readonly from: LocalDate;
}): Message {
  const role = roleInWords(view.kind);
  return {
    summary: `${view.byName} asks you to be ${role} of ${view.title}.`,
    parts: [
      {
        kind: 'text',
        text: [
          { strong: view.byName },
          ` asks you to be ${role} of `,
          { strong: view.title },
          `, from ${dayInWords(view.from)}.`,
        ],
        tone: 'normal',
      },
      {
        kind: 'text',
        text: 'Once a month bcp asks you here how it is going. It takes about a minute.',
        tone: 'quiet',
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Yes, I take it on', press: { verb: 'accept_role', role: view.roleId }, style: 'main' },
          { label: 'No, not me', press: { verb: 'decline_role', role: view.roleId }, style: 'normal' },
        ],
      },
    ],
  };
}
