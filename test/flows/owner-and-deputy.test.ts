import { describe, expect, it } from 'vitest';
import { chat, openForm, outcome, records, say, send, versions, words } from '../support/acts.ts';
import { birminghamStage } from '../support/birmingham.ts';
import { onEveryDatabase, testStore } from '../support/database.ts';

onEveryDatabase((openStore) => {
  describe('an owner and a deputy who answer at once', () => {
    it('leave one record; the second is told who was quicker, and both words are somewhere', async () => {
      const stage = await birminghamStage(await openStore());
      await stage.at('2026-11-02T09:00:00Z');
      await stage.at('2026-11-11T09:00:00Z');
      const owners = await openForm(stage, 'asha.verma', '2026-11');
      const deputys = await openForm(stage, 'priya.nair', '2026-11');

      const results = await Promise.all([
        send(stage, 'asha.verma', owners, { 'IC4.rating': 'green', 'IC4.done': 'Recruited two.' }),
        send(stage, 'priya.nair', deputys, { 'IC4.rating': 'amber', 'IC4.done': 'Recruited one.' }),
      ]);

      expect(results.map(({ kind }) => kind).sort()).toEqual(['problems', 'saved']);
      expect(await versions(stage, '2026-11', 'IC4')).toHaveLength(1);
      const refused = results.map(outcome).find((said) => said.includes('already recorded'));
      expect(refused).toMatch(
        /IC4 was already recorded by (?:Asha Verma|Priya Nair) on 11 November at 09:00/,
      );
    });

    it('in words: the later word stands, the earlier one is kept, and the other is told', async () => {
      const stage = await birminghamStage(await openStore());
      await stage.at('2026-11-02T09:00:00Z');
      await stage.at('2026-11-11T09:00:00Z');

      await Promise.all([
        say(stage, 'asha.verma', 'IC4 green, recruited two'),
        say(stage, 'priya.nair', 'IC4 amber, recruited one'),
      ]);
      await stage.at('2026-11-11T09:30:00Z');

      const stored = await records(stage).updates.versions('2026-11', 'IC4');
      expect(stored.map(({ version, kind }) => [version, kind])).toEqual([
        [1, 'update'],
        [2, 'edit'],
      ]);
      expect(new Set(stored.map(({ content }) => content?.rating))).toEqual(new Set(['green', 'amber']));
      const [second] = stored.slice(-1);
      const isAshas = second?.byPersonId === (await stage.actor('asha.verma')).personId;
      const told = await chat(stage, isAshas ? 'priya.nair' : 'asha.verma');
      expect(told).toContain(
        `${isAshas ? 'Asha Verma' : 'Priya Nair'} has changed what stood for November 2026. What was said before is kept:`,
      );
    });
  });
});

describe('a deputy', () => {
  it('may answer before being asked; then the owner need not, and is reminded of the rest only', async () => {
    const stage = await birminghamStage(await testStore());
    await stage.at('2026-11-02T09:00:00Z');

    await say(stage, 'priya.nair', 'IC4 amber, one post filled');
    await stage.at('2026-11-05T09:00:00Z');

    const stored = await records(stage).updates.latest('2026-11', 'IC4');
    expect(stored?.onBehalfOfPersonId).toBe((await stage.actor('asha.verma')).personId);
    expect(await chat(stage, 'asha.verma')).toContain(
      'Priya Nair has answered for November 2026, so you need not',
    );
    const reminder = (await stage.conversation('asha.verma')).at(-1);
    expect(reminder).toContain('A reminder, Asha');
    expect(reminder).toContain('IC5');
    expect(reminder).not.toContain('IC4');
  });

  it('with a prompt of their own may answer for another by naming it', async () => {
    const stage = await birminghamStage(await testStore());
    await say(stage, 'sam.field', 'assign IC3 to Tom Osei as deputy');
    await stage.at('2026-11-02T09:00:00Z');

    const answer = await say(stage, 'tom.osei', 'IC3 amber, the room is being painted');

    expect(words(answer)).toContain('Recorded for November 2026: IC3 amber.');
    expect(await versions(stage, '2026-11', 'IC3')).toEqual(['update amber']);
  });

  it('who changes what the owner said is told whose word it was, and the owner is told', async () => {
    const stage = await birminghamStage(await testStore());
    await stage.at('2026-11-02T09:00:00Z');
    await say(stage, 'asha.verma', 'IC4 green, all posts filled');

    const answer = await say(stage, 'priya.nair', 'IC4 amber, one has left again');
    await stage.at('2026-11-02T09:05:00Z');

    expect(words(answer)).toContain(
      'Asha Verma had said green on 2 November at 09:00, and is told of the change.',
    );
    const told = (await stage.conversation('asha.verma')).at(-1);
    expect(told).toContain('Priya Nair has changed what stood for November 2026.');
    expect(told).toContain('IC4 SEND: early identification and response: amber');
  });

  it('is asked on day 8 for what the owner has not answered, and only for that', async () => {
    const stage = await birminghamStage(await testStore());
    await stage.at('2026-11-02T09:00:00Z');

    await stage.at('2026-11-11T09:00:00Z');

    const asked = await chat(stage, 'priya.nair');
    expect(asked).toContain('For Asha Verma, as deputy.');
    expect(asked).not.toContain('IC5');
    expect(asked).not.toContain('comes later than usual');
    expect(await chat(stage, 'asha.verma')).toContain('your deputy has been asked as well');
  });

  it('who has a prompt of their own is told of the new question, not only shown it in an old message', async () => {
    const stage = await birminghamStage(await testStore());
    await say(stage, 'sam.field', 'assign IC3 to Tom Osei as deputy');
    await stage.at('2026-11-02T09:00:00Z');

    await stage.at('2026-11-11T09:00:00Z');

    const posts = await stage.conversation('tom.osei');
    expect(posts.at(-1)).toContain('Tom, from today this one for November 2026 is with you');
    expect(posts.at(-1)).toContain('for Lena Hart, as deputy');
  });

  it('takes an answer back: the owner is told that it is open again, never that it is answered', async () => {
    const stage = await birminghamStage(await testStore());
    await stage.at('2026-11-02T09:00:00Z');
    await say(stage, 'priya.nair', 'IC4 amber, one post filled');
    await stage.at('2026-11-02T09:05:00Z');

    await say(stage, 'priya.nair', 'undo');
    await stage.at('2026-11-02T09:10:00Z');

    const [receipt, , last] = await stage.conversation('asha.verma');
    expect(last).toContain('Priya Nair has taken back an answer for November 2026');
    expect(receipt).toContain('Your update for November 2026');
  });
});

describe('an action without a deputy', () => {
  it('is not said to have one: the reminder names only what will happen', async () => {
    const stage = await birminghamStage(await testStore());
    await stage.at('2026-11-02T09:00:00Z');

    await stage.at('2026-11-10T09:00:00Z');

    expect(await chat(stage, 'asha.verma')).toContain(
      'If nothing comes, Priya Nair is asked as well for IC4, I03c, I03d, I05 on Wednesday 11 November, and the theme lead is told on Thursday 12 November.',
    );
    expect(await chat(stage, 'lena.hart')).toContain(
      'If nothing comes, the theme lead is told on Thursday 12 November.',
    );
    expect(await chat(stage, 'tom.osei')).not.toContain('If nothing comes');
  });
});
