import { describe, expect, it } from 'vitest';
import type { Form } from '../../src/messages/forms/form.ts';
import type { ChannelAtHand, Place } from '../../src/use-cases/conversation/answer.ts';
import { hear } from '../../src/use-cases/conversation/hear.ts';
import { commandNamed } from '../../src/use-cases/conversation/run-command.ts';
import { success } from '../../src/kit/result.ts';
import { auditVerbs, chat, nextKey, outcome, press, records, say, send, words } from '../support/acts.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';

async function stageAt(instant = '2026-11-02T09:00:00Z'): Promise<Stage> {
  const stage = await birminghamStage(await testStore());
  await stage.at(instant);
  return stage;
}

async function formOf(stage: Stage, email: string, typed: string): Promise<Form> {
  const answer = await say(stage, email, typed);
  if (!answer.form) throw new Error(`No form was opened: ${words(answer)}`);
  return answer.form;
}

/** Somebody types a command in a channel; `look` is what the platform says of who reads there. */
async function inChannel(
  stage: Stage,
  email: string,
  text: string,
  channelId: string,
  look: { readonly name: string; readonly why?: string } = { name: '#board' },
) {
  const channel: ChannelAtHand = {
    tenantId: 'rehearsal',
    look: () =>
      Promise.resolve(
        success({ name: look.name, reach: look.why ? 'shared' : 'members', why: look.why ?? '' } as const),
      ),
  };
  const place: Place = { kind: 'channel', channelId, channel };
  return hear(stage.deps, await stage.actor(email), { text: `/bcp ${text}`, place, eventKey: nextKey() });
}

describe('the secretariat gives an action to somebody by a form', () => {
  it('that "assign" opens, and the person is asked to accept', async () => {
    const stage = await stageAt();
    const { personId } = await stage.actor('grace.bell');

    const form = await formOf(stage, 'sam.field', 'assign IC1');
    const sent = await send(stage, 'sam.field', form, { person: personId });
    await stage.at('2026-11-02T09:05:00Z');

    expect(outcome(sent)).toBe(
      'Grace Bell is owner of IC1 from 2 November 2026 and has been asked to accept.',
    );
    expect(await chat(stage, 'grace.bell')).toContain('asks you to be owner of IC1');
  });

  it('and is told at each field what is wrong, with nothing stored', async () => {
    const stage = await stageAt();

    const form = await formOf(stage, 'sam.field', 'assign');
    const sent = await send(stage, 'sam.field', form, {
      what: 'safety',
      person: '',
      role: 'owner',
      from: '2026-10-01',
    });

    expect(sent.kind === 'problems' ? sent.problems.map(({ field }) => field) : []).toEqual([
      'person',
      'role',
      'from',
    ]);
    expect((await auditVerbs(stage))['role_assigned']).toBeUndefined();
  });

  it('which an owner may not open', async () => {
    const stage = await stageAt();

    const answer = await say(stage, 'lena.hart', 'assign');

    expect(answer.form).toBeNull();
    expect(words(answer)).toContain('Only');
  });
});

describe('the secretariat adds a person by a form', () => {
  it('with a first role, once however often it is sent', async () => {
    const stage = await stageAt();
    const form = await formOf(stage, 'sam.field', 'person');
    const answers = {
      name: 'Ada Cole',
      email: 'Ada.Cole@Trust.example',
      organisation: 'wmp',
      role: 'deputy',
      what: 'SA1',
    };

    const first = await send(stage, 'sam.field', form, answers);
    const second = await send(stage, 'sam.field', form, answers);

    expect(outcome(first)).toContain('Ada Cole, deputy of SA1, is added. bcp cannot reach Ada Cole yet');
    expect(outcome(second)).toContain('is known, and up to date');
    const ada = await records(stage).people.byEmail('ada.cole@trust.example');
    const roles = (await records(stage).people.roles()).filter(({ personId }) => personId === ada?.id);
    expect(roles).toHaveLength(1);
  });

  it('and hears which address or organisation is not one', async () => {
    const stage = await stageAt();
    const form = await formOf(stage, 'sam.field', 'person');

    const sent = await send(stage, 'sam.field', form, {
      name: 'Ada Cole',
      email: 'ada',
      organisation: 'nhs-x',
    });

    expect(outcome(sent)).toBe(
      'email: "ada" is not an e-mail address. Write it like p.nair@trust.example.\n' +
        'organisation: The plan knows no organisation "nhs-x". Choose one from the list.',
    );
    expect(await records(stage).people.byEmail('ada')).toBeNull();
  });
});

