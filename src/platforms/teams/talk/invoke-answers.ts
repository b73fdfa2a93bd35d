import type { Log } from '../../../kit/log.ts';
import { cardType, type Card } from '../cards/card.ts';
import { fits } from '../cards/card-limits.ts';
import { cardTroubleOnce } from '../cards/card-parser.ts';
import type { TeamsAnswer } from '../seam/gateway.ts';

/** What Teams is told when there is nothing to say: a dialog goes without a word. */
export const nothingToSay: TeamsAnswer = { status: 200, body: {} };

/** The card takes the place of the one whose button was pressed, for whoever pressed it. */
export function shown(log: Log, card: Card | undefined): TeamsAnswer {
  if (!card) return words('Done.');
  return isGood(log, card) ? inPlace(200, 'card', card) : words(cannotBeShown);
}

export function words(text: string): TeamsAnswer {
  return inPlace(200, 'message', text);
}

/** The button's data is none of ours. Teams wants a status of its own for it, inside a 200. */
export function badRequest(): TeamsAnswer {
  return inPlace(400, 'error', { code: 'BadRequest', message: 'bad request' });
}

/** The window shows a card. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots */
export function dialog(log: Log, title: string, card: Card | undefined): TeamsAnswer {
  if (!card) return nothingToSay;
  if (!isGood(log, card)) return closing(cannotBeShown);
  const value = { title, height: 'large', width: 'medium', card: { contentType: cardType, content: card } };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

/** The window closes, with a sentence. */
export function closing(text: string): TeamsAnswer {
  return { status: 200, body: { task: { type: 'message', value: text === '' ? 'Done.' : text } } };
}

const cannotBeShown =
  'This cannot be shown in Teams. Type prompt to see what stands, or write in words what you want.';

/** What answers an invoke does not go through the sending seam, so its card is held against the same rules here. */
function isGood(log: Log, card: Card): boolean {
  const problems = cardTroubleOnce(card);
  if (problems.length === 0 && fits(card)) return true;
  log.error('Teams: a card that is not good was not shown', { problems: problems.length });
  return false;
}

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
function inPlace(statusCode: number, type: 'card' | 'message' | 'error', value: unknown): TeamsAnswer {
  const names = {
    card: cardType,
    message: 'application/vnd.microsoft.activity.message',
    error: 'application/vnd.microsoft.error',
  };
  return { status: 200, body: { statusCode, type: names[type], value } };
}
