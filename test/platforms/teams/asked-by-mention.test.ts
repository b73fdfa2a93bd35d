import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { councilTenant, fakeTeams, policeTenant, type FakeTeams } from './fake-teams.ts';
import {
  accountOf,
  buttonData,
  cardsIn,
  patient,
  press,
  tenantOf,
  teamsStage,
  type TeamsStage,
} from './teams-stage.ts';

const board = '19:board@thread.tacv2';

let fake: FakeTeams;
let stage: TeamsStage;

const member = (name: string) => ({
  id: `29:${name}`,
  aadObjectId: accountOf(name),
  name,
  tenantId: tenantOf(name),
});
/** Where somebody presses who has no chat with bcp. */
const inBoard = (name: string) => ({
  conversation: { id: board, tenantId: councilTenant, conversationType: 'channel' },
  from: member(name),
});

/** Tom and Priya have no chat with bcp; both are in the board's channel, and have been asked there. */
beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake, undefined, patient);
  await stage.type('sam.field', 'help');
  await stage.type('asha.verma', 'help');
  await stage.type('police.clerk', 'help', {
    conversation: { id: 'a:police', tenantId: policeTenant, conversationType: 'personal' },
  });
  await stage.store.in(stage.partnershipId).channels.save({
    id: 'board',
    platform: 'teams',
    tenantId: councilTenant,
    channelId: board,
    name: 'Board',
    audience: 'board',
    reach: 'members',
  });
  for (const name of ['tom.osei', 'priya.nair'])
    for (const id of [`29:${name}`, accountOf(name)]) fake.notInstalled.add(id);
  fake.members.set(board, ['sam.field', 'tom.osei', 'priya.nair'].map(member));
  fake.posts.length = 0;
  await stage.at('2026-11-02T09:00:00Z');
  await stage.drain();
});
afterEach(async () => {
  await fake.close();
});

/** The card in the channel that names this person, as it stands now. */
function mentionOf(name: string) {
  const found = fake.posts.find(
    ({ conversation, activity }) => conversation.startsWith(board) && wordsOf(activity).includes(name),
  );
  if (!found) throw new Error(`${name} is not mentioned.`);
  return found.activity;
}

/** Fills in the form behind Update, wherever the person has it; every figure that is asked for is "not collected" with `figures`. */
async function fillIn(name: string, prompt: unknown, where: object, answers: object, figures = false) {
  const data = buttonData(prompt, 'Update');
  const form = await stage.invoke(name, 'task/fetch', { data }, { ...where });
  const save = buttonData(form, 'Save');
  const states = [...JSON.stringify(save).matchAll(/"!([^"]+\.state)"/g)].map(([, field = '']) => field);
  const none = figures ? Object.fromEntries(states.map((field) => [field, 'not_collected'])) : {};
  const saved = await stage.invoke(
    name,
    'task/submit',
    { data: { ...save, ...none, ...answers } },
    { ...where },
  );
  await stage.drain();
  return saved;
}

const answer = (answers: object, figures = false) =>
  fillIn('tom.osei', mentionOf('tom.osei'), inBoard('tom.osei'), answers, figures);

const both = {
  'SA1.rating': 'green',
  'SA1.done': 'A venue.',
  'SA2.rating': 'green',
  'SA2.done': 'Two posts.',
};
const one = { 'SA1.rating': 'green', 'SA1.done': 'A venue.' };

