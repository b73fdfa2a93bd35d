import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlanFile } from '../../../src/imports/plan-file.ts';
import type { Block } from '../../../src/platforms/slack/render/blocks.ts';
import { assertSlackView } from '../../../src/platforms/slack/render/check-payload.ts';
import { readMetadata } from '../../../src/platforms/slack/forms/view-data.ts';
import { importPeople } from '../../../src/use-cases/import-people.ts';
import { importPlan } from '../../../src/use-cases/import-plan.ts';
import { birminghamStage, person, type Stage } from '../../support/birmingham.ts';
import { testStore } from '../../support/database.ts';
import { largestMonth, largestPeople, largestPlan } from '../../support/largest-plan.ts';
import { textsIn } from './fake-slack/block-limits.ts';
import { peopleInSlack } from './slack-people.ts';
import { openForm, slackStage, type SlackStage } from './slack-stage.ts';

type Home = { readonly blocks: readonly Block[] };

const homeOf = (stage: SlackStage, id: string) => stage.slack.homes.get(id) as Home | undefined;
const read = (home: Home | undefined) => textsIn(home).join('\n');
const buttonsOn = (home: Home | undefined) =>
  (home?.blocks ?? []).flatMap((block) => (block.type === 'actions' ? block.elements : []));

let events = 0;

/** Somebody opens bcp's App Home; gives what they see. */
async function opens(stage: SlackStage, id: string): Promise<Home> {
  events += 1;
  const event = { type: 'app_home_opened', user: id, tab: 'home' };
  await stage.send({ type: 'event_callback', team_id: 'T1', event_id: `EvHome${events}`, event }, 'json');
  await stage.settled();
  const home = homeOf(stage, id);
  if (!home) throw new Error(`There is no App Home of ${id}.`);
  assertSlackView(home);
  return home;
}

/** A button on somebody's App Home is pressed, as Slack sends it: without a channel. */
async function pressesAtHome(stage: SlackStage, id: string, label: string): Promise<void> {
  const button = buttonsOn(homeOf(stage, id)).findLast(({ text }) => text.text === label);
  if (!button) throw new Error(`There is no button "${label}" on the App Home.`);
  const { action_id, value } = button;
  await stage.send(
    {
      type: 'block_actions',
      team: { id: 'T1' },
      user: { id, team_id: 'T1' },
      trigger_id: stage.slack.trigger(),
      view: { id: 'VHOME' },
      actions: [{ type: 'button', block_id: 'b', action_id, value }],
    },
    'payload',
  );
  await stage.settled();
}

async function november(options: Parameters<typeof slackStage>[1] = {}): Promise<SlackStage> {
  const stage = await slackStage(await testStore(), options);
  await stage.moveTo('2026-11-02T09:00:00Z');
  return stage;
}

/** Two months were asked, answered by Asha and closed, and November has been asked. */
async function thirdMonth(options: Parameters<typeof slackStage>[1] = {}): Promise<SlackStage> {
  const store = await testStore();
  const on = await birminghamStage(store, '2026-09-01T07:59:00Z', peopleInSlack());
  const stage = await slackStage(store, { ...options, on });
  await stage.moveTo('2026-09-01T08:00:00Z');
  await stage.write('asha.verma', 'IC4 green, panels met. IC5 green, panels met too');
  await stage.moveTo('2026-09-14T16:00:00Z');
  await stage.moveTo('2026-10-01T08:00:00Z');
  await stage.write('asha.verma', 'IC4 green, panels met. IC5 amber, waiting on recruitment');
  await stage.moveTo('2026-10-14T16:00:00Z');
  await stage.moveTo('2026-11-02T09:00:00Z');
  return stage;
}

describe('App Home of an owner', () => {
  it('says what is waited for, with the buttons to answer it there', async () => {
    const stage = await november();

    const home = await opens(stage, 'UASHA');
    await pressesAtHome(stage, 'UASHA', 'Update');

    expect(read(home)).toContain('Your update for November 2026');
    for (const code of ['IC4', 'IC5', 'I28']) expect(read(home)).toContain(code);
    expect(openForm(stage.slack).view.title.text).toBe('Your update');
  });

  it('shows what was sent by itself, and what is still waited for', async () => {
    const stage = await november();
    await opens(stage, 'UASHA');
    await pressesAtHome(stage, 'UASHA', 'Update');

    await stage.submit('asha.verma', { 'IC4.rating': 'green', 'IC4.done': 'Panels met twice.' });

    const home = read(homeOf(stage, 'UASHA'));
    expect(home).toContain('Panels met twice.');
    expect(home).toMatch(/1 recorded, \d to go/);
  });

  it('shows the months of their part of the plan, as a picture or, where none can be made, as a table', async () => {
    const drawn = await thirdMonth({ draw: () => Promise.resolve(new Uint8Array([1, 2, 3])) });
    const plain = await thirdMonth();

    const pictured = await opens(drawn, 'UASHA');
    const tabled = await opens(plain, 'UASHA');

    const pictures = pictured.blocks.flatMap((block) => (block.type === 'image' ? [block] : []));
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures[0]?.alt_text).toContain('October 2026');
    expect(tabled.blocks.some(({ type }) => type === 'image')).toBe(false);
    for (const month of ['Sep 26', 'Oct 26']) expect(read(tabled)).toContain(month);
    for (const home of [pictured, tabled]) {
      expect(read(home)).toContain('Waiting on recruitment');
      expect(buttonsOn(home).map(({ text }) => text.text)).not.toContain('Share here');
    }
  });

  it('has no part for the secretariat', async () => {
    const stage = await november();

    expect(read(await opens(stage, 'UASHA'))).not.toContain('is open. Answered');
  });
});

