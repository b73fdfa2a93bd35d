import { afterEach, describe, expect, it } from 'vitest';
import { slackPath } from '../../../src/platforms/slack/doors/http-door.ts';
import { putByReply } from '../../../src/use-cases/conversation/put-by-reply.ts';
import { actorsOfAccount } from '../../../src/use-cases/who-is.ts';
import { testStore } from '../../support/database.ts';
import {
  closeStages,
  commandOf,
  connectedStage,
  messageOf,
  until,
  type ConnectedStage,
} from './connected-stage.ts';
import type { Fault } from './fake-slack/fake-shapes.ts';
import { secret, signedRequest } from './slack-stage.ts';

const opens = '2026-11-02T09:00:00Z';

afterEach(closeStages);

/** bcp as it starts with the token of one workspace, while Slack stands so. */
async function started(mode: 'socket' | 'http', ...faults: readonly Fault[]): Promise<ConnectedStage> {
  const stage = await connectedStage(await testStore(), {
    settings: () => ({ mode, signingSecrets: mode === 'http' ? [secret] : [] }),
    atStart: (slack) => slack.fault('auth.test', ...faults),
  });
  await stage.connection.open();
  return stage;
}

/** By HTTP, signed as Slack signs. */
async function send(
  { connection, clock }: ConnectedStage,
  body: Record<string, unknown>,
  kind: 'form' | 'json' | 'payload',
) {
  const door = connection.doors.find((each) => each.matches('POST', slackPath));
  const { status, body: answer } = await door!.handle(signedRequest(body, kind, clock.now()));
  return { status, words: String(answer) };
}

const healthy = (stage: ConnectedStage) => until(() => stage.connection.isHealthy(), 'reached');

const warnings = ({ logged }: ConnectedStage) =>
  logged.filter((line) => line.includes('"level":40') && line.includes('goes on trying'));

describe('when bcp starts with the token of one workspace', () => {
  it.each<[string, Fault, string]>([
    ['the connection to Slack breaks', { kind: 'reset', accepts: false }, 'Slack did not answer, or not as'],
    ['Slack answers 503', { kind: 'status', status: 503, accepts: false }, 'Slack did not answer, or not as'],
    ['a captive network answers', { kind: 'html' }, 'Slack did not answer, or not as Slack does.'],
    ['Slack asks to wait', { kind: 'rate_limited', seconds: 1 }, 'Slack asked bcp to wait.'],
  ])(
    'and %s, it says so and no more, is not healthy, and is at work once it gets through',
    async (_what, fault, words) => {
      const stage = await started('socket', fault);
      const meanwhile = { healthy: stage.connection.isHealthy(), connections: stage.server.connections };

      await healthy(stage);
      await stage.moveTo(opens);
      const answer = await stage.server.send(
        'slash_commands',
        commandOf(stage.slack, 'UGRACE', 'status safe'),
      );

      expect(meanwhile).toEqual({ healthy: false, connections: 0 });
      expect(warnings(stage)).toHaveLength(1);
      expect(warnings(stage)[0]).toContain(words);
      expect(stage.logged.join()).not.toContain('whether it took the message');
      expect(String(answer?.payload['text'])).toContain('Outcome SAFE');
    },
  );

  it('and Slack answers 500 twice, each try is warned of and the third counts', async () => {
    const failing: Fault = { kind: 'status', status: 500, accepts: false };
    const stage = await started('http', failing, failing);

    const meanwhile = stage.connection.isHealthy();
    await healthy(stage);

    expect(meanwhile).toBe(false);
    expect(warnings(stage)).toHaveLength(2);
    expect(stage.logged.join()).toContain('Slack has been reached');
  });

  it.each(['invalid_auth', 'account_inactive', 'missing_scope'])(
    'and Slack does not take the token (%s), it does not start and names the setting',
    async (error) => {
      await expect(started('socket', { kind: 'error', error })).rejects.toThrow(
        'BCP_SLACK_BOT_TOKEN was not taken',
      );
    },
  );

  it('and Slack takes the token no more once it is reached, that is an error that names the setting', async () => {
    const stage = await started(
      'http',
      { kind: 'refused_connection' },
      { kind: 'error', error: 'token_revoked' },
    );

    await until(() => stage.logged.some((line) => line.includes('BCP_SLACK_BOT_TOKEN')), 'said so');

    expect(stage.logged.find((line) => line.includes('BCP_SLACK_BOT_TOKEN'))).toContain('"level":50');
    expect(stage.connection.isHealthy()).toBe(false);
  });

  it('and is stopped before Slack is reached, it stops at once', async () => {
    const stage = await started('socket', { kind: 'refused_connection' });

    const begun = performance.now();
    await stage.connection.close(5_000);
    await new Promise((resolve) => setTimeout(resolve, 1_200));

    expect(performance.now() - begun).toBeLessThan(2_200);
    expect(stage.slack.calls.filter(({ method }) => method === 'auth.test')).toHaveLength(1);
    expect(stage.server.connections).toBe(0);
  });
});

