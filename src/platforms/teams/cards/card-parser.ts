import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import { cardProblems } from './card-rules.ts';

/**
 * Microsoft's own parser of cards. Its module entry is written for bundlers and does not load in Node, so the built file
 * is taken; it reads cards without a page.
 */
const parser = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as typeof AdaptiveCards;

/** The parser by itself allows five actions in a set, Teams six. */
const host = new parser.HostConfig({ actions: { maxActions: 6 } });

/** Elements that Teams draws and the public parser does not know; each has a fallback that the parser does check. */
const knownToTeamsOnly = /Unknown element type "Chart\.(?:HorizontalBar\.Stacked|VerticalBar\.Grouped)"/;

/** The same card is looked at once: a status is asked for, and a prompt sent, many times over. The cards that were good lately, as JSON. */
const good = new Set<string>();
const mostKept = 300;

/** As `cardTrouble`, but what was found good a while ago is not looked at again. */
export function cardTroubleOnce(card: unknown): readonly string[] {
  const json = JSON.stringify(card);
  if (good.has(json)) return [];
  const problems = cardTrouble(card);
  if (problems.length === 0) {
    good.add(json);
    for (const oldest of good) {
      if (good.size <= mostKept) break;
      good.delete(oldest);
    }
  }
  return problems;
}

/** Everything that is wrong with a card, by Microsoft's parser and by our own rules; empty for a good one. */
export function cardTrouble(card: unknown): readonly string[] {
  const problems = [...cardProblems(card)];
  const context = new parser.SerializationContext();
  const parsed = new parser.AdaptiveCard();
  parsed.hostConfig = host;
  parsed.parse(card, context);
  for (let index = 0; index < context.eventCount; index += 1) {
    const { message } = context.getEventAt(index);
    if (!knownToTeamsOnly.test(message)) problems.push(message);
  }
  return [...problems, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}