describe('what a board decides', () => {
  it('is minuted by a form with who does it and by when, and closed when it is done', async () => {
    const stage = await stageAt();
    await say(stage, 'sam.field', 'meeting 2026-11-02 Partnership Board');

    const form = await formOf(stage, 'sam.field', 'decide IC5');
    const minuted = await send(stage, 'sam.field', form, {
      verb: 'Agreed',
      text: 'agency spend until March',
      who: 'Asha Verma',
      due: '2026-12-01',
    });
    const log = words(await say(stage, 'grace.bell', 'decisions'));
    const done = await say(stage, 'grace.bell', 'decisions done 1');
    const after = words(await say(stage, 'grace.bell', 'decisions'));

    expect(outcome(minuted)).toBe('Minuted about IC5 under the meeting of 2 November 2026.');
    expect(log).toContain('IC5: Agreed: agency spend until March');
    expect(log).toContain('1 December 2026');
    expect(words(done)).toBe('Done: Agreed: agency spend until March');
    expect(after).toContain('0 actions of meetings open');
  });

  it('cannot be minuted without words, or with a day that nobody is to keep', async () => {
    const stage = await stageAt();
    await say(stage, 'sam.field', 'meeting 2026-11-02 Partnership Board');
    const form = await formOf(stage, 'sam.field', 'decide');

    const sent = await send(stage, 'sam.field', form, { text: '', due: '2026-12-01' });

    expect(outcome(sent)).toBe('text: Say in words what was decided.\nwho: Say who does it by that day.');
  });
});

describe('a theme lead moderates by a form', () => {
  it('of the actions of the theme and no other', async () => {
    const stage = await stageAt();
    await say(stage, 'lena.hart', 'green, met twice');
    await stage.at('2026-11-13T17:00:00Z');

    const form = await formOf(stage, 'noor.aziz', 'moderate');
    const offered = form.groups[0]?.fields.find(({ name }) => name === 'action');
    const sent = await send(stage, 'noor.aziz', form, {
      action: 'IC3',
      rating: 'amber',
      reason: 'only one area met',
    });
    const without = await send(stage, 'noor.aziz', form, { action: 'IC3', rating: 'red', reason: '' });

    expect(offered?.kind === 'choice' ? offered.options.map(({ value }) => value.slice(0, 2)) : []).toEqual(
      Array.from({ length: 7 }, () => 'IC'),
    );
    expect(outcome(sent)).toContain('IC3 is moderated to amber for November 2026.');
    expect(outcome(without)).toBe('reason: Say why IC3 is moderated: the owner and the board read it.');
  });
});

