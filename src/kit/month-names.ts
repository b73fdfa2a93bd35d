const names = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** 1 to 12 for `october`, `oct` or `sept`; null for every other word. Small letters only. */
export function monthNumber(word: string): number | null {
  const place = names.findIndex((name) => word === name || word === name.slice(0, 3));
  if (place >= 0) return place + 1;
  return word === 'sept' ? 9 : null;
}
