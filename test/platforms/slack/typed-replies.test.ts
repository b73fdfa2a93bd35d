import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/use-cases/ports/store.ts';
import { longLivedTestStore, testStore } from '../../support/database.ts';
import type { Block } from '../../../src/platforms/slack/render/blocks.ts';
import type { Fault } from './fake-slack/fake-shapes.ts';
import { slackStage, type SlackStage } from './slack-stage.ts';

/** November is open, and its prompts are in Slack. */
async function prompted(store?: Store): Promise<SlackStage> {
  const stage = await slackStage(store ?? (await testStore()));
  await stage.moveTo('2026-11-02T09:00:00Z');
  return stage;
}

const latest = (stage: SlackStage, code: string, month = '2026-11') =>
  stage.store.in(stage.partnershipId).updates.latest(month, code);

/** What stands in somebody's own chat, newest last. */
const chat = (stage: SlackStage, id: string) => stage.slack.seen(stage.slack.dm(id), id).join('\n');

function hasButton(blocks: readonly Record<string, unknown>[], label: string): boolean {
  return (blocks as unknown as readonly Block[]).some(
    (block) => block.type === 'actions' && block.elements.some(({ text }) => text.text === label),
  );
}

/** A message in Lena's own chat, as Slack sends it. */
function event(stage: SlackStage, id: string, more: Record<string, unknown>) {
  return {
    type: 'event_callback',
    team_id: stage.slack.team,
    event_id: id,
    event: {
      type: 'message',
      channel_type: 'im',
      channel: stage.slack.dm('ULENA'),
      user: 'ULENA',
      ts: '1.000001',
      ...more,
    },
  };
}

async function send(stage: SlackStage, id: string, more: Record<string, unknown>) {
  const response = await stage.send(event(stage, id, more), 'json');
  await stage.settled();
  return response;
}

