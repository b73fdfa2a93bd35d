import type { Period } from '../plan/period.ts';
import { readMeasures, type ReadMeasure } from './asked-measure.ts';
import type { Findings } from './findings.ts';
import { dayNamed } from './dates-in-words.ts';
import { periodsByFigure } from './figure-periods.ts';
import { roleOf, type FigureRole } from './figure-roles.ts';
import { findFigures } from './figures-in-words.ts';
import type { Figure } from './number-figure.ts';
import { findNoData, type NoDataSaid } from './no-data.ts';
import { clauseOf, sentenceOf, wordAt, wordsOf, type Passage, type Span } from './passage.ts';
import { findPeriods } from './periods-in-words.ts';
import type { ReplyContext } from './reply-context.ts';
import type { MeasureOf } from './measure-of.ts';
import { measureOf } from './which-measure.ts';

/** A number with everything that was found out about it. */
export interface FigureSaid {
  readonly figure: Figure;
  readonly role: FigureRole;
  readonly of: MeasureOf;
  /** Empty = none named; several = open. */
  readonly periods: readonly Period[];
  readonly provisional: boolean;
}

export interface FiguresSaid {
  readonly measures: readonly ReadMeasure[];
  readonly figures: readonly FigureSaid[];
  readonly noData: readonly NoDataSaid[];
}

export function readFigures({ passage, codes, ratings }: Findings, context: ReplyContext): FiguresSaid {
  const measures = readMeasures(context);
  if (measures.length === 0) return { measures, figures: [], noData: [] };
  const periods = findPeriods(passage, context.today);
  const dates = findDates(passage, [...codes, ...periods], context);
  const figures = findFigures(passage, [...codes, ...periods, ...dates]);
  const owned = periodsByFigure(passage, periods, figures);
  const withRoles = figures.map((figure) => ({ figure, role: roleOf(passage, figure) }));
  const values = withRoles.filter(({ role }) => isPossible(role)).map(({ figure }) => figure);
  const silent = silentPlaces([...codes, ...periods, ...dates, ...figures, ...ratings]);
  const finder = { passage, measures, codes, silent, figures: values };
  return {
    measures,
    figures: withRoles.map(({ figure, role }) => ({
      figure,
      role,
      of: values.includes(figure) ? measureOf(finder, figure) : { kind: 'none' },
      periods: owned.get(figure) ?? [],
      provisional: isProvisional(passage, figure, measures.length === 1),
    })),
    noData: findNoData(passage, measures, codes),
  };
}

export function isPossible(role: FigureRole): boolean {
  return role === 'value' || role === 'weak' || role === 'rise' || role === 'unsure';
}

function silentPlaces(spans: readonly Span[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { from, to } of spans) for (let index = from; index < to; index += 1) places.add(index);
  return places;
}

/** Dates with a weekday, month or "th", and "on 3/10": their numbers are no figures. */
function findDates(passage: Passage, taken: readonly Span[], context: ReplyContext): readonly Span[] {
  const occupied = silentPlaces(taken);
  const found: Span[] = [];
  for (let index = 0; index < passage.tokens.length; index += 1) {
    if (occupied.has(index) || !opensDate(passage, index)) continue;
    const words = wordsOf(passage, index, index + 8);
    const named = dayNamed(words, context.today);
    if (named === null) continue;
    const said = words.split(' ').slice(0, named.words).join(' ');
    if (/^\d{1,2} [/-] \d{1,2}$/.test(said) && !isSlashDate(passage, index)) continue;
    // "427 days" is how long, not when.
    if (!/\d/.test(said) || /^\d+ (?:day|week|month|fortnight)/.test(said)) continue;
    found.push({ from: index, to: index + named.words });
    index += named.words - 1;
  }
  return found;
}

function opensDate(passage: Passage, index: number): boolean {
  const token = passage.tokens[index];
  if (token?.kind === 'number') return /^\d{1,2}(?:\.\d\d)?$|^\d{4}-/.test(token.text);
  if (token?.word === 'the') return passage.tokens[index + 1]?.kind === 'number';
  return /^(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(
    token?.word ?? '',
  );
}

/** "by 3/10" and "on 4/11" are days; "3/10" alone may be a fraction. A dash between two numbers is a range. */
function isSlashDate(passage: Passage, index: number): boolean {
  if (wordAt(passage, index + 1) === '-') return false;
  return /(?:^| )(?:on|by|until|from|since|before|after|due|dated|date|w \/ c|wc|w \/ e|meeting|tuesday|monday|wednesday|thursday|friday|at)$/.test(
    wordsOf(passage, index - 3, index),
  );
}

const provisionalWords =
  /\b(?:provisional|provisionally|unvalidated|un - ?validated|not validated|not yet validated|draft|indicative|unverified|early data|early figure|subject to (?:validation|change|confirmation|checking|check|qa|sign|moderation)|not final|tbc|to be confirmed|pre - ?validation|estimate|estimated|interim|preliminary|prov|(?:still |yet )?to be (?:validated|verified|signed off|checked|finalised|confirmed)|awaiting (?:validation|sign off|sign - off)|not yet final)\b|\( p \)/;

function isProvisional(passage: Passage, figure: Figure, onlyOne: boolean): boolean {
  const sentence = sentenceOf(passage, figure.from);
  const clause = clauseOf(passage, figure.from);
  const from = Math.max(sentence.from, clause.from - 4, figure.from - 12);
  if (provisionalWords.test(wordsOf(passage, from, Math.min(sentence.to, clause.to + 6, figure.to + 12))))
    return true;
  const to = Math.min(passage.tokens.length, sentence.to + 8, figure.to + 20);
  return onlyOne && provisionalWords.test(wordsOf(passage, Math.max(sentence.from, figure.from - 20), to));
}
