import { readFileSync } from 'node:fs';
import { problemInWords } from '../../src/imports/file-problem.ts';
import { readPlanFile } from '../../src/imports/plan-file.ts';
import type { Plan } from '../../src/plan/plan.ts';

/** The least a plan can be, one part per line so that a test can break one of them. */
export const smallPlan = `plan: {code: small, title: A small plan, starts: 2026-04-01, ends: 2029-03-31}
partnership: {code: ours, name: Our Partnership}
outcomes:
  - {code: safe, label: SAFE, statement: at home}
themes:
  - code: early
    label: EARLY HELP
    aliases: [hubs]
actions:
  - code: A1
    theme: early
    text: Open three family hubs
    serves: [safe]
    measures: [M1]
  - code: A2
    theme: early
    text: Train the people who work in them
indicators:
  - code: M1
    theme: early
    text: Families who found the hub useful
    measures:
      - unit: percent
        polarity: higher
        collection: monthly
        source: Our survey
        targets: [{from: 2026-10, value: 80}]
rating_definitions:
  green: On track.
  amber: At risk.
  red: Off track.
  complete: Finished.
  not_started: Not begun.
  on_hold: Paused.
organisations:
  - {code: council, name: Our Council}
  - {code: nhs, name: Our Health Board}
`;

/** The small plan with one thing changed; refuses a change that does not apply. */
export function smallPlanWith(from: string, to: string): string {
  if (!smallPlan.includes(from)) throw new Error(`The small plan has no "${from}".`);
  return smallPlan.replace(from, to);
}

/** What the reader says of a plan file, a sentence each; empty when it takes it. */
export function saidOf(text: string): string[] {
  const read = readPlanFile(text, 'plan.yaml');
  return read.ok ? [] : read.error.map((problem) => problemInWords('plan.yaml', problem));
}

export function planOf(text: string): Plan {
  const read = readPlanFile(text, 'plan.yaml');
  if (!read.ok) throw new Error(read.error.map((problem) => problemInWords('plan.yaml', problem)).join('\n'));
  return read.value;
}

export const birminghamText = readFileSync('plans/birmingham-2023-2028.yaml', 'utf8');
export const exampleText = readFileSync('plans/example-improvement-plan.yaml', 'utf8');
