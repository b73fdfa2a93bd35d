import type { Period } from '../../plan/period.ts';
import type { Ask, UpdateContent } from '../../plan/update.ts';
import type { PartialReading, ReadFigure, ReadUpdate, ReplyReading } from '../../replies/reply-reading.ts';
import { mayHavePath, withoutIdlePath } from '../carried-over.ts';
import type { Actor } from '../deps.ts';
import type { ActionAnswer, ValueAnswer } from '../record-update.ts';
import type { OwnPrompt } from './open-forms.ts';
import { ownPeriod } from './own-period.ts';
import { wordsForAction } from './words-for-action.ts';

/** What a reading says beside its ratings and figures; kept with a question until it is answered. */
export type ReadingWords = Pick<ReplyReading, 'narrative' | 'pathToGreen' | 'askOfBoard' | 'evidence'>;

/** The answers to actions that a reading comes down to. Each gets the words that were said about it. */
export function actionAnswers(
  { updates }: Pick<PartialReading, 'updates'>,
  words: ReadingWords,
  own: OwnPrompt,
  actor: Actor,
): readonly ActionAnswer[] {
  const asked = own.prompt.items.flatMap(({ kind, code }) => (kind === 'action' ? [code] : []));
  const wordsOf = (code: string) => wordsForAction(words.narrative, code, asked);
  /** A path, an ask or a link is about the one action in whose words it stands. */
  const isAbout = (code: string, phrase: string) =>
    updates.length === 1 || updates.filter((each) => wordsOf(each.code).includes(phrase)).length === 1
      ? updates.length === 1 || wordsOf(code).includes(phrase)
      : false;
  return updates.map((update) => actionAnswer(update, words, own, actor, wordsOf(update.code), isAbout));
}

function actionAnswer(
  { code, rating, sameAsLast }: ReadUpdate,
  words: ReadingWords,
  own: OwnPrompt,
  actor: Actor,
  done: string,
  isAbout: (code: string, phrase: string) => boolean,
): ActionAnswer {
  const before = own.facts.previousUpdates.get(code)?.content ?? null;
  const path = words.pathToGreen && isAbout(code, words.pathToGreen.what) ? words.pathToGreen : null;
  const ask = words.askOfBoard !== null && isAbout(code, words.askOfBoard) ? words.askOfBoard : null;
  const content: UpdateContent = {
    rating,
    done,
    ...promised(path, actor),
    ask: ask === null ? null : askFrom(ask),
    evidence: words.evidence.filter((line) => isAbout(code, line)),
    startsOn: (sameAsLast && before?.startsOn) || null,
  };
  const now = own.facts.updates.get(code);
  const earlier = now?.byPersonId === actor.personId ? now.content : null;
  return {
    code,
    kind: sameAsLast ? 'no_change' : 'update',
    content: withoutIdlePath(addedTo(earlier, content), before),
    basedOn: null,
  };
}

/** A second message of the same person this month adds to the first: what it does not speak of stays. */
function addedTo(earlier: UpdateContent | null, content: UpdateContent): UpdateContent {
  if (!earlier) return content;
  return {
    rating: content.rating,
    done: content.done === '' ? earlier.done : content.done,
    next: content.next === '' ? earlier.next : content.next,
    pathToGreen: content.pathToGreen ?? (mayHavePath(content.rating) ? earlier.pathToGreen : null),
    ask: content.ask ?? earlier.ask,
    evidence: content.evidence.length === 0 ? earlier.evidence : content.evidence,
    startsOn: content.startsOn ?? earlier.startsOn,
  };
}

/** With a day it is a path to green, by the writer where nobody else is named; without one it is what comes next. */
function promised(
  path: ReadingWords['pathToGreen'],
  actor: Actor,
): Pick<UpdateContent, 'next' | 'pathToGreen'> {
  if (path === null) return { next: '', pathToGreen: null };
  const { what, who, by } = path;
  return by === null
    ? { next: what, pathToGreen: null }
    : { next: '', pathToGreen: { what, who: who ?? actor.person.name, by } };
}

/** "agree agency spend": the verb the board would use, from the person's own words. */
function askFrom(words: string): Ask {
  const verb = /\b(?:agree|approve|sign[ -]?off|support|endorse)/i.test(words)
    ? 'agree'
    : /\b(?:decide|decision|choose|resolve)/i.test(words)
      ? 'decide'
      : 'note';
  // "agree agency spend" is shown as "to agree: agency spend".
  const what = words.replace(/^(?:to )?(?:agree|approve|decide|note)(?: (?:to|on|that))? /i, '').trim();
  return { verb, what: what === '' ? words : what, by: null };
}

/** The answer to a measure; the period that was asked for where the person named none of its kind. Empty when it was not asked. */
export function figureAnswer(figure: ReadFigure, own: OwnPrompt, confirmed: boolean): readonly ValueAnswer[] {
  const item = own.prompt.items.find((each) => each.kind === 'measure' && each.code === figure.code);
  if (item?.kind !== 'measure') return [];
  const period: Period = (figure.period && ownPeriod(figure.period, item.period)) ?? item.period;
  return [
    {
      code: figure.code,
      period,
      content: {
        state: figure.suppressed ? 'suppressed' : (figure.noData ?? 'value'),
        value: figure.value,
        numerator: figure.numerator,
        denominator: figure.denominator,
        provisional: figure.provisional,
        embargoUntil: null,
      },
      confirmed,
    },
  ];
}
