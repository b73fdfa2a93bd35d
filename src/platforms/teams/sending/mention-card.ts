import type { Message } from '../../../messages/message.ts';
import { card, type Card } from '../cards/card.ts';
import { paragraph, run, shown, shownInMarkdown } from '../cards/card-text.ts';
import { buttonRows, type ButtonOptions } from '../cards/buttons.ts';
import { summaryOf } from '../cards/message-cards.ts';

/**
 * What a person who has no chat with bcp gets instead: a mention in the channel they share with it. Others read along, so
 * it says the one sentence and has the buttons, which work for that person only, and nothing else.
 */
export function mentionCard(
  message: Message,
  person: { readonly teamsId: string; readonly name: string },
  options: ButtonOptions,
): Card {
  const name = shown(person.name).replace(/[<>]/g, '');
  const buttons = message.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
  const summary = summaryOf(message);
  const text = `<at>${name}</at>`;
  return {
    ...card(
      [
        { type: 'TextBlock', text: `${text}: ${shownInMarkdown(summary)}`, wrap: true },
        ...paragraph([
          run('Only you can answer with these buttons. To be asked in private, add the bcp app in Teams.', {
            quiet: true,
          }),
        ]),
        ...buttonRows(buttons, options),
      ],
      summary,
    ),
    msteams: {
      width: 'Full',
      entities: [{ type: 'mention', text, mentioned: { id: person.teamsId, name } }],
    },
  };
}
