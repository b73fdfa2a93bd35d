import { dayInWords } from '../kit/local-date.ts';
import type { StatusLine, StatusMeasure } from '../messages/status-view.ts';
import { comparisonInWords } from '../plan/comparison.ts';
import { figureInWords } from '../plan/figure-words.ts';
import { monthInWords, monthName } from '../plan/month.ts';
import { forPeriod } from '../plan/period-phrase.ts';
import { periodInWords } from '../plan/period-words.ts';
import type { ActionPicture, MeasurePicture, PlanPicture } from '../plan/plan-picture.ts';
import { askInWords } from '../plan/update-words.ts';
import type { UpdateContent } from '../plan/update.ts';

/** An action as a line of a status. */
export function statusLine(action: ActionPicture, { collecting }: PlanPicture): StatusLine {
  const { moderation, correction, soFar, owner } = action;
  return {
    code: action.code,
    title: action.action.shortTitle,
    rating: action.shown,
    before: action.before,
    direction: action.direction,
    monthsRunning: action.monthsRunning,
    owner: owner && { name: owner.name, organisation: owner.organisation },
    lastSaid: lastSaid(action.history),
    ...saidNow(action.content),
    moderation: moderation && { rating: moderation.rating, reason: moderation.reason },
    correction: correction && { onWords: dayInWords(correction.on), reason: correction.reason },
    soFar:
      collecting === null || soFar === null || soFar === 'awaited'
        ? null
        : { monthWords: monthName(collecting.month), rating: soFar },
  };
}

function saidNow(
  content: UpdateContent | null,
): Pick<StatusLine, 'done' | 'next' | 'evidence' | 'pathToGreen' | 'ask' | 'startsOn'> {
  if (!content) return { done: '', next: '', evidence: [], pathToGreen: null, ask: null, startsOn: null };
  return {
    done: content.done,
    next: content.next,
    evidence: content.evidence,
    pathToGreen: content.pathToGreen && {
      what: content.pathToGreen.what,
      who: content.pathToGreen.who,
      byWords: dayInWords(content.pathToGreen.by),
    },
    ask: content.ask && askInWords(content.ask),
    startsOn: content.startsOn && dayInWords(content.startsOn),
  };
}

function lastSaid(history: ActionPicture['history']): StatusLine['lastSaid'] {
  const found = history.slice(0, -1).findLast(({ rating }) => rating !== 'no_update' && rating !== 'awaited');
  return found ? { monthWords: monthInWords(found.month), rating: found.rating } : null;
}

/** A measure as a line of a status. */
export function statusMeasure(picture: MeasurePicture): StatusMeasure {
  const { measure, judgement, latest, direction } = picture;
  return {
    code: measure.code,
    label: measure.label,
    rating: judgement.rating,
    reason: judgement.reason,
    latest: latest && {
      text: latest.text,
      periodWords: periodInWords(latest.period),
      provisional: latest.provisional,
    },
    published: publishedWords(picture),
    target: judgement.target === null ? null : figureInWords(judgement.target, measure.unit),
    comparisons: picture.comparisons.map(({ words }) => words),
    shortTerm: { direction: direction.shortTerm.direction, words: direction.shortTerm.words },
    yearOnYear: { direction: direction.yearOnYear.direction, words: direction.yearOnYear.words },
    polarity: direction.polarity,
    news: picture.news,
    freshness: picture.freshness,
  };
}

function publishedWords({ measure, published, values }: MeasurePicture): string | null {
  if (published === null) return null;
  const compared = comparisonInWords(
    measure,
    published.period,
    values.map(({ value }) => value),
  );
  return compared ?? `${published.text} ${forPeriod(published.period)}`;
}
