import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../../src/kit/printable.ts';
import type { Message } from '../../../src/messages/message.ts';
import { messageCards } from '../../../src/platforms/teams/cards/message-cards.ts';
import { mostBytes, mostUnits, weight } from '../../../src/platforms/teams/cards/card-limits.ts';
import { everyPart, everywhere } from '../../messages/sample-message.ts';
import { anyText, hostileTexts } from '../../support/hostile-text.ts';
import { expectGoodCard, textsOf, wordsOf } from './cards.ts';

const options = { partnershipId: 'p1', dialogs: true };

describe('a message in Teams', () => {
  it('is a good card with every kind of part', () => {
    const cards = messageCards(everyPart, options);

    expect(cards).toHaveLength(1);
    cards.forEach(expectGoodCard);
  });

  it('has every word of the message', () => {
    const words = wordsOf(messageCards(everyPart, options));

    for (const said of [
      'Safe, in November 2026',
      'As of ',
      '3 November',
      'Only you can see this.',
      'The mapping is proposed.',
      'Priya Shah',
      'Inclusive cultures, fewer exclusions',
      'Ask: name a lead director',
      'No update',
      'First point',
      'Figures that moved',
      '65.2%',
      'Three are off track',
      'Stacked columns for October and November.',
      'No change',
    ])
      expect(words).toContain(said);
  });

  it('says each rating as letter, word and colour', () => {
    const [card] = messageCards(everyPart, options);
    const framed = JSON.stringify(card);

    expect(framed).toContain('"R Red"');
    expect(framed).toContain('"style":"attention"');
    expect(framed).toContain('▼ Worse');
  });

  it('draws a chart that has its figures as a table beneath it', () => {
    const drawn = JSON.stringify(messageCards(everyPart, options));

    expect(drawn).toContain('"type":"Chart.HorizontalBar.Stacked"');
    expect(drawn).toContain('"fallback":{"type":"Table"');
  });

  it('says its point to clients without cards and to notifications', () => {
    expect(messageCards(everyPart, options)[0]?.fallbackText).toBe('SAFE: two of six actions are red.');
  });

  it('shows a wide table as lists, since a phone shows three columns', () => {
    const wide: Message = {
      summary: 'Wide.',
      parts: [{ kind: 'table', caption: 'Due', columns: ['A', 'B', 'C', 'D'], rows: [['1', '2', '3', '4']] }],
    };

    const [card] = messageCards(wide, options);

    expect(JSON.stringify(card)).not.toContain('"Table"');
    expect(wordsOf(card)).toMatch(/1 .*B: +2 .*C: +3 .*D: +4/);
  });

  it('looks again how things stand only where it is a prompt', () => {
    expect(messageCards(everyPart, options)[0]?.refresh).toBeUndefined();
    expect(messageCards(everyPart, { ...options, refreshMonth: '2026-11' })[0]?.refresh?.action.data).toEqual(
      {
        bcp: { do: 'look', p: 'p1', month: '2026-11' },
      },
    );
  });
});

describe('any words whatever', () => {
  it.each(hostileTexts)('leave the card good: %j', (text) => {
    messageCards(everywhere(text), options).forEach(expectGoodCard);
  });

  it('make no date function, no mention and no link', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cards = messageCards(everywhere(text), options);

        for (const card of cards) expect(card.msteams.entities).toBeUndefined();
        for (const shown of textsOf(cards)) {
          expect(shown).not.toMatch(/\{\{|\}\}/);
          expect(shown).not.toMatch(/<\/?\s*at\b/i);
        }
        for (const block of textBlocksOf(cards)) {
          expect(block.replace(/\\[\\`*_[\]<>~|#\-+.)]/g, '')).not.toMatch(/[\\`*_[\]<>~|#]/);
        }
      }),
    );
  });

  it('are all there', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const message: Message = { summary: 'x', parts: [{ kind: 'list', items: [text] }] };
        const words = wordsOf(messageCards(message, options));

        expect(words.replace(/\s/g, '')).toContain(printable(text).replace(/[\s\u2060]/g, ''));
      }),
    );
  });
});

describe('a long message', () => {
  const word = fc.stringMatching(/^[a-z{}<*]{1,12}$/);
  const part = (text: string, rows: number): Message['parts'] => [
    { kind: 'text', text: text.repeat(200), tone: 'normal' },
    {
      kind: 'table',
      caption: text,
      columns: ['A', 'B'],
      rows: Array.from({ length: rows }, () => [text, text]),
    },
    {
      kind: 'ratings',
      rows: Array.from({ length: rows }, (_, index) => ({
        code: `IC${index}`,
        title: text,
        rating: 'amber',
        direction: 'worse',
        lines: [text.repeat(50)],
      })),
    },
  ];

  it('is split over as many cards as it takes, each within the limits, and nothing is left out', () => {
    fc.assert(
      fc.property(word, fc.integer({ min: 0, max: 150 }), (text, rows) => {
        const cards = messageCards({ summary: text, parts: part(text, rows) }, options);

        for (const card of cards) {
          expect(weight(card).bytes).toBeLessThanOrEqual(mostBytes);
          expect(weight(card).units).toBeLessThanOrEqual(mostUnits);
        }
        const words = wordsOf(cards).replace(/\s/g, '');
        expect(words.split(text).length - 1).toBeGreaterThanOrEqual(200 + rows * 53);
      }),
      { numRuns: 40 },
    );
  });

  it('says on each card which it is', () => {
    const cards = messageCards({ summary: 'Long.', parts: part('word ', 150) }, options);

    expect(cards.length).toBeGreaterThan(1);
    expect(cards[1]?.fallbackText).toBe(`Long. (2 of ${cards.length})`);
    expect(wordsOf(cards[1])).toContain(`Continued: 2 of ${cards.length}`);
  });

  it('parts even one text without spaces that is longer than a card, and breaks no character', () => {
    const text = '👍🏽'.repeat(20_000);
    const cards = messageCards({ summary: 'x', parts: [{ kind: 'text', text, tone: 'notice' }] }, options);

    cards.forEach(expectGoodCard);
    expect(wordsOf(cards).split('👍').length - 1).toBe(20_000);
    expect(JSON.stringify(cards)).not.toMatch(/\\ud[89a-f]/i);
  });
});

function textBlocksOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textBlocksOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'TextBlock' && 'text' in value ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap(textBlocksOf)];
}

describe('a row of buttons', () => {
  it.each([1, 6, 7, 13])('with %i of them is a good card, and none is hidden', (count) => {
    const buttons = Array.from({ length: count }, (_, number) => ({
      label: `Choice ${number}`,
      press: { verb: 'help' as const },
      style: 'normal' as const,
    }));

    const cards = messageCards({ summary: 'Choose.', parts: [{ kind: 'buttons', buttons }] }, options);

    cards.forEach(expectGoodCard);
    for (const { label } of buttons) expect(wordsOf(cards)).toContain(label);
  });
});
