import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { fakeTeams, type FakeTeams } from './fake-teams.ts';
import { lenaAnswersNine, lenaOwnsEverything } from './long-answers.ts';
import { buttonData, cardsIn, patient, press, teamsStage, type TeamsStage } from './teams-stage.ts';

let fake: FakeTeams;
let stage: TeamsStage;

/** Lena owns every action of the plan and has answered nine of them at length: her receipt is longer than one card. */
beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake, undefined, patient);
  await lenaOwnsEverything(stage);
  await stage.type('lena.hart', 'help');
  fake.posts.length = 0;
  await stage.at('2026-11-02T09:00:00Z');
  await stage.drain();
  await lenaAnswersNine(stage);
  await stage.drain();
});

afterEach(async () => {
  await fake.close();
});

const cards = () =>
  stage
    .chat('lena.hart')
    .flatMap(({ activity }) => cardsIn(activity))
    .filter((each) => 'refresh' in each);

async function lookedAt(card: Readonly<Record<string, unknown>> | undefined) {
  const { action } = card?.['refresh'] as { action: { data: Readonly<Record<string, unknown>> } };
  const looked = await stage.invoke('lena.hart', 'adaptiveCard/action', press(action.data, 'automatic'));
  return cardsIn(looked)[0];
}

describe('a prompt of several cards', () => {
  it('shows each of them as it stands when it is seen again, and the buttons stay', async () => {
    const before = cards();
    expect(before.length).toBeGreaterThan(1);

    for (const card of before) expect(await lookedAt(card)).toEqual(card);

    expect(buttonData(await lookedAt(before.at(-1)), 'Update the rest')).toBeDefined();
  });

  it('shows what has changed since, each on its own card', async () => {
    const [first, last] = cards();
    await stage.type('lena.hart', 'I28 is 41');

    const now = [await lookedAt(first), await lookedAt(last)];

    expect(wordsOf(now[0])).toContain('10 recorded');
    expect(wordsOf(now[1])).toMatch(/I28 .*?This figure:\s+41/);
  });

  it('has its buttons again after "Back" of a form', async () => {
    const last = cards().at(-1);
    const form = await stage.invoke(
      'lena.hart',
      'adaptiveCard/action',
      press(buttonData(last, 'Update the rest')),
    );

    const back = await stage.invoke('lena.hart', 'adaptiveCard/action', press(buttonData(form, 'Back')));

    expect(cardsIn(back)[0]).toEqual(last);
  });
});
