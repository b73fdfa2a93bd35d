import { hiddenInTextFor, redactRepeatedFigures, type HiddenInText } from '../guard/repeated-figures.ts';
import { showTogether } from '../guard/measures-together.ts';
import { showSeries, type Accumulation } from '../guard/series.ts';
import type { ShownFigure } from '../guard/shown-figure.ts';
import { showValue } from '../guard/small-numbers.ts';
import { addDays, type LocalDate } from '../kit/local-date.ts';
import { comparePeriods, periodEnd } from '../plan/period-calendar.ts';
import type { ShownValue } from '../plan/plan-picture.ts';
import type { Measure } from '../plan/plan.ts';
import type { ActionUpdate, Moderation, UpdateContent } from '../plan/update.ts';
import type { MeasureValue } from '../plan/value.ts';

/** Every figure as the public may see it, and what the narratives beside them may not repeat. */
export interface SafeFigures {
  readonly shown: readonly ShownValue[];
  readonly hidden: readonly HiddenInText[];
}

/**
 * The one way of stored figures into anything that is shown: each alone, with its own history, and with the measures it adds up with.
 * Figures before their publication day are left out. The rules of the plan are applied to what comes out of here, never to
 * what is stored, so that no rating, direction or chart can give a hidden figure back.
 */
export function safeFigures(
  measures: readonly Measure[],
  values: readonly MeasureValue[],
  today: LocalDate,
): SafeFigures {
  const byCode = new Map<string, MeasureValue[]>();
  for (const value of latestVersions(values)) {
    const known = byCode.get(value.measureCode);
    if (known) known.push(value);
    else byCode.set(value.measureCode, [value]);
  }
  const gated = familiesOf(measures).flatMap((family) =>
    gateFamily(
      family,
      family.flatMap(({ code }) => byCode.get(code) ?? []),
      today,
    ),
  );
  return {
    shown: gated
      .filter(({ figure }) => figure.kind !== 'embargoed')
      .map(({ value, figure }) => ({ value: safeValue(value, figure), text: figure.text })),
    hidden: hiddenInTexts(gated, addDays(today, -daysSpokenOf)),
  };
}

/** What a narrative of the months shown may speak of: figures about the last year and a half. */
const daysSpokenOf = 550;

/** One entry a measure, with all its hidden figures: each text is searched once for each measure, not for each figure. */
function hiddenInTexts(gated: readonly Gated[], since: LocalDate): readonly HiddenInText[] {
  const byMeasure = new Map<string, HiddenInText>();
  for (const { measure, value, figure } of gated) {
    const isOwn = value.series === 'partnership' && value.state === 'value';
    if (!isOwn || !isHidden(figure) || periodEnd(value.period) < since) continue;
    const hidden = hiddenInTextFor(measure, value);
    const known = byMeasure.get(measure.code);
    byMeasure.set(measure.code, { ...hidden, exactly: [...(known?.exactly ?? []), ...hidden.exactly] });
  }
  return [...byMeasure.values()];
}

interface Gated {
  readonly measure: Measure;
  readonly value: MeasureValue;
  readonly figure: ShownFigure;
}

/** Measures that add up with each other stand in one family; every other measure is a family of its own. */
function familiesOf(measures: readonly Measure[]): readonly (readonly Measure[])[] {
  const familyOf = new Map<string, Measure[]>(measures.map((measure) => [measure.code, [measure]]));
  for (const total of measures) {
    for (const code of total.sumOf) {
      const own = familyOf.get(total.code);
      const other = familyOf.get(code);
      if (!own || !other || own === other) continue;
      own.push(...other);
      for (const { code: member } of other) familyOf.set(member, own);
    }
  }
  return [...new Set(familyOf.values())];
}

/** Hiding one figure may call for hiding another, in its history or in its sum, so it goes on until nothing changes. */
function gateFamily(
  family: readonly Measure[],
  values: readonly MeasureValue[],
  today: LocalDate,
): readonly Gated[] {
  const hidden = new Map<string, ShownFigure>();
  for (;;) {
    const current = values.map((value) => (hidden.has(value.id) ? withoutFigure(value) : value));
    const found = [...hiddenInSeries(family, current, today), ...hiddenInSums(family, current, today)];
    const more = found.filter(({ id }) => !hidden.has(id));
    if (more.length === 0) break;
    for (const { id, figure } of more) if (!hidden.has(id)) hidden.set(id, figure);
  }
  return family.flatMap((measure) =>
    values
      .filter(({ measureCode }) => measureCode === measure.code)
      .map((value) => ({
        measure,
        value,
        figure: hidden.get(value.id) ?? showValue(measure, value, 'public', today),
      })),
  );
}

