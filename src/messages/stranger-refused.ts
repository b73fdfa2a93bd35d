import type { Message } from './message.ts';
import { sentence } from './sentence.ts';

/** How an account becomes known by itself, in the words of its platform. */
export interface Linking {
  /** e.g. `Slack account`. */
  readonly account: string;
  /** What is typed for it, e.g. `/bcp link`. */
  readonly typed: string;
}

/**
 * Tells somebody who is not on a partnership's list whom to ask. `here`: the partnerships that work where they wrote. `linking`: how they
 * become known without being asked for; null where there is no such way.
 */
export function strangerRefused(
  here: readonly { readonly partnership: string; readonly secretariat: readonly string[] }[],
  linking: Linking | null = null,
): Message {
  const unknown =
    linking === null
      ? 'I do not know you yet, so I can show you nothing.'
      : `bcp does not know this ${linking.account} yet, so it can show you nothing.`;
  const asked = `Please ask ${whomToAsk(here)} to add you.`;
  const linked =
    linking === null
      ? ''
      : ` If you are an action owner or board member, type "${linking.typed}" and the secretariat is asked to confirm you, or "${linking.typed} CODE" with the code it gave you.`;
  return sentence(`${unknown} ${asked}${linked}`, 'notice');
}

function whomToAsk(
  here: readonly { readonly partnership: string; readonly secretariat: readonly string[] }[],
): string {
  if (here.length === 0) return 'the secretariat of your partnership';
  const whom = here.map(({ partnership, secretariat }) =>
    secretariat.length === 0
      ? `the secretariat of ${partnership}`
      : `${secretariat.join(' or ')}, secretariat of ${partnership}`,
  );
  return `${whom.join(', or ')},`;
}
