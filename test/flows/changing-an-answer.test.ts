import { describe, expect, it } from 'vitest';
import {
  auditVerbs,
  chat,
  figures,
  fillIn,
  openForm,
  outcome,
  press,
  records,
  say,
  send,
  versions,
  words,
} from '../support/acts.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { onEveryDatabase, testStore } from '../support/database.ts';

async function openMonth(): Promise<Stage> {
  const stage = await birminghamStage(await testStore());
  await stage.at('2026-11-02T09:00:00Z');
  return stage;
}

describe('until the close', () => {
  it('an answer can be edited: each version is kept, and only what was changed is a new one', async () => {
    const stage = await openMonth();
    await fillIn(stage, 'asha.verma', '2026-11', {
      'IC4.rating': 'amber',
      'IC4.done': 'One recruited.',
      'IC5.rating': 'green',
      'IC5.done': 'On course.',
      'I28.value': '41',
    });
    const edit = await openForm(stage, 'asha.verma', '2026-11', false);

    const saved = await send(stage, 'asha.verma', edit, { 'IC4.done': 'Two recruited.' });

    expect(outcome(saved)).toContain('IC4');
    expect(outcome(saved)).not.toContain('IC5');
    expect(await versions(stage, '2026-11', 'IC4')).toEqual(['update amber', 'edit amber']);
    expect(await versions(stage, '2026-11', 'IC5')).toEqual(['update green']);
    expect(await figures(stage, 'I28')).toEqual(['2026-10 value 41 v1']);
  });

  it('words without a rating are not left out: the form stays, and says at the rating what is missing', async () => {
    const stage = await openMonth();
    const sent = {
      'IC4.rating': 'green',
      'IC4.done': 'Two recruited.',
      'IC5.ask.verb': 'decide',
      'IC5.ask.what': 'Agree the agency spend.',
    };

    const refused = await fillIn(stage, 'asha.verma', '2026-11', sent);
    const saved = await fillIn(stage, 'asha.verma', '2026-11', { ...sent, 'IC5.rating': 'amber' });

    expect(refused).toEqual({
      kind: 'problems',
      problems: [{ field: 'IC5.rating', words: 'Choose a rating for IC5; what you wrote is kept.' }],
    });
    expect(outcome(saved)).toContain('IC5');
    expect(await versions(stage, '2026-11', 'IC4')).toEqual(['update green']);
  });

  it('last month’s words that stand in the form are nobody’s answer', async () => {
    const stage = await openMonth();
    await fillIn(stage, 'asha.verma', '2026-11', {
      'IC4.rating': 'green',
      'IC4.done': 'Two recruited.',
      'IC4.next': 'Recruit two more.',
      'IC5.rating': 'red',
      'IC5.done': 'Nobody applied.',
      'IC5.pathToGreen.what': 'Advertise again',
      'IC5.pathToGreen.who': 'Asha Verma',
      'IC5.pathToGreen.by': '2026-12-15',
      'IC5.ask.verb': 'decide',
      'IC5.ask.what': 'Agree the agency spend.',
    });
    await stage.at('2026-11-13T17:00:00Z');
    await stage.at('2026-12-01T09:00:00Z');

    const saved = await fillIn(stage, 'asha.verma', '2026-12', {
      'IC4.rating': 'green',
      'IC4.done': 'All in post.',
    });

    expect(outcome(saved)).toContain('IC4');
    expect(await versions(stage, '2026-12', 'IC5')).toEqual([]);
  });

  it('a second message adds to the first: what it does not speak of stays', async () => {
    const stage = await openMonth();
    await say(stage, 'lena.hart', 'Amber, half of them came. Need the board to agree the hall rent.');

    await say(stage, 'lena.hart', 'red');

    const stored = await records(stage).updates.latest('2026-11', 'IC3');
    expect(stored?.content).toMatchObject({ rating: 'red', ask: { verb: 'agree' } });
    expect(stored?.content?.done).toMatch(/half of them came/i);
  });

  it('Undo goes back one answer at a time, to nothing at all', async () => {
    const stage = await openMonth();
    await say(stage, 'lena.hart', 'green, met twice');
    await say(stage, 'lena.hart', 'amber, met once');
    await say(stage, 'lena.hart', 'red, not met');

    const said = [
      await say(stage, 'lena.hart', 'undo'),
      await say(stage, 'lena.hart', 'undo'),
      await say(stage, 'lena.hart', 'undo'),
      await say(stage, 'lena.hart', 'undo'),
    ];

    expect(said.map(words)).toEqual([
      'Taken back. Now IC3 is amber.',
      'Taken back. Now IC3 is green.',
      'Taken back. Now IC3 is not yet answered.',
      'There is nothing of yours left to take back.',
    ]);
    expect((await versions(stage, '2026-11', 'IC3')).slice(3)).toEqual([
      'undo amber',
      'undo green',
      'undo nothing',
    ]);
  });

  it('Undo takes back a rating and a figure that were said in one go', async () => {
    const stage = await openMonth();
    await say(stage, 'asha.verma', 'IC4 green, all posts filled');
    stage.clock.set(new Date('2026-11-02T10:00:00Z'));
    await say(stage, 'asha.verma', 'IC5 amber, two schools late. I28 is 41');

    const undone = await say(stage, 'asha.verma', 'undo');
    await stage.at('2026-11-02T10:10:00Z');

    expect(words(undone)).toBe(
      'Taken back. Now IC5 is not yet answered, I28 for October 2026 has no figure yet.',
    );
    expect(await versions(stage, '2026-11', 'IC4')).toEqual(['update green']);
    const receipt = await chat(stage, 'asha.verma');
    expect(receipt).toContain('1 recorded, 5 to go');
    expect(receipt).not.toContain(' 41');
  });

  it('what stands again after an undo is still said by who had said it', async () => {
    const stage = await openMonth();
    await say(stage, 'priya.nair', 'IC4 amber, one post filled');
    await say(stage, 'asha.verma', 'IC4 green, all posts filled');

    await say(stage, 'asha.verma', 'undo');
    await stage.at('2026-11-02T09:10:00Z');

    const stored = await records(stage).updates.latest('2026-11', 'IC4');
    expect(stored?.byPersonId).toBe((await stage.actor('priya.nair')).personId);
    expect(await chat(stage, 'asha.verma')).toContain('Priya Nair, 2 November at 09:00');
    expect(words(await say(stage, 'asha.verma', 'undo'))).toBe(
      'There is nothing of yours left to take back.',
    );
  });

  it('nobody takes back what somebody else said', async () => {
    const stage = await openMonth();
    await say(stage, 'priya.nair', 'IC4 amber, one post filled');

    const answer = await press(stage, 'asha.verma', { verb: 'undo', month: '2026-11', codes: ['IC4'] });

    expect(words(answer)).toBe('There is nothing of yours left to take back.');
    expect(await versions(stage, '2026-11', 'IC4')).toEqual(['update amber']);
  });
});

