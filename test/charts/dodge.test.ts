import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dodge } from '../../src/charts/dodge.ts';

describe('labels that get out of one another’s way', () => {
  test('a label with room around it stays where it wants to be', () => {
    const wishes = [
      { centre: 20, height: 10 },
      { centre: 80, height: 10 },
    ];

    expect(dodge(wishes, 0, 100)).toEqual([20, 80]);
  });

  test('two labels at the same height move apart by the same amount', () => {
    const wishes = [
      { centre: 50, height: 10 },
      { centre: 50, height: 10 },
    ];

    expect(dodge(wishes, 0, 100)).toEqual([45, 55]);
  });

  test('the order from top to bottom is that of the lines', () => {
    const wishes = [
      { centre: 52, height: 10 },
      { centre: 50, height: 10 },
      { centre: 51, height: 10 },
    ];

    const [first = 0, second = 0, third = 0] = dodge(wishes, 0, 100);

    expect(second).toBeLessThan(third);
    expect(third).toBeLessThan(first);
  });

  test('whatever is wished for, no label touches another, and all stay inside if they fit', () => {
    const wish = fc.record({
      centre: fc.integer({ min: -50, max: 350 }),
      height: fc.integer({ min: 1, max: 30 }),
    });

    fc.assert(
      fc.property(fc.array(wish, { maxLength: 10 }), (wishes) => {
        const centres = dodge(wishes, 0, 300);

        const boxes = wishes
          .map(({ height }, index) => ({
            from: centres[index]! - height / 2,
            to: centres[index]! + height / 2,
          }))
          .sort((one, other) => one.from - other.from);
        boxes.slice(1).forEach((box, index) => {
          expect(box.from).toBeGreaterThanOrEqual(boxes[index]!.to - 1e-6);
        });
        boxes.forEach((box) => {
          expect(box.from).toBeGreaterThanOrEqual(-1e-6);
          expect(box.to).toBeLessThanOrEqual(300 + 1e-6);
        });
      }),
    );
  });
});
