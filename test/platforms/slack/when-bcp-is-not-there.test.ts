import { stageIntake } from '../../support/intake.ts';
import type { ReplyIntake } from '../../../src/intake/reply-intake.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { drainOutbox } from '../../../src/delivery/drain.ts';
import { connectSlack, type SlackConnection } from '../../../src/platforms/slack/connect.ts';
import { slackPath } from '../../../src/platforms/slack/doors/http-door.ts';
import { sealKeys } from '../../../src/platforms/slack/install/seal.ts';
import type { InstallSettings } from '../../../src/platforms/slack/install/install-door.ts';
import type { Block, ModalView } from '../../../src/platforms/slack/render/blocks.ts';
import { runDueEvents } from '../../../src/schedule/run-due-events.ts';
import { testStore } from '../../support/database.ts';
import { closeStages, messageOf } from './connected-stage.ts';
import { filledIn } from './filled-in.ts';
import { closeInstallStages, installStage, type InstallStage } from './install-stage.ts';
import { signedRequest } from './slack-stage.ts';

const connections: SlackConnection[] = [];
const readings: ReplyIntake[] = [];

afterEach(async () => {
  for (const intake of readings.splice(0)) await intake.stop();
  for (const connection of connections.splice(0)) await connection.close(5_000);
  await closeInstallStages();
  await closeStages();
});

/** bcp installed in a workspace, its month open and the prompts sent. */
async function opened(): Promise<InstallStage> {
  const stage = await installStage(await testStore());
  await stage.install();
  await stage.moveTo('2026-11-02T09:00:00Z');
  return stage;
}

/** bcp on the same database after somebody changed its settings; what ran before reads no more. */
async function restarted(stage: InstallStage, changes: Partial<InstallSettings>): Promise<SlackConnection> {
  const install = { ...stage.settings.install!, ...changes };
  for (const before of [stage.intake, ...readings.splice(0)]) await before.stop();
  const intake = stageIntake(stage.deps);
  readings.push(intake);
  const connected = await connectSlack(stage.deps, { ...stage.settings, install }, null, intake.wake);
  if (!connected.ok) throw new Error(connected.error);
  intake.serve(connected.value.reader);
  connections.push(connected.value);
  return connected.value;
}

const anotherKey: Partial<InstallSettings> = { sealKeys: sealKeys('cd'.repeat(32)) ?? [] };

async function send(
  stage: InstallStage,
  to: SlackConnection,
  body: Record<string, unknown>,
  kind: 'payload' | 'json' = 'payload',
) {
  const door = to.doors.find((each) => each.matches('POST', slackPath));
  const response = await door!.handle(signedRequest(body, kind, stage.clock.now()));
  const text = String(response.body);
  const answer = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : text;
  return { status: response.status, answer };
}

/** Lena presses a button of her prompt. */
function pressOf({ slack }: InstallStage, label: string): Record<string, unknown> {
  const button = slack.messages
    .filter(({ channel }) => channel === 'DULENA')
    .flatMap(({ blocks }) => blocks as unknown as readonly Block[])
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .find(({ text }) => text.text === label);
  return {
    type: 'block_actions',
    team: { id: slack.team },
    user: { id: 'ULENA', team_id: slack.team },
    channel: { id: 'DULENA' },
    trigger_id: slack.trigger(),
    response_url: slack.hook('ULENA', 'DULENA'),
    actions: [{ type: 'button', block_id: 'b', action_id: button?.action_id, value: button?.value }],
  };
}

/** Lena sends the form that is open, with what she typed. */
function formOf({ slack }: InstallStage): Record<string, unknown> {
  const { id, hash, view: opened } = slack.views.at(-1)!;
  const view = opened as unknown as ModalView;
  const values = filledIn(view, { 'IC3.rating': 'green', 'IC3.done': 'Youth council met.' });
  return {
    type: 'view_submission',
    team: { id: slack.team },
    user: { id: 'ULENA', team_id: slack.team },
    view: { ...view, id, hash, app_installed_team_id: slack.team, state: { values } },
  };
}

