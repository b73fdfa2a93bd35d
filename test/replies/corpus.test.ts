import { describe, expect, it } from 'vitest';
import { corpus } from './corpus.ts';
import { expectReading, outcomeOf, readCase, type Outcome } from './reply-case.ts';

describe.each(Object.entries(corpus))('%s', (_kind, replies) => {
  it.each(replies)('$text', (reply) => {
    expectReading(reply);
  });
});

describe('the corpus as a whole', () => {
  const outcomes = Object.entries(corpus).map(([kind, replies]) => {
    const found = replies.map((reply) => outcomeOf(reply, readCase(reply)));
    const share = (outcome: Outcome) => found.filter((one) => one === outcome).length;
    return {
      kind,
      replies: replies.length,
      right: share('right'),
      asked: share('asked'),
      misread: share('misread'),
    };
  });
  const sum = (name: 'replies' | 'right' | 'asked' | 'misread') =>
    outcomes.reduce((total, row) => total + row[name], 0);

  it('holds at least 250 replies by kind and 150 in other voices', () => {
    const voices = outcomes.filter(({ kind }) => kind.endsWith('voices'));

    expect(sum('replies')).toBeGreaterThan(400);
    expect(voices.reduce((total, { replies }) => total + replies, 0)).toBeGreaterThan(150);
  });

  it('is never misread in silence, and seldom asked about without need', () => {
    const total = {
      kind: 'all',
      replies: sum('replies'),
      right: sum('right'),
      asked: sum('asked'),
      misread: sum('misread'),
    };
    const lines = [...outcomes, total].map(
      ({ kind, replies, right, asked, misread }) =>
        `${kind.padEnd(20)} ${String(replies).padStart(5)} replies: ${right} read right, ${asked} asked without need, ${misread} misread`,
    );
    process.stdout.write(`${lines.join('\n')}\n`);

    expect(total.misread).toBe(0);
    expect(total.asked / total.replies).toBeLessThan(0.02);
  });
});