describe('the rhythm of the months', () => {
  it('is changed by a form; the open month keeps its own', async () => {
    const stage = await stageAt();

    const form = await formOf(stage, 'sam.field', 'cycle settings');
    const sent = await send(stage, 'sam.field', form, { 'digest-day': '15', marking: 'OFFICIAL-SENSITIVE' });
    const stored = await records(stage).settings.get('cycle');

    expect(outcome(sent)).toBe(
      'Saved. The digest is drafted: day 15; Marking OFFICIAL-SENSITIVE. November 2026 is open and keeps the rhythm it was opened with.',
    );
    expect(stored).toMatchObject({ digestDay: 15, closeDay: 10 });
    expect((await records(stage).cycles.byMonth('2026-11'))?.settings.digestDay).toBe(14);
  });

  it('is not changed when one field is wrong, and each says so at its field', async () => {
    const stage = await stageAt();
    const form = await formOf(stage, 'sam.field', 'cycle settings');

    const unread = await send(stage, 'sam.field', form, { 'close-time': '25:00', 'nudge-days': 'four' });
    const order = await send(stage, 'sam.field', form, { 'close-day': '9' });

    expect(outcome(unread)).toBe(
      'nudge-days: "four" is not a list of days. Write it like 4 and 7.\nclose-time: "25:00" is not a time. Write it like 09:00.',
    );
    expect(outcome(order)).toMatch(/^close-day: On day 9 comes the close, but on day 9 /);
    expect(await records(stage).settings.get('cycle')).toBeUndefined();
  });

  it('is changed by typing, by whoever may', async () => {
    const stage = await stageAt();

    const typed = await say(stage, 'sam.field', 'cycle set digest-time 10:30');
    const refused = await say(stage, 'lena.hart', '/bcp cycle set digest-time 11:30');

    expect(words(typed)).toContain('The digest is drafted: time 10:30');
    expect(words(refused)).toContain('Only the secretariat may change the rhythm of the months.');
  });
});

describe('a reminder by hand', () => {
  it('goes to whoever has not answered, and not twice within a working day', async () => {
    const stage = await stageAt();
    await say(stage, 'lena.hart', 'green, met twice');
    await stage.at('2026-11-03T10:00:00Z');

    const first = words(await say(stage, 'sam.field', 'remind all late'));
    const again = words(await say(stage, 'sam.field', 'remind all late'));
    await stage.at('2026-11-03T10:01:00Z');

    expect(first).toContain('2 people are reminded: Asha Verma, Tom Osei.');
    expect(again).toContain('nobody was reminded');
    expect(again).toContain('Tom Osei: was reminded on 3 November at 10:00');
    const tom = (await stage.conversation('tom.osei')).filter((text) => text.includes('A reminder, Tom'));
    expect(tom).toHaveLength(1);
    expect(await chat(stage, 'lena.hart')).not.toContain('A reminder');
  });

  it('counts the calendar’s own reminders, and may come again the next working day', async () => {
    const stage = await stageAt('2026-11-02T09:00:00Z');
    await stage.at('2026-11-05T09:00:00Z');

    const early = words(await say(stage, 'sam.field', '/bcp remind Tom Osei'));
    await stage.at('2026-11-06T10:00:00Z');
    const later = words(await say(stage, 'sam.field', '/bcp remind Tom Osei'));

    expect(early).toContain('Tom Osei: was reminded on 5 November at 09:00');
    expect(later).toBe('November 2026: one person is reminded: Tom Osei.');
  });

  it('leaves those in peace who are away or named a day, and says who cannot be reached', async () => {
    const stage = await stageAt();
    const { personId } = await stage.actor('tom.osei');
    await say(stage, 'lena.hart', 'later, on Friday');
    for (const account of await records(stage).people.accounts())
      if (account.personId === personId) await records(stage).people.removeAccount(account.id);
    await stage.at('2026-11-03T10:00:00Z');

    const said = words(await say(stage, 'sam.field', 'remind all late'));

    expect(said).toContain('one person is reminded: Asha Verma');
    expect(said).toContain('Lena Hart: asked to be left until Friday 6 November');
    expect(said).toContain('Tom Osei: Tom Osei has no Slack or Teams account linked.');
  });

  it('is for the secretariat alone', async () => {
    const stage = await stageAt();

    const answer = words(await say(stage, 'grace.bell', '/bcp remind all late'));

    expect(answer).toContain('Only the secretariat may remind people out of turn.');
  });
});

describe('where the month stands', () => {
  it('is counts and no names: answered, waiting, cannot be reached, and how many prompts went out', async () => {
    const stage = await stageAt();
    await say(stage, 'lena.hart', 'green, met twice');

    const said = words(await say(stage, 'sam.field', 'cycle'));

    expect(said).toContain('November 2026 is open. Answered 1 of 3; waiting 2.');
    expect(said).toContain('3 of 3 sent');
    expect(said).not.toContain('Asha');
  });

  it('has a button that reminds, and does what is typed', async () => {
    const stage = await stageAt();

    const pressed = await press(stage, 'sam.field', { verb: 'type', words: 'remind all late' });
    const refused = await press(stage, 'lena.hart', { verb: 'type', words: 'remind all late' });

    expect(words(pressed)).toContain('3 people are reminded');
    expect(words(refused)).toContain('Only the secretariat');
  });
});

