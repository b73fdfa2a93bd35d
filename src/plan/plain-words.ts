/**
 * A text as plain words: small letters, no accents, no punctuation; a month such as `2026-10` stays whole. `What's SAFE?` is
 * `whats`, `safe`. Never throws, whatever the text.
 */
export function plainWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`]/gu, '')
    .split(/[^\p{L}\p{N}-]+/u)
    .flatMap((word) => (isoMonth.test(word) ? [word] : word.split('-')))
    .filter((word) => word !== '');
}

/** The same words as one phrase, for comparing names. */
export function plainPhrase(text: string): string {
  return plainWords(text).join(' ');
}

const isoMonth = /^\d{4}-(0[1-9]|1[0-2])$/;
