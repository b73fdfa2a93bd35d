import { purgedWords } from '../../messages/retention-message.ts';
import { runRetention } from '../../use-cases/retention.ts';
import { retentionRules } from '../../use-cases/retention-rules.ts';
import { asOption, done, jsonOption, partnershipOption, refused, type Command } from '../command.ts';
import { asAnybody } from '../place.ts';

export const retentionRun: Command = {
  name: 'retention run',
  does: 'Takes out now what has been kept long enough; the bcp that runs does it every night.',
  notes: ['The audit trail stays whole: it holds no words, and what goes is counted in it.'],
  arguments: [],
  options: [asOption, partnershipOption, jsonOption],
  run: (session, input) =>
    asAnybody(session, input, 'run_retention', async ({ deps, partnership }, personId) => {
      const run = await runRetention(deps, partnership.id, { personId, platform: 'cli' });
      return run.ok ? done(purgedWords(run.value, retentionRules), run.value) : refused(run.error.words);
    }),
};
