import type { Message } from '../../../messages/message.ts';
import { assertSlackMessage } from '../render/check-payload.ts';
import type { SlackPage } from '../render/blocks.ts';
import { messagePages } from '../render/render-message.ts';
import { withPictures } from '../sending/with-pictures.ts';
import { showPrivately } from './private-words.ts';
import type { TalkDeps, Turn } from './talk.ts';

/** The private words of one answer, ready to be shown. */
export interface PrivatePages {
  readonly pages: readonly SlackPage[];
  /** Figures whose picture is not in Slack yet: they come a moment later, as words would otherwise wait for them. */
  readonly later: readonly Message[];
}

/** Renders at once with the pictures that are there already; figures without one are put off. */
export function privatePages(
  talk: TalkDeps,
  turn: Pick<Turn, 'teamId'>,
  partnershipId: string | null,
  messages: readonly Message[],
): PrivatePages {
  const pictureOf = talk.pictures.known(turn.teamId);
  const isLater = (part: Message['parts'][number]) =>
    part.kind === 'figure' && pictureOf(part.figure) === null;
  const now = messages.map((message) => ({
    ...message,
    parts: message.parts.filter((part) => !isLater(part)),
  }));
  const later = messages.flatMap((message) =>
    message.parts.filter(isLater).map((part): Message => ({
      summary: part.kind === 'figure' ? part.figure.title : message.summary,
      parts: [part],
    })),
  );
  const pages = now.flatMap((message) => messagePages(message, { partnershipId, pictureOf }));
  pages.forEach(assertSlackMessage);
  return { pages, later };
}

/** Shows messages to the person alone where they are: the words at once, their pictures when they are in Slack. */
export async function showHere(
  talk: TalkDeps,
  turn: Turn,
  partnershipId: string | null,
  messages: readonly Message[],
): Promise<void> {
  const { pages, later } = privatePages(talk, turn, partnershipId, messages);
  await showPrivately(talk, turn, pages);
  await showLater(talk, turn, later);
}

/** Puts off pictures for a moment and then shows them; without a picture, the figures as a table. */
export async function showLater(talk: TalkDeps, turn: Turn, messages: readonly Message[]): Promise<void> {
  for (const message of messages) {
    await withPictures(talk.pictures, turn, [message], (pictureOf) =>
      showPrivately(talk, turn, messagePages(message, { partnershipId: null, pictureOf })),
    );
  }
}
