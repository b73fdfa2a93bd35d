import { beforeEach, describe, expect, it } from 'vitest';
import { hear } from '../../src/use-cases/conversation/hear.ts';
import { nextKey, say, versions, words } from '../support/acts.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';

const board = { kind: 'channel', channelId: 'CBOARD' } as const;
const note = 'If this was meant as your update for November 2026: nothing of it was recorded.';

let stage: Stage;

beforeEach(async () => {
  stage = await birminghamStage(await testStore());
  await stage.at('2026-11-02T09:00:00Z');
});

/** Somebody names bcp in the board's channel. */
async function inChannel(email: string, text: string): Promise<string> {
  const actor = await stage.actor(email);
  return words(await hear(stage.deps, actor, { text: `@bcp ${text}`, place: board, eventKey: nextKey() }));
}

describe('an owner who writes their update where commands are heard', () => {
  it.each([
    'Amber, EP capacity',
    'IC4 amber, waiting on recruitment',
    'IC5 green',
    'green, all on course',
    'No change',
    'on leave until 4 December',
  ])('is told that nothing of it was recorded, and where it would be: %s', async (text) => {
    const said = [await inChannel('asha.verma', text), words(await say(stage, 'asha.verma', `/bcp ${text}`))];

    for (const each of said) {
      expect(each).toContain(note);
      expect(each).toContain('write it in your own chat with bcp');
      expect(each).toContain('[Update]');
    }
    expect(await versions(stage, '2026-11', 'IC4')).toEqual([]);
    expect(await versions(stage, '2026-11', 'IC5')).toEqual([]);
  });

  it('is shown a status when they ask for one, and nothing beside it', async () => {
    for (const text of ['safe', 'red', 'late', 'SEND', 'mine', 'status IC4 amber', 'who is late'])
      expect(await inChannel('asha.verma', text)).not.toContain('nothing of it was recorded');
  });

  it('is told so no more once the month is closed', async () => {
    await stage.at('2026-11-13T17:00:00Z');

    expect(await inChannel('asha.verma', 'IC4 amber, waiting on recruitment')).not.toContain(note);
  });
});

describe('somebody who is asked for nothing', () => {
  it('is shown what bcp found, and told nothing of updates', async () => {
    const said = await inChannel('grace.bell', 'xyzzy');

    expect(said).toContain('Nothing in the plan is called “xyzzy”');
    expect(said).not.toContain('recorded');
  });
});

describe('a child’s number where commands are heard', () => {
  it.each(['IC4 amber, NHS number 943 476 5919 waits', 'status IC4 943 476 5919'])(
    'is neither looked up nor said back, and its writer is asked to delete it: %s',
    async (text) => {
      const said = await inChannel('asha.verma', text);

      expect(said).toContain('That held what looks like an NHS number');
      expect(said).toContain('Please delete your message');
      expect(said).not.toContain('943');
    },
  );
});
