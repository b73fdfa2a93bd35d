import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIn, type Findings } from '../../src/replies/findings.ts';
import { readContent } from '../../src/replies/reply-content.ts';
import { readReply } from '../../src/replies/read-reply.ts';
import type { ReplyReading } from '../../src/replies/reply-reading.ts';
import type { Token } from '../../src/replies/tokens.ts';
import { askedSets } from './asked-sets.ts';
import { allReplies } from './corpus.ts';
import { contextOf, inShort, readCase } from './reply-case.ts';

const everything = {
  ...contextOf({ asked: 'everything', knows: 'people' }),
  asked: Object.values(askedSets).flat(),
};
const askedCodes = new Set(everything.asked.map(({ code }) => code));
const aReply = fc.constantFrom(...allReplies);

/** Pieces that people and machines put into messages, in any order. */
const piece = fc.constantFrom(
  ...'red amber green R A G not was will now sorry actually IC1 SA3 JO1 I05 I25 61.2% 43 <5 32/52 Oct Q2 2025/26 all except rest same no change by until : - , . ( ) * _ ~ > < | / ? ! \n " & &lt; <@U123> <at>x</at> 🔴 ✅ :red_circle: on leave back Friday ask Priya board to agree target from to of and but https://x.org/a'.split(
    ' ',
  ),
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ')),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
);

describe('reading any text', () => {
  it('never fails, and only ever speaks of what was asked', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readReply(text, everything);

        expect(codesIn(reading).filter((code) => !askedCodes.has(code))).toEqual([]);
        expect(reading.confirm).toBe(reading.question !== null);
      }),
      { numRuns: 600 },
    );
  });

  it('gives every action and measure at most one reading', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { updates, measures } = readReply(text, everything);
        const codes = [...updates, ...measures].map(({ code }) => code);

        expect(new Set(codes).size).toBe(codes.length);
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same when it is read twice, and when the cleaned words are read again', () => {
    fc.assert(
      fc.property(aReply, (reply) => {
        const first = readCase(reply);

        expect(readCase(reply)).toEqual(first);
        expect(inShort(readCase({ ...reply, text: first.narrative }))).toEqual(inShort(first));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the same words in other clothes', () => {
  const changes: readonly (readonly [string, (text: string) => string])[] = [
    ['in capitals', (text) => text.toUpperCase()],
    ['in small letters', (text) => text.toLowerCase()],
    ['with more blanks', (text) => `  ${text.replace(/ /g, '   ')} `],
    ['with hard blanks', (text) => text.replace(/ /g, '\u00a0')],
    ['with curly quotation marks', (text) => text.replace(/'/g, '’')],
  ];

  it.each(changes)('read the same %s', (_how, change) => {
    for (const reply of allReplies) {
      const changed = readCase({ ...reply, text: change(reply.text) });

      expect([reply.text, ...summary(changed)]).toEqual([reply.text, ...summary(readCase(reply))]);
    }
  });

  const plain = allReplies.filter(({ text }) => /^[\p{L}\d%.,' -]+$/u.test(text) && /^\p{L}|^\d/u.test(text));
  const marks: readonly (readonly [string, (text: string) => string])[] = [
    ['in bold', (text) => `*${text}*`],
    ['in bold for Teams', (text) => `<p><strong>${text}</strong></p>`],
    ['in italics', (text) => `_${text}_`],
    ['in a paragraph', (text) => `<div>${text}<br></div>`],
    ['addressed to the bot', (text) => `<@U0BCPBOT1> ${text}`],
    ['addressed to the bot in Teams', (text) => `<at>BCP</at> ${text}`],
    ['below the question it answers', (text) => `&gt; How are your actions? Red, amber or green?\n${text}`],
  ];

  it.each(marks)('read the same %s', (_how, change) => {
    expect(plain.length).toBeGreaterThan(400);
    for (const reply of plain) {
      const changed = readCase({ ...reply, text: change(reply.text) });

      expect([reply.text, ...summary(changed)]).toEqual([reply.text, ...summary(readCase(reply))]);
    }
  });
});

describe('a sentence about something else', () => {
  const unrelated = [
    'The hall was booked for Thursday evening.',
    'Parents told us they liked the new leaflet.',
    'Amber Jones chaired the session at Hall Green library.',
    'We spent £1,200 on transport.',
    'Lots of red tape, but the Green Lane centre is open again.',
    'Training went well and 14 people came.',
    'Thank you to everybody who helped.',
  ];

  it('never changes a rating', () => {
    for (const reply of allReplies) {
      for (const sentence of unrelated) {
        const before = readCase(reply).updates;

        const after = readCase({ ...reply, text: `${reply.text}\n${sentence}` }).updates;

        expect([reply.text, sentence, after]).toEqual([reply.text, sentence, before]);
      }
    }
  });
});

describe('the work that a text takes', () => {
  const seeds = [
    'red ',
    '1 ',
    'IC1 green ',
    '61% I05 ',
    'not ',
    'was not ',
    '(',
    '- ',
    'no change ',
    'Oct 61.2% ',
    'all ',
    'one hundred and ',
    'a',
    '.',
    ',',
    'Amber, 61.2% in Oct. ',
    'IC1, ',
    'green for ',
    'ask Priya ',
    'up from ',
  ];

  it.each(seeds)('grows no faster than the text when “%s” is said again and again', (seed) => {
    const short = lookUps(seed.repeat(Math.ceil(1000 / seed.length)));
    const long = lookUps(seed.repeat(Math.ceil(4000 / seed.length)));

    expect(long).toBeLessThan(short * 6 + 20_000);
  });
});

/** How often a word of the text is looked at while its ratings and figures are read. */
function lookUps(text: string): number {
  let count = 0;
  const findings = findIn(text, everything);
  const counted = new Proxy<readonly Token[]>(findings.passage.tokens, {
    get: (tokens, key, receiver): unknown => {
      count += 1;
      return Reflect.get(tokens, key, receiver);
    },
  });
  const watched: Findings = { ...findings, passage: { ...findings.passage, tokens: counted } };
  readContent(watched, everything);
  return count;
}

function codesIn(reading: ReplyReading): readonly string[] {
  const questions = reading.question === null ? [] : [reading.question, ...reading.furtherQuestions];
  const applied = questions.flatMap(({ options }) => options.map(({ apply }) => apply));
  return [reading, ...applied].flatMap(({ updates, measures }) =>
    [...updates, ...measures].map(({ code }) => code),
  );
}

/** All of a reading but the words themselves, whose capitals and blanks are the writer's. */
function summary(reading: ReplyReading): readonly unknown[] {
  const { intent, confirm, away, deferUntil, delegate } = reading;
  return [intent, confirm, away, deferUntil, delegate, ...inShort(reading)];
}
