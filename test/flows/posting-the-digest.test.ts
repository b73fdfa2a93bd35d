import { describe, expect, it } from 'vitest';
import type { Form } from '../../src/messages/forms/form.ts';
import type { Channel } from '../../src/use-cases/ports/board-records.ts';
import { chat, outcome, press, records, say, send, words } from '../support/acts.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';

const channel = (id: string, more: Partial<Channel> = {}): Channel => ({
  id,
  platform: 'rehearsal',
  tenantId: 'rehearsal',
  channelId: id,
  name: `#${id}`,
  audience: 'board',
  reach: 'members',
  ...more,
});

/** November is closed and its digest drafted; two channels are for the board, one of them read by people from outside. */
async function drafted(
  channels: readonly Channel[] = [channel('board'), channel('open', { reach: 'shared' })],
) {
  const stage = await birminghamStage(await testStore());
  for (const each of channels) await records(stage).channels.save(each);
  await stage.at('2026-11-02T09:00:00Z');
  await say(
    stage,
    'lena.hart',
    'red, no venue, need the board to decide on one. Path: find a hall, Lena Hart, by 4 December',
  );
  await stage.at('2026-11-13T17:00:00Z');
  await stage.at('2026-11-19T09:00:00Z');
  return stage;
}

async function postForm(stage: Stage): Promise<Form> {
  const answer = await say(stage, 'sam.field', 'digest post');
  if (!answer.form) throw new Error(`No form was opened: ${words(answer)}`);
  return answer.form;
}

async function posts(stage: Stage, channelId: string): Promise<readonly string[]> {
  const all = await records(stage).conversations.of(`channel:${channelId}`, 20);
  return all.map(({ message }) => message.summary);
}

