import { deputyAsked } from '../../../src/messages/escalation.ts';
import { mentionPage } from '../../../src/platforms/slack/sending/mention.ts';
import { describe, expect, it } from 'vitest';
import { KeyDoesNotOpen } from '../../../src/platforms/slack/api/trouble.ts';
import { lookForLeavers } from '../../../src/platforms/slack/people/leavers.ts';
import { fieldAction } from '../../../src/platforms/slack/forms/form-fields.ts';
import type { Block, ModalView } from '../../../src/platforms/slack/render/blocks.ts';
import { birminghamStage } from '../../support/birmingham.ts';
import { testStore } from '../../support/database.ts';
import { peopleInSlack } from './slack-people.ts';
import { slackStage, type SlackStage } from './slack-stage.ts';
import { untouched } from './untouched.ts';

const opens = '2026-11-02T09:00:00Z';

const dm = (stage: SlackStage, id: string) => stage.slack.seen(stage.slack.dm(id), id).join('\n');
const seenBySam = (stage: SlackStage) => dm(stage, 'USAM');
const textOf = (answer: Record<string, unknown>) => JSON.stringify(answer);

/** Lena is of another workspace, and in the board's channel, which is shared with it. */
async function withStranger(inChannel: boolean): Promise<SlackStage> {
  const stage = await slackStage(await testStore());
  const records = stage.store.in(stage.partnershipId);
  stage.slack.users.get('ULENA')!.stranger = true;
  const channel = stage.slack.channels.get('CBOARD')!;
  channel.shared = true;
  if (!inChannel) channel.members.splice(channel.members.indexOf('ULENA'), 1);
  const known = await records.people.accountOf('slack', 'T1', 'ULENA');
  await records.people.removeAccount(known!.id);
  await records.people.addAccount({ ...known!, tenantId: 'T9' });
  await records.channels.save({
    id: 'c1',
    platform: 'slack',
    tenantId: 'T1',
    channelId: 'CBOARD',
    name: 'board',
    audience: 'board',
    reach: 'shared',
  });
  return stage;
}

