import { dayInWords, dayWithWeekday } from '../kit/local-date.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { ratingHistoryFigure, ratingStripFigure } from '../messages/rating-figure.ts';
import type { OutcomeMapping, StatusGroup, StatusOption, StatusView } from '../messages/status-view.ts';
import { trendFigure } from '../messages/trend-figure.ts';
import { freshness } from '../plan/freshness.ts';
import { measuresOf } from '../plan/draw-picture.ts';
import { orderMeasures } from '../plan/measure-counts.ts';
import { monthInWords, monthName } from '../plan/month.ts';
import type { CountedAction, MeasurePicture, PlanPicture } from '../plan/plan-picture.ts';
import type { Plan } from '../plan/plan.ts';
import { countRatings, countsInWords, orderActionLines } from '../plan/status-order.ts';
import { printStatusQuery } from '../plan/status-print.ts';
import type { Read, StatusReading } from '../plan/status-reading.ts';
import type { StatusTarget } from '../plan/status-target.ts';
import { refusal, type Refusal } from './refusal.ts';
import { statusLine, statusMeasure } from './status-lines.ts';
import { scopePicture } from './status-scope.ts';

/** More choices than these are no help on one screen. */
const mostChoices = 8;

/** What a reading shows of a picture. */
export function statusOf(
  picture: PlanPicture,
  reading: StatusReading,
  personId: string,
): Result<StatusView, Refusal> {
  switch (reading.kind) {
    case 'unknown':
      return success({ kind: 'unknown', said: reading.said, suggestions: reading.suggestions });
    case 'ambiguous':
      return success({
        kind: 'choice',
        said: reading.said,
        options: reading.candidates.slice(0, mostChoices).map((target) => ({
          label: target.label,
          words: printStatusQuery(target, reading.filters, reading.month),
          totals: totalsOf(picture, target, reading.filters, personId),
        })),
      });
    case 'read':
      return readOf(picture, reading, personId);
  }
}

function totalsOf(
  picture: PlanPicture,
  target: StatusTarget,
  filters: Read['filters'],
  personId: string,
): string {
  if (target.kind === 'measure' || target.kind === 'indicator') {
    const found = measuresAbout(picture, target);
    return found.map(({ latest }) => latest?.text ?? 'no figure yet').join('; ') || 'not shown';
  }
  const { shown, countedOnly } = scopePicture(picture, { target, filters, personId });
  return countsInWords(countRatings([...shown, ...countedOnly]));
}

function readOf(picture: PlanPicture, reading: Read, personId: string): Result<StatusView, Refusal> {
  const { best } = reading;
  if (best.kind === 'action') return actionStatus(picture, reading, personId);
  if (best.kind === 'measure' || best.kind === 'indicator') return measureStatus(picture, reading);
  return success(groupStatus(picture, reading, best, personId));
}

function baseOf(picture: PlanPicture, { best, filters, month, said, otherReadings }: Read) {
  return {
    words: printStatusQuery(best, filters, month),
    title: month === null ? `${said}, ${monthInWords(picture.month)}` : said,
    month: picture.month,
    monthWords: monthInWords(picture.month),
    state: picture.state,
    others: otherReadings.map((target): StatusOption => ({
      label: target.label,
      words: printStatusQuery(target, filters, month),
    })),
  };
}

function groupStatus(
  picture: PlanPicture,
  reading: Read,
  target: StatusTarget,
  personId: string,
): StatusGroup {
  const scoped = scopePicture(picture, { target, filters: reading.filters, personId });
  const counted = [...scoped.shown, ...scoped.countedOnly];
  const counts = countRatings(counted);
  const onTrack = counts.green + counts.complete;
  return {
    ...baseOf(picture, reading),
    kind: 'group',
    about: groupKind(target),
    statement: statementOf(picture.plan, target),
    mapping: target.kind === 'outcome' ? mappingOf(picture.plan) : null,
    counts,
    total: counted.length,
    countedOnly: scoped.countedOnly.length,
    lines: orderActionLines(scoped.shown).map((action) => statusLine(action, picture)),
    measures: orderMeasures(scoped.measures).filter(isWorthALine).map(statusMeasure),
    sensitiveMeasures: scoped.sensitiveMeasures,
    isFiltered: reading.filters.length > 0,
    // Somebody's own part is all that they are told of; other filters leave out what is still part of it.
    freshness: freshnessOf(picture, reading.filters.includes('mine') ? counted : scoped.all),
    chart: reading.filters.some((filter) => filter !== 'mine')
      ? null
      : ratingHistoryFigure(
          counted,
          picture.months,
          `${onTrack} of ${counted.length} ${counted.length === 1 ? 'action is' : 'actions are'} on track in ${monthInWords(picture.month)}`,
        ),
  };
}