describe('a channel', () => {
  it('is taken into use where it is typed, and told who reads it', async () => {
    const stage = await stageAt();

    const used = words(await inChannel(stage, 'sam.field', 'channel use for board', 'C1'));
    const open = words(
      await inChannel(stage, 'sam.field', 'channel use for theme safety', 'C2', {
        name: '#safety',
        why: 'There are guests in this Slack channel.',
      }),
    );
    const list = words(await say(stage, 'sam.field', '/bcp channel list'));

    expect(used).toContain('are posted in #board.');
    expect(open).toContain('There are guests in this Slack channel. So it gets counts only');
    expect(list).toContain('bcp posts in 2 channels. Papers are marked OFFICIAL.');
    expect(
      (await records(stage).channels.all()).map(({ channelId, audience, reach }) => [
        channelId,
        audience,
        reach,
      ]),
    ).toEqual([
      ['C1', 'board', 'members'],
      ['C2', 'theme:safety', 'shared'],
    ]);
    expect((await auditVerbs(stage))['channel_added']).toBe(2);
  });

  it('has one audience at a time, and is left with one word', async () => {
    const stage = await stageAt();
    await inChannel(stage, 'sam.field', 'channel use for board', 'C1');

    const other = words(await inChannel(stage, 'sam.field', 'channel use for whole partnership', 'C1'));
    const stopped = words(await inChannel(stage, 'sam.field', 'channel stop', 'C1'));
    const again = words(await inChannel(stage, 'sam.field', 'channel stop', 'C1'));

    expect(other).toContain('Until now it was for');
    expect(stopped).toBe('bcp posts nothing here any more. What stands here stays.');
    expect(again).toContain('nothing was changed');
    expect(await records(stage).channels.all()).toEqual([]);
  });

  it('is not taken by somebody who may not, nor in a personal chat, nor for an audience that nobody knows', async () => {
    const stage = await stageAt();

    const owner = words(await inChannel(stage, 'lena.hart', 'channel use for board', 'C1'));
    const alone = words(await say(stage, 'sam.field', '/bcp channel use for board'));
    const unknown = words(await inChannel(stage, 'sam.field', 'channel use for the moon', 'C1'));

    expect(owner).toContain('Only the secretariat may decide what is posted in which channel.');
    expect(alone).toContain('This is not a channel.');
    expect(unknown).toContain(
      '"the moon" is no audience of this plan. There are: board, whole partnership, theme offer',
    );
    expect(await records(stage).channels.all()).toEqual([]);
  });
});

describe('what an owner writes', () => {
  it.each([
    'Retention set to rise, amber',
    'Retention hold-ups in the east, red',
    'Channel use by schools is up',
    'Remind me on Friday',
    'Decisions done by the panel: two',
    'Person specification agreed',
    'Cycle training starts in May',
    'Moderate progress, amber',
    'Assign staff to the new posts next, amber',
    'Leaves a gap in the east',
    'Decide on a venue by May, amber',
  ])('"%s" is an answer and no command', (text) => {
    expect(commandNamed(text)).toBe(false);
  });

  it.each([
    'retention',
    'retention set messages 60',
    'channel use for board',
    'remind all late',
    'decisions done 2',
    'assign IC5',
    'assign IC5 to Priya Nair as deputy',
    'assign safety to Noor Aziz as theme lead',
    'leaves Priya Nair 2026-11-30',
    'decide IC5 agency spend is agreed',
    'moderate IC5',
    'moderate IC5 red because of the figures',
    'meeting',
    'cycle settings',
    'digest preview',
  ])('"%s" is a command', (text) => {
    expect(commandNamed(text)).toBe(true);
  });
});
