import { isLocalDate, type LocalDate } from '../kit/local-date.ts';
import { isMap, isScalar, isSeq } from 'yaml';
import { asWritten, inWords, numberIn, textIn, type NumberRule } from './scalar-values.ts';
import { nearest, whatWouldBeRight } from './near-spelling.ts';
import { asNode, entriesOf, type Cell, type Entry, type YamlSheet } from './yaml-sheet.ts';

const codeShape = /^[A-Za-z][A-Za-z0-9-]*$/;
/**
 * Reads the fields of one entry. Each method gives back a value of its type whatever is written; what is wrong goes to
 * the sheet's problems, so that one reading finds every mistake of the file.
 */
export class RecordReader {
  readonly cell: Cell;
  readonly #sheet: YamlSheet;
  readonly #entries: readonly Entry[];
  readonly #known: readonly string[];

  constructor(sheet: YamlSheet, cell: Cell, known: readonly string[]) {
    this.cell = cell;
    this.#sheet = sheet;
    this.#known = known;
    this.#entries = entriesOf(cell.node);
    if (cell.node !== undefined && !isMap(cell.node)) {
      sheet.report(
        cell,
        'A group of fields should stand here.',
        `Write them as "name: value"; they are: ${known.join(', ')}.`,
      );
    }
    for (const entry of this.#entries) if (!known.includes(entry.name)) this.#reportUnknown(entry);
  }

  has(name: string): boolean {
    return this.#entries.some((entry) => entry.name === name && entry.value !== undefined);
  }

  /** The place of a field, written or not. */
  field(name: string): Cell {
    const entry = this.#entries.find((candidate) => candidate.name === name);
    const where = this.cell.where === 'the whole file' ? name : `${this.cell.where}, ${name}`;
    return this.#sheet.cellOf(entry?.value, where, this.#sheet.cellOf(entry?.key, where, this.cell));
  }

  text(name: string, limit: number): string {
    if (!this.has(name)) {
      this.#reportMissing(name, 'Write it on a line of its own in this entry.');
      return '';
    }
    return textIn(this.#sheet, this.field(name), limit);
  }

  optionalText(name: string, limit: number): string | null {
    return this.has(name) ? textIn(this.#sheet, this.field(name), limit) : null;
  }

  /** A short name that people type: letters, digits and hyphens. */
  code(name: string, limit: number): string {
    if (!this.has(name)) {
      this.#reportMissing(name, 'Every entry has a code of its own: letters and digits, e.g. A1.');
      return '';
    }
    const cell = this.field(name);
    const written = textIn(this.#sheet, cell, limit);
    if (written === '' || codeShape.test(written)) return written;
    this.#sheet.report(
      cell,
      `"${written}" cannot be a code.`,
      'A code begins with a letter and holds letters, digits and hyphens only.',
    );
    return '';
  }

  day(name: string): LocalDate {
    const found = this.optionalDay(name);
    if (found === null && !this.has(name)) this.#reportMissing(name, 'Write a day as 2026-11-03.');
    return found ?? '';
  }

  optionalDay(name: string): LocalDate | null {
    if (!this.has(name)) return null;
    const cell = this.field(name);
    const written = textIn(this.#sheet, cell, 40);
    if (isLocalDate(written)) return written;
    const right = /^\d{4}-\d{2}-\d{2}$/.test(written)
      ? 'Check the month and the day.'
      : 'Write a day as 2026-11-03.';
    this.#sheet.report(cell, `"${written}" is not a day in the calendar.`, right);
    return null;
  }

  oneOf<T extends string>(name: string, options: readonly [T, ...T[]], otherwise?: T): T {
    if (!this.has(name)) {
      if (otherwise !== undefined) return otherwise;
      this.#reportMissing(name, `Write one of: ${options.join(', ')}.`);
      return options[0];
    }
    const cell = this.field(name);
    const written = textIn(this.#sheet, cell, 100);
    const found = options.find((option) => option === written);
    if (found !== undefined) return found;
    const near = nearest(written, options);
    const right = near === null ? `Write one of: ${options.join(', ')}.` : `Did you mean "${near}"?`;
    this.#sheet.report(cell, `"${written}" is not a ${name.replaceAll('_', ' ')} that is known.`, right);
    return options[0];
  }

  /** `true` or `false`; false when nothing is written. */
  flag(name: string): boolean {
    if (!this.has(name)) return false;
    const cell = this.field(name);
    if (isScalar(cell.node) && typeof cell.node.value === 'boolean') return cell.node.value;
    this.#sheet.report(cell, 'This is either so or not.', 'Write true or false.');
    return false;
  }

  number(name: string, rule: NumberRule, otherwise?: number): number {
    if (!this.has(name)) {
      if (otherwise === undefined) this.#reportMissing(name, `Write ${inWords(rule)}.`);
      return otherwise ?? 0;
    }
    return numberIn(this.#sheet, this.field(name), rule);
  }

  /** The entries of a list, each named by its code where it has one: `action IC3`. Nothing written is an empty list. */
  list<T>(name: string, itemName: string, read: (cell: Cell) => T): T[] {
    if (!this.has(name)) return [];
    const cell = this.field(name);
    if (!isSeq(cell.node)) {
      this.#sheet.report(cell, 'A list should stand here.', 'Begin each entry on its own line with "- ".');
      return [];
    }
    const inside = this.cell.where === 'the whole file' ? '' : `${this.cell.where}, `;
    return cell.node.items.map((item, index) => {
      const node = asNode(item);
      const code = entriesOf(node).find((entry) => entry.name === 'code')?.value;
      const called = asWritten({ ...cell, node: code });
      const where = called === null ? `${inside}${itemName} ${index + 1}` : `${itemName} ${called}`;
      return read(this.#sheet.cellOf(node, where, cell));
    });
  }

  /** How many entries the list has; 0 when it is none. */
  count(name: string): number {
    const { node } = this.field(name);
    return isSeq(node) ? node.items.length : 0;
  }

  /** A list of short texts or codes; a single one may stand without the list's brackets. */
  words(name: string, limit: number): string[] {
    if (!this.has(name)) return [];
    const cell = this.field(name);
    if (isScalar(cell.node)) return [textIn(this.#sheet, cell, limit)];
    return this.list(name, 'number', (item) => textIn(this.#sheet, { ...item, where: cell.where }, limit));
  }

  /** Said once: not where the whole entry is missing, nor where the name is there with a slip of the fingers. */
  #reportMissing(name: string, right: string): void {
    if (!isMap(this.cell.node)) return;
    const misspelt = this.#entries.some(
      (entry) => !this.#known.includes(entry.name) && nearest(entry.name, this.#known) === name,
    );
    if (!misspelt) this.#sheet.report(this.field(name), `"${name}" is missing.`, right);
  }

  #reportUnknown(entry: Entry): void {
    const cell = this.#sheet.cellOf(entry.key, this.cell.where, this.cell);
    this.#sheet.report(
      cell,
      `"${entry.name}" is not a field of this entry.`,
      whatWouldBeRight(entry.name, this.#known, 'fields'),
    );
  }
}
