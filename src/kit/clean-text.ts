/**
 * Text as it may enter: well-formed, in NFC, with line ends as `\n`, and with nothing in it that cannot be seen or that
 * turns what is seen around. Applied once at every door, so that any text survives chat, XML and CSV alike
 * (XML 1.0 allows no control, U+FFFE or U+FFFF: https://www.w3.org/TR/xml/#charsets). Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  // Lone surrogates go first: taking out what stands between two halves would join them into a new character.
  const wellFormed = text.replace(/\p{Surrogate}/gu, '');
  const lines = wellFormed.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n');
  return visibleOnly(lines.normalize('NFC').replace(unwanted, ''));
}

/** Taking one sign out can take the reason for another away, or bring two accents together, so it goes on until all is quiet. */
function visibleOnly(text: string): string {
  const visible = withoutDirectionMarks(text.replace(ignorable, keepWhatIsNeeded)).normalize('NFC');
  return visible === text ? text : visibleOnly(visible);
}

/** C0 and C1 controls but `\n` and `\t`, bidirectional embeddings, overrides and isolates, non-characters, annotation marks. */
const unwanted =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufff9-\ufffc]|\p{Noncharacter_Code_Point}/gu;

/** Scripts in which a joiner or non-joiner changes how a word is spelt: Urdu, Bengali and the other scripts of the city. */
const joiningScripts =
  '\\p{scx=Arab}\\p{scx=Beng}\\p{scx=Deva}\\p{scx=Gujr}\\p{scx=Guru}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Orya}\\p{scx=Syrc}\\p{scx=Mymr}\\p{scx=Khmr}';

/**
 * Everything that takes no room on the screen. The named group is what has a job there: a joiner inside a word of a
 * joining script or inside an emoji, an emoji's variation selector, and the tags that spell the flag of England.
 */
const ignorable = new RegExp(
  [
    '(?<needed>',
    `(?<=[${joiningScripts}])(?<![\\u200c\\u200d])[\\u200c\\u200d]`,
    '|(?<=[\\p{ExtPict}\\p{EMod}]|\\p{ExtPict}\\ufe0f)\\u200d(?=\\p{ExtPict})',
    '|(?<=\\p{Emoji})[\\ufe0e\\ufe0f]',
    '|\\u{1f3f4}[\\u{e0020}-\\u{e007e}]{1,6}\\u{e007f}',
    '|[\\u200e\\u200f\\u061c]',
    ')|\\p{Default_Ignorable_Code_Point}',
  ].join(''),
  'gu',
);

function keepWhatIsNeeded(match: string, needed: string | undefined): string {
  return needed === undefined ? '' : match;
}

/** Left-to-right and right-to-left marks order a line that mixes directions; elsewhere they only split words unseen. */
function withoutDirectionMarks(text: string): string {
  return /[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}]/u.test(
    text.replace(/[\u200e\u200f\u061c]/gu, ''),
  )
    ? text
    : text.replace(/[\u200e\u200f\u061c]/gu, '');
}
