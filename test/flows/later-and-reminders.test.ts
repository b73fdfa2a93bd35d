import { describe, expect, it } from 'vitest';
import { chat, fillIn, press, records, say, send, words } from '../support/acts.ts';
import { birminghamStage, cast, type Stage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';

async function openMonth(): Promise<Stage> {
  const stage = await birminghamStage(await testStore());
  await stage.at('2026-11-02T09:00:00Z');
  return stage;
}

async function reminders(stage: Stage, email: string): Promise<number> {
  return (await stage.conversation(email)).filter((text) => /reminder|asked to be reminded/i.test(text))
    .length;
}

describe('reminders', () => {
  it('come on days 4 and 7 to whoever has not answered, and to nobody else', async () => {
    const stage = await openMonth();
    await say(stage, 'lena.hart', 'green, met twice');

    await stage.at('2026-11-05T09:00:00Z');
    await stage.at('2026-11-10T09:00:00Z');

    expect(await reminders(stage, 'lena.hart')).toBe(0);
    expect(await reminders(stage, 'tom.osei')).toBe(2);
    expect(await chat(stage, 'tom.osei')).toContain('A last reminder, Tom: ');
  });

  it('do not speak of "No change" where there is nothing that could stand', async () => {
    const stage = await openMonth();

    await stage.at('2026-11-05T09:00:00Z');

    const [, reminder] = await stage.conversation('lena.hart');
    expect(reminder).toContain('A reminder, Lena: one answer is still open');
    expect(reminder).not.toContain('No change');
  });
});

describe('"Later"', () => {
  it('offers the working days before the close', async () => {
    const stage = await openMonth();

    const answer = await press(stage, 'lena.hart', { verb: 'later', month: '2026-11' });

    const field = answer.form?.groups[0]?.fields[0];
    expect(field?.kind === 'choice' ? field.options.map(({ label }) => label) : []).toEqual([
      'Tuesday 3 November',
      'Wednesday 4 November',
      'Thursday 5 November',
      'Friday 6 November',
      'Monday 9 November',
      'Tuesday 10 November',
    ]);
  });

  it('keeps silent until the day, and comes back that morning, once', async () => {
    const stage = await openMonth();
    const answer = await press(stage, 'lena.hart', { verb: 'later', month: '2026-11' });
    if (!answer.form) throw new Error('No form was opened.');
    const saved = await send(stage, 'lena.hart', answer.form, { until: '2026-11-09' });

    await stage.at('2026-11-05T09:00:00Z');
    const before = await reminders(stage, 'lena.hart');
    await stage.at('2026-11-09T08:30:00Z');
    const early = await reminders(stage, 'lena.hart');
    const happened = await stage.at('2026-11-09T09:00:00Z');
    await stage.at('2026-11-09T12:00:00Z');

    expect(saved.kind === 'saved' ? words(saved) : '').toBe(
      'You hear from me on Monday 9 November, and not before. You may answer any time.',
    );
    expect([before, early]).toEqual([0, 0]);
    expect(happened).toEqual(['November 2026: morning round, 1 person told']);
    expect(await reminders(stage, 'lena.hart')).toBe(1);
    expect(await chat(stage, 'lena.hart')).toContain('You asked to be reminded today, Lena');
  });

  it('needs no reminder when the answer has come before the day', async () => {
    const stage = await openMonth();
    await say(stage, 'lena.hart', 'Friday');
    await say(stage, 'lena.hart', 'green, met twice');
    await stage.at('2026-11-05T09:00:00Z');

    const happened = await stage.at('2026-11-06T09:00:00Z');

    expect(happened).toEqual([]);
    expect(await reminders(stage, 'lena.hart')).toBe(0);
  });

  it('on a day of reminders brings one message, not two', async () => {
    const stage = await openMonth();
    await say(stage, 'lena.hart', 'next Tuesday');

    await stage.at('2026-11-10T09:00:00Z');

    expect(await reminders(stage, 'lena.hart')).toBe(1);
  });

  it('is refused after the close and for a day that lies beyond it', async () => {
    const stage = await openMonth();

    const beyond = await say(stage, 'lena.hart', 'remind me on 20 November');
    await stage.at('2026-11-13T17:00:00Z');
    const late = await press(stage, 'lena.hart', { verb: 'later', month: '2026-11' });

    expect(words(beyond)).toContain('not later than Friday 13 November, when the month closes');
    expect(words(late)).toContain('This month is closed. Press Correct to add to it.');
    const lena = await stage.actor('lena.hart');
    expect((await records(stage).prompts.ofPerson('2026-11', lena.personId))?.deferredUntil).toBeNull();
  });
});

describe('the theme lead', () => {
  it('hears on day 9 what has no update, whose it is, and what nobody owns', async () => {
    const stage = await openMonth();
    await fillIn(stage, 'lena.hart', '2026-11', { 'IC3.rating': 'green', 'IC3.done': 'Met.' });

    await stage.at('2026-11-12T09:00:00Z');

    const told = await chat(stage, 'noor.aziz');
    expect(told).toContain('Inclusive cultures, fewer exclusions: Asha Verma');
    expect(told).toMatch(/IC1 .*: nobody owns it/);
    expect(told).not.toContain('IC3');
    expect(told).not.toContain('SA1');
  });

  it('hears nothing when everything has come', async () => {
    const people = cast.map((person) =>
      person.email.startsWith('noor')
        ? {
            ...person,
            roles: [
              {
                kind: 'theme_lead',
                scope: { kind: 'theme', code: 'safety' },
                startsOn: '2026-01-01',
                endsOn: null,
              },
            ] as const,
          }
        : person,
    );
    const stage = await birminghamStage(await testStore(), undefined, people);
    await stage.at('2026-11-02T09:00:00Z');
    for (const code of ['SA1', 'SA2', 'SA3', 'SA4', 'SA5', 'SA6'])
      await say(stage, 'sam.field', `assign ${code} to Tom Osei`);
    await say(stage, 'tom.osei', 'SA1 green. SA2 green. SA3 green. SA4 green. SA5 green. SA6 green.');

    await stage.at('2026-11-12T09:00:00Z');

    expect(await stage.conversation('noor.aziz')).toEqual([]);
  });
});
