import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childNamesIn } from '../../src/guard/child-names.ts';
import { singledOutChildrenIn } from '../../src/guard/singled-out-children.ts';
import { sentencesOf } from '../../src/guard/text-tokens.ts';
import type { Sentence } from '../../src/guard/words-of-a-sentence.ts';

/** Words that the rules look at longest: names, ages, children, places, events, possessions and marks. */
const piece = fc.constantFrom(
  'Kai',
  'Aisha Khan',
  'Kai’s',
  'mum',
  'the only',
  'one of the two',
  'boy',
  'boys',
  '14 year old',
  'Year 9',
  'in Aston',
  'at Holte School',
  'was excluded',
  'and',
  'of',
  ',',
  '(',
  '-',
  'twins',
  'strategy meeting for',
  'her form tutor',
  'The Begum children',
);

/** A sentence that counts how often one of its words is looked at. */
function counted(sentence: Sentence, looked: { times: number }): Sentence {
  return new Proxy(sentence, {
    get: (target, key, receiver): unknown => {
      if (typeof key === 'string' && /^\d+$/u.test(key)) looked.times += 1;
      return Reflect.get(target, key, receiver);
    },
  });
}

function looksAt(text: string): { readonly words: number; readonly times: number } {
  const looked = { times: 0 };
  const sentences = sentencesOf(text).map((sentence) => counted(sentence, looked));
  childNamesIn(sentences, []);
  singledOutChildrenIn(sentences);
  return { words: sentences.reduce((sum, { length }) => sum + length, 0), times: looked.times };
}

/** How often each word may be looked at, on average: rules look a few words ahead and back, and never through the whole text. */
const mostLooks = 2_500;

describe('the rules for wording', () => {
  it('look at each word a bounded number of times, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 20, maxLength: 400 }), (pieces) => {
        const { words, times } = looksAt(pieces.join(' '));

        expect(times / words).toBeLessThan(mostLooks);
      }),
      { numRuns: 40 },
    );
  });

  it('take about twice the work for twice the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 200, maxLength: 300 }), (pieces) => {
        const text = `${pieces.join(' ')}.\n`;

        const once = looksAt(text).times;
        const twice = looksAt(text + text).times;

        expect(twice).toBeLessThan(once * 2.6);
      }),
      { numRuns: 25 },
    );
  });
});
