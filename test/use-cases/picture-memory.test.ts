import { expect, it } from 'vitest';
import { pictureMemory } from '../../src/use-cases/picture-memory.ts';
import { readPicture } from '../../src/use-cases/read-picture.ts';
import { say } from '../support/acts.ts';
import { testStore } from '../support/database.ts';
import { answerMonth, openMonth, playedYear } from '../support/played-year.ts';

it('a picture that remembers what came out of the gate is the one that goes through it anew, whatever happened in between', async () => {
  const stage = await playedYear(await testStore(), '2026-10', { first: '2026-07', figures: true });
  await openMonth(stage, '2026-11');
  const records = stage.store.in(stage.partnershipId);
  const memory = pictureMemory();
  const [remembered, anew]: unknown[][] = [[], []];
  const look = async (month: string | null, today = '2026-11-20') => {
    remembered?.push(await readPicture(records, { month, today }, memory));
    anew?.push(await readPicture(records, { month, today }));
  };

  await look(null);
  await look('2026-09');
  await answerMonth(stage, '2026-11', ['SA1', 'IC4']);
  await look('2026-11');
  await say(stage, 'asha.verma', 'I28 is 3 for October. IC4 amber: only 3 of them still wait.');
  await look('2026-11');
  await say(stage, 'asha.verma', 'I28 was 44 for October.');
  await look('2026-11');
  await look(null, '2027-03-01');

  expect(remembered).toEqual(anew);
  expect(remembered).toHaveLength(6);
});
