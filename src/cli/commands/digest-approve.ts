import { approveDigest } from '../../use-cases/approve-digest.ts';
import { asNeeded, done, jsonOption, partnershipOption, refused, type Command } from '../command.ts';
import { audienceOption, digestInWords, digestJson, monthOfDigest, newestDigest } from '../newest-digest.ts';
import { asPerson } from '../place.ts';

export const digestApprove: Command = {
  name: 'digest approve',
  does: 'Approves the newest draft of a month; refused when what it was written from has changed since.',
  arguments: [monthOfDigest],
  options: [audienceOption, asNeeded, partnershipOption, jsonOption],
  run: (session, input) =>
    asPerson(session, input, 'approve_digest', async (place, actor) => {
      const newest = await newestDigest(place, input);
      if (!newest.ok) return newest.error;
      const approved = await approveDigest(place.deps, actor, newest.value.id);
      if (!approved.ok) return refused(approved.error.words);
      const words = `${digestInWords(approved.value, place)} is approved and never changes from now on. Next: bcp digest post ${approved.value.month}`;
      return done(words, digestJson(approved.value));
    }),
};
