import type { Message } from '../../../messages/message.ts';
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

/** What the mention becomes once it is answered: that it is, and not what was said. Nobody is called again. */
export function answeredCard(message: Message, person: Named, options: ButtonOptions): Card {
  const words = `${nameOf(person)} has answered. Thank you.`;
  return card([...paragraph([run(words)]), ...buttonsFor(message, options)], words);
}

const onlyYou =
  'The buttons work for the person who is named, and only they see what opens. To be asked in private, add the bcp app in Teams.';

function buttonsFor(message: Message, options: ButtonOptions): readonly CardElement[] {
  const buttons = message.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
  return [...paragraph([run(onlyYou, { quiet: true })]), ...buttonRows(buttons, options)];
}

function nameOf({ name }: Named): string {
  return shown(name === '' ? 'A colleague' : name).replace(/[<>]/g, '');
}

/** What may be said in a channel about a person who is not reached in private: that they are asked, or have answered. */
export function mayBeMentioned({ purpose, replaces, replacesByMention }: ClaimedDelivery): boolean {
  if (replaces !== null) return replacesByMention;
  return purpose === 'prompt' || purpose === 'nudge' || purpose === 'escalation';
}
