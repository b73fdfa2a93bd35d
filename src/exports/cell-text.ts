import { assertNever } from '../kit/assert-never.ts';
import { dayInWords, isLocalDate } from '../kit/local-date.ts';
import { directionLooks } from '../plan/direction.ts';
import { ratingLooks } from '../plan/rating.ts';
import type { Cell } from '../documents/document.ts';

/** What stands in a cell that has nothing to say, so that nobody wonders whether something was forgotten. */
export const nothing = '–';

/** What a cell says in words or a letter: the same in every format. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
    case 'number':
      return cell.text;
    case 'date':
      return dateInWords(cell.day);
    case 'rating':
      return ratingLooks[cell.rating][cell.form];
    case 'direction':
      return cell.direction === null ? nothing : directionInWords(cell.direction);
    default:
      return assertNever(cell);
  }
}

/** `31 March 2027`; whatever is not a day is shown as it was given. */
function dateInWords(day: string): string {
  return isLocalDate(day) ? dayInWords(day) : day;
}

function directionInWords(direction: keyof typeof directionLooks): string {
  const { arrow, word } = directionLooks[direction];
  return `${arrow} ${word}`;
}
