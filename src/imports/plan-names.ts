import { plainPhrase } from '../plan/plain-words.ts';
import type { Plan } from '../plan/plan.ts';
import { takeFilters } from '../plan/status-filters.ts';
import type { Path, YamlSheet } from './yaml-sheet.ts';

/** A word that a person may type, and what it stands for. */
interface Name {
  readonly word: string;
  readonly owner: string;
  readonly path: Path;
}

/** Two things of one kind with the same code; and any two things that a person would ask for by the same word. */
export function checkNames(plan: Plan, sheet: YamlSheet): void {
  const taken = new Map<string, string>();
  const said = new Set<string>();
  for (const { word, owner, path } of [...outcomesAndThemes(plan), ...actionsAndMeasures(plan)]) {
    const key = plainPhrase(word);
    if (key === '') continue;
    const first = taken.get(key) ?? meaningElsewhere(key);
    if (first === undefined) taken.set(key, owner);
    else if (first !== owner && !said.has(`${key} ${owner}`)) {
      said.add(`${key} ${owner}`);
      reportTaken(sheet, path, owner, word, first);
    }
  }
  for (const { kind, list, codes } of otherLists(plan)) checkEachOnce(sheet, kind, list, codes);
}

/** What the status command makes of the words by itself, whatever the plan says. */
function meaningElsewhere(phrase: string): string | undefined {
  if (['all', 'everything', 'help'].includes(phrase)) return `the command "${phrase}"`;
  return takeFilters(phrase.split(' ')).rest.length === 0
    ? `the filter "${phrase}" of the status command`
    : undefined;
}

function reportTaken(sheet: YamlSheet, path: Path, owner: string, word: string, first: string): void {
  const twice = nameOf(owner) === nameOf(first);
  const said = twice
    ? `The code "${word}" stands twice.`
    : `"${word}" is already the name of ${nameOf(first)}.`;
  const right = twice ? 'Give each its own code.' : 'Choose another: whoever types it must get one thing.';
  sheet.report(sheet.at(path, nameOf(owner)), said, right);
}

/** The owner's name carries its position, so that two entries with the same code are two owners. */
function nameOf(owner: string): string {
  const comma = owner.indexOf(',');
  return comma === -1 ? owner : owner.slice(0, comma);
}

function outcomesAndThemes(plan: Plan): Name[] {
  return [
    ...plan.outcomes.flatMap(({ code, label }, index) => {
      const owner = `outcome ${code}, ${index}`;
      return [
        { word: code, owner, path: ['outcomes', index, 'code'] },
        { word: label, owner, path: ['outcomes', index, 'label'] },
      ];
    }),
    ...plan.themes.flatMap(({ code, label, indicatorHeading, aliases }, index) => {
      const owner = `theme ${code}, ${index}`;
      return [
        { word: code, owner, path: ['themes', index, 'code'] },
        { word: label, owner, path: ['themes', index, 'label'] },
        { word: indicatorHeading, owner, path: ['themes', index, 'indicator_heading'] },
        ...aliases.map((word, position) => ({ word, owner, path: ['themes', index, 'aliases', position] })),
      ];
    }),
  ];
}

/** An indicator's only measure may share its code: they are one thing to whoever asks for it. */
function actionsAndMeasures(plan: Plan): Name[] {
  return [
    ...plan.actions.map(({ code }, index) => ({
      word: code,
      owner: `action ${code}, ${index}`,
      path: ['actions', index, 'code'],
    })),
    ...plan.indicators.flatMap((indicator, index) => {
      const owner = `indicator ${indicator.code}, ${index}`;
      const alone = indicator.measures.length === 1;
      return [
        { word: indicator.code, owner, path: ['indicators', index, 'code'] },
        ...indicator.measures.map(({ code }, position) => ({
          word: code,
          owner: alone ? owner : `measure ${code}, ${index}.${position}`,
          path: ['indicators', index, 'measures', position, 'code'],
        })),
      ];
    }),
  ];
}

function otherLists(plan: Plan): { kind: string; list: string; codes: string[] }[] {
  const codes = (entries: readonly { readonly code: string }[]) => entries.map((entry) => entry.code);
  return [
    { kind: 'commitment', list: 'cross_cutting', codes: codes(plan.crossCutting) },
    { kind: 'organisation', list: 'organisations', codes: codes(plan.organisations) },
    { kind: 'voice item', list: 'voice', codes: codes(plan.voice) },
    { kind: 'direction', list: 'directions', codes: codes(plan.directions) },
    { kind: 'finding', list: 'findings', codes: codes(plan.findings) },
  ];
}

function checkEachOnce(sheet: YamlSheet, kind: string, list: string, codes: readonly string[]): void {
  codes.forEach((code, index) => {
    if (code === '' || codes.indexOf(code) === index) return;
    sheet.report(
      sheet.at([list, index, 'code'], `${kind} ${code}`),
      `The code "${code}" stands twice.`,
      'Give each its own code.',
    );
  });
}