describe('App Home of others', () => {
  it('shows the secretariat how the month stands and what did not arrive', async () => {
    const stage = await november();
    await stage.write('lena.hart', 'Green, youth council met twice');
    stage.slack.users.get('UTOM')!.deleted = true;
    await stage.moveTo('2026-11-05T09:00:00Z');

    const home = read(await opens(stage, 'USAM'));

    expect(home).toContain('November 2026 is open. Answered 1 of 3; waiting 2.');
    expect(home).toContain('Remind all who are waiting');
    expect(home).toContain('What did not arrive');
    expect(home).toContain('Tom Osei');
    expect(home).not.toContain('Nothing is asked of you');
  });

  it('shows a chair the whole plan, and not that nothing is asked of them', async () => {
    const stage = await november();

    const home = read(await opens(stage, 'UGRACE'));

    expect(home).toContain('The whole plan');
    expect(home).not.toContain('Nothing is asked of you');
    expect(home).toContain('Type "help" to bcp');
  });

  it('tells whoever was the secretariat until yesterday so, once, and shows no more of the office', async () => {
    const stage = await november();
    const { people } = stage.store.in(stage.partnershipId);
    const sam = await stage.actor('sam.field');
    for (const { id } of sam.roles) await people.endRole(id, '2026-11-01');

    const home = read(await opens(stage, 'USAM'));

    expect(home).toContain('Your role of secretariat ended on 1 November 2026.');
    expect(home).not.toContain('is open. Answered');
    expect(home.match(/Your role of/g)).toHaveLength(1);
  });

  it('tells somebody whom nobody knows how to be known, and nothing of the plan', async () => {
    const stage = await november();
    stage.slack.addUser('UNEW', 'new@birmingham.example');

    const home = read(await opens(stage, 'UNEW'));

    expect(home).toContain('/bcp link');
    expect(home).not.toContain('IC4');
  });
});

describe('App Home of somebody in two partnerships', () => {
  /** Lena answers for something in another partnership too. */
  async function withExampleshire(stage: Stage): Promise<string> {
    const file = 'plans/example-improvement-plan.yaml';
    const plan = readPlanFile(readFileSync(file, 'utf8'), file);
    if (!plan.ok) throw new Error('The example plan cannot be read.');
    const imported = await importPlan(stage.deps, {
      plan: plan.value,
      sourceName: file,
      sourceHash: 'example',
      effectiveFrom: null,
      byPersonId: null,
    });
    if (!imported.ok) throw new Error(imported.error.words);
    const { partnershipId } = imported.value;
    const owner = {
      kind: 'owner',
      scope: { kind: 'action', code: 'A1' },
      startsOn: '2025-01-01',
      endsOn: null,
    } as const;
    const lena = person('Lena Hart', plan.value.organisations[0]?.code ?? '', [owner]);
    const accounts = [{ platform: 'slack', tenantId: 'T1', userId: 'ULENA' }] as const;
    await importPeople(stage.deps, partnershipId, { people: [{ ...lena, accounts }] }, null);
    return partnershipId;
  }

  it('names each, keeps them apart, and a button of one opens the form of that one', async () => {
    const store = await testStore();
    const on = await birminghamStage(
      store,
      '2025-11-03T08:59:00Z',
      peopleInSlack().map((each) => ({
        ...each,
        roles: each.roles.map((role) => ({ ...role, startsOn: '2025-01-01' })),
      })),
    );
    const otherId = await withExampleshire(on);
    const stage = await slackStage(store, { on });
    await stage.moveTo('2025-11-03T09:00:00Z');

    const home = await opens(stage, 'ULENA');
    await pressesAtHome(stage, 'ULENA', 'Update');

    const headings = home.blocks.flatMap((block) => (block.type === 'header' ? [block.text.text] : []));
    const names = (await store.partnerships()).map(({ name }) => name);
    expect(names).toHaveLength(2);
    for (const name of names) expect(headings).toContain(name);
    expect(read(home)).toContain('IC3');
    expect(read(home)).toContain('A1');
    const { view } = openForm(stage.slack);
    expect(readMetadata(view.private_metadata)?.in).toBe(otherId);
    expect(textsIn(view).join(' ')).not.toContain('IC3');
  });
});

describe('App Home with the largest plan there could be', () => {
  it('is within Slack’s limits: what does not fit is said in a sentence that leads to it', async () => {
    const store = await testStore();
    const slackId = (userId: string) => `U${userId.replace(/\W/g, '').toUpperCase()}`;
    const people = largestPeople((userId) => [
      { platform: 'slack', tenantId: 'T1', userId: slackId(userId) },
    ]);
    const on = await birminghamStage(store, '2026-10-20T09:00:00Z', people, undefined, largestPlan());
    for (const month of ['2026-09', '2026-10']) await largestMonth(on, month);
    const stage = await slackStage(store, { on });
    for (const { email } of people) stage.slack.addUser(slackId(email.split('@')[0] ?? ''), email);
    await stage.moveTo('2026-11-02T09:00:00Z');

    const owner = await opens(stage, slackId('everything'));
    const secretariat = await opens(stage, slackId('secretariat'));

    expect(read(owner)).toContain('There is more than fits here: type "prompt" to bcp.');
    expect(read(owner)).toContain('type "status mine" to bcp');
    expect(read(secretariat)).toContain('November 2026');
    for (const home of [owner, secretariat]) expect(home.blocks.at(-1)?.type).toBe('context');
  }, 120_000);
});
