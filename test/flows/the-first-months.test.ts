import { describe, expect, it } from 'vitest';
import { asPrefilled, chat, fillIn, openForm, outcome, records, say, versions } from '../support/acts.ts';
import { birminghamStage } from '../support/birmingham.ts';
import { onEveryDatabase, testStore } from '../support/database.ts';

onEveryDatabase((openStore) => {
  describe('the first month of a partnership', () => {
    it('has no month before it: nothing is quoted, and "no change" is not offered', async () => {
      const stage = await birminghamStage(await openStore());

      await stage.at('2026-11-02T09:00:00Z');

      const prompt = await chat(stage, 'lena.hart');
      expect(prompt).not.toContain('Last month');
      expect(prompt).not.toContain('No change');
      expect(prompt).toContain('Hello Lena');
    });

    it('is followed by an ordinary month that quotes what was promised and begins from it', async () => {
      const stage = await birminghamStage(await openStore());
      await stage.at('2026-11-02T09:00:00Z');
      await fillIn(stage, 'lena.hart', '2026-11', {
        'IC3.rating': 'red',
        'IC3.done': 'The youth council lost its room.',
        'IC3.next': 'Look for another room.',
        'IC3.pathToGreen.what': 'rent a room in the library',
        'IC3.pathToGreen.who': 'Lena Hart',
        'IC3.pathToGreen.by': '2026-11-30',
      });
      await stage.at('2026-11-13T17:00:00Z');

      await stage.at('2026-12-01T09:00:00Z');

      const prompt = await chat(stage, 'lena.hart');
      expect(prompt).toContain('Last month: red.');
      expect(prompt).toContain(
        'rent a room in the library (Lena Hart, by 30 November 2026). What came of it?',
      );
      const form = await openForm(stage, 'lena.hart', '2026-12');
      expect(asPrefilled(form)).toMatchObject({
        'IC3.rating': '',
        'IC3.done': '',
        'IC3.next': 'Look for another room.',
        'IC3.pathToGreen.what': 'rent a room in the library',
        'IC3.pathToGreen.by': '',
      });
    });
  });
});

describe('an ordinary month', () => {
  it('takes green after red without the path that came along from last month', async () => {
    const stage = await birminghamStage(await testStore());
    await stage.at('2026-11-02T09:00:00Z');
    await fillIn(stage, 'lena.hart', '2026-11', {
      'IC3.rating': 'red',
      'IC3.done': 'The youth council lost its room.',
      'IC3.pathToGreen.what': 'rent a room in the library',
      'IC3.pathToGreen.who': 'Lena Hart',
      'IC3.pathToGreen.by': '2026-11-30',
    });
    await stage.at('2026-12-01T09:00:00Z');

    const saved = await fillIn(stage, 'lena.hart', '2026-12', {
      'IC3.rating': 'green',
      'IC3.done': 'The library lent a room.',
    });

    expect(outcome(saved)).toContain('Recorded for December 2026');
    const stored = await records(stage).updates.latest('2026-12', 'IC3');
    expect(stored?.content?.pathToGreen).toBeNull();
  });

  it('asks for a new day where last month’s promise has passed and the rating still needs it', async () => {
    const stage = await birminghamStage(await testStore());
    await stage.at('2026-11-02T09:00:00Z');
    await fillIn(stage, 'lena.hart', '2026-11', {
      'IC3.rating': 'red',
      'IC3.done': 'The youth council lost its room.',
      'IC3.pathToGreen.what': 'rent a room in the library',
      'IC3.pathToGreen.who': 'Lena Hart',
      'IC3.pathToGreen.by': '2026-11-30',
    });
    await stage.at('2026-12-01T09:00:00Z');

    const refused = await fillIn(stage, 'lena.hart', '2026-12', {
      'IC3.rating': 'red',
      'IC3.done': 'No room yet.',
    });

    expect(outcome(refused)).toBe('IC3.pathToGreen.by: Path to green: say by when, for example 2026-11-30.');
    expect(await versions(stage, '2026-12', 'IC3')).toEqual([]);
  });

  it('does not carry an unanswered month’s colour into the next', async () => {
    const stage = await birminghamStage(await testStore());
    await stage.at('2026-11-02T09:00:00Z');
    await say(stage, 'lena.hart', 'green, youth council met twice');
    await stage.at('2026-11-13T17:00:00Z');
    await stage.at('2026-12-01T09:00:00Z');

    await stage.at('2026-12-14T17:00:00Z');

    expect(await versions(stage, '2026-12', 'IC3')).toEqual(['no_update nothing']);
  });
});
