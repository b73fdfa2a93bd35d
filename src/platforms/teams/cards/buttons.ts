import type { Button, Press } from '../../../messages/message.ts';
import type { ActionData, ActionSet, CardAction } from './card.ts';
import { shown } from './card-text.ts';
import { marked, type ButtonMark } from './press-data.ts';

/** How buttons come back: dialogs are drawn by every real Teams client, and by no stand-in for it. */
export interface ButtonOptions {
  readonly partnershipId: string;
  readonly dialogs: boolean;
  /** The buttons stand in a dialog, which knows one way back only (`task/submit`). */
  readonly inDialog?: boolean;
  /** The person for whom alone the buttons work, where others see them too. */
  readonly onlyFor?: string;
}

/** Teams shows at most six actions of a set. */
const mostActions = 6;

const opensForm: ReadonlySet<Press['verb']> = new Set(['update', 'edit', 'not_me', 'later']);

/** What fits beside each other in a chat on a desktop, in characters; a button's own frame counts as so many. On phones buttons stand below each other. */
const widestRow = 68;
const frameOfButton = 5;
/** A title that Teams may show cut: all of it is shown when it is pointed at or held. */
const longTitle = 30;

/** A row of buttons, or several rows where one would hide some or cut their titles. */
export function buttonRows(buttons: readonly Button[], options: ButtonOptions): readonly ActionSet[] {
  const rows: CardAction[][] = [];
  let room = 0;
  for (const button of buttons) {
    const action = buttonAction(button, options);
    const width = action.title.length + frameOfButton;
    const row = rows.at(-1);
    if (row && row.length < mostActions && width <= room) {
      row.push(action);
      room -= width;
    } else {
      rows.push([action]);
      room = widestRow - width;
    }
  }
  return rows.map((actions, index) => ({
    type: 'ActionSet',
    ...(index === 0 ? {} : { spacing: 'Small' }),
    actions,
  }));
}

function buttonAction(
  { label, press, style }: Button,
  { partnershipId, dialogs, inDialog = false, onlyFor }: ButtonOptions,
): CardAction {
  const only = onlyFor === undefined ? {} : { only: onlyFor };
  const data = marked({ do: 'press', p: partnershipId, press, ...only });
  const title = shown(titleOf(label, press));
  const look = {
    title,
    ...(title.length > longTitle ? { tooltip: title } : {}),
    ...(style === 'main' ? { style: 'positive' as const } : {}),
    ...(style === 'danger' ? { style: 'destructive' as const } : {}),
    associatedInputs: 'none' as const,
  };
  if (inDialog) return { type: 'Action.Submit', ...look, data };
  return dialogs && opensForm.has(press.verb)
    ? { type: 'Action.Submit', ...look, data: { msteams: { type: 'task/fetch' }, ...data } }
    : execute('press', look, data);
}

/** A file comes into the person's own chat, whoever else sees the button: its title says so. */
function titleOf(label: string, { verb }: Press): string {
  if (verb !== 'download_digest' || /^(?:Read|Send)\b/.test(label)) return label;
  // "Word" is a name and "Web page" is none.
  const what = label.includes(' ') ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  return `Send me the ${what}`;
}

/** A button that is answered in place; old clients send it as a message instead, with the same data. */
export function execute(
  verb: string,
  look: Omit<CardAction, 'type' | 'data' | 'verb' | 'fallback'>,
  data: ActionData,
): CardAction {
  return { type: 'Action.Execute', verb, ...look, data, fallback: { type: 'Action.Submit', ...look, data } };
}

/** What a card does when it is seen again: it asks how things stand, and records nothing. */
export function lookAgain(mark: ButtonMark & { readonly do: 'look' }): CardAction {
  return execute('look', { title: 'Refresh' }, marked(mark));
}
