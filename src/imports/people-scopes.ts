import type { RoleKind, RoleScope } from '../plan/people.ts';
import type { Plan } from '../plan/plan.ts';
import type { CsvRow } from './csv-table.ts';
import type { FileProblem } from './file-problem.ts';
import { nearest } from './near-spelling.ts';
import { measuresOf } from './plan-references.ts';

/** What the column `for` names: things of the plan for owners, deputies and theme leads, nothing for the others. */
export function readScopes(row: CsvRow, kind: RoleKind, plan: Plan, problems: FileProblem[]): RoleScope[] {
  const written = row.text('for');
  if (kind === 'theme_lead') return readThemes(row, written, plan, problems);
  if (kind === 'owner' || kind === 'deputy') return readOwned(row, written, plan, problems);
  if (written !== '' && written.toLowerCase() !== plan.partnership.code.toLowerCase()) {
    problems.push(
      row.problem('for', `A role of the whole partnership is not for "${written}".`, 'Leave the cell blank.'),
    );
  }
  return [{ kind: 'partnership' }];
}

function readThemes(row: CsvRow, written: string, plan: Plan, problems: FileProblem[]): RoleScope[] {
  const themeOf = (word: string) =>
    plan.themes.find((theme) =>
      [theme.code, theme.label, ...theme.aliases].some((name) => sameWord(name, word)),
    );
  const whole = themeOf(written);
  if (whole !== undefined) return [{ kind: 'theme', code: whole.code }];
  const codes = plan.themes.map((theme) => theme.code);
  const words = split(written);
  if (words.length === 0) {
    problems.push(
      row.problem('for', 'It is not said which theme is led.', `The themes are: ${codes.join(', ')}.`),
    );
  }
  return words.flatMap((word): RoleScope[] => {
    const theme = themeOf(word);
    if (theme !== undefined) return [{ kind: 'theme', code: theme.code }];
    problems.push(
      row.problem(
        'for',
        `There is no theme "${word}".`,
        suggest(word, codes, `The themes are: ${codes.join(', ')}.`),
      ),
    );
    return [];
  });
}

/** Codes of actions and measures; an indicator's code stands for all its measures. */
function readOwned(row: CsvRow, written: string, plan: Plan, problems: FileProblem[]): RoleScope[] {
  const words = split(written);
  if (words.length === 0) {
    problems.push(
      row.problem(
        'for',
        'It is not said what is owned.',
        'Write codes of actions or measures, with spaces between.',
      ),
    );
  }
  const scopes = words.flatMap((word): RoleScope[] => {
    const action = plan.actions.find(({ code }) => sameWord(code, word));
    if (action !== undefined) return [{ kind: 'action', code: action.code }];
    const measures = measuresOf(plan).filter(
      ({ code, indicatorCode }) => sameWord(code, word) || sameWord(indicatorCode, word),
    );
    if (measures.length > 0) return measures.map(({ code }) => ({ kind: 'measure', code }));
    problems.push(unknownOwned(row, word, plan));
    return [];
  });
  return scopes.filter(
    (scope, index) => scopes.findIndex((other) => scopeKey(other) === scopeKey(scope)) === index,
  );
}

function unknownOwned(row: CsvRow, word: string, plan: Plan): FileProblem {
  if (plan.themes.some(({ code }) => sameWord(code, word))) {
    return row.problem(
      'for',
      `"${word}" is a theme.`,
      'Owners and deputies are named for actions and measures; a theme has a theme lead.',
    );
  }
  const known = [...plan.actions, ...measuresOf(plan)].map(({ code }) => code);
  const first = plan.actions[0]?.code ?? '';
  const last = plan.actions.at(-1)?.code ?? '';
  const otherwise = `The plan's actions run from ${first} to ${last}.`;
  return row.problem('for', `There is no action or measure "${word}".`, suggest(word, known, otherwise));
}

/** `action IC3`: the same for two scopes that are the same. */
export function scopeKey(scope: RoleScope): string {
  return scope.kind === 'partnership' ? 'the partnership' : `${scope.kind} ${scope.code}`;
}

function suggest(word: string, known: readonly string[], otherwise: string): string {
  const near = nearest(word, known);
  return near === null ? otherwise : `Did you mean "${near}"?`;
}

function split(written: string): string[] {
  return written.split(/[\s;,]+/).filter((word) => word !== '');
}

function sameWord(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
