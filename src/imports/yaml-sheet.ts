import {
  LineCounter,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';
import type { FileProblem } from './file-problem.ts';
import { syntaxProblems } from './yaml-syntax.ts';

/** One place in the file: what is written there, how a reader would name it, and where it stands. */
export interface Cell {
  /** Undefined where nothing is written. */
  readonly node: Node | undefined;
  readonly where: string;
  readonly line: number;
  readonly column: number;
}

export type Path = readonly (string | number)[];

/** A YAML file that is being read, and the list of what was found wrong with it. */
export interface YamlSheet {
  readonly root: Cell;
  readonly problems: FileProblem[];
  /** True when the file is so broken that its fields cannot be told apart. */
  readonly broken: boolean;
  report(cell: Cell, problem: string, right: string): void;
  /** A place by its path of names and positions, e.g. `['actions', 2, 'theme']`; the nearest one that is written. */
  at(path: Path, where: string): Cell;
  cellOf(node: Node | undefined, where: string, otherwise: Cell): Cell;
}

/** Reads the text as YAML 1.2. Never throws: what the text says wrongly is in `problems`. */
export function openYaml(text: string): YamlSheet {
  const lineCounter = new LineCounter();
  const problems: FileProblem[] = [];
  const document = parse(text, lineCounter, problems);
  const lineCount = text.split('\n').length;
  // A field that stands twice leaves the rest readable; any other slip of the pen may have moved everything below it.
  const broken = document === null || document.errors.some((error) => error.code !== 'DUPLICATE_KEY');
  const start: Cell = { node: undefined, where: 'the whole file', line: 1, column: 1 };
  const cellOf = (node: Node | undefined, where: string, otherwise: Cell): Cell => {
    const offset = node?.range?.[0];
    if (offset === undefined) return { node, where, line: otherwise.line, column: otherwise.column };
    const { line, col } = lineCounter.linePos(offset);
    return { node, where, line: Math.max(1, Math.min(line, lineCount)), column: Math.max(1, col) };
  };
  const root = cellOf(document?.contents ?? undefined, 'the whole file', start);
  return {
    root,
    problems,
    broken,
    report: (cell, problem, right) =>
      problems.push({ line: cell.line, column: cell.column, where: cell.where, problem, right }),
    at: (path, where) => ({ ...deepest(root, path, cellOf), where }),
    cellOf,
  };
}

function parse(text: string, lineCounter: LineCounter, problems: FileProblem[]): Document.Parsed | null {
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false, version: '1.2', merge: false });
    problems.push(...syntaxProblems(document, text, lineCounter));
    return document;
  } catch (error) {
    // The parser recurses: some thousand brackets inside each other end it, and are no plan.
    if (!(error instanceof RangeError)) throw error;
    problems.push({
      line: 1,
      where: 'the whole file',
      problem: 'The entries stand inside each other so deep that the file cannot be read.',
      right: 'Start from one of the files in plans/.',
    });
    return null;
  }
}

/** Follows the path as far as the file has it. */
function deepest(root: Cell, path: Path, cellOf: YamlSheet['cellOf']): Cell {
  let cell = root;
  for (const step of path) {
    const next = child(cell.node, step);
    if (next === undefined) return cell;
    cell = cellOf(next, cell.where, cell);
  }
  return cell;
}

function child(node: Node | undefined, step: string | number): Node | undefined {
  if (isMap(node) && typeof step === 'string')
    return entriesOf(node).find((entry) => entry.name === step)?.value;
  if (isSeq(node) && typeof step === 'number') return asNode(node.items[step]);
  return undefined;
}

export interface Entry {
  readonly name: string;
  readonly key: Node | undefined;
  /** Undefined where nothing stands after the colon. */
  readonly value: Node | undefined;
}

/** The names of a group of fields with what is written after each; the first of two with the same name. */
export function entriesOf(node: Node | undefined): Entry[] {
  if (!isMap(node)) return [];
  return node.items.filter(isPair).map((pair) => {
    const key = asNode(pair.key);
    const value = asNode(pair.value);
    return {
      name: isScalar(key) ? String(key.value) : '',
      key,
      value: isScalar(value) && value.value === null ? undefined : value,
    };
  });
}

/** What the parser hands out as unknown, when it is a node. */
export function asNode(found: unknown): Node | undefined {
  return isMap(found) || isSeq(found) || isScalar(found) || isAlias(found) ? found : undefined;
}
