import fc from 'fast-check';

/** Words that have broken pages, tables, chats, terminals and spreadsheets, beside words that must survive. */
export const hostileTexts = [
  '<script>alert(1)</script>',
  '</style></title><img src=x onerror=alert(1)>',
  '<b>bold</b> &amp; &lt; & "quoted" \'single\'',
  ']]> --> <!-- <?xml ?>',
  '{{DATE()}} ${x} %s {0}',
  '<!channel> <@U123> <https://evil.example|council.gov.uk>',
  '[link](javascript:alert(1)) ![x](y) <at>everyone</at> @here',
  '# heading\n- list\n1. one\n> quote\n| a | b |\n|---|---|\n```\ncode',
  '*bold* _italic_ ~~gone~~ `code` \\ \\| a|b',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '＝1+1',
  '\t=1+1',
  '\n=1+1',
  ' \u00A0=1+1',
  '\u0000=1+1',
  'bell\u0007 escape\u001B[31m red\u001B[0m del\u007F c1\u009B31m',
  'half \uD83D of a pair, \uFFFE and \uFFFF',
  'turned \u202Etxet\u202C and \u2066isolated\u2069',
  'family 👨‍👩‍👧‍👦 flag 🇬🇧 thumbs 👍🏽',
  'اردو میں ایک جملہ',
  'বাংলায় একটি বাক্য',
  'ਪੰਜਾਬੀ ਵਿੱਚ',
  'Zażółć gęślą jaźń, naïve café',
  'line one\r\nline two\rline three\n\nline five',
  'averyveryverylongwordwithoutanyspaceinitthatdoesnotfitintoanycolumnofanytableonanypage'.repeat(3),
  '   ',
  '',
];

/** Anything a person or a program could put into a text field. */
export const anyText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.constantFrom(...hostileTexts), { minLength: 2, maxLength: 3 }).map((texts) => texts.join(' ')),
);
