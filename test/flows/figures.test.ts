import { describe, expect, it } from 'vitest';
import {
  chat,
  figures,
  fillIn,
  openForm,
  outcome,
  press,
  records,
  say,
  send,
  words,
} from '../support/acts.ts';
import { birminghamStage, cast, owner, person, type Stage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';
import type { PersonToImport } from '../../src/use-cases/import-people.ts';

const measureOwner = (...codes: string[]): PersonToImport['roles'] =>
  codes.map((code) => ({
    kind: 'owner',
    scope: { kind: 'measure', code },
    startsOn: '2026-01-01',
    endsOn: null,
  }));

/** One person who gives these figures and answers for nothing else. */
async function keeper(start: string, ...codes: string[]): Promise<Stage> {
  const people = [...cast, person('Kit Moss', 'bcc', measureOwner(...codes))];
  const stage = await birminghamStage(await testStore(), start, people);
  return stage;
}

async function askedOf(stage: Stage, month: string): Promise<readonly string[]> {
  const { personId } = await stage.actor('kit.moss');
  const prompt = await records(stage).prompts.ofPerson(month, personId);
  return (prompt?.items ?? []).flatMap((item) =>
    item.kind === 'measure' ? [`${item.code} ${item.period.key} ${item.status}`] : [],
  );
}

async function valueOf(stage: Stage, code: string): Promise<unknown> {
  const [value] = await records(stage).values.latest([code]);
  return (
    value && {
      state: value.state,
      value: value.value,
      numerator: value.numerator,
      denominator: value.denominator,
    }
  );
}

describe('a figure', () => {
  it('is asked for when its publication is due, once, and not again when it is known', async () => {
    const stage = await keeper('2026-10-01T07:59:00Z', 'I25');
    await stage.at('2026-10-01T08:00:00Z');
    const october = await askedOf(stage, '2026-10');
    await say(stage, 'kit.moss', 'I25 is 61');
    await stage.at('2026-10-14T16:00:00Z');

    await stage.at('2026-11-02T09:00:00Z');

    expect(october).toEqual(['I25 2026/27-Q2 final']);
    expect(await askedOf(stage, '2026-11')).toEqual([]);
    expect(await stage.conversation('kit.moss')).toHaveLength(1);
  });

  it('that is not published yet is asked for again the next month, until it is there', async () => {
    const stage = await keeper('2026-10-01T07:59:00Z', 'I25');
    await stage.at('2026-10-01T08:00:00Z');
    await fillIn(stage, 'kit.moss', '2026-10', { 'I25.state': 'not_published' });
    await stage.at('2026-10-14T16:00:00Z');
    await stage.at('2026-11-02T09:00:00Z');
    const november = await askedOf(stage, '2026-11');
    await fillIn(stage, 'kit.moss', '2026-11', { 'I25.value': '61' });
    await stage.at('2026-11-13T17:00:00Z');

    await stage.at('2026-12-01T09:00:00Z');

    expect(november).toEqual(['I25 2026/27-Q2 final']);
    expect(await askedOf(stage, '2026-12')).toEqual([]);
    expect(await figures(stage, 'I25')).toEqual(['2026/27-Q2 value 61 v2']);
  });

  it('that nobody gave is asked for again; one that is not collected is not', async () => {
    const stage = await keeper('2026-10-01T07:59:00Z', 'I25', 'I36');
    await stage.at('2026-10-01T08:00:00Z');
    await fillIn(stage, 'kit.moss', '2026-10', { 'I36.state': 'not_collected' });
    await stage.at('2026-10-14T16:00:00Z');

    await stage.at('2026-11-02T09:00:00Z');

    expect(await askedOf(stage, '2026-11')).toEqual(['I25 2026/27-Q2 final']);
  });

  it('that is provisional is asked for once more when the final one is due', async () => {
    const stage = await keeper('2026-09-01T07:59:00Z', 'I06');
    await stage.at('2026-09-01T08:00:00Z');
    const september = await askedOf(stage, '2026-09');
    await fillIn(stage, 'kit.moss', '2026-09', { 'I06.value': '58.1', 'I06.provisional': 'true' });
    await stage.at('2026-09-14T16:00:00Z');
    await stage.at('2026-10-01T08:00:00Z');
    await stage.at('2026-11-02T09:00:00Z');
    await stage.at('2026-12-01T09:00:00Z');

    await fillIn(stage, 'kit.moss', '2026-12', { 'I06.value': '58.4' });

    expect(september).toEqual(['I06 2025/26 provisional']);
    expect(await askedOf(stage, '2026-10')).toEqual([]);
    expect(await askedOf(stage, '2026-12')).toEqual(['I06 2025/26 final']);
    expect(
      (
        await records(stage).values.versions('I06', 'partnership', { kind: 'academic_year', key: '2025/26' })
      ).map(({ value, provisional }) => [value, provisional]),
    ).toEqual([
      [58.1, true],
      [58.4, false],
    ]);
  });

  it('may be given as how many of how many; the percentage is worked out and the counts are kept', async () => {
    const stage = await keeper('2026-11-02T08:59:00Z', 'I05');
    await stage.at('2026-11-02T09:00:00Z');

    const saved = await fillIn(stage, 'kit.moss', '2026-11', {
      'I05.numerator': '19',
      'I05.denominator': '31',
    });

    expect(outcome(saved)).toContain('61.3% (19 of 31)');
    expect(await valueOf(stage, 'I05')).toEqual({
      state: 'value',
      value: 61.3,
      numerator: 19,
      denominator: 31,
    });
  });

  it('may be "fewer than five", and is then no number; "<50" is no such thing', async () => {
    const stage = await keeper('2026-11-02T08:59:00Z', 'I28');
    await stage.at('2026-11-02T09:00:00Z');

    const wrong = await fillIn(stage, 'kit.moss', '2026-11', { 'I28.value': '<50' });
    const saved = await fillIn(stage, 'kit.moss', '2026-11', { 'I28.value': '<5' });

    expect(outcome(wrong)).toContain('I28.value: "<50" is not a number bcp can read.');
    expect(outcome(saved)).toContain('fewer than');
    expect(await valueOf(stage, 'I28')).toEqual({
      state: 'suppressed',
      value: null,
      numerator: null,
      denominator: null,
    });
  });

  it('may be taken back and given anew', async () => {
    const stage = await keeper('2026-11-02T08:59:00Z', 'I28');
    await stage.at('2026-11-02T09:00:00Z');
    await fillIn(stage, 'kit.moss', '2026-11', { 'I28.value': '41' });
    await fillIn(stage, 'kit.moss', '2026-11', { 'I28.value': '43' });

    const first = await say(stage, 'kit.moss', 'undo');
    const second = await say(stage, 'kit.moss', 'undo');
    const third = await say(stage, 'kit.moss', 'undo');

    expect([first, second, third].map(words)).toEqual([
      'Taken back. Now I28 for October 2026 is 41.',
      'Taken back. Now I28 for October 2026 has no figure yet.',
      'There is nothing of yours left to take back.',
    ]);
    const form = await openForm(stage, 'kit.moss', '2026-11');
    expect(form.groups[0]?.fields[0]).toMatchObject({ name: 'I28.value', value: '' });
  });
});

describe('an odd-looking figure in the form', () => {
  it('is asked about at its field, and taken once it has been checked', async () => {
    const stage = await keeper('2026-10-01T07:59:00Z', 'I28');
    await stage.at('2026-10-01T08:00:00Z');
    await fillIn(stage, 'kit.moss', '2026-10', { 'I28.value': '41' });
    await stage.at('2026-11-02T09:00:00Z');
    const form = await openForm(stage, 'kit.moss', '2026-11');

    const asked = await send(stage, 'kit.moss', form, { 'I28.value': '410' });
    const confirmed = await send(stage, 'kit.moss', form, { 'I28.value': '410', 'I28.confirmed': 'true' });

    expect(outcome(asked)).toBe('I28.value: 410 is ten times 41 for September 2026 or more. Is it right?');
    expect(outcome(confirmed)).toContain('410 for October 2026');
  });

  it('0.613 where 61.3 is meant is noticed', async () => {
    const stage = await keeper('2026-11-02T08:59:00Z', 'I05');
    await stage.at('2026-11-02T09:00:00Z');

    const asked = await fillIn(stage, 'kit.moss', '2026-11', { 'I05.value': '0.613' });

    expect(outcome(asked)).toBe('I05.value: Do you mean 61.3% or really 0.613%?');
    expect(await figures(stage, 'I05')).toEqual([]);
  });
});

describe('an odd-looking figure in words', () => {
  it('is not recorded but asked about, with what was probably meant as a button', async () => {
    const stage = await keeper('2026-11-02T08:59:00Z', 'I05');
    await stage.at('2026-11-02T09:00:00Z');

    const asked = await say(stage, 'kit.moss', 'I05 0.613');
    const before = await figures(stage, 'I05');
    const question = asked.say.at(-1);
    const buttons = question?.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : [])) ?? [];
    const meant = buttons.find(({ label }) => label.includes('61.3%'));
    if (!meant) throw new Error(`61.3% is not offered: ${words(asked)}`);
    const chosen = await press(stage, 'kit.moss', meant.press);
    const again = await press(stage, 'kit.moss', meant.press);

    expect(before).toEqual([]);
    expect(words(chosen)).toContain('I05 61.3% for October 2026');
    expect(words(again)).toBe(
      'You have answered that already; nothing was changed. Press Edit to change it.',
    );
    expect(await figures(stage, 'I05')).toEqual(['2026-10 value 61.3 v1']);
  });

  it('tenfold is asked about; the certain part of the same message is recorded', async () => {
    const others = cast.filter(({ name }) => name !== 'Asha Verma');
    const people = [...others, person('Kit Moss', 'bcc', [...measureOwner('I28'), ...owner('IC7')])];
    const stage = await birminghamStage(await testStore(), '2026-10-01T07:59:00Z', people);
    await stage.at('2026-10-01T08:00:00Z');
    await fillIn(stage, 'kit.moss', '2026-10', { 'I28.value': '41' });
    await stage.at('2026-11-02T09:00:00Z');

    const answer = await say(stage, 'kit.moss', 'Green, all on course. I28 is 410');

    expect(words(answer)).toContain('Recorded for November 2026: IC7 green.');
    expect(words(answer)).toMatch(/many times the figure before/);
    expect(await figures(stage, 'I28')).toEqual(['2026-09 value 41 v1']);
  });

  it('for a month where a quarter is asked for is asked about', async () => {
    const stage = await keeper('2026-10-01T07:59:00Z', 'I25');
    await stage.at('2026-10-01T08:00:00Z');

    const answer = await say(stage, 'kit.moss', 'I25 is 61 in September');

    expect(await figures(stage, 'I25')).toEqual([]);
    expect(words(answer)).toContain('?');
  });
});

describe('a figure that two people give', () => {
  it('is one record with both versions, and the owner of the action is told', async () => {
    const stage = await birminghamStage(await testStore());
    await stage.at('2026-11-02T09:00:00Z');
    await fillIn(stage, 'asha.verma', '2026-11', { 'I05.value': '61.2' });

    await say(stage, 'priya.nair', 'I05 is 62.4');
    await stage.at('2026-11-02T09:10:00Z');

    expect(await figures(stage, 'I05')).toEqual(['2026-10 value 62.4 v2']);
    expect(await chat(stage, 'asha.verma')).toContain('Priya Nair has changed what stood');
  });
});
