import { draftDigest } from '../../use-cases/draft-digest.ts';
import { asNeeded, done, jsonOption, partnershipOption, refused, type Command } from '../command.ts';
import { audienceOption, digestInWords, digestJson, monthOfDigest, wantedDigest } from '../newest-digest.ts';
import { asPerson } from '../place.ts';

export const digestDraft: Command = {
  name: 'digest draft',
  does: 'Drafts the digest of a closed month; when nothing has changed since the last one, that one is kept.',
  arguments: [monthOfDigest],
  options: [audienceOption, asNeeded, partnershipOption, jsonOption],
  run: (session, input) =>
    asPerson(session, input, 'draft_digest', async (place, actor) => {
      const wanted = await wantedDigest(place, input);
      if (!wanted.ok) return wanted.error;
      const drafted = await draftDigest(place.deps, actor, wanted.value);
      if (!drafted.ok) return refused(drafted.error.words);
      const digest = drafted.value;
      const next =
        digest.state === 'draft'
          ? ` Read it with "bcp digest export ${digest.month}", then: bcp digest approve ${digest.month}`
          : '';
      return done(`${digestInWords(digest, place)}: ${stateWords[digest.state]}.${next}`, digestJson(digest));
    }),
};

const stateWords = {
  draft: 'drafted',
  approved: 'approved already, and nothing has changed since',
  posted: 'posted already, and nothing has changed since',
  superseded: 'superseded',
} as const;
