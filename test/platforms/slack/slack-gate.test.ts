import { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { clockAt } from '../../../src/kit/clock.ts';
import { silentLog } from '../../../src/kit/log.ts';
import { slackGate, type GateDeps } from '../../../src/platforms/slack/doors/slack-gate.ts';
import { oneInstallation } from '../../../src/platforms/slack/install/installations.ts';
import { workspacesOf } from '../../../src/platforms/slack/install/workspaces.ts';
import { inFlight } from '../../../src/platforms/slack/talk/in-flight.ts';

const workspace = { teamId: 'T1', botToken: 'xoxb-1', botId: 'B1', botUserId: 'UBOT' };
const api = { fetch, url: 'http://127.0.0.1:1/api/', log: silentLog };
const body = { command: '/bcp', text: 'status', team_id: 'T1', user_id: 'U1', trigger_id: '1.1' };
const page = { response_type: 'ephemeral' as const, text: 'All is well.', blocks: [] };
const forever = () => new Promise<never>(() => undefined);

/** A gate in front of an app that answers every command with the same words. */
function gateWith(deps: Partial<GateDeps>) {
  const flight = inFlight(() => undefined, forever);
  const gate = slackGate({
    workspaces: workspacesOf(oneInstallation(workspace), api, clockAt('2026-11-03T09:00:00Z')),
    inFlight: flight,
    log: silentLog,
    sleep: forever,
    readyAnswer: () => Promise.resolve(null),
    takeReply: () => Promise.resolve(false),
    sayLate: () => Promise.resolve(),
    ...deps,
  });
  const app = new App({ receiver: gate.receiver, authorize: () => Promise.resolve(workspace) });
  app.command('/bcp', ({ ack }) => ack('the long way'));
  return { gate, flight };
}

describe('a command at the gate', () => {
  it('is answered with what is ready', async () => {
    const { gate } = gateWith({ readyAnswer: () => Promise.resolve({ body: page, json: '{}' }) });

    expect(await gate.take({ body })).toEqual({ kind: 'taken', body: page, json: '{}' });
  });

  it.each([
    ['nothing is ready', () => Promise.resolve(null)],
    ['what would be ready fails', () => Promise.reject(new Error('no database'))],
  ])('goes the long way when %s', async (_when, readyAnswer) => {
    const { gate } = gateWith({ readyAnswer });

    expect(await gate.take({ body })).toEqual({ kind: 'taken', body: 'the long way' });
  });

  it('is told, in a workspace that is not installed, whatever would be ready', async () => {
    const { gate } = gateWith({ readyAnswer: () => Promise.resolve({ body: page, json: '{}' }) });

    const answer = await gate.take({ body: { ...body, team_id: 'T2' } });

    expect(JSON.stringify(answer)).toContain('bcp is not installed in this Slack workspace');
  });

  it('is acknowledged when its answer takes too long, and has it afterwards', async () => {
    let arrive: (answer: { body: typeof page; json: string }) => void = () => undefined;
    const said: unknown[] = [];
    const { gate, flight } = gateWith({
      sleep: () => Promise.resolve(),
      readyAnswer: () =>
        new Promise((resolve) => {
          arrive = resolve;
        }),
      sayLate: (_body, answer) => Promise.resolve(void said.push(answer)),
    });

    const acknowledged = await gate.take({ body });
    const before = said.length;
    arrive({ body: page, json: '{}' });
    while (flight.count > 0) await Promise.resolve();

    expect(acknowledged).toEqual({ kind: 'taken', body: '' });
    expect(before).toBe(0);
    expect(said).toEqual([page]);
  });
});
