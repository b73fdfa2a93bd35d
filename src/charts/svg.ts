import { escapeMarkup } from '../kit/printable.ts';
import type { Type } from './text-layout.ts';

/** The colours of charts that are not ratings: ink on white, each at least 4.5:1 where it is text. */
export const inks = {
  text: '#1A1A1A',
  quiet: '#4B5563',
  grid: '#E5E7EB',
  axis: '#6B7280',
  navy: '#12355B',
  paper: '#FFFFFF',
} as const;

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One SVG element. Attribute values are escaped; the content is mark-up made by this file's functions. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeMarkup(inPixels(value))}"`))
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Text of one line at a point; whatever it says, it is shown and not read as mark-up. */
export function label(text: string, x: number, y: number, type: Type, attributes: Attributes = {}): string {
  const weight = type.bold === true ? 700 : undefined;
  return element(
    'text',
    { x, y, 'font-size': type.size, 'font-weight': weight, ...attributes },
    escapeMarkup(text),
  );
}

/** Lines of text under one another; `y` is the base of the first. */
export function labels(
  lines: readonly string[],
  x: number,
  y: number,
  type: Type,
  attributes: Attributes = {},
): string {
  return lines.map((line, index) => label(line, x, y + index * lineHeight(type), type, attributes)).join('');
}

export function lineHeight(type: Type): number {
  return Math.round(type.size * 1.25);
}

/** The whole picture: readable by a screen reader as one image with a name and a description. */
export function picture(
  size: { readonly width: number; readonly height: number },
  words: { readonly title: string; readonly description: string },
  content: string,
): string {
  const { width, height } = { width: Math.ceil(size.width), height: Math.ceil(size.height) };
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': "'Source Sans 3', system-ui, sans-serif",
      fill: inks.text,
    },
    element('title', {}, escapeMarkup(words.title)) +
      element('desc', {}, escapeMarkup(words.description)) +
      element('rect', { width, height, fill: inks.paper }) +
      content,
  );
}

/** Tenths of a pixel are finer than any eye, and keep the same chart the same text. */
function inPixels(value: string | number): string {
  return typeof value === 'string' ? value : String(Math.round(value * 10) / 10);
}
