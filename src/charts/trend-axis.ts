import type { Drawing } from './frame.ts';
import { element, inks, labels, lineHeight } from './svg.ts';
import { textWidth, wrapText } from './text-layout.ts';

const type = { size: 15 };
const air = 10;

/**
 * The periods under a trend. Names wrap between words; where they would still touch, only every second, third … is
 * named, counted back from the last, which always is.
 */
export function drawPeriods(
  periods: readonly string[],
  x: (index: number) => number,
  base: number,
  width: number,
): Drawing {
  const last = periods.length - 1;
  const step = periods.length > 1 ? Math.abs(x(1) - x(0)) : width;
  const every = spacing(periods, step);
  const room = Math.max(24, step * every - air);
  let tallest = 0;
  const content = periods.map((period, index) => {
    const tick = element('line', { x1: x(index), x2: x(index), y1: base, y2: base + 5, stroke: inks.axis });
    if ((last - index) % every !== 0) return tick;
    const bold = index === last;
    const lines = wrapText(period, room, { ...type, bold });
    tallest = Math.max(tallest, lines.length);
    const half = Math.max(...lines.map((line) => textWidth(line, { ...type, bold }))) / 2;
    const centre = Math.min(Math.max(x(index), half), width - half);
    const colours = { 'text-anchor': 'middle', fill: bold ? inks.text : inks.quiet };
    return tick + labels(lines, centre, base + 22, { ...type, bold }, colours);
  });
  return { content: content.join(''), height: 14 + tallest * lineHeight(type) };
}

/** The least number of steps between names at which their longest words stay apart. */
function spacing(periods: readonly string[], step: number): number {
  const words = periods.flatMap((period) => period.split(/\s+/));
  const widest =
    Math.min(160, Math.max(0, ...words.map((word) => textWidth(word, { ...type, bold: true })))) + air;
  return Math.max(1, Math.min(periods.length, Math.ceil(widest / Math.max(1, step))));
}
