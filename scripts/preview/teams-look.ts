import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Form } from '../../src/messages/forms/form.ts';
import type { Message } from '../../src/messages/message.ts';
import { cardTrouble } from '../../src/platforms/teams/cards/card-parser.ts';
import type { Card } from '../../src/platforms/teams/cards/card.ts';
import { messageCards } from '../../src/platforms/teams/cards/message-cards.ts';
import { formPage } from '../../src/platforms/teams/forms/form-card.ts';
import { answeredCard, mentionCard } from '../../src/platforms/teams/sending/mention-card.ts';
import { teamsStyles } from './teams-styles.ts';

/** Cards to take a picture of, under one name. */
export interface CardLook {
  readonly name: string;
  readonly cards: readonly Card[];
}

const options = { partnershipId: 'preview', dialogs: true };
const named = { teamsId: '29:preview', name: 'Asha Verma' };

/** A message as the cards that Teams gets, each below the one before. */
export function teamsMessageLook(name: string, message: Message): CardLook {
  return { name, cards: messageCards(message, options).map(good) };
}

/** A form as its card, as it stands in a dialog. */
export function teamsFormLook(name: string, form: Form): CardLook {
  const page = formPage(form, [], { partnershipId: 'preview', inDialog: true });
  return { name, cards: page === null ? [] : [good(page.card)] };
}

/** What is said in a channel to a person who has no chat with bcp, and what becomes of it. */
export function teamsMentionLooks(prompt: Message, receipt: Message): readonly CardLook[] {
  return [
    { name: 'mention', cards: [good(mentionCard(prompt, named, options))] },
    { name: 'mention-answered', cards: [good(answeredCard(receipt, named, options))] },
  ];
}

/** The page that draws every look twice with Microsoft's renderer: as wide as in a chat on a desktop, and as narrow as on a phone. */
export function teamsPage(looks: readonly CardLook[]): string {
  const renderer = readFileSync(
    createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
    'utf8',
  );
  const json = JSON.stringify(looks).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>bcp in Teams</title><style>${teamsStyles}</style><body><script>${renderer.replaceAll('</script', '<\\/script')}</script><script>const looks = ${json};\n${drawing}</script></body></html>`;
}

function good(card: Card): Card {
  const [problem] = cardTrouble(card);
  if (problem !== undefined) throw new Error(`${card.fallbackText}: ${problem}`);
  return card;
}

/** Runs in the page. Teams' own look of a card, as near as its host settings come to it. */
const drawing = String.raw`
const text = (colour, subtle) => ({ default: colour, subtle });
const colours = { default: text('#242424', '#616161'), accent: text('#4f52b2', '#5b5fc7'), attention: text('#c4314b', '#a72037'), good: text('#237b4b', '#107c41'), warning: text('#835c00', '#6b4c00') };
const style = (backgroundColor) => ({ backgroundColor, foregroundColors: colours });
const config = (isPhone) => new AdaptiveCards.HostConfig({
  supportsInteractivity: true,
  fontFamily: 'Segoe UI, Selawik, Source Sans 3, Arial, sans-serif',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e0e0e0' },
  containerStyles: { default: style('#ffffff'), emphasis: style('#f5f5f5'), accent: style('#e8ebfa'), good: style('#e7f2da'), attention: style('#fcf4f6'), warning: style('#fbf6d9') },
  actions: { maxActions: 6, spacing: 'default', buttonSpacing: 8, actionsOrientation: isPhone ? 'vertical' : 'horizontal', actionAlignment: isPhone ? 'stretch' : 'left' },
  inputs: { label: { inputSpacing: 4, requiredInputs: { suffix: ' *', suffixColor: 'attention', weight: 'bolder' }, optionalInputs: { weight: 'bolder' } } },
});
const plain = (value) => Array.isArray(value) ? value.map(plain) : value === null || typeof value !== 'object' ? value
  : Object.fromEntries(Object.entries(value).map(([name, each]) => [name, name === 'text' && value.type === 'TextBlock' ? each.replace(/<at>(.*?)<\/at>/g, '$1').replace(/\\([\\\x60*_[\]<>~|#\-+.)])/g, '$1') : plain(each)]));
for (const { name, cards } of looks) for (const width of ['desktop', 'phone']) {
  const section = document.createElement('section');
  section.dataset.name = name + '-' + width;
  section.className = width;
  for (const card of cards) {
    const drawn = new AdaptiveCards.AdaptiveCard();
    drawn.hostConfig = config(width === 'phone');
    drawn.parse(plain(card));
    const frame = document.createElement('div');
    frame.className = 'card';
    frame.append(drawn.render());
    section.append(frame);
  }
  document.body.append(section);
  const wide = [...section.querySelectorAll('*')].find((each) => each.getBoundingClientRect().right > section.getBoundingClientRect().right + 1);
  if (wide) console.error('Too wide: ' + section.dataset.name + ': ' + wide.textContent.slice(0, 60));
}`;
