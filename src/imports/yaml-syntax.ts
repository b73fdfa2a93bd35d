import { visit, type Document, type LineCounter } from 'yaml';
import type { FileProblem } from './file-problem.ts';

/** What is used of the parser's own errors: which rule was broken, and the offsets between which. */
interface ParserError {
  readonly code: string;
  readonly pos: readonly [number, number];
}

interface Words {
  readonly problem: string;
  readonly right: string;
}

const generalAdvice =
  'Compare with the lines above it: two spaces for each step inwards, and quotes around a text that holds ": " or begins with a mark.';

/** The parser's findings in the words of somebody who edits the file by hand. */
const words: Readonly<Record<string, Words>> = {
  DUPLICATE_KEY: { problem: 'This field stands twice in the same entry.', right: 'Keep one of the two.' },
  TAB_AS_INDENT: { problem: 'The line begins with a tab.', right: 'Use two spaces for each step inwards.' },
  BAD_INDENT: {
    problem: 'The line does not begin under its neighbours.',
    right: 'Use two spaces for each step inwards.',
  },
  MISSING_CHAR: {
    problem: 'A closing quote, bracket or comma is missing, or a colon after a name.',
    right: 'Close what was opened on this line or just above it.',
  },
  MULTILINE_IMPLICIT_KEY: {
    problem: 'A name and its colon must stand on one line.',
    right: 'Put quotes around a text that runs over several lines, or indent its further lines.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    problem: 'There are two colons on this line, or the next line is indented too little.',
    right: 'Put quotes around a text that holds a colon.',
  },
  BAD_ALIAS: { problem: 'A "*" stands where a text begins.', right: 'Put quotes around the text.' },
  BAD_DQ_ESCAPE: {
    problem: 'A backslash stands in a text in double quotes.',
    right: 'Write two backslashes, or use single quotes.',
  },
  BAD_SCALAR_START: {
    problem: 'A text begins with a mark that has its own meaning here.',
    right: 'Put quotes around the text.',
  },
  MULTIPLE_DOCS: {
    problem: 'A line "---" begins a second plan in the same file.',
    right: 'One file holds one plan.',
  },
};

export function syntaxProblems(
  document: Document.Parsed,
  text: string,
  lineCounter: LineCounter,
): FileProblem[] {
  const lineCount = text.split('\n').length;
  const found = document.errors.map((error: ParserError) => {
    const { line, col } = lineCounter.linePos(openedAt(document, error));
    const said = words[error.code] ?? { problem: 'The line cannot be read.', right: generalAdvice };
    return {
      line: Math.max(1, Math.min(line, lineCount)),
      column: Math.max(1, col),
      where: 'the way it is written',
      ...said,
    };
  });
  return onePerLine([...tabProblems(text), ...found]);
}

/** A quotation mark that is never closed is found at the end of the file; what helps is where it was opened. */
function openedAt(document: Document.Parsed, error: ParserError): number {
  const [offset] = error.pos;
  if (error.code !== 'MISSING_CHAR') return offset;
  let opened = offset;
  visit(document, {
    Scalar: (_, node) => {
      const [start, end] = node.range ?? [offset, offset];
      const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
      if (quoted && start <= offset && offset <= end) opened = start;
    },
  });
  return opened;
}

/** Every line that begins with a tab, also those on which the parser does not stumble. */
function tabProblems(text: string): FileProblem[] {
  const said = words['TAB_AS_INDENT'];
  if (said === undefined) return [];
  return text
    .split('\n')
    .flatMap((line, index) =>
      /^ *\t/.test(line) && line.trim() !== ''
        ? [{ line: index + 1, column: 1, where: 'the way it is written', ...said }]
        : [],
    );
}

/** One slip often breaks several rules of the format at once; the first one said is enough. */
function onePerLine(problems: readonly FileProblem[]): FileProblem[] {
  const seen = new Set<number>();
  return problems.filter((found) => {
    if (seen.has(found.line)) return false;
    seen.add(found.line);
    return true;
  });
}
