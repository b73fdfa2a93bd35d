import { failure, success, type Result } from '../../kit/result.ts';
import { postDigest } from '../../use-cases/post-digest.ts';
import type { Channel } from '../../use-cases/ports/board-records.ts';
import {
  asNeeded,
  done,
  jsonOption,
  partnershipOption,
  refused,
  type Command,
  type Input,
  type Outcome,
} from '../command.ts';
import { listed } from '../counted.ts';
import { audienceOption, digestInWords, digestJson, monthOfDigest, newestDigest } from '../newest-digest.ts';
import { asPerson } from '../place.ts';

export const digestPost: Command = {
  name: 'digest post',
  does: 'Posts the approved digest of a month to the channels of its audience; the bcp that runs sends it.',
  notes: ['Every channel gets it once. Posted again, it goes where it is missing.'],
  arguments: [monthOfDigest],
  options: [
    audienceOption,
    { name: 'channel', takes: 'NAMES', about: 'Only these channels, by name or id, with commas between.' },
    asNeeded,
    partnershipOption,
    jsonOption,
  ],
  run: (session, input) =>
    asPerson(session, input, 'post_digest', async (place, actor) => {
      const newest = await newestDigest(place, input, ['approved']);
      if (!newest.ok) return newest.error;
      const chosen = chosenChannels(input, await place.records.channels.all());
      if (!chosen.ok) return chosen.error;
      const posted = await postDigest(place.deps, actor, newest.value.id, chosen.value);
      if (!posted.ok) return refused(posted.error.words);
      const { digest, channels, passedOver, countsOnly } = posted.value;
      const words =
        channels.length === 0
          ? `${digestInWords(digest, place)} stands there already.`
          : `${digestInWords(digest, place)} goes to ${listed(channels)}.`;
      return done([words, ...countsOnly, ...passedOver].join('\n'), {
        ...digestJson(digest),
        channels,
        countsOnly,
        passedOver,
      });
    }),
};

/** Ids of the channels that were named; null = all of them. */
function chosenChannels(
  input: Input,
  channels: readonly Channel[],
): Result<readonly string[] | null, Outcome> {
  const named = input.option('channel');
  if (named === null) return success(null);
  const ids: string[] = [];
  for (const name of named.split(',').map((each) => each.trim().toLowerCase().replace(/^#/, ''))) {
    const channel = channels.find(
      (each) => each.channelId.toLowerCase() === name || each.name.toLowerCase().replace(/^#/, '') === name,
    );
    if (!channel) return failure(refused(`There is no channel "${name}". See: bcp channel list`));
    ids.push(channel.id);
  }
  return success(ids);
}
