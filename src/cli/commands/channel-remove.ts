import { stopChannel } from '../../use-cases/use-channel.ts';
import { asNeeded, done, jsonOption, partnershipOption, refused, type Command } from '../command.ts';
import { asPerson } from '../place.ts';

export const channelRemove: Command = {
  name: 'channel remove',
  does: 'Posts nothing in a channel any more; what stands there stays.',
  arguments: [
    { name: 'CHANNEL', about: 'Its id or its name, as "bcp channel list" shows it.', needed: true },
  ],
  options: [asNeeded, partnershipOption, jsonOption],
  run: (session, input) =>
    asPerson(session, input, 'manage_channels', async ({ deps, records }, actor) => {
      const wanted = (input.words[0] ?? '').toLowerCase().replace(/^#/, '');
      const found = (await records.channels.all()).filter(
        ({ channelId, name }) =>
          channelId.toLowerCase() === wanted || name.toLowerCase().replace(/^#/, '') === wanted,
      );
      const [channel, other] = found;
      if (!channel) return refused(`There is no channel "${input.words[0] ?? ''}". See: bcp channel list`);
      if (other) return refused('Several channels have this name. Give the id: bcp channel list shows it.');
      const stopped = await stopChannel(deps, actor, channel);
      return stopped.ok
        ? done(`Nothing is posted in ${channel.name} any more.`, channel)
        : refused(stopped.error.words);
    }),
};
