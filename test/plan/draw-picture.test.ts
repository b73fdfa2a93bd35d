import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countMeasures } from '../../src/plan/measure-counts.ts';
import { countRatings } from '../../src/plan/status-order.ts';
import { drawPicture } from '../../src/plan/draw-picture.ts';
import { factsOfYear, pictureOfYear, realPlan, updateOf } from '../support/pictured-year.ts';
import { lettersOfYear } from '../support/year-data.ts';

describe('the picture of a month', () => {
  it('has every action of the plan once, with the rating its owner gave', () => {
    const picture = pictureOfYear();

    expect(picture.actions.map(({ code }) => code)).toEqual(realPlan().actions.map(({ code }) => code));
    expect(picture.actions.find(({ code }) => code === 'IC5')).toMatchObject({
      shown: 'red',
      before: 'red',
      direction: 'same',
      monthsRunning: 2,
    });
  });

  it('never carries last month’s colour into a month without an answer', () => {
    const missing = pictureOfYear().actions.find(({ code }) => code === 'IC6');

    expect(missing).toMatchObject({ shown: 'no_update', before: 'amber', direction: null, content: null });
  });

  it('awaits what nobody has said while the month is open', () => {
    const picture = pictureOfYear({ state: 'open' });

    expect(countRatings(picture.actions)).toMatchObject({ awaited: 3, no_update: 0 });
  });

  it('tells beside each action what the month being collected says so far', () => {
    const collecting = { month: '2026-12', closesOn: '2026-12-14', lateFrom: '2026-12-10' };
    const facts = factsOfYear({ collecting });

    const picture = drawPicture({
      ...facts,
      updates: [...facts.updates, ...updateOf('IC5', '2026-12', 'A')],
    });

    expect(picture.actions.find(({ code }) => code === 'IC5')).toMatchObject({
      shown: 'red',
      soFar: 'amber',
    });
    expect(picture.actions.find(({ code }) => code === 'IC4')).toMatchObject({
      shown: 'amber',
      soFar: 'awaited',
    });
  });

  it('counts what is OFFICIAL-SENSITIVE and holds nothing else of it', () => {
    const plan = realPlan();
    const actions = plan.actions.map((action) => ({ ...action, sensitive: action.code === 'SA3' }));

    const picture = pictureOfYear({ plan: { ...plan, actions } });

    expect(picture.actions.map(({ code }) => code)).not.toContain('SA3');
    expect(picture.countedOnly).toHaveLength(1);
    expect(JSON.stringify(picture.countedOnly)).not.toContain('What was done');
    expect(picture.measures.some(({ measure }) => measure.sensitive)).toBe(false);
    expect(picture.sensitiveMeasures).toHaveLength(1);
  });

  it('shows a correction as one, with its day and reason', () => {
    const facts = factsOfYear();
    const corrected = facts.updates.map((update) =>
      update.actionCode === 'IC4' && update.month === '2026-11'
        ? {
            ...update,
            version: 2,
            kind: 'correction' as const,
            reason: 'The figure was wrong.',
            at: new Date('2026-11-18T10:00:00Z'),
          }
        : update,
    );

    const picture = drawPicture({ ...facts, updates: corrected });

    expect(picture.actions.find(({ code }) => code === 'IC4')?.correction).toEqual({
      on: '2026-11-18',
      reason: 'The figure was wrong.',
    });
  });

  it('names the owner of the day, and nobody where nobody owns it', () => {
    const picture = pictureOfYear({
      roles: factsOfYear().roles.filter(({ scope }) => scope.kind !== 'action' || scope.code !== 'IC3'),
    });

    expect(picture.actions.find(({ code }) => code === 'IC4')?.owner).toMatchObject({
      name: 'Asha Verma',
      organisation: 'Birmingham City Council',
    });
    expect(picture.actions.find(({ code }) => code === 'IC3')?.owner).toBeNull();
  });

  it('has counts that add up to the plan in any year', () => {
    const letter = fc.constantFrom('R', 'A', 'G', 'C', 'H', 'N', '-');
    const year = fc.record(
      Object.fromEntries(
        Object.keys(lettersOfYear).map((code) => [
          code,
          fc.string({ unit: letter, minLength: 12, maxLength: 12 }),
        ]),
      ),
    );

    fc.assert(
      fc.property(year, fc.constantFrom('open' as const, 'closed' as const), (letters, state) => {
        const picture = pictureOfYear({ letters, state });

        const counts = countRatings([...picture.actions, ...picture.countedOnly]);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(17);
        expect(counts[state === 'open' ? 'no_update' : 'awaited']).toBe(0);
        for (const { history, shown, before } of picture.actions) {
          expect(history.at(-1)?.rating).toBe(shown);
          expect(history.at(-2)?.rating).toBe(before);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('measures counted by where they stand', () => {
  it('puts each measure in exactly one column', () => {
    const { measures } = pictureOfYear();

    const { standings, total } = countMeasures(measures);

    expect(Object.values(standings).reduce((sum, count) => sum + count, 0)).toBe(total);
    expect(total).toBe(61);
  });
});
