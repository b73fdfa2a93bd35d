import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { longLivedTestStore, testStore } from '../../support/database.ts';
import { closeStages, commandOf, connectedStage, messageOf, until } from './connected-stage.ts';

const opens = '2026-11-02T09:00:00Z';
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);

beforeEach(() => {
  unhandled.length = 0;
  process.on('unhandledRejection', note);
});

afterEach(async () => {
  await closeStages();
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

async function connected(openStore = testStore) {
  const stage = await connectedStage(await openStore());
  await stage.connection.open();
  await stage.moveTo(opens);
  return stage;
}

describe('Socket Mode', () => {
  it('is healthy when Slack has said hello, and answers a command in its acknowledgement', async () => {
    const stage = await connectedStage(await testStore());
    const before = stage.connection.isHealthy();

    await stage.connection.open();
    await stage.moveTo(opens);
    const answer = await stage.server.send('slash_commands', commandOf(stage.slack, 'UGRACE', 'status safe'));

    expect(before).toBe(false);
    expect(stage.connection.isHealthy()).toBe(true);
    expect(answer?.payload).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('Outcome SAFE') as string,
    });
    expect(stage.server.violations).toEqual([]);
  });

  it('acknowledges what somebody wrote when it is stored, and what came three times is stored once', async () => {
    const stage = await connected();
    const words = messageOf(stage.slack, 'ULENA', 'Green, youth council met twice', 'Ev1');

    const answers = [
      await stage.server.send('events_api', words),
      await stage.server.send('events_api', words),
      await stage.server.send('events_api', words),
    ];

    await stage.intake.settled();

    const versions = await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'IC3');
    expect(versions).toHaveLength(1);
    expect(answers.map((answer) => answer?.payload)).toEqual([{}, {}, {}]);
    expect(stage.server.violations).toEqual([]);
  });

  it('acknowledges nothing that could not be stored, so that Slack sends it again', async () => {
    const stage = await connected(longLivedTestStore);
    await stage.store.close();

    const answer = await stage.server.send(
      'events_api',
      messageOf(stage.slack, 'ULENA', 'Green, youth council met twice', 'Ev1'),
    );
    const form = await stage.server.send('interactive', {
      type: 'view_submission',
      team: { id: 'T1' },
      user: { id: 'ULENA', team_id: 'T1' },
      view: { id: 'V1', hash: 'h', callback_id: 'bcp.form', private_metadata: '', state: { values: {} } },
    });
    const command = await stage.server.send('slash_commands', commandOf(stage.slack, 'UGRACE', 'cycle'));

    expect(answer).toBeNull();
    expect(form === null || JSON.stringify(form.payload).includes('errors')).toBe(true);
    expect(String(command?.payload['text'])).toContain('bcp could not answer just now');
  });

  it.each([
    ['Slack renews the connection', (stage: Awaited<ReturnType<typeof connected>>) => stage.server.refresh()],
    [
      'Slack warns that it will',
      (stage: Awaited<ReturnType<typeof connected>>) => stage.server.refresh('warning'),
    ],
    ['the line breaks', (stage: Awaited<ReturnType<typeof connected>>) => stage.server.breakLine()],
  ])('connects again when %s', async (_what, happens) => {
    const stage = await connected();

    happens(stage);
    await until(() => stage.server.connections === 2 && stage.connection.isHealthy(), 'connected again');
    const answer = await stage.server.send('slash_commands', commandOf(stage.slack, 'UGRACE', 'status safe'));

    expect(String(answer?.payload['text'])).toContain('Outcome SAFE');
    expect(stage.server.open).toBe(1);
  });

  it('answers a command although Slack renews the connection just then', async () => {
    const stage = await connected();

    const acknowledged = stage.server.send(
      'slash_commands',
      commandOf(stage.slack, 'UGRACE', 'status safe'),
      1_000,
    );
    stage.server.refresh();
    const seen = () => stage.slack.seen('CBOARD', 'UGRACE').filter((words) => words.includes('Outcome SAFE'));
    await until(() => seen().length > 0, 'the answer is there');
    await until(() => stage.server.connections === 2 && stage.connection.isHealthy(), 'connected again');

    expect(await acknowledged).toBeNull();
    expect(seen()).toHaveLength(1);
    expect(stage.slack.messages.map(({ onlyFor }) => onlyFor)).toContain('UGRACE');
    expect(stage.server.violations).toEqual([]);
  });

  it('goes on trying while Slack cannot be reached, says so, and is not healthy until it is', async () => {
    const stage = await connected();
    stage.slack.fault(
      'apps.connections.open',
      { kind: 'reset', accepts: false },
      { kind: 'status', status: 503, accepts: false },
    );

    stage.server.breakLine();
    await until(() => stage.logged.some((line) => line.includes('cannot be reached')), 'said so');
    const meanwhile = stage.connection.isHealthy();
    await until(() => stage.connection.isHealthy(), 'connected again');

    expect(meanwhile).toBe(false);
    expect(
      stage.logged.filter((line) => line.includes('"level":40') && line.includes('goes on trying')),
    ).toHaveLength(2);
    expect(stage.logged.join()).toContain('Slack is connected again');
  });

  it('starts although Slack cannot be reached yet, and connects when it can', async () => {
    const stage = await connectedStage(await testStore());
    stage.slack.fault('apps.connections.open', { kind: 'reset', accepts: false });

    await stage.connection.open();
    const atStart = stage.connection.isHealthy();
    await until(() => stage.connection.isHealthy(), 'connected');

    expect(atStart).toBe(false);
    expect(stage.logged.join()).toContain('Slack cannot be reached; bcp goes on trying');
  });

  it('does not start with a token that Slack does not take, and says which', async () => {
    const stage = await connectedStage(await testStore(), { settings: () => ({ appToken: 'xapp-wrong' }) });

    const started = stage.connection.open();

    await expect(started).rejects.toThrow('Slack does not take BCP_SLACK_APP_TOKEN (invalid_auth).');
    expect(stage.logged.join()).not.toContain('xapp-wrong');
  });

  it('finishes what was begun when it is stopped, acknowledges it, and takes nothing new', async () => {
    const stage = await connected();
    stage.slack.fault('chat.postMessage', { kind: 'slow', ms: 700 });
    stage.slack.calls.splice(0);

    const begun = stage.server.send(
      'events_api',
      messageOf(stage.slack, 'ULENA', 'Green, youth council met twice', 'Ev1'),
    );
    await until(
      () => stage.slack.calls.some(({ method }) => method === 'chat.postMessage'),
      'the answer is on its way',
    );
    const stopped = stage.connection.close(5_000);
    const late = stage.server.send('events_api', messageOf(stage.slack, 'UTOM', 'Red', 'Ev2'), 1_500);
    const acknowledged = await begun;
    await stopped;
    await stage.intake.stop();

    expect(acknowledged?.payload).toEqual({});
    expect(await late).toBeNull();
    expect(stage.slack.seen('DULENA', 'ULENA').join()).toContain('Recorded');
    expect(stage.server.open).toBe(0);
    expect(stage.connection.isHealthy()).toBe(false);
  });
});
