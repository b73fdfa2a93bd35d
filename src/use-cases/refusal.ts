/** Expected trouble, with words for the person. Nothing was stored. */
export interface Refusal {
  readonly kind: 'not_allowed' | 'not_found' | 'invalid' | 'closed' | 'conflict';
  /** A whole sentence: what is wrong and what would be right. */
  readonly words: string;
  readonly problems: readonly { readonly field: string; readonly words: string }[];
}

export function refusal(kind: Refusal['kind'], words: string, problems: Refusal['problems'] = []): Refusal {
  return { kind, words, problems };
}
