import { describe, expect, it } from 'vitest';
import { cycleCalendar } from '../../src/plan/cycle-calendar.ts';
import { defaultCycleSettings } from '../../src/plan/cycle-settings.ts';
import { chat, records } from '../support/acts.ts';
import { birminghamStage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';

/** Opens the month a minute too early and then on time; gives what happened each time. */
async function opens(instantBefore: string, instant: string): Promise<readonly (readonly string[])[]> {
  const stage = await birminghamStage(await testStore(), instantBefore);
  return [await stage.at(instantBefore), await stage.at(instant)];
}

describe('the clocks', () => {
  it('go back on 25 October: the month still opens at nine in London, now an hour later for the rest of the world', async () => {
    expect(await opens('2026-10-01T07:59:00Z', '2026-10-01T08:00:00Z')).toEqual([
      [],
      ['October 2026: opened, 3 people asked'],
    ]);
    expect(await opens('2026-11-02T08:59:00Z', '2026-11-02T09:00:00Z')).toEqual([
      [],
      ['November 2026: opened, 3 people asked'],
    ]);
  });

  it('go forward on 28 March: April opens an hour earlier for the rest of the world', async () => {
    expect(await opens('2027-04-01T07:59:00Z', '2027-04-01T08:00:00Z')).toEqual([
      [],
      ['April 2027: opened, 3 people asked'],
    ]);
  });

  it('do not move the hour of a prompt or a close on either side of the change', () => {
    const settings = {
      ...defaultCycleSettings,
      promptDay: 15,
      nudgeDays: [],
      deputyDay: 16,
      themeLeadDay: 17,
      closeDay: 18,
    };

    const march = cycleCalendar('2027-03', settings);

    expect(march.promptAt.toISOString()).toBe('2027-03-19T09:00:00.000Z');
    expect(march.closesAt.toISOString()).toBe('2027-03-24T17:00:00.000Z');
  });
});

describe('bank holidays', () => {
  it('January opens on the first working day after New Year, and nobody is asked before', async () => {
    const stage = await birminghamStage(await testStore(), '2026-12-31T23:00:00Z');

    const early = [await stage.at('2027-01-01T09:00:00Z'), await stage.at('2027-01-03T12:00:00Z')];
    const happened = await stage.at('2027-01-04T09:00:00Z');

    expect(early).toEqual([[], []]);
    expect(happened).toEqual(['January 2027: opened, 3 people asked']);
    expect(await chat(stage, 'lena.hart')).toContain('Friday 15 January at 17:00');
  });

  it('Easter and the early May holiday push the close of the month back', async () => {
    const stage = await birminghamStage(await testStore(), '2027-03-01T08:59:00Z');
    await stage.at('2027-03-01T09:00:00Z');
    const april = cycleCalendar('2026-04', defaultCycleSettings);

    expect(await chat(stage, 'lena.hart')).toContain('Friday 12 March at 17:00');
    expect(april.days).toMatchObject({
      prompt: '2026-04-01',
      nudges: ['2026-04-08', '2026-04-13'],
      close: '2026-04-16',
    });
  });

  it('no morning round is made on a holiday, a Saturday or a Sunday', async () => {
    const stage = await birminghamStage(await testStore(), '2026-12-01T08:59:00Z');
    await stage.at('2026-12-01T09:00:00Z');

    for (const day of ['2026-12-05', '2026-12-06']) await stage.at(`${day}T10:00:00Z`);
    const weekend = await records(stage).jobs.finished('round');
    await stage.at('2026-12-07T10:00:00Z');

    expect(weekend).toEqual([]);
    expect((await records(stage).jobs.finished('round')).map(({ slot }) => slot)).toEqual([
      '2026-12:2026-12-07',
    ]);
  });
});

describe('the turn of the year and the short month', () => {
  it('December closes before Christmas, and January looks back to it', async () => {
    const stage = await birminghamStage(await testStore(), '2026-12-01T08:59:00Z');
    await stage.at('2026-12-01T09:00:00Z');
    const closed = await stage.at('2026-12-14T17:00:00Z');

    await stage.at('2027-01-04T09:00:00Z');

    expect(closed.at(-1)).toBe('December 2026: closed, 17 without an update');
    expect(await chat(stage, 'lena.hart')).toContain('Last month: no update.');
  });

  it('February has all its days before March begins', () => {
    const { days } = cycleCalendar('2027-02', defaultCycleSettings);

    expect(days).toMatchObject({ prompt: '2027-02-01', close: '2027-02-12', digest: '2027-02-18' });
  });
});
