import type { TrendChart } from '../plan/chart-data.ts';
import { inks } from './svg.ts';

export type TrendLine = TrendChart['lines'][number];

/** How a line is drawn. Colour is never all: lines of one role differ in their dashes or are named at their end. */
export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dashes: string | undefined;
}

const byRole: Readonly<Record<TrendLine['role'], readonly Stroke[]>> = {
  main: [
    { colour: '#1D4E89', width: 3, dashes: undefined },
    { colour: '#8A4B08', width: 3, dashes: '12 4' },
    { colour: '#5B4B8A', width: 3, dashes: '4 4' },
  ],
  target: [
    { colour: inks.text, width: 2, dashes: '9 6' },
    { colour: inks.text, width: 2, dashes: '9 4 2 4' },
  ],
  comparator: [
    { colour: inks.quiet, width: 2, dashes: '2 4' },
    { colour: inks.quiet, width: 2, dashes: '6 3 2 3' },
    { colour: inks.quiet, width: 1.5, dashes: undefined },
    { colour: inks.quiet, width: 2, dashes: '2 2 8 2' },
  ],
};

/** One stroke for each line, in the order of the lines; several of one role get different ones. */
export function strokesOf(lines: readonly TrendLine[]): readonly Stroke[] {
  return lines.map((line, index) => {
    const before = lines.slice(0, index).filter(({ role }) => role === line.role).length;
    const choices = byRole[line.role];
    return choices[before % choices.length] ?? { colour: inks.text, width: 2, dashes: undefined };
  });
}