describe('somebody of another workspace', () => {
  it('is named in a channel that was agreed, with one sentence and the buttons, and nothing else of the prompt', async () => {
    const stage = await withStranger(true);

    await stage.moveTo(opens);

    const [mention, ...others] = stage.slack.messages.filter(({ channel }) => channel === 'CBOARD');
    const shown = JSON.stringify(mention?.blocks);
    expect(others).toEqual([]);
    expect(shown).toContain('{"type":"user","user_id":"ULENA"}');
    expect(shown).toContain('"Update"');
    expect(shown).not.toContain('IC3');
    expect(mention?.text).not.toContain('<@');
    const delivery = (await stage.store.in(stage.partnershipId).deliveries.recent(50)).find(
      ({ to }) => to.kind === 'account' && to.tenantId === 'T9',
    );
    expect(delivery).toMatchObject({ state: 'sent', byMention: true });
  });

  it('is told in the channel that there is a message, and no colleague is named there, when it says who else was asked', () => {
    const message = deputyAsked({
      month: '2026-11',
      monthWords: 'November 2026',
      closesWords: 'Friday 13 November',
      asked: [{ title: 'IC3 Youth voice', deputy: 'Priya Nair' }],
    });

    const shown = JSON.stringify(mentionPage({ message, purpose: 'escalation' }, 'ULENA', 'p1'));

    expect(shown).toContain('bcp has a message for you.');
    expect(shown).toContain('"Update"');
    expect(shown).not.toContain('Priya');
  });

  it('is shown as reached by a mention, and everybody else as reached in Slack', async () => {
    const stage = await withStranger(true);
    await stage.moveTo(opens);

    const answer = textOf(await stage.command('sam.field', 'people'));

    expect(answer).toMatch(/Lena Hart.*?Slack, by mention in a channel/);
    expect(answer.match(/by mention/g)).toHaveLength(1);
  });

  it('answers by the buttons there, and the mention becomes the receipt without a word of the answer', async () => {
    const stage = await withStranger(true);
    await stage.moveTo(opens);
    const [mention] = stage.slack.messages.filter(({ channel }) => channel === 'CBOARD');

    await pressFromOutside(stage, 'Update');
    await submitFromOutside(stage, 'green', 'Youth council met twice.');
    await stage.moveTo('2026-11-02T09:05:00Z');

    const update = await stage.store.in(stage.partnershipId).updates.latest('2026-11', 'IC3');
    const after = stage.slack.messages.filter(
      ({ channel, onlyFor }) => channel === 'CBOARD' && onlyFor === null,
    );
    expect(update?.content?.rating).toBe('green');
    expect(after.map(({ ts }) => ts)).toEqual([mention?.ts]);
    expect(JSON.stringify(after)).toContain('recorded');
    expect(JSON.stringify(after)).not.toContain('Youth council');
  });

  it('is told what became of the form beside the button, and nobody else sees it', async () => {
    const stage = await withStranger(true);
    await stage.moveTo(opens);
    await pressFromOutside(stage, 'Update');

    await submitFromOutside(stage, 'green', 'Met the family of NHS number 943 476 5919.');

    const said = stage.slack.messages.filter(({ onlyFor }) => onlyFor === 'ULENA');
    const words = JSON.stringify(said);
    expect(said.map(({ channel }) => channel)).toContain('CBOARD');
    expect(words).toContain('Recorded');
    expect(words).toContain('NHS number');
    expect(words).not.toContain('943 476 5919');
    expect(JSON.stringify(stage.slack.messages.filter(({ onlyFor }) => onlyFor === null))).not.toContain(
      'NHS number',
    );
  });

  it('who cannot be told is shown to the secretariat as not reached', async () => {
    const stage = await withStranger(true);
    await stage.moveTo(opens);
    await pressFromOutside(stage, 'Update');
    stage.slack.fault('chat.postEphemeral', { kind: 'error', error: 'user_not_in_channel' });

    await submitFromOutside(stage, 'green', 'Youth council met twice.');
    await stage.drain();

    const [lost] = await stage.store.in(stage.partnershipId).deliveries.inStates(['nobody_there']);
    expect(lost?.purpose).toBe('answer');
    expect(lost?.trouble).toContain('another Slack workspace');
  });

  it('is not reached where no agreed channel is shared, and the secretariat is told why', async () => {
    const stage = await withStranger(false);

    await stage.moveTo(opens);

    const [lost] = await stage.store.in(stage.partnershipId).deliveries.inStates(['nobody_there']);
    expect(lost?.trouble).toContain('share no channel that digests go to');
    expect(stage.slack.messages.filter(({ channel }) => channel === 'CBOARD')).toEqual([]);
  });

  it('is not called after in a channel when the account is gone', async () => {
    const stage = await slackStage(await testStore());
    await stage.store.in(stage.partnershipId).channels.save({
      id: 'c1',
      platform: 'slack',
      tenantId: 'T1',
      channelId: 'CBOARD',
      name: 'board',
      audience: 'board',
      reach: 'members',
    });
    stage.slack.users.get('ULENA')!.deleted = true;

    await stage.moveTo(opens);

    const [lost] = await stage.store.in(stage.partnershipId).deliveries.inStates(['nobody_there']);
    expect(lost?.trouble).toBe('This Slack account has been deactivated.');
    expect(stage.slack.messages.filter(({ channel }) => channel === 'CBOARD')).toEqual([]);
  });
});

