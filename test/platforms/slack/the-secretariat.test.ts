import { describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { slackStage, type SlackStage } from './slack-stage.ts';

async function opened(): Promise<SlackStage> {
  const stage = await slackStage(await testStore());
  await stage.moveTo('2026-11-02T09:00:00Z');
  return stage;
}

const channels = (stage: SlackStage) => stage.store.in(stage.partnershipId).channels.all();

describe('the secretariat takes a Slack channel into use', () => {
  it('by one command in it, with its name and its workspace', async () => {
    const stage = await opened();

    const answer = await stage.command('sam.field', 'channel use for board');

    expect(JSON.stringify(answer)).toContain('are posted in');
    expect(await channels(stage)).toMatchObject([
      { platform: 'slack', tenantId: 'T1', channelId: 'CBOARD', audience: 'board', reach: 'members' },
    ]);
  });

  it('and is told at once that guests read there', async () => {
    const stage = await opened();
    stage.slack.users.get('UTOM')!.guest = true;

    const answer = await stage.command('sam.field', 'channel use for board');

    expect(JSON.stringify(answer)).toContain(
      'There are guests in this Slack channel. So it gets counts only',
    );
    expect(await channels(stage)).toMatchObject([{ reach: 'shared' }]);
  });

  it('which an owner may not', async () => {
    const stage = await opened();

    const answer = await stage.command('lena.hart', 'channel use for board');

    expect(JSON.stringify(answer)).toContain(
      'Only the secretariat may decide what is posted in which channel.',
    );
    expect(await channels(stage)).toEqual([]);
  });
});

describe('the secretariat works in forms', () => {
  it('that a bare command opens; a problem stands at its field, and the form saves when it is right', async () => {
    const stage = await opened();
    const ada = (await stage.actor('grace.bell')).personId;

    await stage.command('sam.field', 'assign IC1');
    const wrong = await stage.submit('sam.field', { person: ada, role: 'theme_lead' });
    const right = await stage.submit('sam.field', { person: ada, role: 'owner' });

    expect(wrong).toMatchObject({
      response_action: 'errors',
      errors: { role: 'A theme lead leads a theme. Give the theme, for example safety.' },
    });
    expect(right).toEqual({});
    const roles = await stage.store.in(stage.partnershipId).people.roles();
    expect(roles.filter(({ personId, kind }) => personId === ada && kind === 'owner')).toHaveLength(1);
  });

  it('and may keep a work contact in a decision, which is asked privately', async () => {
    const stage = await opened();
    const minuted = { text: 'the press office answers on 0121 496 0911' };
    await stage.command('sam.field', 'meeting 2026-11-02 Partnership Board');

    await stage.command('sam.field', 'decide IC5');
    await stage.submit('sam.field', minuted);
    await stage.press('sam.field', 'It is a work contact, keep it');
    await stage.command('sam.field', 'decide IC5');
    await stage.submit('sam.field', minuted);

    expect(await stage.store.in(stage.partnershipId).meetings.decisions()).toMatchObject([
      { text: 'Agreed: the press office answers on 0121 496 0911' },
    ]);
    expect(stage.slack.seen('CBOARD', 'UGRACE')).toEqual([]);
  });

  it('and brings a digest from the draft to the channel, with a file in their own chat', async () => {
    const stage = await opened();
    await stage.command('sam.field', 'channel use for board');
    await stage.moveTo('2026-11-13T17:00:00Z');
    await stage.moveTo('2026-11-19T09:00:00Z');

    await stage.command('sam.field', 'digest post');
    const sent = await stage.submit('sam.field', {});
    await stage.moveTo('2026-11-19T09:01:00Z');
    await stage.moveTo('2026-11-19T09:02:00Z');

    expect(sent).toEqual({});
    const inChannel = stage.slack.messages.filter(
      ({ channel, onlyFor }) => channel === 'CBOARD' && onlyFor === null,
    );
    expect(inChannel).toHaveLength(1);
    expect(
      JSON.stringify(stage.slack.messages.filter(({ channel }) => channel === stage.slack.dm('USAM'))),
    ).toContain('stands in 1 channel.');
  });
});

describe('a digest as a file', () => {
  it('comes in the person’s own chat, also when it was asked for in a channel', async () => {
    const stage = await opened();
    await stage.moveTo('2026-11-13T17:00:00Z');
    await stage.moveTo('2026-11-19T09:00:00Z');
    Object.assign(stage.deps.exporter, {
      export: () =>
        Promise.resolve({
          fileName: 'bcp-digest-2026-11-draft.docx',
          mediaType: 'x',
          bytes: Buffer.from('W'),
        }),
    });

    const answer = await stage.command('sam.field', 'digest export 2026-11 docx');
    const refused = await stage.command('lena.hart', 'digest export 2026-11 docx');

    expect(JSON.stringify(answer)).toContain('Here is bcp-digest-2026-11-draft.docx.');
    expect(stage.slack.seen('CBOARD', 'USAM').join()).toContain('The file is in your own chat with bcp.');
    expect([...stage.slack.files.values()].map(({ name, shared }) => [name, shared])).toEqual([
      ['bcp-digest-2026-11-draft.docx', stage.slack.dm('USAM')],
    ]);
    expect(JSON.stringify(refused)).toContain('This digest has not been posted yet.');
  });
});

describe('what takes longer than somebody waits in silence', () => {
  it('is said to be under way first, and then what came of it', async () => {
    const stage = await slackStage(await testStore(), { sleep: () => Promise.resolve() });
    await stage.moveTo('2026-11-02T09:00:00Z');
    await stage.moveTo('2026-11-13T17:00:00Z');

    const ack = await stage.command('sam.field', 'digest draft');
    await stage.write('sam.field', 'digest preview');

    expect(String(ack['text'])).toBe(
      'The digest is being drafted. What came of it follows here; there is no need to type it again.',
    );
    expect(stage.slack.seen('CBOARD', 'USAM').join('\n')).toContain('number 1: draft');
    const own = stage.slack.messages.filter(({ channel }) => channel === stage.slack.dm('USAM'));
    const texts = own.map((message) => JSON.stringify(message));
    const working = texts.findIndex((text) => text.includes('The front page is being written.'));
    const preview = texts.findIndex((text) => text.includes('Preview, only for you.'));
    expect(working).toBeGreaterThan(-1);
    expect(preview).toBeGreaterThan(working);
  });
});
