import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { fakeTeams, type FakeTeams } from './fake-teams.ts';
import { buttonData, cardsIn, patient, press, teamsStage, type TeamsStage } from './teams-stage.ts';

let fake: FakeTeams;
let stage: TeamsStage;

/** Lena said green in November; December has just been asked, and her prompt stands last in her chat. */
beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake, undefined, patient);
  for (const name of ['lena.hart', 'sam.field', 'grace.bell']) await stage.type(name, 'help');
  await stage.at('2026-11-02T09:00:00Z');
  await stage.type('lena.hart', 'IC3 green, the hub opened on Monday');
  await stage.at('2026-11-13T17:00:00Z');
  await stage.drain();
  await stage.at('2026-12-01T09:00:00Z');
  fake.posts.length = 0;
  await stage.drain();
});
afterEach(async () => {
  await fake.close();
});

const prompt = () => stage.chat('lena.hart')[0]?.activity;
const pressed = (data: Readonly<Record<string, unknown>>, more = {}) =>
  stage.invoke('lena.hart', 'adaptiveCard/action', press(data), more);
const versions = async () =>
  (await stage.store.in(stage.partnershipId).updates.versions('2026-12', 'IC3')).map(
    ({ kind, content }) => `${kind} ${content?.rating ?? 'nothing'}`,
  );
const already = 'Already recorded: IC3 by Lena Hart on 1 December at 09:00.';

describe('"No change" in Teams', () => {
  it('is one press, and the prompt becomes the receipt', async () => {
    const answered = await pressed(buttonData(prompt(), 'No change'));
    await stage.drain();

    expect(answered['value']).toContain('Recorded for December 2026: IC3 green.');
    expect(await versions()).toEqual(['no_change green']);
    expect(wordsOf(prompt())).toContain('Lena Hart, 1 December at 09:00');
  });

  it('pressed on a second device records nothing, and says who did, when, and how to edit it', async () => {
    const noChange = buttonData(prompt(), 'No change');
    await pressed(noChange);

    const again = await pressed(noChange);

    expect(again['value']).toContain(already);
    const said = stage.chat('lena.hart').at(-1)?.activity;
    expect(wordsOf(said)).toContain(already);
    const form = await stage.invoke('lena.hart', 'task/fetch', { data: buttonData(said, 'Edit') });
    expect(wordsOf(cardsIn(form)[0])).toContain('How is it going?');
    expect(await versions()).toEqual(['no_change green']);
  });

  it('that Teams tells of twice is recorded once, also while the first is under way', async () => {
    const noChange = buttonData(prompt(), 'No change');

    const both = await Promise.all([
      pressed(noChange, { id: 'one-press' }),
      pressed(noChange, { id: 'one-press' }),
    ]);
    const later = await pressed(noChange, { id: 'one-press' });

    const said = [...both, later].map(({ value }) => String(value));
    expect(said.filter((words) => words.startsWith('Recorded'))).toHaveLength(1);
    expect(said.filter((words) => words.includes('nothing was done twice'))).toHaveLength(2);
    expect(await versions()).toEqual(['no_change green']);
  });
});

describe('the card of a prompt that is answered already', () => {
  it('says by whom and when above the filled form that Update opens', async () => {
    const old = buttonData(prompt(), 'Update');
    await stage.type('lena.hart', 'IC3 amber, no caretaker yet');

    const form = cardsIn(await stage.invoke('lena.hart', 'task/fetch', { data: old }))[0];

    expect(wordsOf(form)).toContain(`${already} Here you can edit it.`);
    expect(JSON.stringify(form)).toContain('No caretaker yet');
  });
});

