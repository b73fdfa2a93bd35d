import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable } from '../../src/kit/printable.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { columnsTaken } from '../../src/messages/text-columns.ts';
import { anyText } from '../support/hostile-text.ts';
import { everyPart, everywhere } from './sample-message.ts';

describe('a message as plain text', () => {
  test('reads from the top like the message it was', () => {
    expect(plainText(everyPart)).toBe(`SAFE: two of six actions are red.

Safe, in November 2026

As of 3 November; two of six not updated.

Only you can see this.

! The mapping is proposed.

Owner:      Priya Shah
Theme lead: Sam Okoro

RED        IC5 Inclusive cultures, fewer exclusions  ▼ Worse
               Path to green: panel restarts on 9 December
               Ask: name a lead director
NO UPDATE  SA4 Transition to adulthood

- First point
- Second point

Figures that moved
Measure              Latest  Target
-------------------  ------  ------
Suspensions           65.2%   58.7%
First-time entrants       7    58.2

Three are off track
Number of actions by rating, each month
Stacked columns for October and November.
Month   Green  Red
------  -----  ---
Oct 26      7    2
Nov 26      6    3

[Update] [No change]
`);
  });

  test('a summary that the heading says already is said once', () => {
    const text = plainText({
      summary: 'Nothing is late.',
      parts: [{ kind: 'heading', text: 'Nothing is late.' }],
    });

    expect(text).toBe('Nothing is late.\n');
  });

  test('a strip of months has letters and says what they mean', () => {
    const text = plainText({
      summary: '',
      parts: [
        {
          kind: 'figure',
          figure: {
            title: 'The plan',
            alt: 'Letters',
            chart: {
              kind: 'rating_strip',
              months: ['Oct', 'Nov'],
              rows: [{ code: 'IC1', title: 'Joyful things', ratings: ['green', 'no_update'] }],
            },
          },
        },
      ],
    });

    expect(text).toContain('IC1     Joyful things  G    –');
    expect(text).toContain('G Green, – No update');
  });

  test('a table of seventy rows keeps every row, and its columns stand under one another', () => {
    const rows = Array.from({ length: 70 }, (_, index) => [
      `Row${index}`,
      `long words for line ${index} `.repeat(8),
      `${index}`,
    ]);

    const text = plainText({
      summary: 'Big',
      parts: [{ kind: 'table', caption: 'All', columns: ['Name', 'What', 'Count'], rows }],
    });

    const lines = text.split('\n');
    for (let index = 0; index < 70; index += 1) expect(text).toContain(`Row${index} `);
    expect(Math.max(...lines.map(columnsTaken))).toBeLessThanOrEqual(100);
    const starts = lines.filter((line) => line.startsWith('Row')).map((line) => line.indexOf('long'));
    expect(new Set(starts).size).toBe(1);
  });

  test('whatever people wrote, every word is kept and none can steer a terminal', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        const text = plainText(everywhere(words));

        const said = text.split(/\s+/).join(' ');
        for (const word of printable(words).split(/\s+/)) expect(said).toContain(word);
        expect(text).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
      }),
    );
  });
});
