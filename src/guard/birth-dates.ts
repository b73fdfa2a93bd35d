import { daysBetween, type LocalDate } from '../kit/local-date.ts';
import { bareDate, dateFrom, datesIn, type DateInText } from './dates-in-text.ts';
import { givenNames } from './given-names.ts';
import type { KnownNames } from './name-mentions.ts';
import type { Sighting } from './personal-data-finding.ts';

const birthWord =
  /\b(?:d\.?\s?o\.?\s?b\b\.?|date\s+of\s+birth|birth\s?-?date|birthday|b\.\s?day|b\.(?=\s?\d)|born)/giu;
/** "Children born between", "babies born before": a year group, not a child. */
const cohortBefore =
  /\b(?:children|babies|infants|pupils|those|people|persons|everyone|anyone|cohorts?|toddlers|\p{L}+lings)\s+$/iu;
const cohortAfter =
  /^\s*(?:between|before|after|since|from|on or (?:after|before)|by|until|prior to|no later)\b/iu;
/** Programmes are born too, and services have birthdays. */
const notAPerson =
  /\b(?:programme|partnership|service|project|team|idea|strategy|plan|hub|network|campaign|forum|scheme|its|our|trust|board|centre)\b[^.!?\n]{0,40}$/iu;
const childBefore =
  /\b(?:child|baby|boy|girl|pupil|student|son|daughter|infant|toddler|sibling|brother|sister|twin|young person|patient)(?:\s+[A-Z]{1,2}\b)?(?:'s)?[\s,:(-]{1,3}$/iu;
const turnedBefore = /\b(?:turn(?:s|ed|ing)?|will be|became)\s+(?:\d{1,2}|\p{L}+)\s+on\s+(?:\p{L}+\s+)?$/iu;

/** How far from its word a date may stand. */
const reach = 45;

/**
 * Full dates that are somebody's date of birth: beside "DOB", "born" or "birthday", after "turns 12 on", or right after a word
 * for one child where the date makes a child's or a young adult's age. Meetings, deadlines and year groups pass.
 */
export function birthDatesIn(
  text: string,
  today: LocalDate | undefined,
  known: KnownNames,
): readonly Sighting[] {
  const dates = datesIn(text);
  const sightings: Sighting[] = [];
  for (const match of text.matchAll(birthWord)) {
    const isBorn = match[0].toLowerCase() === 'born' || match[0].toLowerCase() === 'birthday';
    if (isBorn && isOfNobody(text, match.index, match.index + match[0].length)) continue;
    const found = dateBeside(text, dates, match.index, match.index + match[0].length, isBorn);
    if (found !== null) sightings.push({ type: 'date_of_birth', ...found, certain: true });
  }
  for (const date of dates) {
    const before = text.slice(Math.max(0, date.start - reach), date.start);
    const isOfAChild = childBefore.test(before) || followsAChildsName(before, known);
    const fits = turnedBefore.test(before) || (isOfAChild && isAgeOfAChild(date.date, today));
    if (fits) sightings.push({ type: 'date_of_birth', start: date.start, end: date.end, certain: false });
  }
  return sightings;
}

function isOfNobody(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const sentence = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ')) + 1);
  return (
    cohortBefore.test(sentence) || notAPerson.test(sentence) || cohortAfter.test(text.slice(end, end + 20))
  );
}

function dateBeside(
  text: string,
  dates: readonly DateInText[],
  start: number,
  end: number,
  isBorn: boolean,
): { start: number; end: number } | null {
  const following = dates.find((date) => date.start >= end && date.start - end <= reach);
  if (following && !/[.!?]\s|\n\s*\n/u.test(text.slice(end, following.start))) {
    return { start: following.start, end: following.end };
  }
  if (isBorn) return null;
  const bare = bareDate.exec(text.slice(end, end + 25));
  if (bare && dateFrom(bare.groups) !== null && /^[^\d]{0,12}$/u.test(text.slice(end, end + bare.index))) {
    return { start: end + bare.index, end: end + bare.index + bare[0].length };
  }
  const leading = dates.findLast((date) => date.end <= start && start - date.end <= 4);
  return leading ? { start: leading.start, end: leading.end } : null;
}

function isAgeOfAChild(date: LocalDate, today: LocalDate | undefined): boolean {
  if (today === undefined) return date >= '1995-01-01';
  const age = daysBetween(date, today) / 365.25;
  return age > 0.5 && age < 26;
}

/** "Kayden (12.04.2013)", "Kayden Smith, 12/04/2013", unless it is one of our own people. */
function followsAChildsName(before: string, known: KnownNames): boolean {
  const words = /(?<first>\p{Lu}\p{Ll}+)(?:[ -](?<last>\p{Lu}\p{Ll}+))?[\s,(-]{1,3}$/u.exec(before)?.groups;
  const names = [words?.['first'], words?.['last']]
    .filter((word) => word !== undefined)
    .map((word) => word.toLowerCase());
  const isName = names.some((name) => givenNames.has(name));
  return isName && !known.some((own) => names.every((name) => own.has(name)));
}
