import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPlanFile } from '../../src/imports/plan-file.ts';
import { birminghamText, exampleText, smallPlan } from './small-plan.ts';

const decoder = new TextDecoder('utf-8');

/** Bytes put in, taken out or changed anywhere, as a broken disk or an unlucky keystroke would. */
const mutation = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 12 }),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc
      .constantFrom(
        '\t',
        '\n',
        ': ',
        '- ',
        '"',
        "'",
        '{',
        '[',
        '&a ',
        '*a',
        '|',
        '\r',
        '#',
        '\n---\n',
        '!!map ',
      )
      .map((mark) => new TextEncoder().encode(mark)),
  ),
});

function mutated(
  text: string,
  changes: readonly { place: number; removed: number; put: Uint8Array }[],
): string {
  let bytes = [...new TextEncoder().encode(text)];
  for (const { place, removed, put } of changes) {
    const at = Math.floor(place * bytes.length);
    bytes = [...bytes.slice(0, at), ...put, ...bytes.slice(at + removed)];
  }
  return decoder.decode(new Uint8Array(bytes));
}

/** A plan, or problems that name lines of the file and say something; never a throw. */
function expectPlanOrProblems(text: string): void {
  const read = readPlanFile(text, 'plan.yaml');
  if (read.ok) return;
  const lines = text.split('\n').length;
  expect(read.error.length).toBeGreaterThan(0);
  for (const { line, column, where, problem, right } of read.error) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(column ?? 1).toBeGreaterThanOrEqual(1);
    expect([where, problem, right]).not.toContain('');
  }
}

it.each([
  ['the small plan', smallPlan, 400],
  ['the example plan', exampleText, 120],
  ["Birmingham's plan", birminghamText, 12],
])(
  'however the bytes of %s are changed, it is read or refused with lines that exist',
  (_, text, numRuns) => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (changes) =>
        expectPlanOrProblems(mutated(text, changes)),
      ),
      { numRuns },
    );
  },
  60_000,
);

it('any text at all is read or refused with lines that exist', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => expectPlanOrProblems(text)),
    { numRuns: 300 },
  );
});
