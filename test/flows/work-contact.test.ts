import { describe, expect, it } from 'vitest';
import type { Press } from '../../src/messages/message.ts';
import type { Answer } from '../../src/use-cases/conversation/answer.ts';
import { auditVerbs, fillIn, outcome, press, say, wholeDatabase, words } from '../support/acts.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';

const owner = 'lena.hart';
/** A number of the range kept for fiction, and an invented NHS number with a right check digit. */
const phone = '0121 496 0911';
const nhsNumber = '943 476 5919';

async function openMonth(): Promise<Stage> {
  const stage = await birminghamStage(await testStore());
  await stage.at('2026-11-02T09:00:00Z');
  return stage;
}

function button(answer: Pick<Answer, 'say'>, label: RegExp): Press {
  const buttons = answer.say.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : [])),
  );
  const found = buttons.find((each) => label.test(each.label));
  if (!found)
    throw new Error(`No button ${String(label)} among: ${buttons.map((each) => each.label).join(', ')}`);
  return found.press;
}

describe('a number that may be a work contact', () => {
  it('is left out and asked about; the rating is taken and nothing clear is stored', async () => {
    const stage = await openMonth();

    const answer = await say(stage, owner, `IC3 amber, press office is on ${phone}`);

    expect(words(answer)).toContain('IC3');
    expect(words(answer)).toContain('Is it a work contact');
    expect(words(answer)).not.toContain('496');
    expect((await wholeDatabase(stage)).replace(/\s/g, '')).not.toContain(phone.replace(/\s/g, ''));
  });

  it('stays once it was confirmed and sent again, and only that once', async () => {
    const stage = await openMonth();
    const first = await say(stage, owner, `IC3 amber, press office is on ${phone}`);

    const confirmed = await press(stage, owner, button(first, /work contact, keep it/));
    await say(stage, owner, `IC3 amber, press office is on ${phone}`);
    const again = await say(stage, owner, 'IC3 amber, the other office is on 0121 496 0822');

    expect(words(confirmed)).toContain('send that line once more within 15 minutes');
    expect(await wholeDatabase(stage)).toContain(phone);
    expect(words(again)).toContain('Is it a work contact');
    expect(await wholeDatabase(stage)).not.toContain('0121 496 0822');
  });

  it('is masked again when it comes after the fifteen minutes', async () => {
    const stage = await openMonth();
    const first = await say(stage, owner, `IC3 amber, press office is on ${phone}`);
    await press(stage, owner, button(first, /keep it/));
    await stage.at(new Date(stage.clock.now().getTime() + 16 * 60_000).toISOString());

    await say(stage, owner, `IC3 amber, press office is on ${phone}`);

    expect(await wholeDatabase(stage)).not.toContain(phone);
  });

  it('never lets a number with a check digit through with it', async () => {
    const stage = await openMonth();
    const first = await say(stage, owner, `IC3 amber, press office is on ${phone}`);
    await press(stage, owner, button(first, /keep it/));

    await say(stage, owner, `IC3 amber, press office is on ${phone}, pupil ${nhsNumber}`);

    expect(await wholeDatabase(stage)).not.toContain(nhsNumber);
  });

  it('stays out where the person says so, and the press counts once', async () => {
    const stage = await openMonth();
    const first = await say(stage, owner, `IC3 amber, call ${phone}`);
    const leave = button(first, /Leave it out/);

    const left = await press(stage, owner, leave);
    const second = await press(stage, owner, leave);

    expect(words(left)).toContain('Left out');
    expect(words(second)).toContain('answered that already');
    expect(await wholeDatabase(stage)).not.toContain(phone);
  });

  it('is asked about after a form too, and the form may then hold it', async () => {
    const stage = await openMonth();
    const filled = { 'IC3.rating': 'amber', 'IC3.done': `Press office: ${phone}` };
    const saved = await fillIn(stage, owner, '2026-11', filled);
    if (saved.kind !== 'saved') throw new Error(outcome(saved));

    await press(stage, owner, button(saved, /keep it/));
    await fillIn(stage, owner, '2026-11', filled);

    expect(await wholeDatabase(stage)).toContain(phone);
  });

  it('cannot be confirmed by anybody else', async () => {
    const stage = await openMonth();
    const first = await say(stage, owner, `IC3 amber, call ${phone}`);

    const other = await press(stage, 'asha.verma', button(first, /keep it/));

    expect(words(other)).toContain('not yours');
  });
});

describe('what was taken out', () => {
  it('is counted by kind for the secretariat, without the words, and a message delivered twice counts once', async () => {
    const stage = await openMonth();
    await say(stage, owner, `IC3 amber, pupil ${nhsNumber}, call ${phone}`, 'once');
    await say(stage, owner, `IC3 amber, pupil ${nhsNumber}, call ${phone}`, 'once');
    await fillIn(stage, 'asha.verma', '2026-11', { 'IC4.rating': 'green', 'IC4.done': `Saw ${nhsNumber}` });

    const cycle = await say(stage, 'sam.field', 'cycle');
    const owners = await say(stage, owner, 'cycle');

    expect(words(cycle)).toContain('NHS number 2, phone number 1');
    expect(words(owners)).not.toContain('Personal data taken out');
    expect((await auditVerbs(stage))['personal_data_taken_out']).toBe(2);
  });
});
