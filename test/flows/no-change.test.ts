import { describe, expect, it } from 'vitest';
import { asPrefilled, fillIn, press, records, say, send, outcome, versions, words } from '../support/acts.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';

const noChange = { verb: 'no_change', month: '2026-12' } as const;

/** November is answered as given; the clock stands in December, just after the prompts went out. */
async function inDecember(person: string, november: Readonly<Record<string, string>>): Promise<Stage> {
  const stage = await birminghamStage(await testStore());
  await stage.at('2026-11-02T09:00:00Z');
  const saved = await fillIn(stage, person, '2026-11', november);
  if (saved.kind !== 'saved') throw new Error(outcome(saved));
  await stage.at('2026-11-13T17:00:00Z');
  await stage.at('2026-12-01T09:00:00Z');
  return stage;
}

describe('"No change"', () => {
  it('is one tap where last month was green, and brings no promise of last month along', async () => {
    const stage = await inDecember('lena.hart', {
      'IC3.rating': 'green',
      'IC3.done': 'Met twice.',
      'IC3.pathToGreen.what': 'keep the room',
      'IC3.pathToGreen.who': 'Lena Hart',
      'IC3.pathToGreen.by': '2026-11-20',
      'IC3.ask.verb': 'note',
      'IC3.ask.what': 'the room is lent until spring',
      'IC3.ask.by': '2026-11-25',
    });

    const answer = await press(stage, 'lena.hart', noChange);

    expect(answer.form).toBeNull();
    expect(words(answer)).toContain('Recorded for December 2026: IC3 green.');
    const stored = await records(stage).updates.latest('2026-12', 'IC3');
    expect(stored).toMatchObject({
      kind: 'no_change',
      content: { rating: 'green', done: '', pathToGreen: null },
    });
    expect(stored?.content?.ask).toEqual({ verb: 'note', what: 'the room is lent until spring', by: null });
  });

  it('wants a line and a path to green where last month was red, and records nothing before', async () => {
    const stage = await inDecember('lena.hart', {
      'IC3.rating': 'red',
      'IC3.done': 'The room is lost.',
      'IC3.pathToGreen.what': 'rent a room',
      'IC3.pathToGreen.who': 'Lena Hart',
      'IC3.pathToGreen.by': '2026-11-30',
    });

    const answer = await press(stage, 'lena.hart', noChange);

    expect(await versions(stage, '2026-12', 'IC3')).toEqual([]);
    const form = answer.form;
    if (!form) throw new Error('No form was opened.');
    expect(form.groups[0]?.reminders[0]).toContain('rent a room (Lena Hart, by 30 November 2026)');
    const empty = await send(stage, 'lena.hart', form, {});
    expect(outcome(empty)).toContain('IC3.done');
    const saved = await send(stage, 'lena.hart', form, {
      'IC3.done': 'Still no room.',
      'IC3.pathToGreen.what': 'share the scouts’ hall',
      'IC3.pathToGreen.who': 'Lena Hart',
      'IC3.pathToGreen.by': '2026-12-18',
    });
    expect(outcome(saved)).toContain('IC3 red');
    expect(await versions(stage, '2026-12', 'IC3')).toEqual(['no_change red']);
  });

  it('wants the line for the second amber running as well', async () => {
    const stage = await inDecember('lena.hart', { 'IC3.rating': 'amber', 'IC3.done': 'Half of them came.' });

    const answer = await press(stage, 'lena.hart', noChange);

    expect(answer.form?.groups.map(({ code }) => code)).toEqual(['IC3']);
    expect(
      asPrefilled(
        answer.form ??
          (() => {
            throw new Error('No form');
          })(),
      ),
    ).toMatchObject({ 'IC3.done': '' });
    expect(await versions(stage, '2026-12', 'IC3')).toEqual([]);
  });

  it('records what can stand, opens the form for the rest, and says which figures are still to come', async () => {
    const stage = await inDecember('asha.verma', {
      'IC4.rating': 'green',
      'IC4.done': 'All posts filled.',
      'IC5.rating': 'amber',
      'IC5.done': 'Two schools are late.',
    });

    const answer = await press(stage, 'asha.verma', noChange);

    expect(words(answer)).toContain('IC4 green');
    expect(words(answer)).toMatch(/Still to come: .*I28.* want new figures\. Press Update\./);
    expect(answer.form?.groups.map(({ code }) => code)).toEqual(['IC5']);
    expect(await versions(stage, '2026-12', 'IC5')).toEqual([]);
  });

  it('cannot say again what was said for a day that has passed', async () => {
    const stage = await inDecember('lena.hart', {
      'IC3.rating': 'not_started',
      'IC3.done': 'It begins with the new term.',
      'IC3.startsOn': '2026-11-25',
    });

    const answer = await press(stage, 'lena.hart', noChange);

    expect(words(answer)).toBe(
      'Still to come: IC3 has nothing from last month that can stand again. Press Update.',
    );
    expect(await versions(stage, '2026-12', 'IC3')).toEqual([]);
  });

  it('pressed a second time changes nothing and says so', async () => {
    const stage = await inDecember('lena.hart', { 'IC3.rating': 'green', 'IC3.done': 'Met twice.' });
    await press(stage, 'lena.hart', noChange);

    const again = await press(stage, 'lena.hart', noChange);

    expect(again.say.map(({ summary }) => summary)).toEqual([
      'Everything you were asked for December 2026 is answered; nothing was changed. Press Edit to change it. Already recorded: IC3 by Lena Hart on 1 December at 09:00.',
    ]);
    expect(words(again)).toContain('[Edit]');
    expect(await versions(stage, '2026-12', 'IC3')).toEqual(['no_change green']);
  });

  it('may be typed, with a few words that are kept', async () => {
    const stage = await inDecember('lena.hart', { 'IC3.rating': 'green', 'IC3.done': 'Met twice.' });

    const answer = await say(stage, 'lena.hart', 'No change this month, the next meeting is in January');

    expect(words(answer)).toContain('IC3 green');
    const stored = await records(stage).updates.latest('2026-12', 'IC3');
    expect(stored?.kind).toBe('no_change');
    expect(stored?.content?.done).toContain('the next meeting is in January');
  });
});
