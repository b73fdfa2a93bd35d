import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { councilTenant, fakeTeams, type FakeTeams } from './fake-teams.ts';
import { patient, teamsStage, type TeamsStage } from './teams-stage.ts';

const board = '19:board@thread.tacv2';
const inBoard = { conversation: { id: board, tenantId: councilTenant, conversationType: 'channel' } };
const inGroup = { conversation: { id: '19:meeting@thread.v2', tenantId: councilTenant, isGroup: true } };

let fake: FakeTeams;
let stage: TeamsStage;

/** A Teams that shows nothing to one person alone in a channel. */
beforeEach(async () => {
  fake = await fakeTeams();
  const manners = { dialogs: false, privateAnswers: false };
  stage = await teamsStage(await testStore(), fake, manners, patient);
  await stage.at('2026-11-02T09:00:00Z');
});
afterEach(async () => {
  await fake.close();
});

const settings = () => stage.store.in(stage.partnershipId).settings;
const said = () => fake.posts.map(({ activity }) => wordsOf(activity)).join(' ');
const ownChat = 'Please note Please ask me in our own chat: only you read it.';

describe('in a channel where Teams can show nothing to one person alone', () => {
  it.each(['people', 'prompt', 'status mine', 'status red mine', 'deliveries'])(
    'what is for whoever asks is not told to everybody: %s',
    async (command) => {
      await stage.type('sam.field', `<at>BCP</at> ${command}`, inBoard);

      expect(fake.posts).toHaveLength(1);
      expect(said().trim()).toBe(ownChat);
    },
  );

  it('what was taken out of somebody’s words is not told to everybody', async () => {
    await stage.type('grace.bell', '<at>BCP</at> status NHS number 943 476 5919', inBoard);

    expect(said().trim()).toBe(ownChat);
  });

  it.each([
    ['status safe', 'SA1'],
    ['status IC5', 'IC5'],
    ['safe', 'SA1'],
    ['help', 'status'],
  ])('what is the same for everybody is: %s', async (command, words) => {
    await stage.type('grace.bell', `<at>BCP</at> ${command}`, inBoard);

    expect(said()).toContain(words);
    expect(said()).not.toContain(ownChat);
  });

  it('somebody who has a chat with bcp is answered there, also of what was changed', async () => {
    await stage.type('sam.field', 'help');
    fake.posts.length = 0;

    await stage.type('sam.field', '<at>BCP</at> meeting 2026-12-03 Partnership Board', inBoard);
    const inChannel = said();
    await stage.drain();

    expect(inChannel.trim()).toBe('Please note I answer you in our own chat: only you read it.');
    expect(wordsOf(stage.chat('sam.field').at(-1)?.activity)).toContain('Partnership Board meets on');
    expect(await stage.store.in(stage.partnershipId).meetings.all()).toHaveLength(1);
  });

  it('a form of somebody’s own is not laid before everybody', async () => {
    await stage.type('asha.verma', '<at>BCP</at> update', inBoard);

    expect(said().trim()).toBe(ownChat);
  });
});

describe('a code by which an account becomes a person’s', () => {
  it.each([
    ['a channel', inBoard],
    ['a group chat', inGroup],
  ])('is not made in %s, where whoever reads it first could use it', async (_where, place) => {
    await stage.type('sam.field', '<at>BCP</at> link code asha.verma@birmingham.example', place);

    expect(said().trim()).toBe(ownChat);
    expect(await settings().get('link_codes')).toBeUndefined();
  });

  it('is made in the secretariat’s own chat', async () => {
    await stage.type('sam.field', 'link code asha.verma@birmingham.example');

    expect(said()).toMatch(/Asha Verma can type within ten minutes, once: link \S+/);
  });
});

describe('where Teams shows it to one person alone', () => {
  it('a code is not made in a channel all the same, and the secretariat is told where', async () => {
    await fake.close();
    fake = await fakeTeams();
    stage = await teamsStage(await testStore(), fake, undefined, patient);

    await stage.type('sam.field', '<at>BCP</at> link code asha.verma@birmingham.example', inBoard);

    expect(fake.posts).toHaveLength(1);
    expect(fake.posts[0]?.only).toBe('29:sam.field');
    expect(said()).toContain('none was made. Please type it in our own chat.');
  });
});