describe('the daily look for leavers', () => {
  it('finds an account that was deactivated while bcp was off, once, and tells the secretariat', async () => {
    const stage = await slackStage(await testStore(), { sleep: () => Promise.resolve() });
    await stage.moveTo(opens);
    stage.slack.users.get('ULENA')!.deleted = true;
    stage.slack.calls.splice(0);

    const found = [await lookForLeavers(stage.talk), await lookForLeavers(stage.talk)];
    await stage.drain();

    expect(found).toEqual([1, 0]);
    expect(await stage.store.personsOfAccount('slack', 'T1', 'ULENA')).toEqual([]);
    expect(seenBySam(stage)).toContain("Lena Hart's account in Slack was deactivated");
    expect(stage.slack.calls.filter(({ method }) => method === 'users.info')).toHaveLength(7);
  });

  it('takes nobody away whom Slack could not say anything about', async () => {
    const stage = await slackStage(await testStore(), { sleep: () => Promise.resolve() });
    stage.slack.fault(
      'users.info',
      { kind: 'reset', accepts: false },
      { kind: 'status', status: 500, accepts: false },
      { kind: 'error', error: 'fatal_error' },
    );

    const found = await lookForLeavers(stage.talk);

    expect(found).toBe(0);
    expect(await stage.store.personsOfAccount('slack', 'T1', 'UASHA')).toHaveLength(1);
  });

  it('goes on past a workspace whose key does not open', async () => {
    const stage = await slackStage(await testStore(), { sleep: () => Promise.resolve() });
    const { people } = stage.store.in(stage.partnershipId);
    const grace = await people.accountOf('slack', 'T1', 'UGRACE');
    await people.removeAccount(grace!.id);
    await people.addAccount({ ...grace!, tenantId: 'T2' });
    for (const user of ['UASHA', 'ULENA', 'UTOM']) stage.slack.users.get(user)!.deleted = true;
    const api = (teamId: string) =>
      teamId === 'T2' ? Promise.reject(new KeyDoesNotOpen(teamId)) : stage.talk.workspaces.api(teamId);

    const found = await lookForLeavers({ ...stage.talk, workspaces: { ...stage.talk.workspaces, api } });

    expect(found).toBe(3);
    expect(await stage.store.personsOfAccount('slack', 'T2', 'UGRACE')).toHaveLength(1);
  });

  it('waits when Slack asks it to, and then looks again', async () => {
    const waits: number[] = [];
    const stage = await slackStage(await testStore(), {
      sleep: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    });
    stage.slack.fault('users.info', { kind: 'rate_limited', seconds: 20 });
    stage.slack.users.get('UASHA')!.deleted = true;

    const found = await lookForLeavers(stage.talk);

    expect(found).toBe(1);
    expect(waits).toContain(20_000);
    expect(waits.filter((ms) => ms === 700)).toHaveLength(7);
  });

  it('closes the account in both partnerships of somebody who is in two, and tells both secretariats', async () => {
    const store = await testStore();
    const stage = await slackStage(store, { sleep: () => Promise.resolve() });
    const second = await birminghamStage(store, '2026-11-02T08:59:00Z', peopleInSlack(), 'solihull');
    stage.slack.users.get('ULENA')!.deleted = true;

    const found = await lookForLeavers(stage.talk);
    await stage.drain();

    expect(found).toBe(1);
    expect(await store.personsOfAccount('slack', 'T1', 'ULENA')).toEqual([]);
    expect(seenBySam(stage).match(/was deactivated/g)).toHaveLength(2);
    expect(second.partnershipId).not.toBe(stage.partnershipId);
  });
});

/** Lena presses a button in the channel, with her account of the other workspace. */
async function pressFromOutside(stage: SlackStage, label: string): Promise<void> {
  const blocks = stage.slack.messages.flatMap((message) => message.blocks as unknown as readonly Block[]);
  const button = blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .find(({ text }) => text.text === label);
  await stage.send(
    {
      type: 'block_actions',
      team: { id: 'T1' },
      user: { id: 'ULENA', team_id: 'T9' },
      channel: { id: 'CBOARD' },
      trigger_id: stage.slack.trigger(),
      response_url: stage.slack.hook('ULENA', 'CBOARD'),
      actions: [{ type: 'button', block_id: 'b', action_id: button?.action_id, value: button?.value }],
    },
    'payload',
  );
  await stage.settled();
}

async function submitFromOutside(stage: SlackStage, rating: string, done: string): Promise<void> {
  const opened = stage.slack.views.at(-1)!;
  const view = opened.view as unknown as ModalView;
  const values = {
    ...untouched(view),
    'IC3.rating': { [fieldAction]: { type: 'radio_buttons', selected_option: { value: `=${rating}` } } },
    'IC3.done': { [fieldAction]: { type: 'plain_text_input', value: done } },
  };
  await stage.send(
    {
      type: 'view_submission',
      team: { id: 'T1' },
      user: { id: 'ULENA', team_id: 'T9' },
      view: { ...view, id: opened.id, hash: opened.hash, app_installed_team_id: 'T1', state: { values } },
    },
    'payload',
  );
  await stage.settled();
}
