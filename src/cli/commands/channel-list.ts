import { tableLines } from '../../messages/text-columns.ts';
import { audienceInWords } from '../../plan/audience.ts';
import { readMarking } from '../../use-cases/marking.ts';
import { done, jsonOption, partnershipOption, type Command } from '../command.ts';
import { counted } from '../counted.ts';
import { inPartnership } from '../place.ts';

const widest = 120;

export const channelList: Command = {
  name: 'channel list',
  does: 'Lists the channels that digests are posted in, for whom, and who reads there.',
  arguments: [],
  options: [partnershipOption, jsonOption],
  run: (session, input) =>
    inPartnership(session, input, async ({ records, plan }) => {
      const channels = await records.channels.all();
      const marking = await readMarking(records);
      const rows = channels.map(({ name, platform, channelId, audience, reach }) => [
        name,
        platform,
        channelId,
        audienceInWords(audience, plan),
        reach === 'shared' ? 'outside too: counts only' : 'members',
      ]);
      const words =
        channels.length === 0
          ? 'There is no channel yet. Type "/bcp channel use for board" in the channel, or use: bcp channel add'
          : [
              `${counted(channels.length, 'channel', 'channels')}; papers are marked ${marking}.`,
              '',
              ...tableLines(['Channel', 'In', 'Id', 'For', 'Readers'], rows, widest),
            ].join('\n');
      return done(words, { marking, channels });
    }),
};
