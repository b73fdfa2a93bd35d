import { readAbsence } from './absences.ts';
import { askOfBoard } from './asks-of-board.ts';
import { readDelegate, type DelegateSaid } from './delegates.ts';
import { evidenceIn } from './evidence.ts';
import { findIn, type Findings } from './findings.ts';
import { asksForHelp, hasNoNews, readCommand, readLater } from './intents-in-words.ts';
import { ownWords } from './own-words.ts';
import { wordsOf, type Passage } from './passage.ts';
import { pathToGreen } from './paths-to-green.ts';
import { plainText } from './plain-text.ts';
import { askForRating, askForRatings } from './rating-questions.ts';
import { readContent, type Content } from './reply-content.ts';
import { askedActions, type AskedItem, type ReplyContext } from './reply-context.ts';
import type { ReadAbsence, ReplyIntent, ReplyQuestion, ReplyReading } from './reply-reading.ts';

/**
 * Reads a reply: what its writer wants, the ratings and figures that are certain, and one question about what is in doubt. Never
 * throws; only items in `context.asked` are ever in the reading; every figure is in its measure's own unit.
 */
export function readReply(text: string, given: ReplyContext): ReplyReading {
  const context = { ...given, asked: eachOnce(given.asked) };
  const plain = plainText(text);
  const narrative = ownWords(plain.text);
  const findings = findIn(narrative, context);
  const command = readCommand(findings.passage);
  const content = command === null ? readContent(findings, context) : nothing;
  const around = readAround(findings, context, content);
  const questions =
    command === null && around.intent !== 'help'
      ? [...content.questions, ...openQuestions(around, content, context)]
      : [];
  return {
    intent: command?.kind ?? around.intent,
    updates: content.updates,
    measures: content.measures,
    confirm: questions.length > 0,
    question: questions[0] ?? null,
    furtherQuestions: questions.slice(1),
    away: around.away,
    deferUntil: around.intent === 'later' ? around.deferUntil : null,
    delegate: around.delegate.delegate,
    command: command === null ? null : command.words,
    pathToGreen: around.intent === 'update' ? pathToGreen(narrative, context.today) : null,
    askOfBoard: askOfBoard(narrative),
    evidence: evidenceIn(narrative, plain.links),
    narrative,
  };
}

function eachOnce(asked: readonly AskedItem[]): readonly AskedItem[] {
  return [...new Map(asked.map((item) => [item.code, item])).values()];
}

const nothing: Content = { updates: [], measures: [], questions: [] };

/** In so few words nobody else is named beside "no update". */
const shortest = 3;

/** What the reply says about answering at all: away, somebody else, another day, help. */
interface Around {
  readonly intent: ReplyIntent;
  readonly away: ReadAbsence | null;
  readonly delegate: DelegateSaid;
  readonly deferUntil: string | null;
}

function readAround({ passage, ratings }: Findings, context: ReplyContext, content: Content): Around {
  const away = readAbsence(passage, context.today);
  const delegate = readDelegate(passage, context.people ?? [], ratings);
  const isAsked = content.questions.length > 0;
  const base = { away, delegate, deferUntil: null };
  if (content.updates.length > 0 || content.measures.length > 0) return { ...base, intent: 'update' };
  if (asksForHelp(passage) && away === null) return { ...base, intent: 'help' };
  if (isAsked) return { ...base, intent: 'update' };
  if (away !== null) return { ...base, intent: 'away' };
  // "Nil update" names nobody.
  if (passage.tokens.length <= shortest && hasNoNews(passage)) return { ...base, intent: 'no_update' };
  return isDelegation(delegate) ? { ...base, intent: 'delegate' } : withoutContent(passage, context, base);
}

function withoutContent(passage: Passage, context: ReplyContext, base: Omit<Around, 'intent'>): Around {
  if (passage.tokens.length === 0) return { ...base, intent: 'help' };
  if (hasNoNews(passage)) return { ...base, intent: 'no_update' };
  const later = isLengthOnly(passage, context) ? null : readLater(passage, context.today);
  return later === null
    ? { ...base, intent: 'update' }
    : { ...base, intent: 'later', deferUntil: later.until };
}

/** "14 months" to somebody who was asked for figures alone is no promise. */
function isLengthOnly(passage: Passage, context: ReplyContext): boolean {
  const isLength = /^\d+(?:\.\d+)? (?:days?|weeks?|months?|years?)(?: [.!])?$/;
  return askedActions(context).length === 0 && isLength.test(wordsOf(passage, 0, 6).trim());
}

function isDelegation(said: DelegateSaid): boolean {
  return said.delegate !== null || said.several.length > 0 || said.notMe;
}

/** A name that is missing or shared by several, and an update in which no rating was found. */
function openQuestions(around: Around, content: Content, context: ReplyContext): readonly ReplyQuestion[] {
  const { delegate, intent } = around;
  if (delegate.several.length > 0) {
    const options = delegate.several.map(({ name, organisation }) => ({
      label: `${name}, ${organisation}`,
      apply: { updates: [], measures: [], delegate: { name, organisation, permanent: false } },
    }));
    return [{ about: null, text: 'Which of them do you mean?', options }];
  }
  if (intent === 'delegate' && delegate.notMe)
    return [{ about: null, text: 'Whom should I ask instead?', options: [] }];
  if (
    intent !== 'update' ||
    content.updates.length > 0 ||
    content.measures.length > 0 ||
    content.questions.length > 0
  )
    return [];
  const actions = askedActions(context);
  const only = actions[0];
  if (only === undefined)
    return [{ about: null, text: 'I found no figure in that. What is it?', options: [] }];
  return [actions.length === 1 ? askForRating(only) : askForRatings(actions)];
}
