import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { troubledStore, type TroubledStore } from '../../support/troubled-store.ts';
import { wordsOf } from './cards.ts';
import { fakeTeams, type FakeTeams } from './fake-teams.ts';
import { buttonData, cardsIn, press, teamsStage, type TeamsStage } from './teams-stage.ts';

let fake: FakeTeams;
let stage: TeamsStage;
let database: TroubledStore;

const typed = { 'IC4.rating': 'green', 'IC4.done': 'Two educational psychologists recruited.' };

beforeEach(async () => {
  fake = await fakeTeams();
  database = troubledStore(await testStore());
  stage = await teamsStage(database.store, fake);
  await stage.type('asha.verma', 'help');
  fake.posts.length = 0;
  await stage.at('2026-11-02T09:00:00Z');
  await stage.drain();
});
afterEach(async () => {
  await fake.close();
});

const prompt = () => stage.chat('asha.verma')[0]?.activity;
const stored = async () =>
  (await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'IC4')).map(
    ({ content }) => content?.done,
  );

async function openForm() {
  return cardsIn(await stage.invoke('asha.verma', 'task/fetch', { data: buttonData(prompt(), 'Update') }))[0];
}
const save = (form: unknown, button = 'Save', answers: object = typed) =>
  stage.invoke('asha.verma', 'task/submit', { data: { ...buttonData(form, button), ...answers } });

describe('an owner whose update cannot be saved', () => {
  it('gets the form back with every word in it, and Save works a moment later', async () => {
    const form = await openForm();

    database.trouble = 'saving';
    const failed = await save(form);
    database.trouble = 'none';

    expect(failed['task']).toMatchObject({ type: 'continue' });
    const again = cardsIn(failed)[0];
    expect(wordsOf(again)).toContain('bcp could not save this just now. Nothing is lost: press Save again');
    expect(JSON.stringify(again)).toContain(typed['IC4.done']);
    expect(await stored()).toEqual([]);

    await save(again);

    expect(await stored()).toEqual([typed['IC4.done']]);
  });

  it('keeps the words also while nothing at all can be read, and one button saves them later', async () => {
    const form = await openForm();

    database.trouble = 'everything';
    const failed = await save(form);
    const stillFailed = await save(cardsIn(failed)[0], 'Save again', {});
    database.trouble = 'none';

    expect(failed['task']).toMatchObject({ type: 'continue' });
    expect(wordsOf(cardsIn(failed)[0])).toContain(`IC4: ${typed['IC4.done']}`);
    expect(stillFailed).toEqual(failed);

    await save(cardsIn(stillFailed)[0], 'Save again', {});

    expect(await stored()).toEqual([typed['IC4.done']]);
  });

  it('is told that it is recorded, and not what, when nothing can be read after the commit', async () => {
    const form = await openForm();

    database.trouble = 'after_saving';
    const saved = await save(form);
    database.trouble = 'none';

    expect(saved['task']).toMatchObject({ type: 'message' });
    expect(JSON.stringify(saved)).toContain(
      'Recorded for November 2026. bcp could not read it back just now',
    );
    expect(await stored()).toEqual([typed['IC4.done']]);
  });

  it('is told of what was taken out of the words all the same', async () => {
    const form = await openForm();

    database.trouble = 'after_saving';
    await save(form, 'Save', { ...typed, 'IC4.done': 'Tyler has NHS number 943 476 5919 now.' });
    database.trouble = 'none';

    const said = wordsOf(stage.chat('asha.verma').map(({ activity }) => activity));
    expect(said).toContain('It was taken out before anything was stored');
    expect(JSON.stringify(await stored())).not.toContain('943');
  });

  it('who fills it in in the chat has it back in its place', async () => {
    stage = await teamsStage(database.store, fake, { dialogs: false, privateAnswers: false });
    const opened = await stage.invoke(
      'asha.verma',
      'adaptiveCard/action',
      press(buttonData(prompt(), 'Update')),
    );
    const data = { ...buttonData(opened, 'Save'), ...typed };

    database.trouble = 'saving';
    const failed = await stage.invoke('asha.verma', 'adaptiveCard/action', press(data));
    database.trouble = 'none';

    expect(JSON.stringify(cardsIn(failed)[0])).toContain(typed['IC4.done']);
  });
});

describe('anything else that fails', () => {
  it('is never said to have recorded nothing: nobody knows', async () => {
    const noChange = buttonData(prompt(), 'Update');
    database.trouble = 'everything';
    const pressed = await stage.invoke('asha.verma', 'adaptiveCard/action', press(noChange));
    await stage.type('asha.verma', 'IC4 green, two posts filled');
    database.trouble = 'none';

    const words = 'That did not work just now. Type prompt to see what stands, and try again in a minute.';
    expect(pressed['value']).toBe(words);
    expect(wordsOf(stage.chat('asha.verma').at(-1)?.activity)).toContain(words);
  });
});