describe('what a mention in a channel becomes', () => {
  it('says that its owner has answered, when all is answered by them', async () => {
    await answer(both, true);

    expect(wordsOf(mentionOf('tom.osei'))).toContain('tom.osei has answered. Thank you.');
  });

  it('says how much is to go, when some of it is', async () => {
    await answer(one);

    const said = wordsOf(mentionOf('tom.osei'));
    expect(said).toContain('tom.osei: November 2026: 1 recorded, 3 to go.');
    expect(said).not.toMatch(/has answered|venue|green/i);
  });

  it('says that the month is closed, to somebody who never answered', async () => {
    await stage.at('2026-11-13T17:00:00Z');
    await stage.drain();

    const said = wordsOf(mentionOf('tom.osei'));
    expect(said).toContain('tom.osei: November 2026 is closed.');
    expect(said).not.toContain('has answered');
  });

  it('asks again, when the answer was taken back', async () => {
    await answer(both, true);

    const undo = press(buttonData(mentionOf('tom.osei'), 'Undo'));
    await stage.invoke('tom.osei', 'adaptiveCard/action', undo, inBoard('tom.osei'));
    await stage.drain();

    const said = wordsOf(mentionOf('tom.osei'));
    expect(said).toContain('tom.osei: Your update for November 2026.');
    expect(said).not.toContain('has answered');
  });

  it('does not say of a deputy that they have answered what the owner did', async () => {
    await stage.at('2026-11-11T09:00:00Z');
    await stage.drain();
    const answers = { 'IC4.rating': 'green', 'IC4.done': 'Two posts filled.' };
    await fillIn('asha.verma', stage.chat('asha.verma')[0]?.activity, {}, answers, true);

    const said = wordsOf(mentionOf('priya.nair'));
    expect(said).toContain('priya.nair: November 2026 is recorded.');
    expect(said).not.toContain('has answered');
  });
});

describe('somebody who answers from a mention', () => {
  it('reads in the window what was recorded, and what was taken out of their words', async () => {
    const saved = await answer({ ...one, 'SA1.done': 'Met about NHS number 943 476 5919.' });

    expect(saved['task']).toMatchObject({ type: 'continue' });
    const said = wordsOf(cardsIn(saved)[0]);
    expect(said).toMatch(/Recorded +for November 2026/);
    expect(said).toContain('It was taken out before anything was stored');
    expect(JSON.stringify(fake.posts)).not.toContain('943');
  });

  it('takes it back in the same window', async () => {
    const saved = await answer(one);

    const data = buttonData(cardsIn(saved)[0], 'Undo');
    const undone = await stage.invoke('tom.osei', 'task/submit', { data }, inBoard('tom.osei'));

    expect(JSON.stringify(undone)).toContain('SA1');
    const versions = await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'SA1');
    expect(versions.map(({ kind }) => kind)).toEqual(['update', 'undo']);
  });

  it('edits it in the same window', async () => {
    const saved = await answer(one);

    const data = buttonData(cardsIn(saved)[0], 'Edit');
    const form = await stage.invoke('tom.osei', 'task/submit', { data }, inBoard('tom.osei'));

    expect(JSON.stringify(cardsIn(form)[0])).toContain('A venue.');
  });

  it('is asked there whether what was left out is a work contact, with the buttons', async () => {
    const saved = await answer({ ...one, 'SA1.done': 'Ring the venue on 0121 496 0123.' });

    const [asked] = cardsIn(saved);
    expect(wordsOf(asked)).toContain('Is it a work contact');
    const data = buttonData(asked, 'It is a work contact, keep it');
    const kept = await stage.invoke('tom.osei', 'task/submit', { data }, inBoard('tom.osei'));

    expect(kept['task']).toMatchObject({ type: 'message' });
    const entries = await stage.store.in(stage.partnershipId).audit.after(0, 500);
    expect(entries.map(({ verb }) => verb)).toContain('work_contact_confirmed');
  });
});

describe('somebody else who presses a button of a mention', () => {
  it('is told whose it is, in a window of their own, and no form opens', async () => {
    const data = buttonData(mentionOf('tom.osei'), 'Update');

    const told = await stage.invoke('priya.nair', 'task/fetch', { data }, inBoard('priya.nair'));

    expect(told['task']).toMatchObject({
      type: 'message',
      value: "This is Tom Osei's. Type prompt for yours.",
    });
  });

  it('changes nothing of what was answered from it', async () => {
    await answer(both, true);
    const undo = press(buttonData(mentionOf('tom.osei'), 'Undo'));

    const told = await stage.invoke('priya.nair', 'adaptiveCard/action', undo, inBoard('priya.nair'));

    expect(wordsOf(cardsIn(told)[0])).toContain("This is Tom Osei's. Type prompt for yours.");
    const versions = await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'SA1');
    expect(versions.map(({ kind }) => kind)).toEqual(['update']);
  });
});
