import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { councilTenant, fakeTeams, type FakeTeams } from './fake-teams.ts';
import { accountOf, buttonData, press, teamsStage, type TeamsStage } from './teams-stage.ts';

const board = '19:board@thread.tacv2';
const inBoard = {
  conversation: { id: board, tenantId: councilTenant, conversationType: 'channel' },
  channelData: { channel: { id: board, name: 'Partnership Board' }, tenant: { id: councilTenant } },
};
const member = (name: string, more = {}) => ({
  id: `29:${name}`,
  aadObjectId: accountOf(name),
  name,
  tenantId: councilTenant,
  ...more,
});

let fake: FakeTeams;
let stage: TeamsStage;

beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake);
  for (const name of ['sam.field', 'grace.bell', 'lena.hart']) await stage.type(name, 'help');
  fake.posts.length = 0;
  await stage.at('2026-11-02T09:00:00Z');
  await stage.drain();
});
afterEach(async () => {
  await fake.close();
});

const channels = () => stage.store.in(stage.partnershipId).channels.all();
const lastOf = (name: string) => stage.chat(name).at(-1)?.activity;

describe('the secretariat takes a Teams channel into use', () => {
  it('by naming bcp in it, and is told who reads there', async () => {
    fake.members.set(board, [member('sam.field'), member('grace.bell')]);

    await stage.type('sam.field', '<at>BCP</at> channel use for board', inBoard);

    expect(await channels()).toMatchObject([
      { platform: 'teams', tenantId: councilTenant, channelId: board, audience: 'board', reach: 'members' },
    ]);
    expect(wordsOf(fake.posts.map(({ activity }) => activity))).toContain(
      'Its readers get the whole front page.',
    );
  });

  it('as one for counts only where a guest is among its members', async () => {
    fake.members.set(board, [member('sam.field'), member('guest', { userRole: 'guest' })]);

    await stage.type('sam.field', '<at>BCP</at> channel use for theme safety', inBoard);

    expect(await channels()).toMatchObject([{ audience: 'theme:safety', reach: 'shared' }]);
    expect(wordsOf(fake.posts.map(({ activity }) => activity))).toContain(
      'There are guests in this Teams channel. So it gets counts only',
    );
  });
});

describe('the secretariat works with cards', () => {
  it('that a bare command opens; a problem stands at its field, and the card saves when it is right', async () => {
    const { personId } = await stage.actor('grace.bell');
    const { personId: lena } = await stage.actor('lena.hart');

    await stage.type('sam.field', 'assign IC1');
    const data = buttonData(lastOf('sam.field'), 'Assign');
    const answers = { what: 'IC1', person: personId, from: '2026-11-02' };
    const wrong = await stage.invoke(
      'sam.field',
      'adaptiveCard/action',
      press({ ...data, ...answers, role: 'theme_lead' }),
    );
    const again = buttonData(wrong, 'Assign');
    const right = await stage.invoke(
      'sam.field',
      'adaptiveCard/action',
      press({ ...again, ...answers, role: 'owner' }),
    );

    expect(wordsOf(wrong)).toContain('A theme lead leads a theme.');
    expect(wordsOf(right)).toContain('Grace Bell is owner of IC1');
    const roles = await stage.store.in(stage.partnershipId).people.roles();
    const owners = roles.filter(
      ({ kind, scope }) => kind === 'owner' && scope.kind === 'action' && scope.code === 'IC1',
    );
    expect(owners.map((role) => role.personId)).toEqual([personId]);
    expect(owners.map((role) => role.personId)).not.toContain(lena);
  });

  it('and may keep a work contact in a decision, which is asked privately', async () => {
    const minute = async () => {
      await stage.type('sam.field', 'decide IC5');
      const data = buttonData(lastOf('sam.field'), 'Minute');
      const [meeting] = await stage.store.in(stage.partnershipId).meetings.all();
      const words = {
        meeting: meeting?.id,
        verb: 'Agreed',
        action: 'IC5',
        text: 'the press office answers on 0121 496 0911',
      };
      return stage.invoke('sam.field', 'adaptiveCard/action', press({ ...data, ...words }));
    };
    await stage.type('sam.field', 'meeting 2026-11-02 Partnership Board');

    await minute();
    const keep = buttonData(lastOf('sam.field'), 'It is a work contact, keep it');
    await stage.invoke('sam.field', 'adaptiveCard/action', press(keep));
    await minute();

    expect(await stage.store.in(stage.partnershipId).meetings.decisions()).toMatchObject([
      { text: 'Agreed: the press office answers on 0121 496 0911', actionCode: 'IC5' },
    ]);
  });

  it('and brings a digest from the draft to the channel, once', async () => {
    fake.members.set(board, [member('sam.field'), member('grace.bell')]);
    await stage.type('sam.field', '<at>BCP</at> channel use for board', inBoard);
    await stage.at('2026-11-13T17:00:00Z');
    await stage.at('2026-11-19T09:00:00Z');
    await stage.drain();
    fake.posts.length = 0;

    await stage.type('sam.field', 'digest post');
    const data = buttonData(lastOf('sam.field'), 'Approve and post');
    const fields = Object.fromEntries((await channels()).map(({ id }) => [`channel.${id}`, 'true']));
    const posted = await stage.invoke('sam.field', 'adaptiveCard/action', press({ ...data, ...fields }));
    await stage.invoke('sam.field', 'adaptiveCard/action', press({ ...data, ...fields }));
    await stage.drain();
    await stage.at('2026-11-19T09:01:00Z');
    await stage.drain();

    expect(wordsOf(posted)).toContain('On its way to Partnership Board.');
    const deliveries = await stage.store.in(stage.partnershipId).deliveries.recent(100);
    expect(deliveries.filter(({ purpose }) => purpose === 'digest').map(({ state }) => state)).toEqual([
      'sent',
    ]);
    expect(
      stage
        .chat('sam.field')
        .map(({ activity }) => wordsOf(activity))
        .join(' '),
    ).toContain('stands in 1 channel.');
  });
});
