import type { Message } from './message.ts';
import { sentence } from './sentence.ts';

/** Tells somebody who is not on a partnership's list whom to ask. `here`: the partnerships that work where they wrote. */
export function strangerRefused(
  here: readonly { readonly partnership: string; readonly secretariat: readonly string[] }[],
): Message {
  if (here.length === 0)
    return sentence(
      'I do not know you yet, so I can show you nothing. Please ask the secretariat of your partnership to add you.',
      'notice',
    );
  const whom = here.map(({ partnership, secretariat }) =>
    secretariat.length === 0
      ? `the secretariat of ${partnership}`
      : `${secretariat.join(' or ')}, secretariat of ${partnership}`,
  );
  return sentence(
    `I do not know you yet, so I can show you nothing. Please ask ${whom.join(', or ')}, to add you.`,
    'notice',
  );
}
