import type { Button, Message } from '../../../messages/message.ts';
import type { ClaimedDelivery } from '../../../use-cases/ports/delivery-records.ts';
import { card, type Card, type CardElement } from '../cards/card.ts';
import { paragraph, run, shown, shownInMarkdown } from '../cards/card-text.ts';
import { buttonRows, type ButtonOptions } from '../cards/buttons.ts';
import { summaryOf } from '../cards/message-cards.ts';

export interface Named {
  readonly teamsId: string;
  readonly name: string;
}

/**
 * What a person who has no chat with bcp gets instead: a mention in the channel they share with it. Others read along, so
 * it says the one sentence and has the buttons, which work for that person only, and nothing else.
 */
export function mentionCard(message: Message, person: Named, options: ButtonOptions): Card {
  const name = nameOf(person);
  const summary = summaryOf(message);
  const text = `<at>${name}</at>`;
  return {
    ...card(
      [
        { type: 'TextBlock', text: `${text}: ${shownInMarkdown(summary)}`, wrap: true },
        ...buttonsFor(message, options),
      ],
      summary,
    ),
    msteams: {
      width: 'Full',
      entities: [{ type: 'mention', text, mentioned: { id: person.teamsId, name } }],
    },
  };
}

/**
 * What the mention becomes when the prompt changes: how far it is, and never what was said. Nobody is called again. It says that they
 * have answered only where nothing is open and it is their own answer; the month may also have closed, gone to somebody else, or been
 * answered by a deputy.
 */
export function answeredCard(message: Message, person: Named, options: ButtonOptions): Card {
  const name = nameOf(person);
  const words = hasAnswered(message)
    ? `${name} has answered. Thank you.`
    : `${name}: ${shown(standing(message))}`;
  return card([...paragraph([run(words)]), ...buttonsFor(message, options)], words);
}

/** Only what is theirs can be taken back, and only where nothing is open there is nothing left to update. */
function hasAnswered(message: Message): boolean {
  const verbs = buttonsOf(message).map(({ press }) => press.verb);
  return verbs.includes('undo') && !verbs.includes('update');
}

/** The prompt's heading, which counts and names the month: "November 2026: 1 recorded, 2 to go". */
function standing(message: Message): string {
  const heading = message.parts.find((part) => part.kind === 'heading');
  if (heading === undefined) return summaryOf(message);
  return `${heading.text.replace(/^Thank you: /, '')}.`;
}

const onlyYou =
  'The buttons work for the person who is named, and only they see what opens. To be asked in private, add the bcp app in Teams.';

function buttonsFor(message: Message, options: ButtonOptions): readonly CardElement[] {
  const buttons = buttonsOf(message);
  if (buttons.length === 0) return [];
  return [...paragraph([run(onlyYou, { quiet: true })]), ...buttonRows(buttons, options)];
}

function buttonsOf({ parts }: Message): readonly Button[] {
  return parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
}

function nameOf({ name }: Named): string {
  return shown(name === '' ? 'A colleague' : name).replace(/[<>]/g, '');
}

/** What may be said in a channel about a person who is not reached in private: that they are asked, and how far it is. */
export function mayBeMentioned({ purpose, replaces, replacesByMention }: ClaimedDelivery): boolean {
  if (replaces !== null) return replacesByMention;
  return purpose === 'prompt' || purpose === 'nudge' || purpose === 'escalation';
}
