import { describe, expect, it } from 'vitest';
import type { Press } from '../../src/messages/message.ts';
import type { Answer } from '../../src/use-cases/conversation/answer.ts';
import type { Form } from '../../src/messages/forms/form.ts';
import type { SubmissionResult } from '../../src/use-cases/conversation/answer.ts';
import {
  auditVerbs,
  fillIn,
  outcome,
  press,
  records,
  say,
  send,
  wholeDatabase,
  words,
} from '../support/acts.ts';
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

describe('a work contact in what a board decides', () => {
  const office = 'sam.field';

  async function formOf(stage: Stage, typed: string): Promise<Form> {
    const { form } = await say(stage, office, typed);
    if (form === null) throw new Error(`No form for ${typed}.`);
    return form;
  }

  function keep(saved: SubmissionResult): Press {
    if (saved.kind !== 'saved') throw new Error(outcome(saved));
    return button(saved, /work contact, keep it/);
  }

  it('is left out of a decision and asked about, stays once it was confirmed and sent again, and the decision stands once', async () => {
    const stage = await openMonth();
    await say(stage, office, 'meeting 2026-11-02 Partnership Board');
    const minuted = { verb: 'Agreed', text: `the press office answers on ${phone}`, who: 'Asha Verma' };

    const first = await send(stage, office, await formOf(stage, 'decide IC5'), {
      ...minuted,
      due: '2026-12-01',
    });
    const clear = await wholeDatabase(stage);
    await press(stage, office, keep(first));
    const second = await send(stage, office, await formOf(stage, 'decide IC5'), {
      ...minuted,
      due: '2026-12-08',
    });

    expect(outcome(first)).toContain('what looks like a phone number');
    expect(clear).not.toContain(phone);
    expect(outcome(second)).toBe('Minuted about IC5 under the meeting of 2 November 2026.');
    expect(await records(stage).meetings.decisions()).toMatchObject([
      { text: `Agreed: ${minuted.text}`, ownerName: 'Asha Verma', due: '2026-12-08', kind: 'meeting_action' },
    ]);
    expect((await auditVerbs(stage))['decision_reworded']).toBe(1);
  });

  it('is asked about in the reason of a moderation, which then bears it and stands once', async () => {
    const stage = await openMonth();
    await say(stage, 'asha.verma', 'IC5 green, panels met every week');
    await stage.at('2026-11-13T17:00:00Z');
    const form = await formOf(stage, 'moderate IC5');
    const sent = { action: 'IC5', rating: 'red', reason: `The press office on ${phone} says otherwise` };

    const first = await send(stage, office, form, sent);
    const clear = await wholeDatabase(stage);
    await press(stage, office, keep(first));
    await send(stage, office, form, sent);
    const again = await say(stage, office, `moderate IC5 red because ${sent.reason}`);

    expect(clear).not.toContain(phone);
    const versionsOf = await records(stage).moderations.versions('2026-11', 'IC5');
    expect(versionsOf.map(({ reason }) => reason)).toEqual([
      'The press office on [phone number removed] says otherwise',
      sent.reason,
    ]);
    expect(words(again)).toContain('That stood there already');
  });

  it('passes once: the next decision with a number is asked about anew', async () => {
    const stage = await openMonth();
    await say(stage, office, 'meeting 2026-11-02 Partnership Board');
    const form = await formOf(stage, 'decide');
    await press(stage, office, keep(await send(stage, office, form, { text: `Call ${phone}` })));

    await send(stage, office, form, { text: `Call ${phone}` });
    const third = await send(stage, office, form, { text: 'Call 0121 496 0822' });

    expect(keep(third)).toBeDefined();
    expect(await wholeDatabase(stage)).not.toContain('0121 496 0822');
    expect(await records(stage).meetings.decisions()).toHaveLength(2);
  });

  it('is asked about in the name of a meeting, which then bears it and is in the calendar once', async () => {
    const stage = await openMonth();
    const form = await formOf(stage, 'meeting');
    const added = { on: '2026-12-03', title: `Board, dial in on ${phone}` };

    const first = await send(stage, office, form, added);
    await press(stage, office, keep(first));
    await send(stage, office, form, added);

    expect((await records(stage).meetings.all()).map(({ title }) => title)).toEqual([added.title]);
  });

  it('never lets a number with a check digit through, and leaves out what is to be left out', async () => {
    const stage = await openMonth();
    await say(stage, office, 'meeting 2026-11-02 Partnership Board');
    const form = await formOf(stage, 'decide');
    const first = await send(stage, office, form, { text: `Call ${phone}` });
    await press(stage, office, keep(first));

    await send(stage, office, form, { text: `Call ${phone} about ${nhsNumber}` });

    const everything = await wholeDatabase(stage);
    expect(everything).toContain(phone);
    expect(everything).not.toContain(nhsNumber);
  });

  it('is asked about when the decision or the meeting is typed, too', async () => {
    const stage = await openMonth();

    const meeting = await say(stage, office, `/bcp meeting 2026-11-02 Board on ${phone}`);
    const decided = await say(stage, office, `/bcp decide IC5 call ${phone}`);

    for (const answer of [meeting, decided]) expect(words(answer)).toContain('Is it a work contact');
    expect((await auditVerbs(stage))['personal_data_taken_out']).toBe(2);
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
