import type { Finding } from '../../use-cases/examine-partnership.ts';
import type { Channel } from '../../use-cases/ports/board-records.ts';
import { field, type SlackApi } from './api/slack-api.ts';
import { answerWords, troubleOf } from './api/trouble.ts';

/** Whether bcp can post in each channel that digests go to: it is there, not archived, and bcp is in it. */
export async function examineChannels(
  channels: readonly Channel[],
  apiOf: (teamId: string) => SlackApi | null,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const channel of channels) findings.push(await examineChannel(channel, apiOf(channel.tenantId)));
  return findings;
}

async function examineChannel(channel: Channel, api: SlackApi | null): Promise<Finding> {
  const about = `Slack channel ${channel.name}`;
  if (api === null)
    return {
      about,
      state: 'wrong',
      words: `bcp is not installed in the workspace ${channel.tenantId}, so nothing can be posted there.`,
    };
  try {
    const info = field(await api.call('conversations.info', { channel: channel.channelId }), 'channel');
    if (field(info, 'is_archived') === true)
      return { about, state: 'wrong', words: 'It has been archived. Choose another channel for the digest.' };
    if (field(info, 'is_member') !== true)
      return { about, state: 'wrong', words: 'bcp is not in it. Type there: /invite @bcp' };
    const isShared = ['is_shared', 'is_ext_shared', 'is_pending_ext_shared'].some(
      (name) => field(info, name) === true,
    );
    if (isShared && channel.reach === 'members')
      return {
        about,
        state: 'look',
        words:
          'It is shared with another organisation now, so only the shorter form for open channels is posted there.',
      };
    return {
      about,
      state: 'ok',
      words: isShared ? 'bcp is in it; it is shared with others.' : 'bcp is in it.',
    };
  } catch (error) {
    const trouble = troubleOf(error);
    const { kind, words, code } = trouble;
    return {
      about,
      state: kind === 'nobody_there' ? 'wrong' : 'look',
      words: kind === 'nobody_there' ? words : `It could not be looked at (${code}). ${answerWords(trouble)}`,
    };
  }
}
