import { addDays, type LocalDate } from '../kit/local-date.ts';
import type { ActionRating } from '../plan/rating.ts';
import { anyLines, linesByAction } from './lines.ts';
import { oneOf, type Random } from './random.ts';

/** Where an action goes from one month to the next: mostly it stays, sometimes it moves one step. */
export function nextRating(random: Random, before: ActionRating | null): ActionRating {
  const chance = random();
  switch (before) {
    case null:
      return chance < 0.55 ? 'green' : chance < 0.88 ? 'amber' : 'red';
    case 'green':
      return chance < 0.78 ? 'green' : chance < 0.96 ? 'amber' : 'red';
    case 'amber':
      return chance < 0.5 ? 'amber' : chance < 0.86 ? 'green' : 'red';
    case 'red':
      return chance < 0.5 ? 'red' : 'amber';
    default:
      return before;
  }
}

/** The fields of one action as an invented owner fills them in; names are those of the update form. */
export function saidInForm(
  random: Random,
  code: string,
  rating: ActionRating,
  ownerName: string,
  today: LocalDate,
): Readonly<Record<string, string>> {
  const lines = linesByAction[code] ?? anyLines;
  const isOff = rating === 'red' || rating === 'amber';
  const asks = rating === 'red' || (rating === 'amber' && random() < 0.2);
  const [verb = 'note', ...rest] = lines.ask.split(' ');
  return {
    [`${code}.rating`]: rating,
    [`${code}.done`]: oneOf(random, isOff ? lines.trouble : lines.good),
    [`${code}.next`]: oneOf(random, lines.next),
    ...(isOff
      ? {
          [`${code}.pathToGreen.what`]: lines.path,
          [`${code}.pathToGreen.who`]: ownerName,
          [`${code}.pathToGreen.by`]: addDays(today, 30 + Math.floor(random() * 50)),
        }
      : {}),
    ...(asks ? { [`${code}.ask.verb`]: verb, [`${code}.ask.what`]: rest.join(' ') } : {}),
  };
}

/** The same as a typed reply about one action. */
export function saidInWords(random: Random, code: string, rating: ActionRating, isOnly: boolean): string {
  const lines = linesByAction[code] ?? anyLines;
  const isOff = rating === 'red' || rating === 'amber';
  const word = oneOf(random, [
    rating,
    rating.toUpperCase(),
    `${rating[0]?.toUpperCase() ?? ''}${rating.slice(1)}`,
  ]);
  const what = oneOf(random, isOff ? lines.trouble : lines.good);
  return isOnly ? `${word}. ${what}` : `${code} ${word}. ${what}`;
}

/** The next figure of a series: a small step from the one before, kept to what its unit allows. */
export function nextFigure(random: Random, before: number, unit: string): number {
  const step = 1 + (random() - 0.48) * 0.08;
  const moved = before * step;
  if (unit === 'count' || unit === 'days') return Math.max(0, Math.round(moved));
  const rounded = Math.round(moved * 10) / 10;
  return unit === 'percent' ? Math.min(100, Math.max(0, rounded)) : rounded;
}
