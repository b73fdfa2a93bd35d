import { polarityInWords, unitInWords } from '../plan/figure-words.ts';
import { targetFor } from '../plan/measure-rating.ts';
import { comparePeriods } from '../plan/period-calendar.ts';
import { periodInWords, shortPeriod } from '../plan/period-words.ts';
import type { Period } from '../plan/period.ts';
import type { MeasurePicture, ShownValue } from '../plan/plan-picture.ts';
import { tidyNumber } from '../plan/tidy-number.ts';
import type { ValueSeries } from '../plan/value.ts';
import type { Figure } from './figure.ts';

/** So many periods fit the width of a page and still tell a story. */
const mostPeriods = 12;

const lineNames: Readonly<Record<Exclude<ValueSeries, 'partnership'>, string>> = {
  england: 'England',
  region: 'Region',
  neighbours: 'Similar areas',
};

/**
 * A measure over its newest periods, with its target and the comparators that have figures. A hidden figure breaks the line. Null with
 * fewer than two figures that may be shown. `ownName` is what the partnership's line is called.
 */
export function trendFigure(picture: MeasurePicture, ownName: string): Figure | null {
  const { measure } = picture;
  const periods = newestPeriods(picture);
  const own = periods.map((period) => numberAt(picture.values, 'partnership', period));
  if (own.filter((value) => value !== null).length < 2) return null;
  const targets = periods.map((period) => targetFor(measure, period));
  const comparators = (['england', 'region', 'neighbours'] as const)
    .map((series) => ({
      name: lineNames[series],
      values: periods.map((period) => numberAt(picture.values, series, period)),
    }))
    .filter(({ values }) => values.some((value) => value !== null))
    .slice(0, 2);
  return {
    title: `${measure.label}: ${picture.direction.shortTerm.words}`,
    alt: altOf(picture, periods),
    chart: {
      kind: 'trend',
      unitWords: unitInWords(measure.unit),
      polarityWords: polarityInWords(measure.polarity),
      periods: periods.map(shortPeriod),
      lines: [
        { name: ownName, values: own, role: 'main' },
        ...(targets.some((target) => target !== null)
          ? [{ name: 'Target', values: targets, role: 'target' as const }]
          : []),
        ...comparators.map((line) => ({ ...line, role: 'comparator' as const })),
      ],
    },
  };
}

function newestPeriods({ values, measure }: MeasurePicture): readonly Period[] {
  const own = values.filter(({ value }) => value.series === 'partnership').map(({ value }) => value.period);
  const kind = measure.collection.every === 'never' ? own.at(-1)?.kind : measure.collection.periodKind;
  return own
    .filter((period) => period.kind === kind)
    .sort(comparePeriods)
    .slice(-mostPeriods);
}

function numberAt(values: readonly ShownValue[], series: ValueSeries, period: Period): number | null {
  const found = values.find(
    ({ value }) =>
      value.series === series && value.period.kind === period.kind && value.period.key === period.key,
  );
  return found?.value.state === 'value' && found.value.value !== null ? tidyNumber(found.value.value) : null;
}

function altOf({ measure, values, latest }: MeasurePicture, periods: readonly Period[]): string {
  const [first] = periods;
  const textAt = (period: Period) =>
    values.find(
      ({ value }) =>
        value.series === 'partnership' &&
        value.period.kind === period.kind &&
        value.period.key === period.key,
    )?.text ?? 'no figure';
  const start = first ? ` From ${textAt(first)} (${periodInWords(first)})` : '';
  const end = latest ? ` to ${latest.text} (${periodInWords(latest.period)})` : '';
  return `Line over ${periods.length} periods: ${measure.code} ${measure.label}.${start}${end}.`;
}
