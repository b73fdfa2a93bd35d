import type { Store } from '../../../use-cases/ports/store.ts';
import type { Reach, Whereabouts } from '../people/reach.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
import { inTurn, type Poster } from './post-cards.ts';

export interface MeetDeps extends Poster {
  readonly reach: Reach;
  readonly store: Pick<Store, 'in'>;
}

/** Somebody as they are mentioned, and the channel in which they read it. */
export interface Meeting {
  readonly teamsId: string;
  readonly name: string;
  readonly channel: NonNullable<Whereabouts['channel']>;
}

/**
 * Where a person can be mentioned who has no chat with bcp: the channel in which they last spoke to it, else the first of the partnership's
 * own Teams channels of which they are a member. Null when there is none.
 */
export async function meetInChannel(
  deps: MeetDeps,
  partnershipId: string,
  { tenantId, accountId }: { readonly tenantId: string; readonly accountId: string },
  known: Whereabouts | null,
): Promise<Meeting | null> {
  if (known?.channel) return { teamsId: known.teamsId, name: known.name, channel: known.channel };
  for (const channel of await deps.store.in(partnershipId).channels.all()) {
    if (channel.platform !== 'teams') continue;
    const serviceUrl = await deps.reach.serviceUrl(partnershipId, channel.tenantId, channel.channelId);
    const place = { serviceUrl, tenantId: channel.tenantId, channelId: channel.channelId };
    const member = (await membersOf(deps, place)).find(
      (each) => each.tenantId === tenantId && each.aadObjectId === accountId.toLowerCase(),
    );
    if (member) return { teamsId: member.teamsId, name: member.name, channel: place };
  }
  return null;
}

/** Nobody, where bcp may not look or is not there any more. */
async function membersOf(deps: MeetDeps, { serviceUrl, tenantId, channelId }: Meeting['channel']) {
  try {
    return await inTurn(deps, tenantId, `members ${channelId}`, () =>
      deps.outbound.members({ serviceUrl, tenantId, conversationId: channelId }),
    );
  } catch (trouble) {
    if (trouble instanceof TeamsTrouble && (trouble.kind === 'gone' || trouble.kind === 'refused')) return [];
    throw trouble;
  }
}
