import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { wordsOf } from './cards.ts';
import { councilTenant, fakeTeams, type FakeTeams, type Posted } from './fake-teams.ts';
import { buttonData, press, teamsStage, type TeamsStage } from './teams-stage.ts';

const board = '19:board@thread.tacv2';
const inBoard = { conversation: { id: board, tenantId: councilTenant, conversationType: 'channel' } };

let fake: FakeTeams;
let stage: TeamsStage;

beforeEach(async () => {
  fake = await fakeTeams();
  stage = await teamsStage(await testStore(), fake);
  for (const name of ['sam.field', 'grace.bell']) await stage.type(name, 'help');
  await stage.store.in(stage.partnershipId).channels.save({
    id: 'board',
    platform: 'teams',
    tenantId: councilTenant,
    channelId: board,
    name: 'Board',
    audience: 'board',
    reach: 'members',
  });
  await stage.at('2026-11-02T09:00:00Z');
  await stage.at('2026-11-16T09:00:00Z');
  await stage.type('sam.field', 'digest draft');
  await decide('approve_digest');
  await decide('post_digest');
  await decide('post_digest');
  await stage.drain();
});
afterEach(async () => {
  await fake.close();
});

async function decide(verb: 'approve_digest' | 'post_digest'): Promise<void> {
  const [digest] = await stage.store.in(stage.partnershipId).digests.all();
  const data = { bcp: { do: 'press', p: stage.partnershipId, press: { verb, digest: digest?.id } } };
  await stage.invoke('sam.field', 'adaptiveCard/action', press(data));
}

const posted = () => fake.posts.filter(({ conversation }) => conversation.startsWith(board));

/** The chair presses the button in the channel; what is asked of them then. */
async function asked(): Promise<Posted> {
  const data = buttonData(posted()[0]?.activity, 'Send me the Markdown');
  await stage.invoke('grace.bell', 'adaptiveCard/action', press(data), inBoard);
  const offer = stage.chat('grace.bell').at(-1);
  if (!offer) throw new Error('Nothing was offered.');
  return offer;
}

async function answer(name: string, offer: Posted, action: 'accept' | 'decline'): Promise<void> {
  const [attachment] = offer.activity['attachments'] as readonly { content: { acceptContext: unknown } }[];
  const value = {
    type: 'fileUpload',
    action,
    context: attachment?.content.acceptContext,
    uploadInfo: {
      uploadUrl: `${fake.url}upload/digest`,
      contentUrl: 'https://x.sharepoint.com/d',
      name: 'bcp-digest.md',
      uniqueId: 'u',
      fileType: 'md',
    },
  };
  await stage.invoke(name, 'fileConsent/invoke', value, { replyToId: offer.id });
}

const shownTo = (name: string) =>
  stage
    .chat(name)
    .map(({ activity }) => JSON.stringify(activity))
    .join(' ');

describe('a digest in a Teams channel', () => {
  it('stands there once, however often it is posted', () => {
    expect(posted()).toHaveLength(1);
  });

  it('is handed over in the chat of whoever asks, and the channel sees nothing of it', async () => {
    const before = posted().length;

    const offer = await asked();

    expect(offer.activity['attachments']).toMatchObject([
      { contentType: 'application/vnd.microsoft.teams.card.file.consent', content: { sizeInBytes: 8 } },
    ]);
    expect(posted()).toHaveLength(before);
  });

  it('stays where it is for whoever presses, with its other buttons', async () => {
    const data = buttonData(posted()[0]?.activity, 'Send me the Markdown');

    const answered = await stage.invoke('grace.bell', 'adaptiveCard/action', press(data), inBoard);

    expect(answered['type']).toBe('application/vnd.microsoft.activity.message');
    expect(answered['value']).toBe(
      'I ask you in our own chat whether I may put bcp-digest-2026-11.md into your OneDrive.',
    );
  });

  it('is not said to be handed over to somebody who has no chat with bcp; they are told what to do', async () => {
    fake.notInstalled.add('29:noor.aziz');
    const data = buttonData(posted()[0]?.activity, 'Send me the Markdown');
    const before = fake.posts.length;

    await stage.invoke('noor.aziz', 'adaptiveCard/action', press(data), inBoard);

    const said = fake.posts.slice(before);
    expect(said.map(({ only }) => only)).toEqual(['29:noor.aziz']);
    expect(wordsOf(said[0]?.activity)).toContain(
      'bcp-digest-2026-11.md was not offered to you. Add the bcp app in Teams, then press again.',
    );
  });

  it('is offered by typing, too, and only in the chat of whoever asks', async () => {
    const before = fake.posts.length;

    await stage.type('sam.field', '<at>BCP</at> digest export markdown', inBoard);

    const said = fake.posts.slice(before);
    expect(said.filter(({ conversation }) => conversation === board).map(({ only }) => only)).toEqual([
      '29:sam.field',
    ]);
    expect(wordsOf(said.find(({ conversation }) => conversation === board)?.activity)).toContain(
      'I ask you in our own chat',
    );
    expect(shownTo('sam.field')).toContain('application/vnd.microsoft.teams.card.file.consent');
  });
});

