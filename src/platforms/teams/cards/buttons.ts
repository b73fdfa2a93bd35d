import type { Button, Press } from '../../../messages/message.ts';
import type { ActionData, ActionSet, CardAction } from './card.ts';
import { shown } from './card-text.ts';
import { marked, type ButtonMark } from './press-data.ts';

/** How buttons come back: dialogs are drawn by every real Teams client, and by no stand-in for it. */
export interface ButtonOptions {
  readonly partnershipId: string;
  readonly dialogs: boolean;
}

/** Teams shows at most six actions of a set. */
const mostActions = 6;

const opensForm: ReadonlySet<Press['verb']> = new Set(['update', 'edit', 'not_me', 'later']);

/** A row of buttons, or several rows where one would hide some. */
export function buttonRows(buttons: readonly Button[], options: ButtonOptions): readonly ActionSet[] {
  const sets: ActionSet[] = [];
  for (let start = 0; start < buttons.length; start += mostActions) {
    const actions = buttons.slice(start, start + mostActions).map((button) => buttonAction(button, options));
    sets.push({ type: 'ActionSet', actions });
  }
  return sets;
}

function buttonAction(
  { label, press, style }: Button,
  { partnershipId, dialogs }: ButtonOptions,
): CardAction {
  const data = marked({ do: 'press', p: partnershipId, press });
  const look = {
    title: shown(titleOf(label, press)),
    ...(style === 'main' ? { style: 'positive' as const } : {}),
    ...(style === 'danger' ? { style: 'destructive' as const } : {}),
    associatedInputs: 'none' as const,
  };
  return dialogs && opensForm.has(press.verb)
    ? { type: 'Action.Submit', ...look, data: { msteams: { type: 'task/fetch' }, ...data } }
    : execute('press', look, data);
}

/** A file comes into the person's own chat, whoever else sees the button: its title says so. */
function titleOf(label: string, { verb }: Press): string {
  return verb !== 'download_digest' || /^(?:Read|Send)\b/.test(label) ? label : `Send me the ${label}`;
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
