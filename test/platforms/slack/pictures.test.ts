import { describe, expect, it } from 'vitest';
import type { MessagePart } from '../../../src/messages/message.ts';
import { testStore } from '../../support/database.ts';
import { textsIn } from './fake-slack/block-limits.ts';
import { pressNote } from './press-note.ts';
import { slackStage, type SlackStage } from './slack-stage.ts';

/** Slack has the file, and has not looked at it yet when it is first shown. */
async function withUnreadyPictures(calls = 1): Promise<SlackStage> {
  const stage = await slackStage(await testStore(), {
    draw: () => Promise.resolve(new Uint8Array([1, 2, 3])),
  });
  // Two months are on record, so there is a history to draw.
  for (const day of ['2026-11-02', '2026-11-14', '2026-12-01', '2026-12-16'])
    await stage.moveTo(`${day}T18:00:00Z`);
  stage.slack.messages.splice(0);
  stage.slack.callsBeforeFilesAreReady = calls;
  return stage;
}

const shown = (stage: SlackStage, channel: string) =>
  stage.slack.messages.filter((message) => message.channel === channel);
const pictures = (blocks: unknown) => [...JSON.stringify(blocks).matchAll(/"slack_file"/g)].length;
const tables = (blocks: unknown) => [...JSON.stringify(blocks).matchAll(/"type":"table"/g)].length;

/** The history of the months, as its table has it. */
const months = /Nov(ember)?\b/;

const chart: MessagePart = {
  kind: 'figure',
  figure: {
    title: 'Three are off track',
    alt: 'Stacked columns for October and November.',
    chart: {
      kind: 'rating_history',
      months: [
        { label: 'Oct 26', counts: { green: 7, red: 2 } },
        { label: 'Nov 26', counts: { green: 6, red: 3 } },
      ],
    },
  },
};
const table: MessagePart = { kind: 'table', caption: '', columns: ['Action'], rows: [['IC3']] };

describe('a chart whose picture Slack has not looked at yet', () => {
  it('comes as a table after the answer to a command', async () => {
    const stage = await withUnreadyPictures(5);

    await stage.command('grace.bell', 'status IC4');

    const [after, ...others] = shown(stage, 'CBOARD');
    expect(others).toEqual([]);
    expect(pictures(after?.blocks)).toBe(0);
    expect(textsIn(after?.blocks).join(' ')).toMatch(months);
  });

  it('comes as a table in one’s own chat, once', async () => {
    const stage = await withUnreadyPictures();

    await stage.write('grace.bell', 'status IC4');

    const answer = shown(stage, 'DUGRACE');
    expect(answer.filter(({ thread }) => thread === null)).toHaveLength(1);
    expect(pictures(answer.map(({ blocks }) => blocks))).toBe(0);
    expect(tables(answer.map(({ blocks }) => blocks))).toBe(1);
  });

  it('comes as a table where it is shared with a channel, once', async () => {
    const stage = await withUnreadyPictures(0);
    const { blocks } = await stage.command('grace.bell', 'status safe');
    stage.slack.messages.splice(0);
    for (const file of stage.slack.files.values()) file.refusals = 1;

    await pressNote(stage, { user: 'UGRACE', channel: 'CBOARD', blocks, label: 'Share here' });

    const posts = shown(stage, 'CBOARD').filter(({ onlyFor }) => onlyFor === null);
    expect(posts.filter(({ thread }) => thread === null)).toHaveLength(1);
    expect(pictures(posts.map((post) => post.blocks))).toBe(0);
    expect(posts.map(({ text }) => text).join()).toContain('Outcome SAFE');
  });

  it('does not hold up App Home', async () => {
    const stage = await withUnreadyPictures();

    await stage.send(
      {
        type: 'event_callback',
        team_id: 'T1',
        event_id: 'Ev-home',
        event: { type: 'app_home_opened', user: 'UASHA', tab: 'home' },
      },
      'json',
    );
    await stage.settled();

    const home = stage.slack.homes.get('UASHA');
    expect(stage.slack.files.size).toBeGreaterThan(0);
    expect(pictures(home)).toBe(0);
    expect(textsIn(home).join(' ')).toContain('December 2026 is closed');
  });

  it('at the end of a digest does not make its beginning come twice', async () => {
    const stage = await withUnreadyPictures();
    const now = stage.clock.now();
    const { deliveries, channels } = stage.store.in(stage.partnershipId);
    await channels.save({
      id: 'board',
      platform: 'slack',
      tenantId: 'T1',
      channelId: 'CBOARD',
      name: 'board',
      audience: 'board',
      reach: 'members',
    });
    await deliveries.promise({
      id: 'd1',
      key: 'digest:test',
      purpose: 'digest',
      to: { kind: 'channel', platform: 'slack', tenantId: 'T1', channelId: 'CBOARD' },
      message: { summary: 'The digest.', parts: [table, table, chart] },
      replaces: null,
      promisedAt: now,
      dueAt: now,
    });

    await stage.drain();

    const posts = shown(stage, 'CBOARD');
    expect(posts.map(({ thread }) => thread)).toEqual([null, posts[0]?.ts, posts[0]?.ts]);
    expect(posts.map(({ blocks }) => [tables(blocks), pictures(blocks)])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect((await deliveries.byKey('digest:test'))?.state).toBe('sent');
  });

  it('is shown as a picture as soon as Slack has looked at it', async () => {
    const stage = await withUnreadyPictures();
    await stage.write('grace.bell', 'status IC4');

    await stage.write('grace.bell', 'status IC4');
    const inAcknowledgement = await stage.command('grace.bell', 'status IC4');

    expect(pictures(shown(stage, 'DUGRACE').map(({ blocks }) => blocks))).toBe(1);
    expect(pictures(inAcknowledgement)).toBe(1);
  });

  it('never stands in an acknowledgement, which Slack would refuse without a word, before Slack has shown it', async () => {
    const stage = await withUnreadyPictures();
    await stage.write('grace.bell', 'status IC4');

    const answer = await stage.command('grace.bell', 'status IC4');

    expect(pictures(answer)).toBe(0);
  });
});
