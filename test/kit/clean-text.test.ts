import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/kit/clean-text.ts';

const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  maxLength: 200,
});
const nastyText = fc.string({
  unit: fc.constantFrom(
    ...[
      'a',
      'é',
      'e\u0301',
      'ক',
      '্',
      'ر',
      'می',
      '1',
      '#',
      '👩',
      '💻',
      '🏽',
      '❤',
      '🏴',
      '\u{e0067}',
      '\u{e007f}',
    ],
    ...[
      '\ufe0f',
      '\u200d',
      '\u200c',
      '\u200b',
      '\u200f',
      '\u202e',
      '\ufffe',
      '\ud83d',
      '\ude00',
      '\r',
      '\n',
      '\u0000',
      '\u00ad',
      '\u0f73',
    ],
  ),
  maxLength: 40,
});

describe('cleaning text at the door', () => {
  it.each([
    ['a soft line break from Word becomes a line', 'one\u000btwo', 'one\ntwo'],
    ['a Windows line end becomes a line end', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['controls go, tabs stay', 'a\u0000b\u001bc\td\u0090', 'abc\td'],
    ['an override cannot turn a word round', 'safe\u202egnp.exe', 'safegnp.exe'],
    ['an isolate goes', '\u2066x\u2069', 'x'],
    ['non-characters go', 'a\ufffeb\uffffc\ufdd0d\u{1ffff}e', 'abcde'],
    ['half a character goes', 'a\ud83db\ude00c', 'abc'],
    ['two halves with a control between them do not become a character', '\ud83d\u0000\ude00', ''],
    ['a zero-width space cannot split a number', '943\u200b476\u20605919', '9434765919'],
    ['letters and accents are put together', 'Zoe\u0308', 'Zoë'],
    ['accents parted by something unseen are put together', 'Zoe\u200b\u0308', 'Zoë'],
    ['text hidden in tags goes', 'green\u{e0072}\u{e0065}\u{e0064}', 'green'],
  ])('%s', (_name, given, expected) => {
    expect(cleanText(given)).toBe(expected);
  });

  it.each([
    ['a family emoji', '👨‍👩‍👧'],
    ['a heart with its variation selector', '❤️'],
    ['a health worker with a skin tone', '👩🏽‍⚕️'],
    ['the flag of England', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['a keycap', '3️⃣'],
    ['Urdu with a non-joiner', 'نہیں\u200cہے'],
    ['Bengali with a joiner', 'র\u200d্যাব'],
    ['a Hebrew line with a right-to-left mark', 'שלום\u200f (1)'],
    ['words with marks of punctuation', '“Join up” – our offer… £1,200 • ½'],
  ])('%s stays as it was', (_name, text) => {
    expect(cleanText(text)).toBe(text);
  });

  it('gives the same when it is done twice, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, nastyText), (text) => {
        const once = cleanText(text);

        expect(cleanText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves nothing that XML forbids and no half characters, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, nastyText), (text) => {
        const cleaned = cleanText(text);

        expect(cleaned).not.toMatch(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
        expect(cleaned).not.toMatch(
          /\p{Surrogate}|\p{Noncharacter_Code_Point}|[\u202a-\u202e\u2066-\u2069]/u,
        );
        expect(cleaned).toBe(cleaned.normalize('NFC'));
      }),
      { numRuns: 2000 },
    );
  });

  it('changes no ordinary printed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(cleanText(text)).toBe(text);
      }),
    );
  });
});
