import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exampleText, planOf } from './small-plan.ts';

const plan = planOf(exampleText);

it('an improvement plan runs three years from 1 July 2023 with a review at the end of the second', () => {
  expect(plan).toMatchObject({ kind: 'improvement_plan', startsOn: '2023-07-01', endsOn: '2026-06-30' });
  expect(plan.reviews[0]).toEqual({ on: '2025-06-30', title: 'Review at the end of the second year' });
});

it('every measure has a baseline and targets', () => {
  const measures = plan.indicators.flatMap((indicator) => indicator.measures);

  expect(measures.map(({ baseline, targets }) => baseline !== null && targets.length > 0)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

it('the direction counts three, six and twelve months from the day it was issued', () => {
  expect(plan.directions[0]?.issuedOn).toBe('2023-04-17');
  expect(plan.directions[0]?.targets.map(({ due }) => due)).toEqual([
    '2023-07-17',
    '2023-10-17',
    '2024-04-17',
  ]);
});

it('each year has its priorities', () => {
  expect(plan.annualPriorities.map(({ year, actionCodes }) => [year, actionCodes])).toEqual([
    ['2023/24', ['A1', 'A2']],
    ['2024/25', ['A4', 'A5']],
    ['2025/26', ['A3', 'A4']],
  ]);
});

it('the mapping to outcomes has been agreed, and the chair has changed', () => {
  expect(plan.outcomeMapping).toEqual({ state: 'agreed', on: '2023-09-12' });
  expect(
    plan.offices.filter(({ office }) => office === 'chair').map(({ name, startsOn }) => [name, startsOn]),
  ).toEqual([
    ['Rowan Testerby', '2023-07-01'],
    ['Ottoline Sampleton', '2025-01-01'],
  ]);
});

it('the least plan that the guide shows is a plan', () => {
  const guide = readFileSync('plans/README.md', 'utf8');

  const shown = /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';

  expect(planOf(shown)).toMatchObject({
    code: 'my-plan',
    actions: [{ shortTitle: 'Open three family hubs' }],
  });
});
