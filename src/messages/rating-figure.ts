import { ratingOrder } from '../plan/chart-table.ts';
import { monthInWords, shortMonth, type Month } from '../plan/month.ts';
import { ratingLooks, type ShownRating } from '../plan/rating.ts';
import { countRatings, countsInWords } from '../plan/status-order.ts';
import type { Figure } from './figure.ts';

type Histories = readonly {
  readonly history: readonly { readonly month: Month; readonly rating: ShownRating }[];
}[];

/**
 * How many actions had each rating, month by month. Null with fewer than two months: one column is no history. `title` states the
 * point.
 */
export function ratingHistoryFigure(
  histories: Histories,
  months: readonly Month[],
  title: string,
): Figure | null {
  const [first] = months;
  const last = months.at(-1);
  if (months.length < 2 || histories.length === 0 || first === undefined || last === undefined) return null;
  const counted = months.map((month) => ({ month, counts: countsIn(histories, month) }));
  return {
    title,
    alt: `Stacked columns, one a month from ${monthInWords(first)} to ${monthInWords(last)}. ${counted
      .filter((_, index) => index === 0 || index === counted.length - 1)
      .map(({ month, counts }) => `${monthInWords(month)}: ${countsInWords(counts)}.`)
      .join(' ')}`,
    chart: {
      kind: 'rating_history',
      months: counted.map(({ month, counts }) => ({
        label: shortMonth(month),
        counts: Object.fromEntries(
          ratingOrder
            .filter((rating) => counts[rating] > 0)
            .map((rating): [ShownRating, number] => [rating, counts[rating]]),
        ),
      })),
    },
  };
}

function countsIn(histories: Histories, month: Month): Readonly<Record<ShownRating, number>> {
  return countRatings(
    histories.flatMap(({ history }) => {
      const found = history.find((each) => each.month === month);
      return found ? [{ shown: found.rating }] : [];
    }),
  );
}

/** One action's letters, month by month. */
export function ratingStripFigure(
  code: string,
  title: string,
  history: readonly { readonly month: Month; readonly rating: ShownRating }[],
): Figure | null {
  if (history.length < 2) return null;
  const words = history.map(
    ({ month, rating }) => `${shortMonth(month)} ${ratingLooks[rating].word.toLowerCase()}`,
  );
  return {
    title: `${code} over ${history.length} months`,
    alt: `One letter a month: ${words.join(', ')}.`,
    chart: {
      kind: 'rating_strip',
      months: history.map(({ month }) => shortMonth(month)),
      rows: [{ code, title, ratings: history.map(({ rating }) => rating) }],
    },
  };
}
