import { describe, expect, test } from 'vitest';
import { escapeMarkup, printable } from '../../src/kit/printable.ts';

describe('text that can be shown', () => {
  test.each([
    ['keeps words, emoji and scripts of every kind', 'Zoë 👨‍👩‍👧 اردو বাংলা ½', 'Zoë 👨‍👩‍👧 اردو বাংলা ½'],
    ['keeps tabs, and writes every line break the same way', 'a\tb\r\nc\rd', 'a\tb\nc\nd'],
    ['drops what steers a terminal', 'a\u001B[31mb\u0007\u009Bc', 'a[31mbc'],
    ['drops what turns text backwards', 'a\u202Eb\u2067c', 'abc'],
    ['drops what is no character', 'a\uFFFEb\uFDD0c\u{1FFFF}d', 'abcd'],
    ['marks half of a pair', 'a\uD83Db', 'a\uFFFDb'],
  ])('%s', (_, given, shown) => {
    expect(printable(given)).toBe(shown);
  });

  test('in mark-up it opens nothing and closes nothing', () => {
    expect(escapeMarkup('<a href="x" id=\'y\'>&amp;\u0000</a>')).toBe(
      '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
    );
  });
});
