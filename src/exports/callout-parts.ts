import type { Block } from '../documents/document.ts';

/** A callout in the parts that every page sets apart. */
export interface CalloutParts {
  /** What is said beside the rating, such as the organisation and last month; empty = nothing. */
  readonly lead: string;
  /** The other lines; `label` is "Path to green:" and the like, or empty. */
  readonly lines: readonly { readonly label: string; readonly text: string }[];
}

/** "Path to green: …": a line that starts with a few words and a colon is set with its label at the left. */
const labelled = /^(\p{Lu}[\p{L} ’']{1,28}:) (\S.*)$/u;

export function calloutParts({ text, rating }: Extract<Block, { kind: 'callout' }>): CalloutParts {
  const lines = text.split('\n').filter((line) => line !== '');
  const [first] = lines;
  const hasLead = rating !== null && first !== undefined && !labelled.test(first);
  return {
    lead: hasLead ? first : '',
    lines: (hasLead ? lines.slice(1) : lines).map((line) => {
      const [, label, rest] = labelled.exec(line) ?? [];
      return label === undefined || rest === undefined ? { label: '', text: line } : { label, text: rest };
    }),
  };
}
