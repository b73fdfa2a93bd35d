import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWords, type Message, type MessagePart } from '../../../src/messages/message.ts';
import type { Block } from '../../../src/platforms/slack/render/blocks.ts';
import { assertSlackMessage, PayloadMistake } from '../../../src/platforms/slack/render/check-payload.ts';
import { slackLimits } from '../../../src/platforms/slack/render/limits.ts';
import { pressFromValue } from '../../../src/platforms/slack/render/press-value.ts';
import { messagePages } from '../../../src/platforms/slack/render/render-message.ts';
import { splitText, weightOf } from '../../../src/platforms/slack/render/words.ts';
import { printable } from '../../../src/kit/printable.ts';
import { shownRatingsForTests } from './shown-ratings.ts';
import { everyPart } from '../../messages/sample-message.ts';
import { anyText, hostileTexts } from '../../support/hostile-text.ts';

const options = { partnershipId: 'p1' };

/** Every text that stands anywhere in the blocks. */
function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    (name === 'text' || name === 'alt_text') && typeof inner === 'string' ? [inner] : textsOf(inner),
  );
}

function allBlocks(message: Message): readonly Block[] {
  return messagePages(message, options).flatMap(({ blocks }) => blocks);
}

const largest: Message = {
  summary: 'The whole plan: 60 actions and 200 measures.',
  parts: [
    { kind: 'heading', text: 'The whole plan '.repeat(20) },
    {
      kind: 'ratings',
      rows: Array.from({ length: 60 }, (_, index) => ({
        code: `IC${index}`,
        title: `ایک بہت لمبا عنوان ${'শিশুদের জন্য '.repeat(8)}`,
        rating: shownRatingsForTests[index % shownRatingsForTests.length]!,
        direction: 'worse' as const,
        lines: [`🚦 ${'আমরা চেষ্টা করছি '.repeat(40)}`, 'Path to green: panel restarts'],
      })),
    },
    {
      kind: 'table',
      caption: 'All measures',
      columns: ['Measure', 'Period', 'Figure', 'Target'],
      rows: Array.from({ length: 200 }, (_, index) => [
        `I${index} ${'a long measure label '.repeat(4)}`,
        'Autumn term 2026',
        '61.2%',
        '58.7%',
      ]),
    },
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'A label that nobody could read on a button because it goes on and on and on and on',
          press: { verb: 'status', words: 'safe' },
          style: 'normal',
        },
        {
          label: 'Undo',
          press: {
            verb: 'undo',
            month: '2026-11',
            codes: Array.from({ length: 260 }, (_, index) => `MEASURE${index}`),
          },
          style: 'normal',
        },
      ],
    },
  ],
};