function groupKind({ kind }: StatusTarget): StatusGroup['about'] {
  return kind === 'action' || kind === 'measure' || kind === 'indicator' ? 'everything' : kind;
}

function statementOf(plan: Plan, { kind, code }: StatusTarget): string {
  if (kind === 'outcome') {
    const outcome = plan.outcomes.find((each) => each.code === code);
    return outcome ? `${outcome.label} ${outcome.statement}` : '';
  }
  return kind === 'theme' ? (plan.themes.find((theme) => theme.code === code)?.strapline ?? '') : '';
}

/** Whose word it is that this action serves that outcome. */
function mappingOf({ outcomeMapping }: Plan): OutcomeMapping {
  return outcomeMapping.state === 'agreed'
    ? {
        state: 'agreed',
        words: `Which action serves which outcome was agreed by the board on ${dayInWords(outcomeMapping.on)}.`,
      }
    : {
        state: 'proposed',
        words:
          'Proposed mapping: which action serves which outcome is a proposal until the board agrees it. An action may serve several.',
      };
}

/** Came, is due, or is off target and worse: the rest is one code away. */
function isWorthALine({ news, judgement }: MeasurePicture): boolean {
  return news !== 'none' || judgement.rating === 'red';
}

function actionStatus(picture: PlanPicture, reading: Read, personId: string): Result<StatusView, Refusal> {
  const action = picture.actions.find(({ code }) => code === reading.best.code);
  if (!action) return failure(onlyCounted(reading.best.label));
  const { plan } = picture;
  const scoped = scopePicture(picture, { target: reading.best, filters: [], personId });
  return success({
    ...baseOf(picture, reading),
    kind: 'action',
    text: action.action.text,
    theme: plan.themes.find(({ code }) => code === action.action.themeCode)?.label ?? '',
    outcomes: action.action.serves.flatMap(
      (code) => plan.outcomes.find((outcome) => outcome.code === code)?.label ?? [],
    ),
    mapping: mappingOf(plan),
    line: statusLine(action, picture),
    measures: orderMeasures(measuresOf(action.action, picture.measures)).map(statusMeasure),
    sensitiveMeasures: scoped.sensitiveMeasures,
    freshness: freshnessOf(picture, [action]),
    chart: ratingStripFigure(action.code, action.action.shortTitle, action.history),
  });
}

function measureStatus(picture: PlanPicture, reading: Read): Result<StatusView, Refusal> {
  const { best } = reading;
  const found = measuresAbout(picture, best);
  const [first] = found;
  if (!first) return failure(onlyCounted(best.label));
  const { plan } = picture;
  const indicator = plan.indicators.find(({ code }) => code === first.measure.indicatorCode);
  const codes = new Set(found.map(({ measure }) => measure.code));
  const sensitive = (indicator?.measures ?? []).filter(({ code }) =>
    picture.sensitiveMeasures.includes(code),
  );
  return success({
    ...baseOf(picture, reading),
    kind: 'measures',
    text: indicator?.text ?? '',
    measures: found.map(statusMeasure),
    sensitiveMeasures: best.kind === 'indicator' ? sensitive.length : 0,
    actions: plan.actions
      .filter(({ measureCodes }) => measureCodes.some((code) => codes.has(code)))
      .map(({ code, shortTitle }) => `${code} ${shortTitle}`),
    freshness: `As of ${dayInWords(picture.asOf)}`,
    chart: found.length === 1 ? trendFigure(first, plan.partnership.shortName) : null,
  });
}

function measuresAbout(picture: PlanPicture, { kind, code }: StatusTarget): readonly MeasurePicture[] {
  return picture.measures.filter(({ measure }) =>
    kind === 'indicator' ? measure.indicatorCode === code : measure.code === code,
  );
}

function onlyCounted(label: string): Refusal {
  return refusal(
    'not_allowed',
    `${label} is marked OFFICIAL-SENSITIVE: it stands in the counts and is not shown by itself. Please ask the secretariat.`,
  );
}

/** How old it is, and how far the month that is being collected has come. */
function freshnessOf(picture: PlanPicture, actions: readonly CountedAction[]): string {
  const { collecting, state, asOf, closesOn } = picture;
  const said = actions.filter(({ shown }) => shown !== 'no_update' && shown !== 'awaited').length;
  const words = freshness(asOf, said, actions.length);
  const age = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  if (state === 'open') return `${age}; open until ${dayWithWeekday(closesOn)}.`;
  if (collecting === null) return `${age}.`;
  const answered = actions.filter(({ soFar }) => soFar !== null && soFar !== 'awaited').length;
  return `${age}. ${monthName(collecting.month)} is being collected: ${answered} of ${actions.length} answered so far, open until ${dayWithWeekday(collecting.closesOn)}.`;
}
