import { fits, weight } from './card-limits.ts';

/**
 * What bcp asks of a card beyond its being readable: version, fallback, labels, limits, addresses. Gives a sentence for
 * each thing that is wrong, and none for a good card. `value` is the card as it goes over the line.
 */
export function cardProblems(value: unknown): readonly string[] {
  if (!isRecord(value) || value['type'] !== 'AdaptiveCard') return ['This is no Adaptive Card.'];
  const problems: string[] = [];
  if (value['version'] !== '1.5') problems.push('A card for Teams has version 1.5.');
  if (typeof value['fallbackText'] !== 'string' || value['fallbackText'].trim() === '') {
    problems.push('A card has a fallbackText.');
  }
  if (!fits(value)) {
    const { bytes, units } = weight(value);
    problems.push(`A card weighs at most 28 KB; this one weighs ${bytes} bytes, ${units} UTF-16 units.`);
  }
  const ids = new Set<string>();
  walk(value, (element) => {
    problems.push(...elementProblems(element, ids));
  });
  return problems;
}

type Element = Readonly<Record<string, unknown>>;

function elementProblems(element: Element, ids: Set<string>): readonly string[] {
  const type = typeof element['type'] === 'string' ? element['type'] : '';
  const problems = type.startsWith('Input.')
    ? [...inputProblems(element, ids)]
    : [...shapeProblems(element, type)];
  if ((type === 'TextBlock' || type === 'TextRun') && typeof element['text'] === 'string') {
    problems.push(...textProblems(element['text']));
  }
  if (typeof element['url'] === 'string' && !element['url'].startsWith('https://')) {
    problems.push('An address in a card begins with https://.');
  }
  return problems;
}

function shapeProblems(element: Element, type: string): readonly string[] {
  const wants = (isRight: boolean, problem: string) => (isRight ? [] : [problem]);
  if (type.startsWith('Chart.') || type === 'Action.Execute') {
    return wants(isRecord(element['fallback']), `${type} has no fallback.`);
  }
  switch (type) {
    case 'ActionSet':
      return wants(countOf(element['actions']) <= 6, 'More than six actions in a set.');
    case 'TextBlock':
      return wants(element['wrap'] === true, 'A text that does not wrap is cut on phones.');
    case 'RichTextBlock':
      return wants(countOf(element['inlines']) > 0, 'An empty RichTextBlock.');
    case 'Table':
      return wants(countOf(element['columns']) > 0, 'A table without columns.');
    default:
      return [];
  }
}

function inputProblems(element: Element, ids: Set<string>): readonly string[] {
  const problems: string[] = [];
  const { id, label } = { id: element['id'], label: element['label'] };
  if (typeof id !== 'string' || id === '') problems.push('An input without an id.');
  else if (ids.has(id)) problems.push(`Two inputs are called ${id}.`);
  else ids.add(id);
  if (typeof label !== 'string' || label.trim() === '')
    problems.push(`The input ${String(id)} has no label.`);
  const choices = element['type'] === 'Input.ChoiceSet' || element['type'] === 'Input.Toggle';
  if (choices && element['wrap'] !== true) problems.push(`The choices of ${String(id)} are cut on phones.`);
  if (element['isRequired'] === true && typeof element['errorMessage'] !== 'string') {
    problems.push(`The input ${String(id)} is required and does not say so.`);
  }
  return problems;
}

/** Nothing in a text may be read as a date function. https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features */
function textProblems(text: string): readonly string[] {
  return /\{\{|\}\}/.test(text) ? ['A text holds double braces, which cards read as functions.'] : [];
}

function walk(value: unknown, visit: (element: Element) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, visit);
    return;
  }
  if (!isRecord(value)) return;
  if (typeof value['type'] === 'string') visit(value);
  for (const [name, each] of Object.entries(value)) {
    // What a button carries is its own affair; a chart's figures are no elements.
    if (name === 'data' || name === 'msteams') continue;
    if (name === 'fallback' && String(value['type']).startsWith('Action.')) continue;
    walk(each, visit);
  }
}

function countOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function isRecord(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
