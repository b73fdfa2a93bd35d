import { describe, expect, it } from 'vitest';
import { fillIn, say, versions, words } from '../support/acts.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';

/** November answered with this rating, December open. */
async function december(rating: 'green' | 'amber'): Promise<Stage> {
  const stage = await birminghamStage(await testStore());
  await stage.at('2026-11-02T09:00:00Z');
  await fillIn(stage, 'lena.hart', '2026-11', { 'IC3.rating': rating, 'IC3.done': 'Half the panel came.' });
  await stage.at('2026-11-13T17:00:00Z');
  await stage.at('2026-12-01T09:00:00Z');
  return stage;
}

describe('somebody who types that there is nothing to report', () => {
  it('has said "no change" where last month was green', async () => {
    const stage = await december('green');

    const answer = await say(stage, 'lena.hart', 'Nothing to report this month');

    expect(words(answer)).toContain('IC3');
    expect(await versions(stage, '2026-12', 'IC3')).toEqual(['no_change green']);
  });

  it('is asked for a line and a path where it is amber twice running, and nothing is recorded before', async () => {
    const stage = await december('amber');

    const answer = await say(stage, 'lena.hart', 'nil return');

    expect(answer.form?.kind).toBe('no_change');
    expect(await versions(stage, '2026-12', 'IC3')).toEqual([]);
  });
});
