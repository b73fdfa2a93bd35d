import type { Clock } from '../../../kit/clock.ts';
import type { ConversationAddress, Member } from '../seam/gateway.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
import { ask } from './ask.ts';
import type { Poster } from './post-cards.ts';

/** Who may read what is posted in a channel. */
export type ChannelReach =
  | { readonly kind: 'members' }
  /** `why` is a sentence for the secretariat. */
  | { readonly kind: 'shared'; readonly why: string };

/** Looks at a channel before something is posted there. Throws `TeamsTrouble` where trying again may help, or bcp is not there. */
export type ChannelCheck = (to: ConversationAddress) => Promise<ChannelReach>;

/** How long what was found holds, in milliseconds: Teams limits how often members may be asked for. */
const rememberedMs = 600_000;
const mostRemembered = 500;

/**
 * A channel that is shared with another organisation (Teams Connect), or a team with guests, reaches people from outside the partnership:
 * those whose tenant is not on the list of tenants, and guests. `tenants` is that list; `*` stands for all.
 * https://learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels
 */
export function channelCheck(poster: Poster, tenants: readonly string[], clock: Clock): ChannelCheck {
  const known = new Map<string, { readonly reach: ChannelReach; readonly until: number }>();
  return async (to) => {
    const key = `${to.tenantId} ${to.conversationId}`;
    const now = clock.now().getTime();
    const remembered = known.get(key);
    if (remembered && remembered.until > now) return remembered.reach;
    const reach = await lookAt(poster, tenants, to);
    if (known.size >= mostRemembered) known.clear();
    known.set(key, { reach, until: now + rememberedMs });
    return reach;
  };
}

async function lookAt(
  poster: Poster,
  tenants: readonly string[],
  to: ConversationAddress,
): Promise<ChannelReach> {
  const members = await membersOf(poster, to);
  if (members === null || members.length === 0)
    return { kind: 'shared', why: 'Teams does not say who reads this channel, so it counts as open.' };
  if (members.some(({ isGuest }) => isGuest))
    return { kind: 'shared', why: 'There are guests in this Teams channel.' };
  const isOutside = ({ tenantId }: Member) => !tenants.includes('*') && !tenants.includes(tenantId);
  return members.some(isOutside)
    ? {
        kind: 'shared',
        why: 'This Teams channel is shared with an organisation that is not on the list of tenants.',
      }
    : { kind: 'members' };
}

/** Null where bcp may not look. */
async function membersOf(poster: Poster, to: ConversationAddress): Promise<readonly Member[] | null> {
  try {
    return await ask(poster, to.tenantId, `members ${to.conversationId}`, () => poster.outbound.members(to));
  } catch (trouble) {
    const mayNotLook =
      trouble instanceof TeamsTrouble && (trouble.kind === 'refused' || trouble.status === 401);
    if (mayNotLook) return null;
    throw trouble;
  }
}
