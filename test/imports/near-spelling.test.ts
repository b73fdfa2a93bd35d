import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearest, whatWouldBeRight } from '../../src/imports/near-spelling.ts';

const themes = ['offer', 'inclusive', 'safety'];

it.each([
  ['saftey', 'safety'],
  ['Safety', 'safety'],
  ['inclusiv', 'inclusive'],
  ['ofer', 'offer'],
])('%s was meant as %s', (written, meant) => {
  expect(nearest(written, themes)).toBe(meant);
});

it.each(['transport', 'x', ''])('nothing is near "%s"', (written) => {
  expect(nearest(written, themes)).toBeNull();
});

it('where two are equally near, neither is put forward', () => {
  expect(nearest('I3', ['I31', 'I32'])).toBeNull();
  expect(whatWouldBeRight('I3', ['I31', 'I32'], 'measures')).toBe('The measures are: I31, I32.');
});

it('a long list is described by its ends', () => {
  const codes = Array.from({ length: 20 }, (_, index) => `CODE${index + 10}`);

  expect(whatWouldBeRight('nothing', codes, 'actions')).toBe('There are 20 actions, from CODE10 to CODE29.');
});

it('two neighbouring letters swapped are always one slip', () => {
  fc.assert(
    fc.property(fc.nat({ max: 5 }), (place) => {
      const letters = Array.from('partner');
      [letters[place], letters[place + 1]] = [letters[place + 1]!, letters[place]!];

      expect(nearest(letters.join(''), ['partner', 'observer'])).toBe('partner');
    }),
  );
});
