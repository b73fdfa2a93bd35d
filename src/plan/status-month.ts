import { addMonths, isMonth, monthName, type Month } from './month.ts';

const names = Array.from({ length: 12 }, (_, index) =>
  monthName(`2026-${String(index + 1).padStart(2, '0')}`).toLowerCase(),
);

/**
 * The month named in these words (`2026-10`, `october`, `oct 2026`, `last month`) and the words that are left. A month without a year
 * is the latest one that has begun.
 */
export function takeMonth(
  words: readonly string[],
  current: Month,
): { readonly month: Month | null; readonly rest: readonly string[] } {
  for (let at = 0; at < words.length; at += 1) {
    const found = monthAt(words, at, current);
    if (found)
      return { month: found.month, rest: [...words.slice(0, at), ...words.slice(at + found.length)] };
  }
  return { month: null, rest: words };
}

function monthAt(
  words: readonly string[],
  at: number,
  current: Month,
): { readonly month: Month; readonly length: number } | null {
  const word = words[at] ?? '';
  const next = words[at + 1] ?? '';
  if (isMonth(word)) return { month: word, length: 1 };
  if (next === 'month' && word === 'this') return { month: current, length: 2 };
  if (next === 'month' && word === 'last') return { month: addMonths(current, -1), length: 2 };
  const position = names.findIndex(
    (name) => word === name || word === name.slice(0, 3) || (word === 'sept' && name === 'september'),
  );
  if (position < 0) return null;
  const number = String(position + 1).padStart(2, '0');
  if (/^(19|20)\d\d$/.test(next)) return { month: `${next}-${number}`, length: 2 };
  const thisYear = `${current.slice(0, 4)}-${number}`;
  return { month: thisYear <= current ? thisYear : addMonths(thisYear, -12), length: 1 };
}