describe('a digest on its way to the board', () => {
  it('is previewed in private, as each kind of channel will read it', async () => {
    const stage = await drafted();

    const preview = words(await say(stage, 'sam.field', 'digest preview'));
    const owner = words(await say(stage, 'lena.hart', '/bcp digest preview'));

    expect(preview).toContain('Preview, only for you. #board will read this:');
    expect(preview).toContain('Preview, only for you. #open will read this:');
    expect(preview).toContain('Counts only, because people from outside the partnership read this channel.');
    expect(owner).toContain('Only the secretariat may approve the digest.');
    expect(await posts(stage, 'board')).toEqual([]);
  });

  it('is approved and posted to the channels that are chosen, and the person is told what went where', async () => {
    const stage = await drafted();
    const form = await postForm(stage);

    const sent = await send(stage, 'sam.field', form, { 'channel.open': 'false' });
    await stage.at('2026-11-19T09:01:00Z');
    await stage.at('2026-11-19T09:02:00Z');

    expect(form.title).toBe('Approve and post');
    expect(form.groups[0]?.fields.map(({ label, hint }) => `${label} ${hint}`)).toEqual([
      '#board The whole front page.',
      '#open Counts only, because people from outside the partnership read this channel.',
    ]);
    expect(outcome(sent)).toBe('On its way to #board. You are told here what went where.');
    expect(await posts(stage, 'board')).toHaveLength(1);
    expect(await posts(stage, 'open')).toEqual([]);
    expect(await chat(stage, 'sam.field')).toContain('stands in 1 channel.');
  });

  it('stands in each channel once, however often it is posted; a channel that was left out can follow', async () => {
    const stage = await drafted();
    const form = await postForm(stage);

    await send(stage, 'sam.field', form, { 'channel.open': 'false' });
    const again = await send(stage, 'sam.field', form, { 'channel.open': 'false' });
    const second = await postForm(stage);
    await send(stage, 'sam.field', second, {});
    const third = await say(stage, 'sam.field', 'digest post');
    await stage.at('2026-11-19T09:01:00Z');

    expect(outcome(again)).toContain('Nothing was posted');
    expect(second.groups[0]?.fields.map(({ label }) => label)).toEqual(['#open']);
    expect(third.form).toBeNull();
    expect(words(third)).toContain('it is posted once');
    expect(await posts(stage, 'board')).toHaveLength(1);
    expect(await posts(stage, 'open')).toHaveLength(1);
  });

  it('that a channel refused is told with the reason, and goes out there in the shorter form when it is posted again', async () => {
    const stage = await drafted([channel('board')]);
    await send(stage, 'sam.field', await postForm(stage), {});
    const [first] = await records(stage).deliveries.inStates(['waiting']);
    if (!first) throw new Error('Nothing was promised.');
    // What a platform's sender writes down when guests have joined since.
    await records(stage).deliveries.move(
      first.id,
      ['waiting'],
      'refused',
      stage.clock.now(),
      'There are guests in this channel. Nothing was posted.',
    );
    await records(stage).channels.save(channel('board', { reach: 'shared' }));
    await stage.at('2026-11-19T09:01:00Z');
    await stage.at('2026-11-19T09:02:00Z');
    const told = await chat(stage, 'sam.field');

    const form = await postForm(stage);
    await send(stage, 'sam.field', form, {});
    await stage.at('2026-11-19T09:03:00Z');
    const [post] = await records(stage).conversations.of('channel:board', 20);

    expect(told).toContain('posted in 0 channels, not in 1');
    expect(told).toContain('#board: not posted: There are guests in this channel.');
    expect(form.groups[0]?.fields[0]?.hint).toContain('Counts only');
    expect(JSON.stringify(post?.message)).toContain('Counts only, because people from outside');
    expect(JSON.stringify(post?.message)).not.toContain('no venue');
  });

  it('that is corrected before it has arrived is followed by its correction in the same place', async () => {
    const stage = await drafted([channel('board')]);
    await send(stage, 'sam.field', await postForm(stage), {});
    await say(stage, 'sam.field', 'moderate IC3 amber because a hall was found');
    await say(stage, 'sam.field', 'digest draft');
    await send(stage, 'sam.field', await postForm(stage), {});

    await stage.at('2026-11-19T09:01:00Z');
    await stage.at('2026-11-19T09:02:00Z');

    const [post, ...others] = await records(stage).conversations.of('channel:board', 20);
    expect(others).toEqual([]);
    expect(JSON.stringify(post?.message)).toContain('This is number 2 and takes the place of number 1');
  });

  it('that is OFFICIAL-SENSITIVE goes to every channel as counts only', async () => {
    const stage = await drafted([channel('board')]);
    await say(stage, 'sam.field', '/bcp cycle set marking OFFICIAL-SENSITIVE');
    await say(stage, 'sam.field', 'digest draft');

    const form = await postForm(stage);
    await send(stage, 'sam.field', form, {});
    await stage.at('2026-11-19T09:01:00Z');
    const [post] = await records(stage).conversations.of('channel:board', 20);

    expect(form.groups[0]?.fields[0]?.hint).toBe('Counts only, because this paper is OFFICIAL-SENSITIVE.');
    expect(JSON.stringify(post?.message)).not.toContain('no venue');
  });

  it('goes nowhere when no channel is chosen or none is there, and the words say what to do', async () => {
    const stage = await drafted();
    const form = await postForm(stage);
    const none = await send(stage, 'sam.field', form, { 'channel.board': 'false', 'channel.open': 'false' });
    for (const { id } of await records(stage).channels.all()) await records(stage).channels.remove(id);
    const nowhere = await say(stage, 'sam.field', 'digest post');

    expect(outcome(none)).toBe(': Choose at least one channel.');
    expect((await records(stage).digests.all())[0]?.state).toBe('draft');
    expect(words(nowhere)).toContain('Type "/bcp channel use for …" in the channel.');
  });

  it('has one button after another: approve, then the choice of channels', async () => {
    const stage = await drafted();
    const [digest] = await records(stage).digests.all();

    const approved = await press(stage, 'sam.field', { verb: 'approve_digest', digest: digest?.id ?? '' });
    const buttons = approved.say.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : [])),
    );
    const post = buttons.find(({ label }) => label === 'Post');
    const opened = post ? await press(stage, 'sam.field', post.press) : null;

    expect(opened?.form?.title).toBe('Post the digest');
  });
});
