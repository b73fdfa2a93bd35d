import type { Message } from '../../messages/message.ts';
import type { PlatformName } from '../../plan/people.ts';
import type { Actor, Deps } from '../deps.ts';
import { statusAt } from '../show-status.ts';
import { actorsAt } from '../who-is.ts';
import { pageOf } from './answer-status.ts';
import { commandWords } from './run-command.ts';

/** Whose account of which platform asks. */
export interface Asker {
  readonly platform: PlatformName;
  readonly tenantId: string;
  readonly accountId: string;
}

export interface StatusAtOnce {
  readonly partnershipId: string;
  /** While nothing happens, the same object for the same words. */
  readonly page: Message;
}

interface StatusAsked {
  readonly words: string;
  /** Without the word status: whoever is asked for updates may have meant one. */
  readonly isBare: boolean;
}

/** What is asked for when a command is nothing but a request for a status; null when it is, or may be, something else. */
export function statusAskedFor(words: string): StatusAsked | null {
  const [first = '', ...rest] = words.trim().split(/\s+/);
  const command = first.toLowerCase();
  if (command === 'status') return { words: rest.join(' '), isBare: false };
  const isOther = command === '' || command === 'link' || commandWords.includes(command);
  return isOther ? null : { words: words.trim(), isBare: true };
}

/**
 * The status for somebody of whom there is no doubt who they are: in one look at the version of what is stored, and mostly without reading
 * anything. Null for strangers, for people without a role, for those in several partnerships and for owners who did not say that they mean
 * a status: there is more to be said to them.
 */
export async function statusAtOnce(
  deps: Deps,
  asker: Asker,
  asked: StatusAsked,
): Promise<StatusAtOnce | null> {
  const heads = await deps.store.auditHeads();
  const [actor, ...others] = await actorsAt(deps, heads, asker.platform, asker.tenantId, asker.accountId);
  if (!actor || others.length > 0 || actor.roles.length + actor.coversFor.length === 0) return null;
  if (asked.isBare && mayAnswer(actor)) return null;
  return {
    partnershipId: actor.partnershipId,
    page: pageOf(await statusAt(deps, heads, actor, asked.words)),
  };
}

function mayAnswer({ roles, coversFor }: Actor): boolean {
  return coversFor.length > 0 || roles.some(({ kind }) => kind === 'owner' || kind === 'deputy');
}
