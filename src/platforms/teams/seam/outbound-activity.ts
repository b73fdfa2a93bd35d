import { cardType } from '../cards/card.ts';
import { fits } from '../cards/card-limits.ts';
import { cardTroubleOnce } from '../cards/card-parser.ts';
import type { OutboundMessage } from './gateway.ts';
import { TeamsTrouble } from './trouble.ts';

type Json = Readonly<Record<string, unknown>>;

/** The activity as it goes over the line; a card that is not good is refused here, before anybody sees it. */
export function activityOf(message: OutboundMessage, from: { readonly id: string }): Json {
  const activity = { type: 'message', from, ...contentOf(message) };
  const problems = message.kind === 'card' ? cardTroubleOnce(message.card) : [];
  const [problem = fits(activity) ? '' : 'It is longer than Teams takes.'] = problems;
  if (problem !== '') throw new TeamsTrouble('refused', `This message cannot be shown in Teams. ${problem}`);
  return activity;
}

function contentOf(message: OutboundMessage): Json {
  switch (message.kind) {
    case 'text':
      return { text: message.text, textFormat: 'plain' };
    case 'card':
      return { summary: message.summary, attachments: [{ contentType: cardType, content: message.card }] };
    case 'file_consent':
      return {
        summary: message.description,
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.card.file.consent',
            name: message.fileName,
            content: {
              description: message.description,
              sizeInBytes: message.sizeInBytes,
              acceptContext: message.context,
              declineContext: message.context,
            },
          },
        ],
      };
    case 'file_info':
      return {
        summary: `${message.fileName} is in your files.`,
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.card.file.info',
            contentUrl: message.contentUrl,
            name: message.fileName,
            content: { uniqueId: message.uniqueId, fileType: message.fileType },
          },
        ],
      };
  }
}