describe('a file that was offered', () => {
  it('is put into the OneDrive of whoever accepts it, and the question goes', async () => {
    const offer = await asked();

    await answer('grace.bell', offer, 'accept');

    expect(fake.uploads).toEqual([{ name: 'digest', bytes: 8, range: 'bytes 0-7/8' }]);
    expect(offer.isRemoved).toBe(true);
    expect(shownTo('grace.bell')).toContain('application/vnd.microsoft.teams.card.file.info');
  });

  it('is put there also by another instance of bcp than the one that offered it', async () => {
    const offer = await asked();
    stage = await teamsStage(stage.store, fake);
    stage.clock.set(new Date('2026-11-16T09:10:00Z'));

    await answer('grace.bell', offer, 'accept');

    expect(fake.uploads).toEqual([{ name: 'digest', bytes: 8, range: 'bytes 0-7/8' }]);
  });

  it('is not put there twice, when Teams says twice that it was accepted', async () => {
    const offer = await asked();

    await answer('grace.bell', offer, 'accept');
    await answer('grace.bell', offer, 'accept');

    expect(fake.uploads).toHaveLength(1);
  });

  it('is not handed to somebody who may not read it any more', async () => {
    const offer = await asked();
    const { partnershipId, store } = stage;
    const grace = await store.in(partnershipId).people.byEmail('grace.bell@birmingham.example');
    const roles = await store.in(partnershipId).people.roles();
    for (const role of roles.filter(({ personId }) => personId === grace?.id))
      await store.in(partnershipId).people.endRole(role.id, '2026-11-15');

    await answer('grace.bell', offer, 'accept');

    expect(fake.uploads).toEqual([]);
  });

  it('is not sent anywhere when it is declined, and the question goes', async () => {
    const offer = await asked();

    await answer('grace.bell', offer, 'decline');
    await answer('grace.bell', offer, 'accept');

    expect(fake.uploads).toEqual([]);
    expect(offer.isRemoved).toBe(true);
  });

  it('is no longer held after half an hour, and the person is told', async () => {
    const offer = await asked();
    stage.clock.set(new Date('2026-11-16T09:31:00Z'));

    await answer('grace.bell', offer, 'accept');

    expect(fake.uploads).toEqual([]);
    expect(shownTo('grace.bell')).toContain('This file is no longer held. Please ask for it again.');
  });

  it('is nobody else’s to accept', async () => {
    const offer = await asked();

    await answer('sam.field', offer, 'accept');
    const byAnother = fake.uploads.length;
    await answer('grace.bell', offer, 'accept');

    expect([byAnother, fake.uploads.length]).toEqual([0, 1]);
  });

  it('that cannot be put there is said to be so', async () => {
    const offer = await asked();
    await stage.type('grace.bell', 'help');
    fake.uploadStatus = 507;

    await answer('grace.bell', offer, 'accept');

    expect(wordsOf(stage.chat('grace.bell').at(-1)?.activity)).toContain(
      'could not be put into your OneDrive',
    );
  });
});
