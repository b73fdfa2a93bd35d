import { bindRatings } from './bind-ratings.ts';
import type { Bindings } from './bound-rating.ts';
import { meansAnotherItem } from './corrections.ts';
import { askAboutFigure } from './figure-doubts.ts';
import { doubtfulSums } from './figure-sums.ts';
import { reachesTooFar } from './overreach.ts';
import type { Findings } from './findings.ts';
import type { Passage } from './passage.ts';
import { readFigures } from './read-figures.ts';
import {
  askAboutNotAsked,
  askAboutRating,
  askForRating,
  askWhichAction,
  askWhichOf,
} from './rating-questions.ts';
import { askedActions, type AskedAction, type ReplyContext } from './reply-context.ts';
import type { ReadFigure, ReadUpdate, ReplyQuestion } from './reply-reading.ts';
import { settleAction } from './settle-ratings.ts';
import { settleFigures } from './settle-figures.ts';

/** The ratings and figures of a reply: what is certain, and what has to be asked. */
export interface Content {
  readonly updates: readonly ReadUpdate[];
  readonly measures: readonly ReadFigure[];
  readonly questions: readonly ReplyQuestion[];
}

export function readContent(findings: Findings, context: ReplyContext): Content {
  if (findings.tooMuch) return { updates: [], measures: [], questions: [tooMuch] };
  const ratings = readRatings(findings, context);
  const figures = readMeasureFigures(findings, context);
  const together = {
    updates: ratings.updates,
    measures: figures.measures,
    questions: [...ratings.questions, ...figures.questions],
  };
  return reachesTooFar(findings.passage) ? heldBack(together) : together;
}

const tooMuch: ReplyQuestion = {
  about: null,
  text: 'That holds more ratings and numbers than I can read with certainty. Please send one line for each item, or use the form.',
  options: [],
};

/** A text that speaks for others is asked about as a whole: its readings become the button of a question. */
function heldBack(content: Content): Content {
  if (content.updates.length === 0 && content.measures.length === 0 && content.questions.length === 0)
    return content;
  const apply = { updates: content.updates, measures: content.measures, delegate: null };
  const own = [...content.updates, ...content.measures].map(({ code }) => code);
  const text = 'I can only record what you own. Should I record this for your own items?';
  const options = own.length === 0 ? [] : [{ label: `Yes, for ${[...new Set(own)].join(', ')}`, apply }];
  return { updates: [], measures: [], questions: [{ about: null, text, options }, ...content.questions] };
}

function readRatings(findings: Findings, context: ReplyContext): Content {
  const actions = askedActions(context);
  const bindings = bindRatings(findings, context);
  const updates: ReadUpdate[] = [];
  const questions: ReplyQuestion[] = [];
  const misplaced = saidOfAnother(findings.passage, bindings);
  for (const action of actions) {
    if (misplaced.has(action.code)) continue;
    const settled = settleAction(
      findings.passage,
      action,
      bindings.bound.filter(({ code }) => code === action.code),
    );
    if (settled === null) continue;
    if (settled.kind === 'rated')
      updates.push({ code: action.code, rating: settled.rating, sameAsLast: settled.sameAsLast });
    else questions.push(askAboutRating(action, settled));
  }
  const all = withAllTheSame(bindings, actions, updates);
  return {
    updates: all.updates,
    measures: [],
    questions: [...questions, ...all.questions, ...otherQuestions(bindings, actions, all.updates)],
  };
}

/** Actions whose only rating was said of them by mistake: the same rating follows for the action that was meant. */
function saidOfAnother(passage: Passage, { bound }: Bindings): ReadonlySet<string> {
  const inOrder = [...bound].sort((one, other) => one.from - other.from);
  const taken = inOrder.flatMap((one, index) => {
    const next = inOrder[index + 1];
    const isOnce = inOrder.filter(({ code }) => code === one.code).length === 1;
    if (next === undefined || one.code === null || next.code === null || one.code === next.code || !isOnce)
      return [];
    const isSame = one.mention?.ratings.join() === next.mention?.ratings.join();
    return isSame && meansAnotherItem(passage, one, next) ? [one.code] : [];
  });
  return new Set(taken);
}

/** "No change" alone says it of every action asked; a bare colour does not. */
function withAllTheSame(
  bindings: Bindings,
  actions: readonly AskedAction[],
  updates: readonly ReadUpdate[],
): { readonly updates: readonly ReadUpdate[]; readonly questions: readonly ReplyQuestion[] } {
  const unbound = bindings.bound.filter(({ code }) => code === null);
  const same = unbound.find(
    ({ mention, stood, part }) => mention === null && part === null && stood.standing === 'current',
  );
  if (same === undefined || bindings.bound.some(({ mention, code }) => mention !== null && code === null))
    return { updates, questions: [] };
  const named = new Set(bindings.bound.map(({ code }) => code));
  const rest = actions.filter(({ code }) => !named.has(code) && !bindings.excepted.includes(code));
  const repeated = rest.flatMap(({ code, previousRating }) =>
    previousRating === null || previousRating === undefined
      ? []
      : [{ code, rating: previousRating, sameAsLast: true }],
  );
  const unknown = rest.filter(({ previousRating }) => (previousRating ?? null) === null);
  return { updates: [...updates, ...repeated], questions: unknown.map((action) => askForRating(action)) };
}

function otherQuestions(
  bindings: Bindings,
  actions: readonly AskedAction[],
  updates: readonly ReadUpdate[],
): readonly ReplyQuestion[] {
  const questions: ReplyQuestion[] = [];
  const unbound = bindings.bound.filter(
    ({ code, stood, part, mention }) =>
      code === null &&
      mention !== null &&
      stood.standing !== 'past' &&
      (part === null || mention.said === 'colour'),
  );
  const today = unbound.filter(({ stood, part }) => stood.standing === 'current' && part === null);
  const labelled = unbound.filter(
    ({ stood, part, mention }) => part !== null && stood.standing === 'current' && mention?.said === 'colour',
  );
  const spoken = today.length > 0 ? today : updates.length > 0 ? labelled : unbound;
  const strong = spoken.filter(({ mention }) => mention?.said !== 'phrase' && mention?.said !== 'state');
  if (strong.length > 0 || (spoken.length > 0 && updates.length === 0))
    questions.push(askWhichAction(actions, strong.length > 0 ? strong : spoken));
  for (const { said, codes } of bindings.ambiguous) {
    if (said.stood.standing === 'current')
      questions.push(askWhichOf(actions, codes, said.mention?.ratings ?? []));
  }
  if (bindings.notAsked.length > 0) questions.push(askAboutNotAsked(bindings.notAsked, actions));
  for (const action of actions)
    if (bindings.excepted.includes(action.code)) questions.push(askForRating(action));
  return questions;
}

function readMeasureFigures(findings: Findings, context: ReplyContext): Content {
  const said = readFigures(findings, context);
  const settled = settleFigures(findings.passage, said);
  const sums = doubtfulSums(said.measures, settled.certain);
  const held = new Set(sums.flatMap(({ codes }) => codes));
  const measures = settled.certain.filter(({ code }) => !held.has(code));
  return {
    updates: [],
    measures,
    questions: [...sums, ...settled.doubts].map((doubt) => askAboutFigure(doubt, said.measures)),
  };
}
