import type { FieldProblem, Submission } from '../../messages/forms/form.ts';
import { parsePeriod } from '../../plan/period-calendar.ts';
import { periodKinds, type Period, type PeriodKind } from '../../plan/period.ts';
import { actionRatings, type ActionRating } from '../../plan/rating.ts';
import type { Ask, PathToGreen, UpdateContent } from '../../plan/update.ts';
import { valueStates, type ValueContent, type ValueState } from '../../plan/value.ts';
import type { ActionAnswer, RecordUpdate, ValueAnswer } from '../record-update.ts';
import { readFigure } from './read-figure.ts';
import { chooseRating } from './written-without-rating.ts';

/** The command a form comes down to, or what is wrong with it, each at its field. */
export interface ReadSubmission {
  readonly command: RecordUpdate;
  readonly problems: readonly FieldProblem[];
}

/** Reads the update form and the correction form. Groups that were left alone are left out; nothing is guessed. */
export function readUpdateSubmission(submission: Submission, eventKey: string): ReadSubmission {
  const problems: FieldProblem[] = [];
  const codes = new Set(
    Object.keys(submission.carries).flatMap((name) =>
      name.includes('.') ? [name.slice(0, name.indexOf('.'))] : [],
    ),
  );
  const actions: ActionAnswer[] = [];
  const values: ValueAnswer[] = [];
  for (const code of codes) {
    const period = submission.carries[`${code}.period`];
    if (period === undefined) {
      const answer = readAction(submission, code, problems);
      if (answer) actions.push(answer);
    } else {
      const answer = readValue(submission, code, period, problems);
      if (answer) values.push(answer);
    }
  }
  const reason = (submission.answers['reason'] ?? '').trim();
  const command: RecordUpdate = {
    month: submission.carries['month'] ?? '',
    actions,
    values,
    reason: reason === '' ? null : reason,
    eventKey,
    strictness: 'complete',
  };
  return { command, problems };
}

function readAction(submission: Submission, code: string, problems: FieldProblem[]): ActionAnswer | null {
  const text = (name: string) => (submission.answers[`${code}.${name}`] ?? '').trim();
  const rating = text('rating');
  const typed = text('done') !== '' || text('evidence') !== '';
  if (rating === '') {
    if (typed)
      problems.push({
        field: `${code}.rating`,
        words: chooseRating(code),
      });
    return null;
  }
  if (!isActionRating(rating)) {
    problems.push({
      field: `${code}.rating`,
      words: `"${rating}" is not a rating. Choose one of those offered.`,
    });
    return null;
  }
  const version = Number(submission.carries[`${code}.version`] ?? '');
  return {
    code,
    kind: 'update',
    content: contentOf(rating, text),
    basedOn: Number.isSafeInteger(version) ? version : null,
  };
}

/** The content the fields give; `text` reads one field of the action. */
export function contentOf(rating: ActionRating, text: (name: string) => string): UpdateContent {
  const evidence = text('evidence');
  return {
    rating,
    done: text('done'),
    next: text('next'),
    pathToGreen: pathOf(text),
    ask: askOf(text),
    evidence: evidence === '' ? [] : [evidence],
    startsOn: text('startsOn') === '' ? null : text('startsOn'),
  };
}

function pathOf(text: (name: string) => string): PathToGreen | null {
  const path = { what: text('pathToGreen.what'), who: text('pathToGreen.who'), by: text('pathToGreen.by') };
  return path.what + path.who + path.by === '' ? null : path;
}

function askOf(text: (name: string) => string): Ask | null {
  const verb = text('ask.verb');
  const what = text('ask.what');
  if (verb !== 'agree' && verb !== 'decide' && verb !== 'note')
    return what === '' ? null : { verb: 'note', what, by: null };
  return { verb, what, by: text('ask.by') === '' ? null : text('ask.by') };
}

function readValue(
  submission: Submission,
  code: string,
  period: string,
  problems: FieldProblem[],
): ValueAnswer | null {
  const text = (name: string) => (submission.answers[`${code}.${name}`] ?? '').trim();
  const readPeriod = periodOf(period);
  if (!readPeriod) {
    problems.push({
      field: `${code}.value`,
      words: 'The form does not say which period this figure is for. Open it again.',
    });
    return null;
  }
  const numberOf = (name: string): number | 'few' | null => {
    const read = readFigure(text(name));
    if (!read.ok) {
      problems.push({ field: `${code}.${name}`, words: read.error });
      return null;
    }
    if (read.value.kind === 'few') return 'few';
    return read.value.kind === 'number' ? read.value.value : null;
  };
  const [value, numerator, denominator] = [numberOf('value'), numberOf('numerator'), numberOf('denominator')];
  const isFew = value === 'few' || numerator === 'few';
  const chosen = text('state');
  const state: ValueState = isFew ? 'suppressed' : isValueState(chosen) ? chosen : 'value';
  if (state === 'value' && value === null && numerator === null && denominator === null) return null;
  const content: ValueContent = {
    state,
    value: value === 'few' ? null : value,
    numerator: isFew ? null : asNumber(numerator),
    denominator: isFew ? null : asNumber(denominator),
    provisional: text('provisional') === 'true',
    embargoUntil: null,
  };
  return { code, period: readPeriod, content, confirmed: text('confirmed') === 'true' };
}

function asNumber(value: number | 'few' | null): number | null {
  return typeof value === 'number' ? value : null;
}

function periodOf(text: string): Period | null {
  const [kind = '', key = ''] = text.split(' ');
  if (!isPeriodKind(kind)) return null;
  const parsed = parsePeriod(kind, key);
  return parsed.ok ? parsed.value : null;
}

function isActionRating(text: string): text is ActionRating {
  return actionRatings.some((rating) => rating === text);
}

function isValueState(text: string): text is ValueState {
  return valueStates.some((state) => state === text);
}

function isPeriodKind(text: string): text is PeriodKind {
  return periodKinds.some((kind) => kind === text);
}
