import type { Form } from '../../src/messages/forms/form.ts';
import type { Message } from '../../src/messages/message.ts';
import type { RoleKind } from '../../src/plan/people.ts';
import type { PlayDeps } from '../../src/rehearsal/play-month.ts';
import type { Answer, Place } from '../../src/use-cases/conversation/answer.ts';
import { hear } from '../../src/use-cases/conversation/hear.ts';
import { pressButton } from '../../src/use-cases/conversation/press-button.ts';
import { actorOfPerson } from '../../src/use-cases/who-is.ts';

/** What bcp answers, with a name for its picture. */
export interface Answers {
  readonly messages: ReadonlyMap<string, Message>;
  readonly forms: ReadonlyMap<string, Form>;
}

/** What each kind of person types; the last of an owner's are answers in their own words. */
const typed: readonly (readonly [RoleKind, readonly string[]])[] = [
  [
    'chair',
    ['help', 'status', 'status safe', 'status SAFE red', 'status IC3', 'status I28', 'status late', 'status asks', 'status xyzzy'],
  ],
  [
    'secretariat',
    [
      'help',
      'cycle',
      'people',
      'deliveries',
      'digest',
      'digest draft',
      'channel',
      'channel list',
      'assign',
      'moderate',
      'meeting',
      'decide',
      'voice',
      'cycle settings',
      'remind',
      'leaves',
      'retention show',
    ],
  ],
  [
    'owner',
    [
      'help',
      'prompt',
      'update',
      'status mine',
      'amber, two of three posts filled, need the board to agree agency spend',
      'IC4 amber, two of three posts filled. IC5 green, panels met every week',
      '/bcp prompt',
      'away until 4 December, ask Priya',
      'Please ring Kayden Smith (aged 9, Lea Hall Primary) on 0121 496 0000',
      'undo',
    ],
  ],
];

const personal: Place = { kind: 'personal', channelId: '' };
/** A chair asks where the board talks, and may share there what only they are shown. */
const inChannel: Place = { kind: 'channel', channelId: 'board' };

const presses = ['update', 'no_change', 'not_me', 'later', 'edit'] as const;

/** Has a chair, a secretariat and an owner of the played partnership ask for everything they can ask for. */
export async function askEverything({ deps, partnershipId }: PlayDeps): Promise<Answers> {
  const messages = new Map<string, Message>();
  const forms = new Map<string, Form>();
  const keep = (name: string, { say, form }: Answer) => {
    say.forEach((message, index) => messages.set(index === 0 ? name : `${name}-${index + 1}`, message));
    if (form) forms.set(name, form);
  };
  const roles = await deps.store.in(partnershipId).people.roles();
  for (const [kind, lines] of typed) {
    const holder = roles.find((role) => role.kind === kind);
    const actor = holder && (await actorOfPerson(deps, partnershipId, holder.personId, 'rehearsal'));
    if (!actor) throw new Error(`Nobody in the played partnership is ${kind}`);
    for (const [index, line] of lines.entries()) {
      const command = kind === 'owner' && line.includes(' ') && !line.startsWith('status') ? line : `/bcp ${line}`;
      const heard = { text: command, place: kind === 'chair' ? inChannel : personal, eventKey: `look:${kind}:${index}` };
      keep(`${kind}-${fileWords(line)}`, await hear(deps, actor, heard));
    }
    if (kind !== 'owner') continue;
    const cycles = await deps.store.in(partnershipId).cycles.all();
    const month = cycles.at(-1)?.month ?? '';
    for (const verb of presses) {
      const pressed = { press: { verb, month }, place: personal, eventKey: `look:${verb}` } as const;
      keep(`owner-press-${verb}`, await pressButton(deps, actor, pressed));
    }
  }
  return { messages, forms };
}

/** The prompt once some of it has been answered. */
const names: Readonly<Record<string, string>> = { '/bcp prompt': 'receipt' };

function fileWords(line: string): string {
  return (names[line] ?? line).toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').slice(0, 40);
}