const recorded = ({ store, partnershipId }: InstallStage) =>
  store.in(partnershipId).updates.versions('2026-11', 'IC3');

async function shown({ slack }: InstallStage, words: string): Promise<void> {
  await expect.poll(() => slack.seen('DULENA', 'ULENA').join('\n'), { timeout: 5_000 }).toContain(words);
}

describe.each([
  [
    'a workspace that bcp was taken out of',
    async (stage: InstallStage) => {
      await stage.event({ type: 'app_uninstalled' }, 'Ev-bye');
      return stage.connection;
    },
  ],
  ['a workspace that was taken off the list', (stage: InstallStage) => restarted(stage, { teams: ['T2'] })],
])('in %s', (_where, end) => {
  it('a form that was open stays open, and says that it was not saved', async () => {
    const stage = await opened();
    await send(stage, stage.connection, pressOf(stage, 'Update'));
    const there = await end(stage);

    const { answer } = await send(stage, there, formOf(stage));

    expect(answer).toEqual({
      response_action: 'errors',
      errors: { 'IC3.rating': expect.stringContaining('This was not saved') as string },
    });
    expect(await recorded(stage)).toEqual([]);
  });

  it('a button shows that it did not work, and a sentence says why', async () => {
    const stage = await opened();
    const there = await end(stage);

    const { status } = await send(stage, there, pressOf(stage, 'No change'));

    expect(status).toBe(503);
    await shown(stage, 'bcp is not installed in this Slack workspace');
    expect(await recorded(stage)).toEqual([]);
  });
});

describe('while the key to the workspace does not open', () => {
  it('a form stays open and is saved when the key is right again', async () => {
    const stage = await opened();
    await send(stage, stage.connection, pressOf(stage, 'Update'));
    const form = formOf(stage);

    const refused = await send(stage, await restarted(stage, anotherKey), form);
    const saved = await send(stage, await restarted(stage, {}), form);

    expect(refused.answer).toMatchObject({
      response_action: 'errors',
      errors: { 'IC3.rating': expect.stringContaining('Nothing is lost') as string },
    });
    expect(saved.answer).toBe('');
    expect((await recorded(stage)).map(({ content }) => content?.rating)).toEqual(['green']);
  });

  it('a button shows that it did not work, and a sentence says so', async () => {
    const stage = await opened();

    const { status } = await send(stage, await restarted(stage, anotherKey), pressOf(stage, 'No change'));

    expect(status).toBe(503);
    await shown(stage, 'bcp could not answer just now');
  });

  it('what somebody writes is not taken, and is recorded when Slack sends it again', async () => {
    const stage = await opened();
    const written = messageOf(stage.slack, 'ULENA', 'Green, youth council met twice', 'Ev1');

    const first = await send(stage, await restarted(stage, anotherKey), written, 'json');
    const again = await send(stage, await restarted(stage, {}), written, 'json');

    expect([first.status, again.status]).toEqual([503, 200]);
    await shown(stage, 'Recorded');
    expect(await recorded(stage)).toHaveLength(1);
  });

  it('prompts wait, and go out when the key is right again', async () => {
    const stage = await installStage(await testStore());
    await stage.install();
    const { clock, deps, store } = stage;
    const drain = ({ sender }: SlackConnection) =>
      drainOutbox({ outbox: store.outbox, senders: [sender], clock, log: deps.log, random: () => 0.5 });
    clock.set(new Date('2026-11-02T09:00:00Z'));
    await runDueEvents(deps);

    await drain(await restarted(stage, anotherKey));
    const waiting = await store.in(stage.partnershipId).deliveries.inStates(['nobody_there', 'refused']);
    clock.set(new Date('2026-11-02T10:30:00Z'));
    await drain(await restarted(stage, {}));

    expect(waiting).toEqual([]);
    expect(stage.slack.seen('DULENA', 'ULENA')).toHaveLength(1);
  });
});
