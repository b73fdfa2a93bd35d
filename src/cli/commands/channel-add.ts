import { audienceInWords } from '../../plan/audience.ts';
import { audienceNamed } from '../../plan/audience-words.ts';
import { useChannel } from '../../use-cases/use-channel.ts';
import { asNeeded, done, jsonOption, misused, partnershipOption, refused, type Command } from '../command.ts';
import { asPerson } from '../place.ts';

const platforms = ['slack', 'teams', 'rehearsal'] as const;

export const channelAdd: Command = {
  name: 'channel add',
  does: 'Posts the digests of an audience in a channel from now on; a channel has one audience.',
  notes: [
    'Easier is to type it in the channel: "/bcp channel use for board" in Slack, "@BCP channel use for board" in Teams. There bcp knows the ids and looks at once who reads along; from here it looks when it posts.',
  ],
  arguments: [
    { name: 'CHANNEL', about: "The platform's id of the channel, such as C0123456789.", needed: true },
  ],
  options: [
    { name: 'platform', takes: 'PLATFORM', about: 'slack, teams or rehearsal.', needed: true },
    {
      name: 'tenant',
      takes: 'ID',
      about: 'The Slack workspace (T…) or the Teams tenant it is in.',
      needed: true,
    },
    {
      name: 'audience',
      takes: 'AUDIENCE',
      about: 'board, partnership, theme:CODE, partner:CODE or aligned:NAME.',
      needed: true,
    },
    { name: 'name', takes: 'NAME', about: 'What people call it; otherwise its id.' },
    {
      name: 'shared',
      takes: null,
      about: 'People from outside the partnership read it: counts only are posted.',
    },
    asNeeded,
    partnershipOption,
    jsonOption,
  ],
  run: (session, input) =>
    asPerson(session, input, 'manage_channels', async ({ deps, plan }, actor) => {
      const platform = platforms.find((each) => each === input.option('platform'));
      if (!platform) return misused(`--platform is ${platforms.join(', ')}.`);
      const audience = audienceNamed(input.option('audience') ?? '', plan);
      if (audience === null)
        return refused(
          `The plan knows no audience "${input.option('audience') ?? ''}". Use board, partnership, theme:CODE, partner:CODE or aligned:NAME.`,
        );
      const channelId = input.words[0] ?? '';
      const used = await useChannel(deps, actor, {
        platform,
        tenantId: input.option('tenant') ?? '',
        channelId,
        name: input.option('name') ?? channelId,
        audience,
        reach: input.has('shared') ? 'shared' : 'members',
      });
      if (!used.ok) return refused(used.error.words);
      const { channel } = used.value;
      return done(
        `The digests for ${audienceInWords(audience, plan)} are posted in ${channel.name}.`,
        channel,
      );
    }),
};