describe('an answer typed in Slack', () => {
  it('is taken while Slack itself cannot be written to, and answered when it can', async () => {
    const stage = await prompted();
    stage.slack.fault('chat.postMessage', { kind: 'status', status: 500, accepts: false });

    const response = await stage.write('lena.hart', 'Green, youth council met twice');
    const recorded = await latest(stage, 'IC3');
    await stage.moveTo('2026-11-02T09:01:00Z');

    expect(response.status).toBe(200);
    expect(recorded?.content?.rating).toBe('green');
    expect(chat(stage, 'ULENA')).toContain('Recorded');
    expect(await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'IC3')).toHaveLength(1);
  });

  it.each<[string, Fault, number]>([
    ['Slack answered 500 to its answer', { kind: 'status', status: 500, accepts: false }, 1],
    ['Slack answered 500 and had taken its answer', { kind: 'status', status: 500, accepts: true }, 2],
    ['Slack never said whether it took its answer', { kind: 'late' }, 1],
    ['somebody deleted the thread meanwhile', { kind: 'error', error: 'thread_not_found' }, 1],
    ['Slack refused its answer there', { kind: 'error', error: 'restricted_action_thread_locked' }, 1],
  ])('in a thread is read once and answered truly when %s', async (_what, fault, copies) => {
    const stage = await prompted();
    const prompt = stage.slack.messages.find(({ channel }) => channel === stage.slack.dm('ULENA'));
    stage.slack.fault('chat.postMessage', fault);

    await send(stage, 'Ev1', { text: 'Green, youth council met twice', thread_ts: prompt?.ts });
    for (const minute of ['01', '02', '03']) {
      await stage.moveTo(`2026-11-02T09:${minute}:00Z`);
      await stage.settled();
    }

    const answers = stage.slack.messages.filter(
      ({ channel, blocks }) =>
        channel === 'DULENA' && JSON.stringify(blocks).includes('Recorded') && hasButton(blocks, 'Undo'),
    );
    expect(answers).toHaveLength(copies);
    expect(chat(stage, 'ULENA')).not.toContain('could not be read');
    expect(await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'IC3')).toHaveLength(1);
    expect(await stage.store.in(stage.partnershipId).deliveries.inStates(['ambiguous', 'refused'])).toEqual(
      [],
    );
  });

  it('is sent again by Slack when it could not be stored', async () => {
    const stage = await prompted(await longLivedTestStore());
    await stage.store.close();

    const response = await stage.send(event(stage, 'Ev1', { text: 'Green, all on course' }), 'json');

    expect(response.status).toBe(503);
  });

  it('is never stored with a child’s number in it, not even while it waits', async () => {
    const stage = await prompted();

    await stage.send(
      event(stage, 'Ev1', { text: 'Amber, NHS number 943 476 5919 waits for a place' }),
      'json',
    );
    const waiting: string[] = [];
    for await (const { table, json } of stage.store.whole.rows([stage.partnershipId]))
      if (table === 'WaitingReply') waiting.push(json);
    await stage.settled();

    expect(waiting).toHaveLength(1);
    expect(waiting[0]).toContain('waits for a place');
    expect(waiting[0]).not.toContain('943');
    expect(chat(stage, 'ULENA')).toContain('an NHS number');
    expect((await latest(stage, 'IC3'))?.content?.rating).toBe('amber');
  });

  it('in the thread of October’s prompt is about October, whatever month is open', async () => {
    const stage = await slackStage(await testStore());
    await stage.moveTo('2026-11-02T09:00:00Z');
    const prompt = stage.slack.messages.find(({ channel }) => channel === stage.slack.dm('ULENA'));
    await stage.moveTo('2026-12-01T09:00:00Z');

    await send(stage, 'Ev1', {
      text: 'Green, youth council met twice',
      thread_ts: prompt?.ts,
    });

    expect(chat(stage, 'ULENA')).toContain('November 2026 is closed, so this was not recorded');
    expect((await latest(stage, 'IC3', '2026-12'))?.content ?? null).toBeNull();
    expect((await latest(stage, 'IC3'))?.content ?? null).toBeNull();
  });

  it('that Slack could not hand over at first does not take the place of a newer one', async () => {
    const stage = await prompted();
    const secondsOf = (time: string) => `${Date.parse(`2026-11-02T${time}Z`) / 1_000}.000100`;
    await stage.moveTo('2026-11-02T09:02:00Z');
    await send(stage, 'Ev2', { text: 'Red, the youth council is closed', ts: secondsOf('09:01:58') });
    await stage.moveTo('2026-11-02T09:05:00Z');

    await send(stage, 'Ev1', { text: 'Green, youth council met twice', ts: secondsOf('09:00:05') });

    expect((await latest(stage, 'IC3'))?.content?.rating).toBe('red');
    expect(chat(stage, 'ULENA')).toContain('reached bcp only after a later answer of yours');
  });

  it('that begins with the word link is an answer', async () => {
    const stage = await prompted();

    await stage.write('lena.hart', 'Link workers are in place, IC3 green');

    expect((await latest(stage, 'IC3'))?.content?.rating).toBe('green');
  });

  it('that comes with a file is recorded, and its writer is told that files are not kept', async () => {
    const stage = await prompted();

    await send(stage, 'Ev1', {
      subtype: 'file_share',
      text: 'Amber, see attached',
      files: [{ id: 'F1', name: 'report.docx' }],
    });

    expect((await latest(stage, 'IC3'))?.content?.rating).toBe('amber');
    expect(chat(stage, 'ULENA')).toContain('what you attached was not kept');
  });

  it('that is nothing but a file is not passed over in silence', async () => {
    const stage = await prompted();

    await send(stage, 'Ev1', { subtype: 'file_share', text: '', files: [{ id: 'F1' }] });

    expect(chat(stage, 'ULENA')).toContain('bcp reads words only');
  });

  it('that was also sent to the channel from a thread is read', async () => {
    const stage = await prompted();

    await send(stage, 'Ev1', { subtype: 'thread_broadcast', text: 'Green, all on course', thread_ts: '1.5' });

    expect((await latest(stage, 'IC3'))?.content?.rating).toBe('green');
  });

  it('that is edited afterwards stands as it was, and its writer is told how to change it', async () => {
    const stage = await prompted();
    await stage.write('lena.hart', 'Green, youth council met twice');
    const edited = (text: string) => ({
      subtype: 'message_changed',
      message: { user: 'ULENA', text },
      previous_message: { text: 'Green, youth council met twice' },
      user: undefined,
    });

    await send(stage, 'Ev2', edited('Red, youth council met twice'));
    const told = chat(stage, 'ULENA');
    await send(stage, 'Ev3', edited('Green, youth council met twice'));

    expect((await latest(stage, 'IC3'))?.content?.rating).toBe('green');
    expect(told).toContain('does not read a message again when it is edited');
    expect(chat(stage, 'ULENA')).toBe(told);
  });
});

describe('a command typed in one’s own chat', () => {
  it('that failed in the middle is not lost in silence when Slack sends it again', async () => {
    const stage = await prompted();
    stage.slack.fault('chat.postMessage', { kind: 'error', error: 'channel_not_found' });

    const first = await stage.write('sam.field', 'remind all late', 'Ev-remind');
    await stage.write('sam.field', 'remind all late', 'Ev-remind');

    expect(first.status).toBe(503);
    expect(chat(stage, 'USAM')).toContain('This reached bcp twice');
  });
});
