import { failure, success } from '../../../kit/result.ts';
import type { ChannelAtHand } from '../../../use-cases/conversation/answer.ts';
import { textAt, type SlackApi } from '../api/slack-api.ts';
import { troubleOf } from '../api/trouble.ts';
import { channelReach } from '../sending/channel-check.ts';
import type { TalkDeps } from './talk.ts';

/** The channel somebody types in: its name, and who reads there by the same look that is taken before each post. */
export function channelAtHand(
  { deps }: TalkDeps,
  api: SlackApi,
  teamId: string,
  channel: string,
): ChannelAtHand {
  return {
    tenantId: teamId,
    look: async () => {
      try {
        const name = textAt(await api.call('conversations.info', { channel }), 'channel', 'name');
        const reach = await channelReach(api, channel, new Map(), deps.clock.now());
        return success({
          name: name === '' ? channel : `#${name}`,
          reach: reach.kind,
          why: reach.kind === 'shared' ? reach.why : '',
        });
      } catch (error) {
        const { kind, words } = troubleOf(error);
        if (kind === 'nobody_there' || kind === 'gone' || kind === 'refused')
          return failure(`${words} Invite bcp with /invite @bcp, and type it again.`);
        return failure(
          `Slack could not be asked about this channel just now. ${words} Please type it again.`,
        );
      }
    },
  };
}
