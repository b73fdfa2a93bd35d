import { describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { textsIn } from './fake-slack/block-limits.ts';
import type { Fault } from './fake-slack/fake-shapes.ts';
import { pressNote } from './press-note.ts';
import { slackStage, type SlackStage } from './slack-stage.ts';

async function answered(): Promise<SlackStage> {
  const stage = await slackStage(await testStore(), { sleep: soon });
  await stage.moveTo('2026-11-02T09:00:00Z');
  await stage.write(
    'tom.osei',
    'SA1 red, no lead in post. Path to green: interviews, Tom Osei, by 9 December',
  );
  return stage;
}

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 500));

/** Grace asks for a status in the channel and shares it. */
async function share(stage: SlackStage, words = 'status safe', channel = 'CBOARD') {
  const { blocks } = await stage.command('grace.bell', words, channel);
  return pressNote(stage, { user: 'UGRACE', channel, blocks, label: 'Share here' });
}

const forAll = (stage: SlackStage) =>
  stage.slack.messages
    .filter(({ channel, onlyFor }) => channel === 'CBOARD' && onlyFor === null)
    .map(({ blocks }) => textsIn(blocks).join(' '));
const forGrace = (stage: SlackStage, channel = 'CBOARD') =>
  stage.slack.messages
    .filter((message) => message.channel === channel && message.onlyFor === 'UGRACE')
    .map(({ blocks }) => textsIn(blocks).join(' '));

describe('a status that is shared', () => {
  it('says each action where only members read', async () => {
    const stage = await answered();

    await share(stage);

    expect(forAll(stage).join()).toContain('SA1');
    expect(forGrace(stage)).toEqual([]);
  });

  it.each([
    ['guests read', (stage: SlackStage) => (stage.slack.users.get('UTOM')!.guest = true), 'There are guests'],
    [
      'another organisation reads',
      (stage: SlackStage) => (stage.slack.channels.get('CBOARD')!.shared = true),
      'shared with another organisation',
    ],
  ])('says only how many of what where %s, and whoever shared it is told why', async (_who, open, why) => {
    const stage = await answered();
    open(stage);

    await share(stage);

    const [post, ...others] = forAll(stage);
    expect(others).toEqual([]);
    expect(post).toMatch(/Outcome SAFE, November 2026: .*1 red/);
    expect(post).not.toContain('SA1');
    expect(post).not.toContain('interviews');
    expect(forGrace(stage).join()).toContain(why);
  });

  it('is nothing of an action where people from outside read', async () => {
    const stage = await answered();
    stage.slack.users.get('UTOM')!.guest = true;

    await share(stage, 'status SA1');

    expect(forAll(stage).join()).toContain('not shown here');
    expect(forAll(stage).join()).not.toContain('interviews');
  });

  it('is told why not in a group chat, of which bcp may know nothing', async () => {
    const stage = await answered();
    stage.slack.fault('conversations.info', { kind: 'error', error: 'missing_scope' });

    const marked = await share(stage, 'status safe', 'GTHREE');

    expect(marked.status).toBe(200);
    expect(forGrace(stage, 'GTHREE').join()).toContain('Nothing was shared. Use "/bcp status" in a channel');
  });

  it('is told why not where Slack lets bcp post nothing', async () => {
    const stage = await answered();
    stage.slack.fault('chat.postMessage', { kind: 'error', error: 'restricted_action' });

    await share(stage);

    expect(forAll(stage)).toEqual([]);
    expect(forGrace(stage).join()).toContain('restricted_action');
  });

  it.each<[string, Fault, number, string]>([
    ['once, when Slack asks to wait', { kind: 'rate_limited', seconds: 1 }, 1, ''],
    ['once, when the connection was refused', { kind: 'refused_connection' }, 1, ''],
    [
      'with the advice to look, when nobody knows',
      { kind: 'reset', accepts: true },
      1,
      'Please look here before you press',
    ],
  ])('is there %s', async (_what, fault, times, words) => {
    const stage = await answered();
    stage.slack.fault('chat.postMessage', fault);

    await share(stage);

    expect(forAll(stage)).toHaveLength(times);
    expect(forGrace(stage).join()).toContain(words);
  });
});