interface Found {
  readonly id: string;
  readonly figure: ShownFigure;
}

function hiddenInSeries(
  family: readonly Measure[],
  values: readonly MeasureValue[],
  today: LocalDate,
): readonly Found[] {
  return family.flatMap((measure) => {
    const own = values.filter(({ measureCode }) => measureCode === measure.code);
    const ids = new Map(own.map((value) => [placeOf(value), value.id]));
    const accumulation: Accumulation =
      measure.yearToDateFrom === undefined
        ? { kind: 'none' }
        : { kind: 'year_to_date', startsInMonth: measure.yearToDateFrom };
    return showSeries(measure, own, { clearance: 'public', today, accumulation }).flatMap((point) => {
      const id = ids.get(placeOf(point));
      return id !== undefined && isHidden(point.figure) ? [{ id, figure: point.figure }] : [];
    });
  });
}

function hiddenInSums(
  family: readonly Measure[],
  values: readonly MeasureValue[],
  today: LocalDate,
): readonly Found[] {
  if (family.length < 2) return [];
  const byPlace = new Map<string, MeasureValue[]>();
  for (const value of values) byPlace.set(placeOf(value), [...(byPlace.get(placeOf(value)) ?? []), value]);
  return [...byPlace.values()].flatMap((together) => {
    const figures = together.flatMap((value) => {
      const measure = family.find(({ code }) => code === value.measureCode);
      return measure ? [{ measure, value }] : [];
    });
    const shown = showTogether(figures, 'public', today);
    return together.flatMap(({ id, measureCode }) => {
      const figure = shown.get(measureCode);
      return figure && isHidden(figure) ? [{ id, figure }] : [];
    });
  });
}

function isHidden({ kind }: ShownFigure): boolean {
  return kind === 'hidden' || kind === 'embargoed';
}

/** A figure in its place: whose it is and what time it is about. */
function placeOf({ series, period }: Pick<MeasureValue, 'series' | 'period'>): string {
  return `${series} ${period.kind} ${period.key}`;
}

function withoutFigure(value: MeasureValue): MeasureValue {
  return { ...value, state: 'suppressed', value: null, numerator: null, denominator: null };
}

/** What the rules may work with: the number as it is shown, and no counts behind it. */
function safeValue(value: MeasureValue, figure: ShownFigure): MeasureValue {
  if (figure.kind !== 'number')
    return figure.kind === 'hidden'
      ? withoutFigure(value)
      : { ...value, value: null, numerator: null, denominator: null };
  return { ...value, value: figure.value, numerator: null, denominator: null };
}

function latestVersions(values: readonly MeasureValue[]): readonly MeasureValue[] {
  const latest = new Map<string, MeasureValue>();
  for (const value of values) {
    const key = `${value.measureCode} ${placeOf(value)}`;
    const known = latest.get(key);
    if (!known || known.version < value.version) latest.set(key, value);
  }
  return [...latest.values()].sort((first, second) => comparePeriods(first.period, second.period));
}

/** An update whose words do not repeat what is hidden elsewhere. */
export function safeUpdate(update: ActionUpdate, hidden: readonly HiddenInText[]): ActionUpdate {
  if (hidden.length === 0) return update;
  const safe = (text: string) => redactRepeatedFigures(text, hidden);
  return {
    ...update,
    content: update.content && safeContent(update.content, safe),
    reason: update.reason === null ? null : safe(update.reason),
  };
}

function safeContent(content: UpdateContent, safe: (text: string) => string): UpdateContent {
  return {
    ...content,
    done: safe(content.done),
    next: safe(content.next),
    pathToGreen: content.pathToGreen && { ...content.pathToGreen, what: safe(content.pathToGreen.what) },
    ask: content.ask && { ...content.ask, what: safe(content.ask.what) },
    evidence: content.evidence.map(safe),
  };
}

export function safeModeration(moderation: Moderation, hidden: readonly HiddenInText[]): Moderation {
  return hidden.length === 0
    ? moderation
    : { ...moderation, reason: redactRepeatedFigures(moderation.reason, hidden) };
}
