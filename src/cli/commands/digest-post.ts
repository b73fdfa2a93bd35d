import { postDigest } from '../../use-cases/post-digest.ts';
import { asNeeded, done, jsonOption, partnershipOption, refused, type Command } from '../command.ts';
import { listed } from '../counted.ts';
import { audienceOption, digestInWords, digestJson, monthOfDigest, newestDigest } from '../newest-digest.ts';
import { asPerson } from '../place.ts';

export const digestPost: Command = {
  name: 'digest post',
  does: 'Posts the approved digest of a month to the channels of its audience; the bcp that runs sends it.',
  arguments: [monthOfDigest],
  options: [audienceOption, asNeeded, partnershipOption, jsonOption],
  run: (session, input) =>
    asPerson(session, input, 'post_digest', async (place, actor) => {
      const newest = await newestDigest(place, input, ['approved']);
      if (!newest.ok) return newest.error;
      const posted = await postDigest(place.deps, actor, newest.value.id);
      if (!posted.ok) return refused(posted.error.words);
      const { digest, channels } = posted.value;
      return done(`${digestInWords(digest, place)} goes to ${listed(channels)}.`, {
        ...digestJson(digest),
        channels,
      });
    }),
};
