import { describe, expect, it } from 'vitest';
import type { ModalView } from '../../../src/platforms/slack/render/blocks.ts';
import { readAnswers, readMetadata } from '../../../src/platforms/slack/forms/view-data.ts';
import { testStore } from '../../support/database.ts';
import { textsIn } from './fake-slack/block-limits.ts';
import { openForm, slackStage, type SlackStage } from './slack-stage.ts';
import { untouched } from './untouched.ts';

const path = ['IC5.pathToGreen.what', 'IC5.pathToGreen.who', 'IC5.pathToGreen.by'];
const asked = (view: ModalView) =>
  view.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []));
const pathShown = (stage: SlackStage) =>
  asked(openForm(stage.slack).view).filter((name) => path.includes(name));
const standing = (stage: SlackStage) => readAnswers(untouched(openForm(stage.slack).view));
const updates = (stage: SlackStage) => stage.slack.calls.filter(({ method }) => method === 'views.update');

/** Asha has her update form open. */
async function formOpen(): Promise<SlackStage> {
  const stage = await slackStage(await testStore());
  await stage.moveTo('2026-11-02T09:00:00Z');
  await stage.press('asha.verma', 'Update');
  return stage;
}

describe('an owner who chooses a rating in Slack’s form', () => {
  it('is asked for the path to green when it is red, keeps every word, and nothing is recorded by it', async () => {
    const stage = await formOpen();
    const before = asked(openForm(stage.slack).view);
    const rows = async () => (await stage.store.in(stage.partnershipId).audit.after(0, 1_000)).length;
    const audited = await rows();

    await stage.fill('asha.verma', { 'IC4.done': 'Panels met.', 'IC5.done': 'Exclusions rose.' });
    await stage.fill('asha.verma', { 'IC5.rating': 'red' });

    expect(pathShown(stage)).toEqual(path);
    expect(asked(openForm(stage.slack).view).filter((name) => !path.includes(name))).toEqual(before);
    expect(standing(stage)).toMatchObject({
      'IC4.done': 'Panels met.',
      'IC5.done': 'Exclusions rose.',
      'IC5.rating': 'red',
    });
    expect(await rows()).toBe(audited);
    expect(await stage.store.in(stage.partnershipId).updates.latest('2026-11', 'IC5')).toBeNull();
  });

  it('is not asked any more when it was a slip, and the form is not touched where nothing changes', async () => {
    const stage = await formOpen();

    await stage.fill('asha.verma', { 'IC5.rating': 'green' });
    const untouchedYet = updates(stage).length;
    await stage.fill('asha.verma', { 'IC5.rating': 'red' });
    await stage.fill('asha.verma', { 'IC5.rating': 'green' });

    expect(untouchedYet).toBe(0);
    expect(updates(stage)).toHaveLength(2);
    expect(pathShown(stage)).toEqual([]);
  });

  it('keeps a path that was begun, also when the rating needs none', async () => {
    const stage = await formOpen();
    await stage.fill('asha.verma', { 'IC5.rating': 'red' });

    await stage.fill('asha.verma', { 'IC5.pathToGreen.what': 'Panel restarts' });
    await stage.fill('asha.verma', { 'IC5.rating': 'green' });

    expect(pathShown(stage)).toEqual(path);
  });

  it('loses nothing when the form has changed since, or cannot be changed now', async () => {
    const stage = await formOpen();
    const opened = openForm(stage.slack).view;

    await stage.fill('asha.verma', { 'IC5.rating': 'red' }, 'of-an-older-view');
    stage.slack.fault(
      'views.update',
      { kind: 'rate_limited', seconds: 30 },
      { kind: 'reset', accepts: false },
    );
    await stage.fill('asha.verma', { 'IC5.rating': 'red' });
    await stage.fill('asha.verma', { 'IC5.rating': 'red' });

    expect(updates(stage)).toHaveLength(3);
    expect(openForm(stage.slack).view).toEqual(opened);
  });

  it('is told at the rating when the path was never shown, sees it then, and is done with one more press', async () => {
    const stage = await formOpen();
    const typed = {
      'IC4.rating': 'green',
      'IC4.done': 'Panels met.',
      'IC5.rating': 'red',
      'IC5.done': 'Exclusions rose.',
    };
    stage.slack.fault('views.update', { kind: 'error', error: 'hash_conflict' });

    const refused = await stage.submit('asha.verma', typed);
    const again = openForm(stage.slack).view;
    const kept = standing(stage);
    const saved = await stage.submit('asha.verma', {
      'IC5.pathToGreen.what': 'Panel restarts',
      'IC5.pathToGreen.who': 'Asha Verma',
      'IC5.pathToGreen.by': '2026-12-09',
    });

    expect(refused['response_action']).toBe('update');
    const rating = again.blocks.findIndex((block) => 'block_id' in block && block.block_id === 'IC5.rating');
    expect(textsIn(again.blocks[rating - 1]).join('')).toContain('This is red.');
    expect(asked(again)).toEqual(expect.arrayContaining(path));
    expect(kept).toMatchObject(typed);
    expect(saved).toEqual({});
    const stored = await stage.store.in(stage.partnershipId).updates.latest('2026-11', 'IC5');
    expect(stored?.content).toMatchObject({ rating: 'red', pathToGreen: { what: 'Panel restarts' } });
  });

  it('is not shown a newer answer by it: what the form was opened with is what is answered', async () => {
    const stage = await formOpen();
    await stage.write('asha.verma', 'IC5 amber, waiting on recruitment');

    await stage.fill('asha.verma', { 'IC5.rating': 'red' });

    expect(pathShown(stage)).toEqual(path);
    expect(readMetadata(openForm(stage.slack).view.private_metadata)?.carries['IC5.version']).toBe('0');
  });

  it('changes nothing in a form of a month that is not asked of them', async () => {
    const stage = await formOpen();
    const opened = openForm(stage.slack).view;
    const forged = JSON.parse(opened.private_metadata) as { carries: Record<string, string> };
    openForm(stage.slack).opened.view = {
      ...opened,
      private_metadata: JSON.stringify({ ...forged, carries: { ...forged.carries, month: '2026-10' } }),
    };

    await stage.fill('asha.verma', { 'IC5.rating': 'red' });

    expect(updates(stage)).toEqual([]);
  });
});