describe('as long as bcp does not know its workspace', () => {
  it('a command is answered with words, and works when Slack is there', async () => {
    const stage = await started('http', { kind: 'refused_connection' });

    const before = await send(stage, commandOf(stage.slack, 'UGRACE', 'status safe'), 'form');
    await healthy(stage);
    await stage.moveTo(opens);
    const after = await send(stage, commandOf(stage.slack, 'UGRACE', 'status safe'), 'form');

    expect(before.words).toContain('bcp could not answer just now');
    expect(before.words).not.toContain('not installed');
    expect(after.words).toContain('Outcome SAFE');
  });

  it('what somebody writes is not taken, and is recorded once when Slack sends it again', async () => {
    const stage = await started('http', { kind: 'refused_connection' });
    const written = messageOf(stage.slack, 'ULENA', 'Green, youth council met twice', 'Ev1');

    const before = await send(stage, written, 'json');
    await healthy(stage);
    await stage.moveTo(opens);
    const after = await send(stage, written, 'json');
    await stage.intake.settled();

    expect([before.status, after.status]).toEqual([503, 200]);
    expect(await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'IC3')).toHaveLength(1);
  });

  it('a button shows that it did not work', async () => {
    const stage = await started('http', { kind: 'refused_connection' });

    const { status } = await send(
      stage,
      {
        type: 'block_actions',
        team: { id: stage.slack.team },
        user: { id: 'ULENA', team_id: stage.slack.team },
        channel: { id: 'DULENA' },
        trigger_id: stage.slack.trigger(),
        response_url: stage.slack.hook('ULENA', 'DULENA'),
        actions: [{ type: 'button', block_id: 'b', action_id: 'bcp.x', value: 'x' }],
      },
      'payload',
    );

    expect(status).toBe(503);
    await expect
      .poll(() => stage.slack.seen('DULENA', 'ULENA').join(), { timeout: 5_000 })
      .toContain('bcp could not answer just now');
  });

  it('prompts wait, and nobody gets theirs twice', async () => {
    const stage = await started('http', { kind: 'refused_connection' });

    await stage.moveTo(opens);
    const before = stage.slack.messages.length;
    await healthy(stage);
    await stage.moveTo('2026-11-02T09:05:00Z');

    expect(before).toBe(0);
    expect(stage.slack.seen('DULENA', 'ULENA')).toHaveLength(1);
    expect(
      await stage.store.in(stage.partnershipId).deliveries.inStates(['nobody_there', 'ambiguous']),
    ).toEqual([]);
  });

  it('an answer that waited to be read is kept, and read when it can be answered', async () => {
    const stage = await started('http', { kind: 'refused_connection' });
    const [actor] = await actorsOfAccount(stage.deps, 'slack', stage.slack.team, 'ULENA');
    await stage.at(opens);
    const place = {
      workspaceId: stage.slack.team,
      channel: 'DULENA',
      thread: null,
      month: null,
      hasFiles: false,
    };
    await putByReply(
      stage.deps,
      actor!,
      {
        text: 'Green, youth council met twice',
        eventKey: 'slack:T1:Ev0',
        tenantId: stage.slack.team,
        accountId: 'ULENA',
        place,
        saidAt: stage.clock.now(),
        isRetry: false,
      },
      await stage.store.auditHeads(),
    );

    await healthy(stage);
    await expect
      .poll(() => stage.slack.seen('DULENA', 'ULENA').join(), { timeout: 5_000 })
      .toContain('Recorded');

    expect(stage.logged.join()).not.toContain('A reply could not be read');
  });
});