onEveryDatabase((openStore) => {
  describe('after the close', () => {
    it('an answer is a correction: it wants a reason, is shown as one, and what was not touched stays', async () => {
      const stage = await birminghamStage(await openStore());
      await stage.at('2026-11-02T09:00:00Z');
      await fillIn(stage, 'asha.verma', '2026-11', { 'IC4.rating': 'amber', 'IC4.done': 'One recruited.' });
      await stage.at('2026-11-13T17:00:00Z');
      const form = await openForm(stage, 'asha.verma', '2026-11', false);

      const without = await send(stage, 'asha.verma', form, {
        'IC5.rating': 'green',
        'IC5.done': 'On course.',
      });
      const saved = await send(stage, 'asha.verma', form, {
        'IC5.rating': 'green',
        'IC5.done': 'On course.',
        reason: 'I was ill on the day.',
      });
      await stage.at('2026-11-13T18:00:00Z');

      expect(form.kind).toBe('correction');
      expect(outcome(without)).toContain('reason: November 2026 is closed.');
      expect(outcome(saved)).toContain('Corrected for November 2026');
      const stored = await records(stage).updates.latest('2026-11', 'IC5');
      expect(stored).toMatchObject({ kind: 'correction', reason: 'I was ill on the day.' });
      expect(await versions(stage, '2026-11', 'IC5')).toEqual(['no_update nothing', 'correction green']);
      expect(await versions(stage, '2026-11', 'IC4')).toEqual(['update amber']);
      expect((await auditVerbs(stage))['update_corrected']).toBe(1);
    });
  });
});

describe('a month that closes while somebody writes', () => {
  it('keeps the form open and says how it can still be sent', async () => {
    const stage = await openMonth();
    const form = await openForm(stage, 'lena.hart', '2026-11');
    await stage.at('2026-11-13T17:00:00Z');

    const late = await send(stage, 'lena.hart', form, { 'IC3.rating': 'green', 'IC3.done': 'Met.' });

    expect(outcome(late)).toContain(
      ': November 2026 is closed. It can still be corrected: press Correct and say why.',
    );
    expect(late).toMatchObject({ kind: 'problems', problems: [{ field: '' }] });
    expect(await versions(stage, '2026-11', 'IC3')).toEqual(['no_update nothing']);
  });

  it('in words: it is not recorded, and a button leads to the correction', async () => {
    const stage = await openMonth();
    await stage.at('2026-11-13T17:00:00Z');

    const late = await say(stage, 'lena.hart', 'green, met twice');

    expect(words(late)).toContain('November 2026 is closed, so this was not recorded.');
    expect(late.say[0]?.parts.at(-1)).toMatchObject({
      kind: 'buttons',
      buttons: [{ press: { verb: 'edit' } }],
    });
  });
});
