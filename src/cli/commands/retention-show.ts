import { plainText } from '../../messages/plain-text.ts';
import { retentionMessage } from '../../messages/retention-message.ts';
import { showRetention } from '../../use-cases/retention.ts';
import { done, jsonOption, partnershipOption, refused, type Command } from '../command.ts';
import { inPartnership } from '../place.ts';

export const retentionShow: Command = {
  name: 'retention show',
  does: 'Shows what is kept how long, what has been kept long enough, and whether a hold stands.',
  arguments: [],
  options: [partnershipOption, jsonOption],
  run: (session, input) =>
    inPartnership(session, input, async ({ deps, partnership }) => {
      const standing = await showRetention(deps, partnership.id);
      return standing.ok
        ? done(plainText(retentionMessage(standing.value)).trim(), standing.value)
        : refused(standing.error.words);
    }),
};
