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

/** What the role asks of somebody, where it asks something. */
const whatItMeans: Readonly<Partial<Record<RoleKind, string>>> = {
  owner: 'Once a month bcp asks you here how it is going. It takes about a minute.',
  deputy: 'bcp asks you here only when the owner has not answered, or is away.',
  cover: 'bcp asks you here while the owner is away.',
  theme_lead: 'bcp tells you here which actions of the theme are late, and you may moderate their ratings.',
};

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
      ...(whatItMeans[view.kind] === undefined
        ? []
        : [{ kind: 'text', text: whatItMeans[view.kind] ?? '', tone: 'quiet' } as const]),
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

/** Tells whoever has to know that a role was declined, and what that leaves open. */
export function roleDeclined(view: {
  readonly name: string;
  readonly kind: RoleKind;
  readonly title: string;
  /** Who is asked in the meantime; null = nobody. */
  readonly askedNow: string | null;
}): Message {
  const then =
    view.askedNow === null
      ? 'Nobody is asked for it now. Please find somebody: assign … to ….'
      : `${view.askedNow} is asked meanwhile.`;
  const words = `${view.name} does not take on the role of ${roleInWords(view.kind)} of ${view.title}. ${then}`;
  return { summary: words, parts: [{ kind: 'text', text: words, tone: 'notice' }] };
}
