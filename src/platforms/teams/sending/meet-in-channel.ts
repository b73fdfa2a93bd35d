import type { Store } from '../../../use-cases/ports/store.ts';
import type { Reach } from '../people/reach.ts';
import type { Whereabouts } from '../people/whereabouts.ts';
import type { Member } from '../seam/gateway.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
import { ask } from './ask.ts';
import type { Poster } from './post-cards.ts';

export interface MeetDeps extends Poster {
  readonly reach: Reach;
  readonly store: Pick<Store, 'in'>;
}

/** A channel in which a partnership lets bcp write. */
export interface OwnChannel {
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly channelId: string;
}

/** Somebody as they are mentioned, and the channel in which they read it. */
export interface Meeting {
  readonly teamsId: string;
  readonly name: string;
  readonly channel: OwnChannel;
}

/**
 * Where a person can be mentioned who has no chat with bcp, best first: the channel in which they last spoke to it, then those of which they
 * are a member. Only channels that this partnership has set up: what is said in another reaches people whom it does not concern.
 */
export async function* meetingsInChannels(
  deps: MeetDeps,
  partnershipId: string,
  to: { readonly tenantId: string; readonly accountId: string },
  known: Whereabouts | null,
): AsyncGenerator<Meeting> {
  const channels = await ownChannels(deps, partnershipId);
  const last = known && channels.find((channel) => isSame(channel, known.channel));
  if (last) yield { teamsId: known.teamsId, name: known.name, channel: last };
  for (const channel of channels) {
    if (channel === last) continue;
    const member = await memberOf(deps, channel, to);
    if (member) yield { teamsId: member.teamsId, name: member.name, channel };
  }
}

/** The partnership's channel in which a conversation stands; null when bcp writes nothing there (any more). */
export async function channelOfConversation(
  deps: Pick<MeetDeps, 'reach' | 'store'>,
  partnershipId: string,
  conversationId: string,
): Promise<OwnChannel | null> {
  const [channelId] = conversationId.split(';');
  const channels = await ownChannels(deps, partnershipId);
  return channels.find((channel) => channel.channelId === channelId) ?? null;
}

async function ownChannels(
  { reach, store }: Pick<MeetDeps, 'reach' | 'store'>,
  partnershipId: string,
): Promise<readonly OwnChannel[]> {
  const own = (await store.in(partnershipId).channels.all()).filter(({ platform }) => platform === 'teams');
  return Promise.all(
    own.map(async ({ tenantId, channelId }) => ({
      serviceUrl: await reach.serviceUrl(partnershipId, tenantId, channelId),
      tenantId,
      channelId,
    })),
  );
}

function isSame(channel: OwnChannel, other: Whereabouts['channel']): boolean {
  return channel.channelId === other?.channelId && channel.tenantId === other.tenantId;
}

/** The person as a member of a channel; null when they are none, or bcp may not look. */
export async function memberOf(
  deps: MeetDeps,
  channel: OwnChannel,
  { tenantId, accountId }: { readonly tenantId: string; readonly accountId: string },
): Promise<Member | null> {
  const members = await membersOf(deps, channel);
  const isThem = (each: Member) => each.tenantId === tenantId && each.aadObjectId === accountId.toLowerCase();
  return members.find(isThem) ?? null;
}

/** Nobody, where bcp may not look or is not there any more. */
async function membersOf(deps: MeetDeps, { serviceUrl, tenantId, channelId }: OwnChannel) {
  try {
    return await ask(deps, tenantId, `members ${channelId}`, () =>
      deps.outbound.members({ serviceUrl, tenantId, conversationId: channelId }),
    );
  } catch (trouble) {
    if (trouble instanceof TeamsTrouble && (trouble.kind === 'gone' || trouble.kind === 'refused')) return [];
    throw trouble;
  }
}
