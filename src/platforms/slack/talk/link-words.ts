import type { Message } from '../../../messages/message.ts';
import { refusalMessage } from '../../../messages/refusal-message.ts';
import { sentence } from '../../../messages/sentence.ts';
import {
  askToBeLinked,
  confirmLink,
  issueLinkCode,
  redeemLinkCode,
} from '../../../use-cases/link-account.ts';
import type { Actor } from '../../../use-cases/deps.ts';
import type { TalkDeps, Turn } from './talk.ts';
import { emailOf } from './typed-words.ts';

/**
 * True for `link`, `link CODE`, `link code ADDRESS` and `link confirm NAME`, whole: the words by which an account becomes a person's. "Link
 * workers are in place" is an answer.
 */
export function isLinkWords(words: string): boolean {
  return /^link(?:\s+(?:code|confirm)\s+\S+|\s+\S+)?$/i.test(words.trim());
}

/** Answers them; `actor` is null for an account that nobody knows. */
export async function answerLinkWords(
  { deps }: TalkDeps,
  turn: Turn,
  actor: Actor | null,
  words: string,
): Promise<Message> {
  const [, first = '', second = ''] = words.trim().split(/\s+/);
  if (actor) return forKnown(deps, actor, first.toLowerCase(), second);
  const account = { platform: 'slack', tenantId: turn.teamId, userId: turn.userId } as const;
  if (first !== '') {
    const redeemed = await redeemLinkCode(deps, account, first);
    return redeemed.ok
      ? sentence(
          `Welcome, ${redeemed.value.name}. From now on bcp knows you here. Type help to see what you can do.`,
        )
      : refusalMessage(redeemed.error);
  }
  const email = await emailOf(turn.api, turn.userId);
  const asked = email !== '' && (await askToBeLinked(deps, account, email));
  return asked
    ? sentence('The secretariat has been asked to confirm that this is you. You are told here when it has.')
    : sentence(
        'No partnership knows the e-mail address of this Slack account. Please ask the secretariat for a code, and type "/bcp link CODE".',
        'notice',
      );
}

async function forKnown(deps: TalkDeps['deps'], actor: Actor, what: string, name: string): Promise<Message> {
  if (what === 'code' && name !== '') {
    const issued = await issueLinkCode(deps, actor, name);
    return issued.ok
      ? sentence(
          `${issued.value.person.name} can type within ten minutes, once: /bcp link ${issued.value.code}`,
        )
      : refusalMessage(issued.error);
  }
  if (what === 'confirm' && name !== '') {
    const confirmed = await confirmLink(deps, actor, name);
    return confirmed.ok
      ? sentence(`Confirmed: this account is ${confirmed.value.name}'s.`)
      : refusalMessage(confirmed.error);
  }
  return sentence(
    `bcp knows you here already, as ${actor.person.name}. For somebody else: "link code ADDRESS" or "link confirm NAME".`,
  );
}
