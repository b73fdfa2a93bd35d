import type { FileProblem } from './file-problem.ts';

/** A plan of sixty actions and two hundred measures is a tenth of this; more is a wrong file. */
const longestFile = 1_000_000;

const byteOrderMark = '\uFEFF';

/**
 * What is wrong with a text file as a whole, before its contents are looked at: empty, far too long, or saved in
 * another encoding than UTF-8 (`savedAs` says how the program that made it calls that).
 */
export function wholeFileProblem(text: string, fileName: string, savedAs: string): FileProblem | null {
  const whole = (problem: string, right: string): FileProblem => ({
    line: 1,
    where: 'the whole file',
    problem,
    right,
  });
  if (withoutMark(text).trim() === '') {
    return whole(`${fileName} is empty.`, 'Choose the file that holds the text.');
  }
  if (text.length > longestFile) {
    return whole(
      `${fileName} has ${text.length} characters; the most that is read is ${longestFile}.`,
      'Check that it is the right file.',
    );
  }
  return encodingProblem(text, savedAs);
}

export function withoutMark(text: string): string {
  return text.startsWith(byteOrderMark) ? text.slice(1) : text;
}

function encodingProblem(text: string, savedAs: string): FileProblem | null {
  const unreadable = text.search(/[\u0000\uFFFD]/);
  if (unreadable === -1) return null;
  return {
    line: lineOf(text, unreadable),
    where: 'the whole file',
    problem: 'The file is not saved as UTF-8: here stands a letter that cannot be read.',
    right: `Save it again as ${savedAs}.`,
  };
}

/** The line, from 1, in which the character at this offset stands. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
