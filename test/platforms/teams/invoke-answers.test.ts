import { describe, expect, it } from 'vitest';
import { silentLog } from '../../../src/kit/log.ts';
import { card } from '../../../src/platforms/teams/cards/card.ts';
import { paragraph, run } from '../../../src/platforms/teams/cards/card-text.ts';
import { dialog, shown } from '../../../src/platforms/teams/talk/invoke-answers.ts';

const good = card(paragraph([run('Recorded.')]), 'Recorded.');
const tooHeavy = card(paragraph([run('x'.repeat(40_000))]), 'Long.');
const ofALaterVersion = { ...good, version: '1.6' } as never;

describe('a card that answers a button', () => {
  it('is shown when it is good', () => {
    expect(shown(silentLog, good).body).toMatchObject({ statusCode: 200, value: good });
    expect(dialog(silentLog, 'bcp', good).body).toMatchObject({ task: { type: 'continue' } });
  });

  it.each([
    ['too heavy for Teams', tooHeavy],
    ['of a version that Teams does not draw', ofALaterVersion],
  ])('is not shown when it is %s: a sentence is', (_why, bad) => {
    const words: unknown = expect.stringContaining('This cannot be shown in Teams.');

    expect(shown(silentLog, bad).body).toMatchObject({ value: words });
    expect(dialog(silentLog, 'bcp', bad).body).toMatchObject({ task: { type: 'message', value: words } });
  });
});
