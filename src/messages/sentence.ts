import type { Message } from './message.ts';

/** A message that is one sentence. */
export function sentence(words: string, tone: 'normal' | 'quiet' | 'notice' = 'normal'): Message {
  return { summary: words, parts: [{ kind: 'text', text: words, tone }] };
}
