import { describe, expect, it } from 'vitest';
import { chat, fillIn, outcome, press, say, send, wholeDatabase, words } from '../support/acts.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';

/** An invented NHS number with a right check digit, and a telephone number of the range kept for fiction. */
const nhsNumber = '943 476 5919';
const phone = '07700 900123';
const canary = `NHS ${nhsNumber}, call ${phone}`;

async function openMonth(): Promise<Stage> {
  const stage = await birminghamStage(await testStore());
  await stage.at('2026-11-02T09:00:00Z');
  return stage;
}

async function expectNothingStored(stage: Stage): Promise<void> {
  await stage.at(new Date(stage.clock.now().getTime() + 60_000).toISOString());
  const everything = await wholeDatabase(stage);
  const digits = everything.replace(/\s/g, '');
  expect(digits).not.toContain(nhsNumber.replace(/\s/g, ''));
  expect(digits).not.toContain(phone.replace(/\s/g, ''));
  expect(everything).toContain('Asha Verma');
}

describe('personal data in a form', () => {
  it('is masked in every field before it is stored; the rating is taken, and the person is told', async () => {
    const stage = await openMonth();

    const saved = await fillIn(stage, 'asha.verma', '2026-11', {
      'IC4.rating': 'red',
      'IC4.done': `Assessed a pupil, ${canary}.`,
      'IC4.next': `Ring back ${canary}.`,
      'IC4.pathToGreen.what': `visit, ${canary}`,
      'IC4.pathToGreen.who': `Priya Nair, ${canary}`,
      'IC4.pathToGreen.by': '2026-11-30',
      'IC4.ask.verb': 'decide',
      'IC4.ask.what': `what to do about ${canary}`,
      'IC4.evidence': `see ${canary}`,
    });

    expect(outcome(saved)).toContain('IC4 red');
    expect(outcome(saved)).toContain('an NHS number');
    expect(outcome(saved)).toContain('a phone number');
    expect(outcome(saved)).not.toContain('943');
    await expectNothingStored(stage);
    expect(await chat(stage, 'asha.verma')).toContain('[NHS number removed]');
  });

  it('is masked in the reason of a correction', async () => {
    const stage = await openMonth();
    await stage.at('2026-11-13T17:00:00Z');

    const saved = await fillIn(stage, 'lena.hart', '2026-11', {
      'IC3.rating': 'green',
      'IC3.done': 'Met.',
      reason: `Was with a family, ${canary}.`,
    });

    expect(outcome(saved)).toContain('Corrected');
    await expectNothingStored(stage);
  });

  it('is masked in the line of a "no change"', async () => {
    const stage = await openMonth();
    await fillIn(stage, 'lena.hart', '2026-11', { 'IC3.rating': 'amber', 'IC3.done': 'Half came.' });
    await stage.at('2026-11-13T17:00:00Z');
    await stage.at('2026-12-01T09:00:00Z');
    const answer = await press(stage, 'lena.hart', { verb: 'no_change', month: '2026-12' });
    if (!answer.form) throw new Error('No form was opened.');

    const saved = await send(stage, 'lena.hart', answer.form, {
      'IC3.done': `Still waiting, ${canary}.`,
      'IC3.pathToGreen.what': canary,
      'IC3.pathToGreen.who': canary,
      'IC3.pathToGreen.by': '2026-12-18',
    });

    expect(outcome(saved)).toContain('a phone number');
    await expectNothingStored(stage);
  });
});

describe('personal data in words', () => {
  it('is masked and told, whatever the words come to', async () => {
    const stage = await openMonth();
    const typed: readonly (readonly [string, string])[] = [
      ['lena.hart', `Green, met the family of a pupil (${canary})`],
      ['lena.hart', `I spoke to somebody, ${canary}`],
      ['lena.hart', `On leave until 20 November, ask Priya, ${phone}`],
      ['tom.osei', `Not sure, maybe amber or red. ${canary}`],
      ['tom.osei', `Tomorrow please, ${phone}`],
    ];

    for (const [email, text] of typed) {
      const answer = await say(stage, email, text);
      expect(words(answer)).toMatch(/what looks like .*(?:an NHS number|a phone number)/);
      expect(words(answer)).not.toContain('900123');
    }

    await expectNothingStored(stage);
  });

  it('is masked and told after the close as well, though nothing is recorded', async () => {
    const stage = await openMonth();
    await stage.at('2026-11-13T17:00:00Z');

    const answer = await say(stage, 'lena.hart', `Green, met a family, ${canary}`);

    expect(words(answer)).toContain('was not recorded');
    expect(words(answer)).toContain('an NHS number');
    await expectNothingStored(stage);
  });

  it('is masked in decisions, meetings, moderations and "we did", and told', async () => {
    const stage = await openMonth();
    await say(stage, 'lena.hart', 'green, met twice');
    await stage.at('2026-11-16T09:00:00Z');

    const answers = [
      await say(stage, 'sam.field', `meeting 2026-11-16 Board ${phone}`),
      await say(stage, 'grace.bell', `decide IC5 call the family on ${phone}`),
      await say(stage, 'noor.aziz', `moderate IC3 amber because of ${canary}`),
      await say(stage, 'sam.field', `voice V08 we rang them on ${phone}`),
    ];

    for (const answer of answers) expect(words(answer)).toMatch(/an NHS number|a phone number/);
    await expectNothingStored(stage);
  });

  it('in a text that is too long is not stored either', async () => {
    const stage = await openMonth();

    const answer = await say(stage, 'lena.hart', `Green. ${canary} ${'Nothing new. '.repeat(400)}`);

    expect(words(answer)).toContain('Nothing was recorded');
    await expectNothingStored(stage);
  });
});

describe('a colleague’s name', () => {
  it('is not personal data: who gets it back to green is kept as written', async () => {
    const stage = await openMonth();

    const saved = await fillIn(stage, 'lena.hart', '2026-11', {
      'IC3.rating': 'red',
      'IC3.done': 'The room is lost.',
      'IC3.pathToGreen.what': 'rent a room',
      'IC3.pathToGreen.who': 'Priya Nair and Dr Sarah Smith',
      'IC3.pathToGreen.by': '2026-11-30',
    });

    expect(outcome(saved)).not.toContain('looks like');
    expect(await wholeDatabase(stage)).toContain('Priya Nair and Dr Sarah Smith');
  });
});
