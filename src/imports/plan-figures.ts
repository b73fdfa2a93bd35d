import { parsePeriod } from '../plan/period-calendar.ts';
import { periodKinds, type PeriodKind } from '../plan/period.ts';
import type { Measure, Plan } from '../plan/plan.ts';
import { measuresOf } from './plan-references.ts';
import type { Path, YamlSheet } from './yaml-sheet.ts';

const unitsWithoutFraction = ['count', 'days', 'score', 'points'];

/** What a measure says of its figures must fit together: targets, baseline, sums and fractions. */
export function checkFigures(plan: Plan, sheet: YamlSheet): void {
  plan.indicators.forEach((indicator, index) => {
    indicator.measures.forEach((measure, position) => {
      const path: Path = ['indicators', index, 'measures', position];
      checkPeriods(sheet, measure, path);
      checkUse(sheet, measure, path);
      checkSum(plan, sheet, measure, path);
    });
  });
}

/** The kinds of period that a target of the measure may name; any kind where no figure is collected at all. */
function kindsOf(measure: Measure): readonly PeriodKind[] {
  return measure.collection.every === 'never' ? periodKinds : [measure.collection.periodKind];
}

function checkPeriods(sheet: YamlSheet, measure: Measure, path: Path): void {
  const check = (key: string, keyPath: Path, field: string): boolean => {
    if (key === '') return false;
    const tried = kindsOf(measure).map((kind) => parsePeriod(kind, key));
    const refused = tried.find((one) => !one.ok);
    if (tried.some((one) => one.ok) || refused?.ok !== false) return true;
    sheet.report(
      sheet.at([...path, ...keyPath], `measure ${measure.code}, ${field}`),
      `The period does not fit the measure.`,
      refused.error,
    );
    return false;
  };
  if (measure.baseline !== null) check(measure.baseline.period, ['baseline', 'period'], 'baseline');
  let last = '';
  measure.targets.forEach((target, index) => {
    if (!check(target.from, ['targets', index, 'from'], 'targets')) return;
    if (target.from <= last) {
      sheet.report(
        sheet.at([...path, 'targets', index, 'from'], `measure ${measure.code}, targets`),
        `The target from ${target.from} stands after the one from ${last}.`,
        'Put the targets in the order of time, each period once.',
      );
    }
    last = target.from;
  });
}

function checkUse(sheet: YamlSheet, measure: Measure, path: Path): void {
  if (measure.targets.length > 0 && measure.polarity === 'none') {
    sheet.report(
      sheet.at([...path, 'targets'], `measure ${measure.code}, targets`),
      'A measure of which neither way is better cannot be rated against a target.',
      'Write polarity: higher or lower, or leave the targets out.',
    );
  }
  if (measure.asksFraction && unitsWithoutFraction.includes(measure.unit)) {
    sheet.report(
      sheet.at([...path, 'asks_fraction'], `measure ${measure.code}, asks_fraction`),
      `A figure in ${measure.unit} is not a part of a whole.`,
      'Ask for a numerator and a denominator of a percentage or a rate only.',
    );
  }
}

function checkSum(plan: Plan, sheet: YamlSheet, measure: Measure, path: Path): void {
  measure.sumOf.forEach((code, index) => {
    const part = measuresOf(plan).find((other) => other.code === code);
    const cell = sheet.at([...path, 'sum_of', index], `measure ${measure.code}, sum_of`);
    if (code === measure.code) {
      sheet.report(cell, `The measure is named as a part of itself.`, 'Name the measures that are added up.');
    } else if (part !== undefined && part.unit !== measure.unit) {
      sheet.report(
        cell,
        `${code} is in ${part.unit}, ${measure.code} in ${measure.unit}.`,
        'Only figures of one unit can be added up.',
      );
    }
  });
}
