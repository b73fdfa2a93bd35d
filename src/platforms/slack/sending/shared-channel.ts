import type { Store } from '../../../use-cases/ports/store.ts';
import { field, textAt, type SlackApi } from '../api/slack-api.ts';
import { troubleOf } from '../api/trouble.ts';
import type { Workspaces } from '../install/workspaces.ts';

/** A channel that bcp and a person share, and bcp's way into its workspace. */
export interface SharedChannel {
  readonly api: SlackApi;
  readonly teamId: string;
  readonly channelId: string;
}

/** Members are looked through up to this many; whoever is further down in a larger channel is not looked for. */
const mostPages = 5;
const pageSize = 200;

/**
 * The first channel that was agreed with the partnership (one that it has set up) and has this account among its members: where somebody of
 * another workspace can be met (Slack Connect). Null when there is none. Throws what a look throws that may work the next time.
 */
export async function sharedChannel(
  { store, workspaces }: { readonly store: Store; readonly workspaces: Workspaces },
  partnershipId: string,
  userId: string,
): Promise<SharedChannel | null> {
  for (const { platform, tenantId, channelId } of await store.in(partnershipId).channels.all()) {
    const api = platform === 'slack' ? await workspaces.api(tenantId) : null;
    if (api && (await isMember(api, channelId, userId))) return { api, teamId: tenantId, channelId };
  }
  return null;
}

async function isMember(api: SlackApi, channel: string, userId: string): Promise<boolean> {
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const reply = await membersPage(api, channel, cursor);
    if (reply === null) return false;
    const members = field(reply, 'members');
    if (Array.isArray(members) && members.includes(userId)) return true;
    cursor = textAt(reply, 'response_metadata', 'next_cursor');
    if (cursor === '') return false;
  }
  return false;
}

/** Null where bcp may not look: then nobody is met there. */
async function membersPage(api: SlackApi, channel: string, cursor: string): Promise<unknown> {
  try {
    return await api.call('conversations.members', {
      channel,
      limit: pageSize,
      ...(cursor === '' ? {} : { cursor }),
    });
  } catch (error) {
    const { kind } = troubleOf(error);
    if (kind === 'nobody_there' || kind === 'refused') return null;
    throw error;
  }
}
