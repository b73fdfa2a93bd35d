import type { Plan } from '../plan/plan.ts';
import { measuresOf } from './plan-references.ts';

const columns = [
  'name',
  'email',
  'organisation',
  'job title',
  'role',
  'for',
  'about',
  'from',
  'until',
  'slack',
  'teams',
  'prefers',
];

/**
 * A people file to fill in, as CSV that spreadsheets open with a double click: an owner's line for every action with
 * the measures that go with it (each measure once), and a line for each seat that every partnership has. Read back unfilled it is nobody.
 */
export function peopleTemplate(plan: Plan): string {
  const seats = ['chair', 'vice-chair', 'secretariat', 'administrator'].map((role) => row({ role }));
  const leads = plan.themes.map((theme) => row({ role: 'theme lead', for: theme.code, about: theme.label }));
  const owners = plan.actions.map((action, index) => {
    const earlier = new Set(plan.actions.slice(0, index).flatMap(({ measureCodes }) => measureCodes));
    const own = action.measureCodes.filter((code) => !earlier.has(code));
    return row({ role: 'owner', for: [action.code, ...own].join(' '), about: action.shortTitle });
  });
  const taken = new Set(plan.actions.flatMap(({ measureCodes }) => measureCodes));
  const others = measuresOf(plan).flatMap(({ code, label }) =>
    taken.has(code) ? [] : [row({ role: 'owner', for: code, about: label })],
  );
  return `\uFEFF${[columns.join(','), ...seats, ...leads, ...owners, ...others].join('\r\n')}\r\n`;
}

function row(cells: Readonly<Record<string, string>>): string {
  return columns.map((column) => cell(cells[column] ?? '')).join(',');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
