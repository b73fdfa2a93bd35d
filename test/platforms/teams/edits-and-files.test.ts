import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { councilTenant, fakeTeams, type FakeTeams, type Mishap } from './fake-teams.ts';
import { teamsStage, type TeamsStage } from './teams-stage.ts';

let fake: FakeTeams;
let stage: TeamsStage;

beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake);
  await stage.at('2026-11-02T09:00:00Z');
  await stage.drain();
  await stage.type('lena.hart', 'Green, youth council met twice', { id: 'hers' });
  fake.posts.length = 0;
});
afterEach(async () => {
  await fake.close();
});

const rating = async () =>
  (await stage.store.in(stage.partnershipId).updates.latest('2026-11', 'IC3'))?.content?.rating;
const said = () => wordsOf(fake.posts.map(({ activity }) => activity));
const changed = (eventType: string, more: object = {}) => ({
  type: 'messageUpdate',
  id: 'hers',
  timestamp: '2026-11-02T09:05:00Z',
  channelData: { eventType },
  ...more,
});
const notRead = 'bcp does not read a message again when it is edited, so what was recorded stands.';

describe('a message that is edited afterwards', () => {
  it('stands as it was, and its writer is told how to change it', async () => {
    await stage.type('lena.hart', 'Red, youth council met twice', changed('editMessage'));

    expect(await rating()).toBe('green');
    expect(said()).toContain(notRead);
    expect(fake.posts).toHaveLength(1);
  });

  it('is told of from the outbox when Teams is busy: each edit once', async () => {
    const wait: Mishap = { kind: 'answer', status: 429, retryAfter: '60' };
    for (const timestamp of ['2026-11-02T09:05:00Z', '2026-11-02T09:05:00Z', '2026-11-02T09:06:00Z']) {
      fake.mishaps.push(wait);
      await stage.type('lena.hart', 'Red', changed('editMessage', { timestamp }));
    }
    await stage.drain();

    expect(
      stage.chat('lena.hart').filter(({ activity }) => wordsOf(activity).includes(notRead)),
    ).toHaveLength(2);
  });

  it.each(['undeleteMessage', 'softDelete', ''])('is none when Teams calls it "%s"', async (eventType) => {
    await stage.type('lena.hart', 'Red, youth council met twice', changed(eventType));

    expect(await rating()).toBe('green');
    expect(fake.posts).toEqual([]);
  });

  it('in a channel, or by somebody whom nobody knows, is left alone', async () => {
    const conversation = { id: '19:board', tenantId: councilTenant, conversationType: 'channel' };

    await stage.type('lena.hart', '<at>BCP</at> Red', changed('editMessage', { conversation }));
    await stage.type('a.stranger', 'Red', changed('editMessage'));

    expect(fake.posts).toEqual([]);
  });
});

describe('a message that comes with a file', () => {
  const attachments = [
    { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'report.docx' },
    { contentType: 'text/html' },
  ];

  it('is recorded, and its writer is told that the file was not kept', async () => {
    await stage.type('lena.hart', 'Amber, see attached', { attachments });

    expect(await rating()).toBe('amber');
    expect(said()).toContain('what you attached was not kept and is not shown to anybody');
  });

  it('is told of with a command too', async () => {
    await stage.type('lena.hart', 'help', { attachments });

    expect(said()).toContain('What you can type');
    expect(said()).toContain('what you attached was not kept');
  });

  it('is not told of where words came alone, formatted or not', async () => {
    await stage.type('lena.hart', 'Amber, waiting', { attachments: [{ contentType: 'text/html' }] });

    expect(said()).not.toContain('was not kept');
  });
});
