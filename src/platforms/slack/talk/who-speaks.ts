import { sentence } from '../../../messages/sentence.ts';
import type { Message } from '../../../messages/message.ts';
import type { Actor, Deps } from '../../../use-cases/deps.ts';
import { strangerRefused } from '../../../messages/stranger-refused.ts';
import { refuseStranger } from '../../../use-cases/refuse-stranger.ts';
import { actorsOfAccount } from '../../../use-cases/who-is.ts';
import { isLinkWords } from './link-words.ts';
import type { Turn } from './talk.ts';

export type Speaker =
  | { readonly kind: 'known'; readonly actor: Actor; readonly words: string }
  /** Known in several partnerships, and it is not clear which is meant. */
  | { readonly kind: 'which'; readonly say: Message }
  /** Turned away, and written down without a word of what they typed. */
  | { readonly kind: 'unknown'; readonly say: Message };

type Account = Pick<Turn, 'teamId' | 'userId' | 'heardIn'>;

/**
 * Who an account is. `partnershipId` is that of the button or form, when there is one; words may begin with a partnership's code
 * (`solihull status`) where somebody is in several.
 */
export async function whoSpeaks(
  deps: Deps,
  account: Account,
  words: string,
  partnershipId: string | null,
): Promise<Speaker> {
  const actors = await actorsOfAccount(deps, 'slack', account.teamId, account.userId);
  const [first, ...others] = actors;
  // Who asks to be linked is not turned away: those words are answered by themselves.
  if (!first && partnershipId === null && isLinkWords(words))
    return { kind: 'unknown', say: strangerRefused([], linking) };
  if (!first) return unknown(deps, account, partnershipId);
  if (partnershipId !== null) {
    const actor = actors.find((each) => each.partnershipId === partnershipId);
    return actor ? { kind: 'known', actor, words } : unknown(deps, account, partnershipId);
  }
  if (others.length === 0) return { kind: 'known', actor: first, words };
  return among(deps, actors, words);
}

async function among(deps: Deps, actors: readonly Actor[], words: string): Promise<Speaker> {
  const partnerships = await deps.store.partnerships();
  const [start = '', ...rest] = words.trim().split(/\s+/);
  const wanted = partnerships.find(
    ({ code }) => code.toLowerCase() === start.toLowerCase().replace(/:$/, ''),
  );
  const actor = actors.find((each) => each.partnershipId === wanted?.id);
  if (actor) return { kind: 'known', actor, words: rest.join(' ') };
  const own = partnerships.filter(({ id }) => actors.some((each) => each.partnershipId === id));
  const list = own.map(({ name, code }) => `${name}: begin with "${code}"`).join('; ');
  return {
    kind: 'which',
    say: sentence(`You are in several partnerships. ${list}. For example: ${own[0]?.code ?? ''} status`),
  };
}

const linking = { account: 'Slack account', typed: '/bcp link' };

async function unknown(
  deps: Deps,
  { teamId, userId, heardIn }: Account,
  partnershipId: string | null,
): Promise<Speaker> {
  const account = { platform: 'slack', tenantId: teamId, accountId: userId, heardIn, partnershipId } as const;
  return { kind: 'unknown', say: await refuseStranger(deps, account, linking) };
}

/** The e-mail address by which the partnership knows the person behind an account; the account's id when nobody knows it. */
export async function addressOfAccount(deps: Deps, teamId: string, userId: string): Promise<string> {
  const [actor] = await actorsOfAccount(deps, 'slack', teamId, userId);
  return actor?.person.email ?? userId;
}