describe('Edit and Undo in Teams', () => {
  it('change the answer, and take the change back', async () => {
    await pressed(buttonData(prompt(), 'No change'));
    await stage.drain();

    const opened = await stage.invoke('lena.hart', 'task/fetch', { data: buttonData(prompt(), 'Edit') });
    const save = { ...buttonData(opened, 'Save'), 'IC3.rating': 'amber', 'IC3.done': 'The roof leaks.' };
    await stage.invoke('lena.hart', 'task/submit', { data: save });
    await stage.drain();
    expect(wordsOf(prompt())).toContain('The roof leaks.');

    const undo = buttonData(prompt(), 'Undo');
    await pressed(undo);
    await stage.drain();

    expect(await versions()).toEqual(['no_change green', 'edit amber', 'undo green']);
    expect(wordsOf(prompt())).not.toContain('The roof leaks.');
  });

  it('pressed on a second device with nothing left to take back, Undo says so', async () => {
    await pressed(buttonData(prompt(), 'No change'));
    await stage.drain();
    const undo = buttonData(prompt(), 'Undo');
    await pressed(undo);

    const again = await pressed(undo);

    expect(again['value']).toContain('nothing of yours left to take back');
    expect(await versions()).toEqual(['no_change green', 'undo nothing']);
  });
});

describe('"Not me" in Teams', () => {
  it('passes the prompt on, and the other person is asked', async () => {
    const opened = await stage.invoke('lena.hart', 'task/fetch', { data: buttonData(prompt(), 'Not me') });
    const grace = await stage.store.in(stage.partnershipId).people.byEmail('grace.bell@birmingham.example');
    const save = { ...buttonData(opened, 'Pass on'), person: grace?.id, how: 'for_good' };

    const saved = await stage.invoke('lena.hart', 'task/submit', { data: save });
    await stage.drain();

    expect(JSON.stringify(saved['task'])).toContain('Grace Bell');
    const asked = stage.chat('grace.bell').map(({ activity }) => activity);
    expect(wordsOf(asked)).toContain('IC3');
  });

  it('keeps the form open when nobody is chosen', async () => {
    const opened = await stage.invoke('lena.hart', 'task/fetch', { data: buttonData(prompt(), 'Not me') });

    const again = await stage.invoke('lena.hart', 'task/submit', { data: buttonData(opened, 'Pass on') });

    expect(again['task']).toMatchObject({ type: 'continue' });
    expect(wordsOf(cardsIn(again)[0])).toContain('Choose who answers instead.');
  });
});

describe('what bcp cannot read', () => {
  const last = () => wordsOf(stage.chat('lena.hart').at(-1)?.activity);

  it.each([
    ['of an older bcp', { bcp: { do: 'press', p: 'p', press: { verb: 'gone' } } }],
    ['of somebody else', { action: 'vote', id: 7 }],
  ])('a button %s, sent as a message, is said not to be known', async (_whose, value) => {
    await stage.type('lena.hart', '', { value });

    expect(last()).toContain('This button is not known any more.');
  });

  it('a button of an older bcp is said not to be known where it is pressed, also in a window', async () => {
    const data = { bcp: { do: 'press', p: 'p', press: { verb: 'gone' } } };

    expect((await pressed(data))['value']).toContain('This button is not known any more.');
    expect(JSON.stringify(await stage.invoke('lena.hart', 'task/fetch', { data }))).toContain(
      'This button is not known any more.',
    );
  });

  it('a picture without words is said not to be read', async () => {
    const attachments = [{ contentType: 'image/*', contentUrl: 'https://x' }, { contentType: 'text/html' }];

    await stage.type('lena.hart', '', { attachments });

    expect(last()).toContain('I cannot read pictures or files, so nothing was recorded.');
  });
});

describe('a group chat', () => {
  const inGroup = {
    conversation: {
      id: '19:group',
      conversationType: 'groupChat',
      tenantId: 'aaaaaaaa-0000-4000-8000-000000000001',
    },
  };

  it('is not taken for digests, and it is said why', async () => {
    await stage.type('sam.field', '<at>BCP</at> channel use for board', inGroup);

    expect(wordsOf(fake.posts.at(-1)?.activity)).toContain(
      'This is a group chat. Digests are posted in channels',
    );
    expect(await stage.store.in(stage.partnershipId).channels.all()).toEqual([]);
  });
});
