import { field, textAt, type SlackApi } from '../api/slack-api.ts';

/** Who may read what is posted in a channel. */
export type ChannelReach =
  | { readonly kind: 'members' }
  /** `why` is a sentence for the secretariat. */
  | { readonly kind: 'shared'; readonly why: string };

/** Members are looked at one by one up to this many; a larger channel counts as one that anybody may read. */
const mostMembers = 100;

/** How long it is remembered whether somebody is a guest, in milliseconds: Slack limits how often it may be asked. */
const rememberedMs = 600_000;

/** Whether people are from outside, as it was found a short while ago. One for each workspace. */
export type KnownOutsiders = Map<string, { readonly outside: boolean; readonly until: number }>;

/**
 * Looks at a channel before something is posted: shared with another workspace, or with guests or strangers in it, it reaches people from
 * outside the partnership. Throws what the calls throw, e.g. `channel_not_found` where bcp was not invited.
 */
export async function channelReach(
  api: SlackApi,
  channelId: string,
  known: KnownOutsiders,
  now: Date,
): Promise<ChannelReach> {
  const info = field(await api.call('conversations.info', { channel: channelId }), 'channel');
  const isTrue = (name: string) => field(info, name) === true;
  if (isTrue('is_ext_shared') || isTrue('is_pending_ext_shared') || isTrue('is_shared'))
    return { kind: 'shared', why: 'This Slack channel is shared with another organisation.' };
  const members = await membersOf(api, channelId);
  if (members === null)
    return {
      kind: 'shared',
      why: `This Slack channel has more than ${mostMembers} members, so it counts as open.`,
    };
  for (const member of members) {
    if (await isOutside(api, member, known, now))
      return { kind: 'shared', why: 'There are guests in this Slack channel.' };
  }
  return { kind: 'members' };
}

async function membersOf(api: SlackApi, channelId: string): Promise<readonly string[] | null> {
  const reply = await api.call('conversations.members', { channel: channelId, limit: mostMembers });
  if (textAt(reply, 'response_metadata', 'next_cursor') !== '') return null;
  const members = field(reply, 'members');
  return Array.isArray(members) ? members.filter((member) => typeof member === 'string') : [];
}

async function isOutside(api: SlackApi, member: string, known: KnownOutsiders, now: Date): Promise<boolean> {
  const remembered = known.get(member);
  if (remembered && remembered.until > now.getTime()) return remembered.outside;
  const user = field(await api.call('users.info', { user: member }), 'user');
  const outside = ['is_restricted', 'is_ultra_restricted', 'is_stranger'].some(
    (name) => field(user, name) === true,
  );
  known.set(member, { outside, until: now.getTime() + rememberedMs });
  return outside;
}
