import { describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { textsIn } from './fake-slack/block-limits.ts';
import type { Fault } from './fake-slack/fake-shapes.ts';
import { pressNote } from './press-note.ts';
import { slackStage, type SlackStage } from './slack-stage.ts';

async function prompted(options: Parameters<typeof slackStage>[1] = {}): Promise<SlackStage> {
  const stage = await slackStage(await testStore(), options);
  await stage.moveTo('2026-11-02T09:00:00Z');
  return stage;
}

const chat = (stage: SlackStage, id: string) => stage.slack.seen(stage.slack.dm(id), id);
const timesSaid = (stage: SlackStage, id: string, words: string) =>
  chat(stage, id).filter((text) => text.includes(words)).length;

/** Two hours in which the outbox is emptied again and again. */
async function laterOn(stage: SlackStage): Promise<void> {
  const start = stage.clock.now().getTime();
  for (const minutes of [1, 2, 4, 8, 16, 32, 64, 128]) {
    stage.clock.set(new Date(start + minutes * 60_000));
    await stage.drain();
  }
}

const faults: readonly (readonly [string, Fault])[] = [
  ['Slack asked to wait', { kind: 'rate_limited', seconds: 30 }],
  ['the connection was refused', { kind: 'refused_connection' }],
  ['the connection broke after Slack had taken it', { kind: 'reset', accepts: true }],
  ['the connection broke before', { kind: 'reset', accepts: false }],
  ['Slack said internal_error and had taken it', { kind: 'error', error: 'internal_error', accepts: true }],
];

describe('an answer that did not go through', () => {
  it.each(faults)('to a typed update is there once a little later when %s', async (_what, fault) => {
    const stage = await prompted();
    stage.slack.fault('chat.postMessage', fault);

    await stage.write('lena.hart', 'Green, youth council met twice');
    await laterOn(stage);

    expect(timesSaid(stage, 'ULENA', 'Recorded')).toBe(1);
    expect(await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'IC3')).toHaveLength(1);
  });

  it.each(faults)('to a form that is saved is there once a little later when %s', async (_what, fault) => {
    const stage = await prompted();
    await stage.press('lena.hart', 'Update');
    stage.slack.fault('chat.postMessage', fault);

    const closed = await stage.submit('lena.hart', {
      'IC3.rating': 'green',
      'IC3.done': 'Met the family of NHS number 943 476 5919.',
    });
    await laterOn(stage);

    expect(closed).toEqual({});
    expect(timesSaid(stage, 'ULENA', 'NHS number')).toBeGreaterThan(0);
    expect(chat(stage, 'ULENA').join()).not.toContain('943 476 5919');
    expect(timesSaid(stage, 'ULENA', 'Recorded')).toBe(1);
  });

  it.each(faults)('to a press is there once a little later when %s', async (_what, fault) => {
    const stage = await prompted();
    await stage.write('lena.hart', 'Green, youth council met twice');
    stage.slack.fault('chat.postMessage', fault);

    const marked = await stage.press('lena.hart', 'Undo');
    const before = chat(stage, 'ULENA').length;
    await laterOn(stage);

    expect(marked.status).toBe(200);
    expect(chat(stage, 'ULENA').length - before).toBeLessThanOrEqual(1);
    expect(timesSaid(stage, 'ULENA', 'Taken back')).toBe(1);
  });

  it('is shown in the channel when Slack takes no answers at the button any more', async () => {
    const stage = await prompted();
    const { blocks } = await stage.command('grace.bell', 'status safe');
    const responseUrl = stage.slack.hook('UGRACE', 'CBOARD');
    const press = { user: 'UGRACE', channel: 'CBOARD', blocks, label: otherReading(blocks), responseUrl };
    for (let time = 0; time < 5; time += 1) await pressNote(stage, press);
    stage.slack.messages.splice(0);
    const before = notes(stage);

    await pressNote(stage, press);

    expect(notes(stage)).toBe(before + 1);
    expect(stage.slack.seen('CBOARD', 'UGRACE').join()).toContain('BUILD SAFETY');
  });

  it('is shown in the channel half an hour later, when the button’s own way to answer has run out', async () => {
    const stage = await prompted();
    const { blocks } = await stage.command('grace.bell', 'status safe');
    const responseUrl = stage.slack.hook('UGRACE', 'CBOARD');
    stage.slack.messages.splice(0);
    stage.clock.set(new Date('2026-11-02T09:31:00Z'));

    await pressNote(stage, {
      user: 'UGRACE',
      channel: 'CBOARD',
      blocks,
      label: otherReading(blocks),
      responseUrl,
    });

    expect(notes(stage)).toBe(1);
    expect(stage.slack.seen('CBOARD', 'UGRACE').join()).toContain('BUILD SAFETY');
  });

  it('comes in the own chat, also when Slack asks to wait, where neither is left', async () => {
    const stage = await prompted({ sleep: () => new Promise((resolve) => setTimeout(resolve, 500)) });
    const { blocks } = await stage.command('grace.bell', 'status safe');
    stage.slack.messages.splice(0);
    stage.slack.fault('chat.postEphemeral', { kind: 'error', error: 'user_not_in_channel' });
    stage.slack.fault('chat.postMessage', { kind: 'rate_limited', seconds: 1 });

    await pressNote(stage, {
      user: 'UGRACE',
      channel: 'CBOARD',
      blocks,
      label: otherReading(blocks),
      responseUrl: 'https://hooks.slack.com/commands/of-before',
    });

    expect(chat(stage, 'UGRACE').join()).toContain('BUILD SAFETY');
  });
});

