import { failure, success, type Result } from '../../kit/result.ts';

/** What somebody typed into a number field. */
export type TypedFigure =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'few' }
  | { readonly kind: 'number'; readonly value: number };

const number = /^[+\-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$|^[+\-−]?\.\d+$/;
const few = /^(?:<|under|fewer than|less than)\s*(\d+|five|ten)$/i;
/** "Fewer than" some number up to this one hides a small count; beyond it somebody guesses at a large one. */
const smallest = 10;

/** Reads `61.2`, `61.2%`, `1,204`, `−0.24`, `<5`; empty is nothing. Anything else is said back with what would be right. */
export function readFigure(text: string): Result<TypedFigure, string> {
  const trimmed = text.trim();
  if (trimmed === '') return success({ kind: 'nothing' });
  const bound = few.exec(trimmed)?.[1];
  if (bound !== undefined && boundOf(bound) <= smallest) return success({ kind: 'few' });
  const bare = trimmed.replace(/\s*(?:%|per ?cent)$/i, '');
  if (!number.test(bare)) {
    return failure(
      `"${trimmed}" is not a number bcp can read. Write it like 61.2 or 1,204, or <5 for fewer than five.`,
    );
  }
  return success({ kind: 'number', value: Number(bare.replaceAll(',', '').replace('−', '-')) });
}

function boundOf(words: string): number {
  switch (words.toLowerCase()) {
    case 'five':
      return 5;
    case 'ten':
      return 10;
    default:
      return Number(words);
  }
}
