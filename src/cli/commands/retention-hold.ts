import { holdRetention } from '../../use-cases/retention.ts';
import { asNeeded, done, jsonOption, partnershipOption, refused, type Command } from '../command.ts';
import { asPerson } from '../place.ts';

export const retentionHold: Command = {
  name: 'retention hold',
  does: 'Keeps everything from now on, whatever its time: somebody has asked for the records, or is about to.',
  arguments: [{ name: 'REASON', about: 'Such as: FOI request 2026-114.', needed: true, many: true }],
  options: [asNeeded, partnershipOption, jsonOption],
  run: (session, input) =>
    asPerson(session, input, 'run_retention', async ({ deps }, actor) => {
      const held = await holdRetention(deps, actor, input.words.join(' '));
      return held.ok
        ? done('A hold stands from now on: nothing is taken out until it is lifted.', held.value)
        : refused(held.error.words);
    }),
};

export const retentionRelease: Command = {
  name: 'retention release',
  does: 'Lifts the hold: the next night takes out what has been kept long enough.',
  arguments: [],
  options: [asNeeded, partnershipOption, jsonOption],
  run: (session, input) =>
    asPerson(session, input, 'run_retention', async ({ deps }, actor) => {
      const released = await holdRetention(deps, actor, null);
      return released.ok ? done('The hold is lifted.') : refused(released.error.words);
    }),
};