const notes = (stage: SlackStage) =>
  stage.slack.calls.filter(({ method }) => method === 'chat.postEphemeral').length;

function otherReading(blocks: unknown): string {
  const label = textsIn(blocks).find((text) => /BUILD SAFETY/i.test(text) && text.length < 60);
  if (label === undefined) throw new Error(`No other reading is offered: ${textsIn(blocks).join('; ')}`);
  return label;
}

describe('under an answer in a chat between two colleagues', () => {
  it('a button shows what it shows there, to the person alone', async () => {
    const stage = await prompted();
    const { blocks } = await stage.command('grace.bell', 'status safe', 'DCOLLEAGUES');
    stage.slack.messages.splice(0);

    const marked = await pressNote(stage, {
      user: 'UGRACE',
      channel: 'DCOLLEAGUES',
      blocks,
      label: otherReading(blocks),
    });

    expect(marked.status).toBe(200);
    expect(stage.slack.seen('DCOLLEAGUES', 'UGRACE').join()).toContain('BUILD SAFETY');
    expect(stage.slack.messages.every(({ onlyFor }) => onlyFor === 'UGRACE')).toBe(true);
  });

  it('it is shown in the own chat with bcp when the button’s way to answer has run out', async () => {
    const stage = await prompted();
    const { blocks } = await stage.command('grace.bell', 'status safe', 'DCOLLEAGUES');
    stage.slack.messages.splice(0);

    await pressNote(stage, {
      user: 'UGRACE',
      channel: 'DCOLLEAGUES',
      blocks,
      label: otherReading(blocks),
      responseUrl: 'https://hooks.slack.com/commands/of-before',
    });

    expect(chat(stage, 'UGRACE').join()).toContain('BUILD SAFETY');
  });
});

/** Every form takes longer than Slack waits. */
const slowly = { sleep: () => Promise.resolve() };

describe('a form that takes longer to save than Slack waits', () => {
  it('says that it is being saved, and then that it is', async () => {
    const stage = await prompted(slowly);
    await stage.press('lena.hart', 'Update');

    const first = await stage.submit('lena.hart', {
      'IC3.rating': 'green',
      'IC3.done': 'Youth council met.',
    });

    expect(textsIn(first).join()).toContain('bcp is saving this');
    expect(savedNotes(stage).at(-1)).toContain('Saved. You may close this.');
    expect(timesSaid(stage, 'ULENA', 'Recorded')).toBe(1);
  });

  it('opens again with what was typed when something is missing', async () => {
    const stage = await prompted(slowly);
    await stage.press('lena.hart', 'Update');

    await stage.submit('lena.hart', { 'IC3.rating': 'red', 'IC3.done': 'The youth council was cancelled.' });

    expect(savedNotes(stage).at(-1)).toContain('The youth council was cancelled.');
  });

  it('says that it was recorded in the chat when the form was closed meanwhile', async () => {
    const stage = await prompted(slowly);
    await stage.press('lena.hart', 'Update');
    stage.slack.fault('views.update', { kind: 'error', error: 'not_found' });

    await stage.submit('lena.hart', { 'IC3.rating': 'green', 'IC3.done': 'Youth council met.' });

    expect(timesSaid(stage, 'ULENA', 'Recorded')).toBe(1);
  });

  it('says what is missing, and gives the words back, when the form was closed meanwhile', async () => {
    const stage = await prompted(slowly);
    await stage.press('lena.hart', 'Update');
    await stage.fill('lena.hart', { 'IC3.rating': 'red' });
    stage.slack.fault('views.update', { kind: 'error', error: 'not_found' });

    await stage.submit('lena.hart', {
      'IC3.done': 'Cancelled, as the family of NHS number 943 476 5919 could not come.',
    });
    await stage.press('lena.hart', 'Open the form again');

    const said = chat(stage, 'ULENA').join('\n');
    expect(said).toContain('"Your update" was not saved.');
    expect(said).toContain('Cancelled, as the family of');
    expect(said).not.toContain('943 476 5919');
    expect(stage.slack.views).toHaveLength(2);
    expect(await stage.store.in(stage.partnershipId).updates.latest('2026-11', 'IC3')).toBeNull();
  });
});

/** What the forms that were written over say. */
function savedNotes(stage: SlackStage): readonly string[] {
  return stage.slack.calls
    .filter(({ method }) => method === 'views.update')
    .map(({ args }) => args['view'] ?? '');
}