describe('a message in Slack', () => {
  it('is within every limit of Slack with the largest plausible plan, and every word is there', () => {
    const pages = messagePages(largest, options);

    pages.forEach(assertSlackMessage);
    const texts = textsOf(pages.map(({ blocks }) => blocks)).join('');
    for (let index = 0; index < 60; index += 1) expect(texts).toContain(`IC${index} `);
    for (let index = 0; index < 200; index += 1) expect(texts).toContain(`I${index} a long measure label`);
    expect(texts.match(/আমরা চেষ্টা করছি /g)).toHaveLength(60 * 40);
    expect(texts).toContain(
      'A label that nobody could read on a button because it goes on and on and on and on',
    );
  });

  it('carries an Undo of very many codes in several buttons that name each code once', () => {
    const values = allBlocks(largest).flatMap((block) =>
      block.type === 'actions' ? block.elements.map(({ value }) => pressFromValue(value)) : [],
    );

    const undone = values.flatMap((value) => (value?.press.verb === 'undo' ? value.press.codes : []));
    expect(undone).toEqual(Array.from({ length: 260 }, (_, index) => `MEASURE${index}`));
  });

  it('shows every kind of part, with the data of a figure where there is no picture', () => {
    const pages = messagePages(everyPart, options);

    pages.forEach(assertSlackMessage);
    const texts = textsOf(pages.map(({ blocks }) => blocks)).join('\n');
    for (const words of [
      'Safe, in November 2026',
      'Priya Shah',
      'Red',
      'IC5',
      'Worse',
      'First point',
      'First-time entrants',
      'Oct 26',
      'No change',
    ])
      expect(texts).toContain(words);
  });

  it('shows a figure as its picture with the words for those who cannot see it, once the picture is in Slack', () => {
    const blocks = messagePages(everyPart, { ...options, pictureOf: () => 'F1' }).flatMap(
      (page) => page.blocks,
    );

    expect(blocks).toContainEqual({
      type: 'image',
      slack_file: { id: 'F1' },
      alt_text: 'Stacked columns for October and November.',
      title: { type: 'plain_text', text: 'Three are off track', emoji: false },
    });
  });

  it('says a rating as a word beside its colour', () => {
    const texts = textsOf(allBlocks(everyPart));

    expect(texts).toContain('🔴 Red  IC5 ');
  });

  it('puts no word of a person where Slack reads mark-up, whatever the word is', () => {
    for (const hostile of hostileTexts) {
      const pages = messagePages(
        { summary: hostile, parts: [{ kind: 'text', text: hostile, tone: 'normal' }] },
        options,
      );

      pages.forEach(assertSlackMessage);
      expect(JSON.stringify(pages)).not.toContain('mrkdwn');
    }
  });

  it('keeps every letter of any text in any part, within the limits', () => {
    const part = fc.oneof<fc.Arbitrary<MessagePart>[]>(
      anyText.map((text) => ({ kind: 'heading', text })),
      fc
        .tuple(anyText, fc.constantFrom('normal' as const, 'quiet' as const, 'notice' as const))
        .map(([text, tone]) => ({ kind: 'text', text: text.repeat(30), tone })),
      fc.array(anyText, { maxLength: 5 }).map((items) => ({ kind: 'list', items })),
      fc
        .array(fc.tuple(anyText, anyText), { maxLength: 5 })
        .map((facts) => ({ kind: 'facts', facts: facts.map(([label, value]) => ({ label, value })) })),
      anyText.map((text) => ({
        kind: 'table',
        caption: text,
        columns: ['One', text],
        rows: [[text.repeat(50), text], [text]],
      })),
    );
    fc.assert(
      fc.property(anyText, fc.array(part, { maxLength: 6 }), (summary, parts) => {
        const pages = messagePages({ summary, parts }, options);

        pages.forEach(assertSlackMessage);
        const shown = textsOf(pages.map(({ blocks }) => blocks))
          .join('')
          .replace(/\s/g, '');
        for (const each of parts) {
          const words =
            each.kind === 'heading' ? each.text : each.kind === 'text' ? plainWords(each.text) : '';
          expect(shown).toContain(printable(words).replace(/\s/g, ''));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('splits text into pieces that together are the text, each within its measure', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.string({ maxLength: 400 })),
        fc.integer({ min: 12, max: 80 }),
        (text, most) => {
          const pieces = splitText(text, most);

          expect(pieces.join('')).toBe(printable(text));
          expect(pieces.every((piece) => piece.length <= most)).toBe(true);
        },
      ),
    );
  });

  it('counts a letter of another script as Slack may count it at its heaviest', () => {
    expect(weightOf('abc')).toBe(5);
    expect(weightOf('আ')).toBe(8);
  });
});

describe('the check before sending', () => {
  const fine = { text: 'Hello', blocks: [{ type: 'divider' }] };

  it.each([
    ['mark-up in the text', { ...fine, text: 'Hello <!channel>' }],
    ['an ampersand that is not escaped', { ...fine, text: 'R&D' }],
    ['no blocks', { ...fine, blocks: [] }],
    ['51 blocks', { ...fine, blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) }],
    ['a block that Slack does not know', { ...fine, blocks: [{ type: 'nonsense' }] }],
    ['mrkdwn', { ...fine, blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*x*' } }] }],
    [
      'a header of 151 characters',
      {
        ...fine,
        blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151), emoji: false } }],
      },
    ],
    [
      'more than Slack takes in one message',
      {
        ...fine,
        blocks: Array.from({ length: 6 }, () => ({
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x'.repeat(2_500) }] }],
        })),
      },
    ],
    [
      'two tables',
      {
        ...fine,
        blocks: Array.from({ length: 2 }, () => ({
          type: 'table',
          rows: [[{ type: 'raw_text', text: 'x' }]],
          column_settings: [],
        })),
      },
    ],
  ])('refuses %s', (_what, payload) => {
    expect(() => assertSlackMessage(payload)).toThrow(PayloadMistake);
  });

  it('knows the limits it was written for', () => {
    expect(slackLimits).toMatchObject({
      messageBlocks: 50,
      viewBlocks: 100,
      header: 150,
      buttonText: 75,
      optionText: 75,
    });
  });
});
