import { sentence } from '../../../messages/sentence.ts';
import type { Message } from '../../../messages/message.ts';
import type { Actor, Deps } from '../../../use-cases/deps.ts';
import { auditBy } from '../../../use-cases/audit-facts.ts';
import { actorsOfAccount } from '../../../use-cases/who-is.ts';

export type Speaker =
  | { readonly kind: 'known'; readonly actor: Actor; readonly words: string }
  /** Known in several partnerships, and it is not clear which is meant. */
  | { readonly kind: 'which'; readonly say: Message }
  | { readonly kind: 'unknown'; readonly say: Message };

/**
 * Who an account is. `partnershipId` is that of the button or form, when there is one; words may begin with a partnership's code
 * (`solihull status`) where somebody is in several.
 */
export async function whoSpeaks(
  deps: Deps,
  account: { readonly teamId: string; readonly userId: string },
  words: string,
  partnershipId: string | null,
): Promise<Speaker> {
  const actors = await actorsOfAccount(deps, 'slack', account.teamId, account.userId);
  const [first, ...others] = actors;
  if (!first) return { kind: 'unknown', say: unknownMessage };
  if (partnershipId !== null) {
    const actor = actors.find((each) => each.partnershipId === partnershipId);
    return actor ? { kind: 'known', actor, words } : { kind: 'unknown', say: unknownMessage };
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

const unknownMessage = sentence(
  'bcp does not know this Slack account yet. If you are an action owner or board member, type "/bcp link" and the secretariat is asked to confirm you, or "/bcp link CODE" with the code it gave you.',
  'notice',
);

/** Somebody nobody knows was turned away: written down, without a word of what they typed. */
export async function noteStranger(deps: Deps, teamId: string): Promise<void> {
  for (const { id } of await deps.store.partnerships()) {
    await deps.store
      .in(id)
      .transact((records) =>
        records.audit.append(auditBy(deps, null, 'slack', 'stranger_refused', `slack:${teamId}`)),
      );
  }
}

/** The e-mail address by which the partnership knows the person behind an account; the account's id when nobody knows it. */
export async function addressOfAccount(deps: Deps, teamId: string, userId: string): Promise<string> {
  const [actor] = await actorsOfAccount(deps, 'slack', teamId, userId);
  return actor?.person.email ?? userId;
}
