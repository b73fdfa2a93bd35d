import { describe, expect, it } from 'vitest';
import { refuseStranger } from '../../src/use-cases/refuse-stranger.ts';
import { openCycle } from '../../src/use-cases/open-cycle.ts';
import { recordUpdate, type RecordUpdate } from '../../src/use-cases/record-update.ts';
import { hear } from '../../src/use-cases/conversation/hear.ts';
import { pressButton } from '../../src/use-cases/conversation/press-button.ts';
import { submitForm } from '../../src/use-cases/conversation/submit-form.ts';
import {
  auditRows,
  auditVerbs,
  fillIn,
  inPrivate,
  nextKey,
  outcome,
  press,
  records,
  say,
  versions,
  words,
} from '../support/acts.ts';
import { birminghamStage, cast, holds, person, type Stage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';

async function openMonth(): Promise<Stage> {
  const stage = await birminghamStage(await testStore(), undefined, [
    ...cast,
    person('Una Known', 'bcc', []),
  ]);
  await stage.at('2026-11-02T09:00:00Z');
  return stage;
}

function green(code: string): RecordUpdate {
  return {
    month: '2026-11',
    actions: [
      {
        code,
        kind: 'update',
        content: {
          rating: 'green',
          done: 'Done.',
          next: '',
          pathToGreen: null,
          ask: null,
          evidence: [],
          startsOn: null,
        },
        basedOn: 0,
      },
    ],
    values: [],
    reason: null,
    eventKey: nextKey(),
    strictness: 'complete',
  };
}

describe('somebody whom the partnership does not know', () => {
  it('is refused politely, told whom to ask, and stands in the audit once', async () => {
    const stage = await openMonth();
    const account = {
      platform: 'rehearsal',
      tenantId: 'rehearsal',
      accountId: 'U123',
    } as const;

    const message = await refuseStranger(stage.deps, account);
    await refuseStranger(stage.deps, account);

    expect(message.summary).toBe(
      "I do not know you yet, so I can show you nothing. Please ask Sam Field, secretariat of Birmingham Children and Young People's Partnership, to add you.",
    );
    const rows = (await auditRows(stage)).filter(({ verb }) => verb === 'stranger_refused');
    expect(rows.map(({ personId, subject }) => [personId, subject])).toEqual([
      [null, 'account:rehearsal:rehearsal:U123'],
    ]);
  });

  it('in a workspace where no partnership works learns no names', async () => {
    const stage = await openMonth();

    const message = await refuseStranger(stage.deps, {
      platform: 'slack',
      tenantId: 'T999',
      accountId: 'U999',
    });

    expect(message.summary).toBe(
      'I do not know you yet, so I can show you nothing. Please ask the secretariat of your partnership to add you.',
    );
    expect((await auditVerbs(stage))['stranger_refused']).toBeUndefined();
  });

  it('and writes all day, stands in the audit once an hour', async () => {
    const stage = await openMonth();
    const account = { platform: 'rehearsal', tenantId: 'rehearsal', accountId: 'U123' } as const;

    for (const time of ['10:01', '10:02', '10:59', '11:00', '11:30']) {
      stage.clock.set(new Date(`2026-11-02T${time}:00Z`));
      await refuseStranger(stage.deps, account);
    }

    expect((await auditVerbs(stage))['stranger_refused']).toBe(2);
  });

  it('and presses a button, is told of the partnership whose button it is, and stands in its audit alone', async () => {
    const store = await testStore();
    const here = await birminghamStage(store, undefined, cast);
    const other = await birminghamStage(
      store,
      undefined,
      [person('Ola Reed', 'bcc', holds('secretariat'))],
      'solihull',
    );
    const account = { platform: 'rehearsal', tenantId: 'rehearsal', accountId: 'U123' } as const;

    const pressed = await refuseStranger(other.deps, { ...account, partnershipId: other.partnershipId });
    const typed = await refuseStranger(other.deps, account);

    expect(pressed.summary).toContain('Please ask Ola Reed, secretariat of');
    expect(pressed.summary).not.toContain('Sam Field');
    expect(typed.summary).toMatch(
      /Sam Field, secretariat of .*, or Ola Reed, secretariat of|Ola Reed.*Sam Field/,
    );
    expect((await auditVerbs(other))['stranger_refused']).toBe(1);
    expect((await auditVerbs(here))['stranger_refused']).toBe(1);
  });

  it('or is known but holds no role, is refused at every door, with an audit row each', async () => {
    const stage = await openMonth();
    const una = await stage.actor('una.known');

    const typed = await hear(stage.deps, una, { text: 'status', place: inPrivate, eventKey: 'a' });
    const pressed = await pressButton(stage.deps, una, {
      press: { verb: 'status', words: '' },
      place: inPrivate,
      eventKey: 'b',
    });
    const sent = await submitForm(stage.deps, una, {
      submission: { kind: 'update', carries: { month: '2026-11' }, answers: {} },
      eventKey: 'c',
    });

    expect(words(typed)).toContain('Please ask Sam Field');
    expect(words(pressed)).toContain('Please ask Sam Field');
    expect(outcome(sent)).toContain('Please ask Sam Field');
    const rows = (await auditRows(stage)).filter(({ verb }) => verb === 'stranger_refused');
    expect(rows.map(({ personId }) => personId)).toEqual([una.personId, una.personId, una.personId]);
  });
});

describe('somebody who may not', () => {
  it('answers for nobody else’s action, and the attempt stands in the audit', async () => {
    const stage = await openMonth();
    const tom = await stage.actor('tom.osei');

    const refused = await recordUpdate(stage.deps, tom, green('IC3'));

    expect(refused).toMatchObject({ ok: false, error: { kind: 'not_allowed' } });
    expect(refused.ok ? '' : refused.error.words).toMatch(
      /^IC3: Only the owner, the deputy, the cover or the secretariat may update it\./,
    );
    expect(await versions(stage, '2026-11', 'IC3')).toEqual([]);
    expect((await auditVerbs(stage))['update_refused']).toBe(1);
  });

  it('does not open, close, assign, moderate, decide or see deliveries', async () => {
    const stage = await openMonth();
    await stage.at('2026-11-16T09:00:00Z');

    const answers = [
      await say(stage, 'lena.hart', 'cycle open 2026-11'),
      await say(stage, 'lena.hart', 'cycle close 2026-11'),
      await say(stage, 'lena.hart', 'assign IC4 to Lena Hart'),
      await say(stage, 'lena.hart', 'leaves Asha Verma 2026-11-30'),
      await say(stage, 'lena.hart', 'moderate IC4 red because I say so'),
      await say(stage, 'lena.hart', 'decide IC4 it is cancelled'),
      await say(stage, 'lena.hart', 'deliveries'),
      await say(stage, 'lena.hart', 'people'),
      await say(stage, 'lena.hart', 'digest draft 2026-11'),
    ];

    for (const answer of answers) expect(words(answer)).toContain('Only ');
  });

  it('reads no digest before it is posted', async () => {
    const stage = await openMonth();
    await stage.at('2026-11-19T09:00:00Z');

    const answer = await say(stage, 'grace.bell', 'digest');

    expect((await records(stage).digests.all()).map(({ state }) => state)).toEqual(['draft']);
    expect(words(answer)).toContain('Until then only the secretariat reads it.');
  });

  it('does not choose for another in a question that was put to them', async () => {
    const stage = await openMonth();
    await say(stage, 'asha.verma', 'red');
    const asha = await stage.actor('asha.verma');
    const [question] = await records(stage).questions.openOf(asha.personId);

    const answer = await press(stage, 'tom.osei', {
      verb: 'choose',
      question: question?.id ?? '',
      option: 0,
    });

    expect(words(answer)).toBe('That question is not yours, or is no longer there.');
    expect(await versions(stage, '2026-11', 'IC4')).toEqual([]);
  });
});

describe('what cannot be', () => {
  it('is said for codes, months and people that are not there', async () => {
    const stage = await openMonth();
    const asha = await stage.actor('asha.verma');

    const code = await recordUpdate(stage.deps, asha, green('ZZ9'));
    const month = await recordUpdate(stage.deps, asha, { ...green('IC4'), month: 'soon' });
    const early = await recordUpdate(stage.deps, asha, { ...green('IC4'), month: '2027-03' });
    const button = await press(stage, 'asha.verma', { verb: 'update', month: '2026-99' });
    const undo = await press(stage, 'asha.verma', { verb: 'undo', month: '2026-11', codes: ['ZZ9'] });
    const nobody = await say(stage, 'sam.field', 'assign IC4 to Nobody Atall');

    expect(code.ok ? '' : code.error.words).toBe("There is no action ZZ9 in this month's plan.");
    expect(month.ok ? '' : month.error.words).toBe('"soon" is not a month. Open the form again.');
    expect(early.ok ? '' : early.error.words).toBe('March 2027 has not been opened yet.');
    expect(words(button)).toBe('"2026-99" is not a month. Open the form again.');
    expect(words(undo)).toBe("This month's plan has nothing called ZZ9.");
    expect(words(nobody)).toContain('Nobody called "Nobody Atall" is known to this partnership.');
  });

  it('a month is not opened before it begins or after it would have closed', async () => {
    const stage = await openMonth();

    const early = await openCycle(stage.deps, stage.partnershipId, '2027-01', null);
    const late = await openCycle(stage.deps, stage.partnershipId, '2026-10', null);

    expect(early.ok ? '' : early.error.words).toBe(
      'January 2027 has not begun. It opens by itself on Monday 4 January at 09:00.',
    );
    expect(late.ok ? '' : late.error.words).toBe(
      'October 2026 would have closed on Wednesday 14 October at 17:00; a month cannot be opened after its close.',
    );
  });

  it('a text over its limit is refused at its field, never cut, in a form and in words', async () => {
    const stage = await openMonth();
    const long = 'We met the heads of the schools. '.repeat(50);

    const form = await fillIn(stage, 'lena.hart', '2026-11', { 'IC3.rating': 'green', 'IC3.done': long });
    const typed = await say(stage, 'lena.hart', `Green. ${long}`);
    const longer = await say(stage, 'lena.hart', `Green. ${long.repeat(3)}`);

    expect(outcome(form)).toMatch(
      /^IC3\.done: What was done has 1,649 characters; the most is 1,500\. Please shorten it by 149\.$/,
    );
    expect(words(typed)).toContain('the most is 1,500');
    expect(words(longer)).toContain('bcp reads up to 4,000 at once. Nothing was recorded');
    expect(await versions(stage, '2026-11', 'IC3')).toEqual([]);
  });

  it('an empty form is not "saved"', async () => {
    const stage = await openMonth();

    const empty = await fillIn(stage, 'lena.hart', '2026-11', {});

    expect(outcome(empty)).toBe(': There is nothing in it to record: choose a rating or give a figure.');
  });

  it('a rating without the rest is recorded from words, and the rest is asked for', async () => {
    const stage = await openMonth();

    const red = await say(stage, 'lena.hart', 'red');
    const hold = await say(stage, 'asha.verma', 'IC4 on hold, waiting for the review');

    expect(words(red)).toContain(
      'IC3: This is red. Say what will get it back to green, who will do it, and by when. Press Edit.',
    );
    expect(words(hold)).toContain('IC4: On hold needs a decision of the board.');
    expect(await versions(stage, '2026-11', 'IC3')).toEqual(['update red']);
  });
});

describe('words that only look like a command', () => {
  it('are answers, and words that no object should know are no commands', async () => {
    const stage = await openMonth();

    const answers = [
      await say(stage, 'lena.hart', 'People are waiting longer than last year: amber'),
      await say(stage, 'tom.osei', 'SA1 green. Meeting held with schools.'),
      await say(stage, 'lena.hart', 'Status: amber, people are waiting'),
      await say(stage, 'lena.hart', 'Voice of young people heard: green'),
    ];
    const odd = [
      await say(stage, 'lena.hart', 'constructor'),
      await say(stage, 'lena.hart', '/bcp toString'),
    ];

    for (const answer of answers) expect(words(answer)).toContain('Recorded for November 2026');
    for (const answer of odd) expect(words(answer)).not.toContain('undefined');
  });

  it('said to bcp in a channel are a status; unaddressed they are nobody’s business', async () => {
    const stage = await openMonth();
    const lena = await stage.actor('lena.hart');
    const place = { kind: 'channel', channelId: 'board' } as const;

    const addressed = await hear(stage.deps, lena, { text: '@bcp status safe', place, eventKey: nextKey() });
    const overheard = await hear(stage.deps, lena, { text: 'amber, I think', place, eventKey: nextKey() });

    expect(words(addressed)).toContain('SAFE');
    expect(overheard).toEqual({ say: [], form: null, share: null, file: null });
  });

  it('of somebody who is asked nothing are a question about the plan', async () => {
    const stage = await openMonth();

    const answer = await say(stage, 'grace.bell', 'safe');

    expect(words(answer)).toContain('SAFE');
  });
});
