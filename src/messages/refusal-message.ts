import type { Message } from './message.ts';

/**
 * Says that something was not done: what is wrong and what would be right, and each problem by itself where there are several. Nothing
 * was stored.
 */
export function refusalMessage(refusal: {
  readonly words: string;
  readonly problems?: readonly { readonly field: string; readonly words: string }[];
}): Message {
  const others = (refusal.problems ?? []).filter(({ words }) => words !== refusal.words);
  return {
    summary: refusal.words,
    parts: [
      { kind: 'text', text: refusal.words, tone: 'notice' },
      ...(others.length === 0
        ? []
        : [
            { kind: 'list' as const, items: others.map(({ field, words }) => `${subjectOf(field)}${words}`) },
          ]),
    ],
  };
}

/** `IC5.pathToGreen` is about IC5; a field without a dot is about the whole. */
function subjectOf(field: string): string {
  const [code = '', rest] = field.split('.');
  return rest === undefined || code === '' ? '' : `${code}: `;
}
