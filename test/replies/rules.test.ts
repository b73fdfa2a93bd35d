import { describe, expect, it } from 'vitest';
import { figureRules, roleOf } from '../../src/replies/figure-roles.ts';
import { findFigures } from '../../src/replies/figures-in-words.ts';
import { findPeriods } from '../../src/replies/periods-in-words.ts';
import { findIn } from '../../src/replies/findings.ts';
import { readPassage } from '../../src/replies/passage.ts';
import { standingOf, standingRules } from '../../src/replies/rating-standing.ts';
import { contextOf } from './reply-case.ts';

const today = '2026-11-03';

describe('whether a rating is the one of today', () => {
  const examples = standingRules.flatMap(({ standing, examples: texts }) =>
    texts.map((text) => ({ text, standing })),
  );

  it.each(examples)('“$text” is $standing', ({ text, standing }) => {
    const context = contextOf({ asked: 'one' });
    const { passage, ratings } = findIn(text, context);

    const [first] = ratings;

    expect(first && standingOf(passage, first, context).standing).toBe(standing);
  });

  it.each(['amber', 'still amber', 'moved to amber', "I'd say amber", 'amber now'])(
    '“%s” is current',
    (text) => {
      const context = contextOf({ asked: 'one' });
      const { passage, ratings } = findIn(text, context);

      const [first] = ratings;

      expect(first && standingOf(passage, first, context).standing).toBe('current');
    },
  );
});

describe('what a number is in its sentence', () => {
  const examples = figureRules.flatMap(({ role, examples: texts }) => texts.map((text) => ({ text, role })));

  it.each([...examples, { text: 'now [61.2]%', role: 'value' }])(
    'the number of “$text” is $role',
    ({ text, role }) => {
      const marked = text.indexOf('[');
      const passage = readPassage(text.replace(/[[\]]/g, ''));
      const figures = findFigures(passage, findPeriods(passage, today));

      const figure = figures.find(({ to }) => (passage.tokens[to - 1]?.end ?? 0) > marked);

      expect(figure && roleOf(passage, figure)).toBe(role);
    },
  );
});
