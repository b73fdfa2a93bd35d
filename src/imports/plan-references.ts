import type { Plan } from '../plan/plan.ts';
import { whatWouldBeRight } from './near-spelling.ts';
import type { Path, YamlSheet } from './yaml-sheet.ts';

/** What there is to refer to: the codes of one kind and what to call them. */
interface Known {
  readonly one: string;
  readonly many: string;
  readonly codes: readonly string[];
}

/** Every code that names something which the file does not define. */
export function checkReferences(plan: Plan, sheet: YamlSheet): void {
  const known = {
    theme: { one: 'theme', many: 'themes', codes: plan.themes.map((theme) => theme.code) },
    outcome: { one: 'outcome', many: 'outcomes', codes: plan.outcomes.map((outcome) => outcome.code) },
    action: { one: 'action', many: 'actions', codes: plan.actions.map((action) => action.code) },
    measure: { one: 'measure', many: 'measures', codes: measuresOf(plan).map((measure) => measure.code) },
    finding: { one: 'finding', many: 'findings', codes: plan.findings.map((finding) => finding.code) },
    organisation: {
      one: 'organisation',
      many: 'organisations',
      codes: plan.organisations.map((one) => one.code),
    },
  };
  const must = (written: string | null, kind: Known, path: Path, where: string) => {
    if (written === null || written === '' || kind.codes.includes(written)) return;
    const codes = kind.codes.filter((code) => code !== '');
    sheet.report(
      sheet.at(path, where),
      `There is no ${kind.one} "${written}".`,
      whatWouldBeRight(written, codes, kind.many),
    );
  };
  const mustAll = (written: readonly string[], kind: Known, path: Path, where: string) =>
    written.forEach((code, index) => must(code, kind, [...path, index], where));

  plan.actions.forEach((action, index) => {
    const at = (field: string): [Path, string] => [
      ['actions', index, field],
      `action ${action.code}, ${field}`,
    ];
    must(action.themeCode, known.theme, ...at('theme'));
    mustAll(action.serves, known.outcome, ...at('serves'));
    mustAll(action.measureCodes, known.measure, ...at('measures'));
    mustAll(action.findingCodes, known.finding, ...at('findings'));
  });
  plan.indicators.forEach((indicator, index) => {
    must(
      indicator.themeCode,
      known.theme,
      ['indicators', index, 'theme'],
      `indicator ${indicator.code}, theme`,
    );
    indicator.measures.forEach((measure, position) => {
      mustAll(
        measure.sumOf,
        known.measure,
        ['indicators', index, 'measures', position, 'sum_of'],
        `measure ${measure.code}, sum_of`,
      );
    });
  });
  plan.crossCutting.forEach((one, index) => {
    mustAll(
      one.lensMeasures,
      known.measure,
      ['cross_cutting', index, 'lens_measures'],
      `commitment ${one.code}, lens_measures`,
    );
  });
  checkSurroundings(plan, known, must, mustAll);
}

type Must<T> = (written: T, kind: Known, path: Path, where: string) => void;

function checkSurroundings(
  plan: Plan,
  known: Readonly<Record<'action' | 'outcome' | 'organisation', Known>>,
  must: Must<string | null>,
  mustAll: Must<readonly string[]>,
): void {
  plan.voice.forEach((item, index) => {
    mustAll(item.actionCodes, known.action, ['voice', index, 'actions'], `voice item ${item.code}, actions`);
  });
  plan.organisations.forEach((one, index) => {
    must(
      one.successorCode,
      known.organisation,
      ['organisations', index, 'successor'],
      `organisation ${one.code}, successor`,
    );
  });
  plan.offices.forEach((office, index) => {
    must(
      office.organisationCode,
      known.organisation,
      ['offices', index, 'organisation'],
      `office of ${office.name}, organisation`,
    );
  });
  plan.annualPriorities.forEach((year, index) => {
    mustAll(
      year.actionCodes,
      known.action,
      ['annual_priorities', index, 'actions'],
      `priorities of ${year.year}, actions`,
    );
  });
  plan.directions.forEach((direction, index) => {
    direction.targets.forEach((target, position) => {
      mustAll(
        target.actionCodes,
        known.action,
        ['directions', index, 'targets', position, 'actions'],
        `direction ${direction.code}, target ${position + 1}, actions`,
      );
    });
  });
  plan.frameworks.forEach((framework, index) => {
    must(
      framework.organisationCode,
      known.organisation,
      ['frameworks', index, 'organisation'],
      `framework ${framework.title}, organisation`,
    );
    framework.statements.forEach((statement, position) => {
      mustAll(
        statement.outcomeCodes,
        known.outcome,
        ['frameworks', index, 'statements', position, 'outcomes'],
        `framework ${framework.title}, statement ${position + 1}, outcomes`,
      );
    });
  });
}

/** All measures of a plan, in its order. */
export function measuresOf(plan: Plan): Plan['indicators'][number]['measures'] {
  return plan.indicators.flatMap((indicator) => indicator.measures);
}
