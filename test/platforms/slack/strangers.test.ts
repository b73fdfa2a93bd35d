import { describe, expect, it } from 'vitest';
import { accountClosed } from '../../../src/use-cases/close-account.ts';
import { auditRows } from '../../support/acts.ts';
import { testStore } from '../../support/database.ts';
import { textsIn } from './fake-slack/block-limits.ts';
import { slackStage, type SlackStage } from './slack-stage.ts';

/** The month is open, and somebody nobody knows is in the workspace and in the board's channel. */
async function withStranger(): Promise<SlackStage> {
  const stage = await slackStage(await testStore());
  await stage.moveTo('2026-11-02T09:00:00Z');
  stage.slack.addUser('UNEW', 'new@birmingham.example');
  stage.slack.channels.get('CBOARD')!.members.push('UNEW');
  return stage;
}

const whomToAsk =
  "Please ask Sam Field, secretariat of Birmingham Children and Young People's Partnership, to add you.";

const refused = async (stage: SlackStage) =>
  (await auditRows(stage)).filter(({ verb }) => verb === 'stranger_refused');

async function mention(stage: SlackStage, user: string, team?: string): Promise<void> {
  const event = {
    type: 'app_mention',
    channel: 'CBOARD',
    user,
    text: '<@UBOT> status of the zebra crossing',
    ts: '1.000001',
    ...(team === undefined ? {} : { user_team: team }),
  };
  await stage.send({ type: 'event_callback', team_id: 'T1', event_id: 'Ev-mention', event }, 'json');
  await stage.settled();
}

/** A button of Lena's prompt, pressed by somebody else in the channel. */
async function press(stage: SlackStage): Promise<void> {
  const [prompt] = stage.slack.messages.filter(({ channel }) => channel === 'DULENA');
  const [, value = '""'] =
    /"action_id":"bcp\.update\.\d+".*?"value":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(prompt?.blocks)) ?? [];
  await stage.send(
    {
      type: 'block_actions',
      team: { id: 'T1' },
      user: { id: 'UNEW', team_id: 'T1' },
      channel: { id: 'CBOARD' },
      trigger_id: stage.slack.trigger(),
      response_url: stage.slack.hook('UNEW', 'CBOARD'),
      actions: [
        {
          type: 'button',
          block_id: 'b',
          action_id: 'bcp.update.1',
          value: JSON.parse(value) as string,
        },
      ],
    },
    'payload',
  );
  await stage.settled();
}

describe('somebody nobody knows is told whom to ask, and written down without their words, when they', () => {
  it.each([
    [
      'type a command',
      async (stage: SlackStage) => textsIn((await stage.command('UNEW', 'status zebra'))['blocks']).join(),
    ],
    [
      'write to bcp',
      async (stage: SlackStage) => {
        await stage.write('UNEW', 'Green, the zebra crossing is painted');
        return stage.slack.seen('DUNEW', 'UNEW').join();
      },
    ],
    [
      'name bcp in a channel',
      async (stage: SlackStage) => {
        await mention(stage, 'UNEW');
        return stage.slack.seen('CBOARD', 'UNEW').join();
      },
    ],
    [
      'press a button',
      async (stage: SlackStage) => {
        await press(stage);
        return stage.slack.seen('CBOARD', 'UNEW').join();
      },
    ],
  ])('%s', async (_what, act) => {
    const stage = await withStranger();

    const told = await act(stage);

    expect(told).toContain(
      `bcp does not know this Slack account yet, so it can show you nothing. ${whomToAsk}`,
    );
    expect(told).toContain('"/bcp link CODE"');
    const rows = await refused(stage);
    expect(rows.map(({ personId, subject }) => [personId, subject])).toEqual([
      [null, 'account:slack:T1:UNEW'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('zebra');
  });

  it('send a form that they opened when they were known, which keeps their words', async () => {
    const stage = await withStranger();
    await stage.press('lena.hart', 'Update');
    await accountClosed(stage.deps, { platform: 'slack', tenantId: 'T1', userId: 'ULENA' });

    const answer = await stage.submit('lena.hart', { 'IC3.rating': 'green', 'IC3.done': 'Zebra.' });

    expect(answer).toEqual({
      response_action: 'errors',
      errors: { 'IC3.rating': expect.stringContaining(`This was not saved.`) as string },
    });
    expect(JSON.stringify(answer)).toContain(whomToAsk);
    expect((await refused(stage)).map(({ subject }) => subject)).toEqual(['account:slack:T1:ULENA']);
    expect(await stage.store.in(stage.partnershipId).updates.latest('2026-11', 'IC3')).toBeNull();
  });
});

describe('somebody nobody knows', () => {
  it('of another workspace is written down where they wrote, as who they are there', async () => {
    const stage = await withStranger();

    await mention(stage, 'UNEW', 'T9');

    expect(stage.slack.seen('CBOARD', 'UNEW').join()).toContain(whomToAsk);
    expect((await refused(stage)).map(({ subject }) => subject)).toEqual(['account:slack:T9:UNEW']);
  });

  it('who asks to be linked is not turned away', async () => {
    const stage = await withStranger();

    await stage.command('UNEW', 'link');
    await stage.write('UNEW', 'link');

    expect(await refused(stage)).toEqual([]);
  });
});
