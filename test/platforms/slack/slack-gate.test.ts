import { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { clockAt } from '../../../src/kit/clock.ts';
import { silentLog } from '../../../src/kit/log.ts';
import { sdkLogger } from '../../../src/platforms/slack/api/sdk-logger.ts';
import { slackGate, type GateDeps } from '../../../src/platforms/slack/doors/slack-gate.ts';
import { oneInstallation } from '../../../src/platforms/slack/install/installations.ts';
import { workspacesOf } from '../../../src/platforms/slack/install/workspaces.ts';
import { inFlight } from '../../../src/platforms/slack/talk/in-flight.ts';

const workspace = { teamId: 'T1', botToken: 'xoxb-1', botId: 'B1', botUserId: 'UBOT' };
const api = { fetch, url: 'http://127.0.0.1:1/api/', log: silentLog };
const body = { command: '/bcp', text: 'status', team_id: 'T1', user_id: 'U1', trigger_id: '1.1' };
const page = { response_type: 'ephemeral' as const, text: 'All is well.', blocks: [] };
const now = new Date('2026-11-03T09:00:00Z');
const forever = () => new Promise<never>(() => undefined);

/** A gate in front of an app that answers every command with the same words; `authorize` is Bolt's look for the key. */
function gateWith(
  deps: Partial<GateDeps>,
  authorize: () => Promise<typeof workspace> = () => Promise.resolve(workspace),
) {
  const flight = inFlight(() => undefined, forever);
  const gate = slackGate({
    workspaces: workspacesOf(oneInstallation(workspace, now), api, clockAt(now)),
    inFlight: flight,
    log: silentLog,
    sleep: forever,
    readyAnswer: () => Promise.resolve(null),
    takeReply: () => Promise.resolve(false),
    sayLate: () => Promise.resolve(),
    ...deps,
  });
  const app = new App({ receiver: gate.receiver, authorize, logger: sdkLogger(silentLog) });
  app.error((error) => Promise.reject(error));
  app.command('/bcp', ({ ack }) => ack('the long way'));
  return { gate, flight, app };
}

/** Something that comes when it is let come. */
function awaited<T>() {
  let arrive: (value: T) => void = () => undefined;
  let fail: (cause: Error) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    arrive = resolve;
    fail = reject;
  });
  return { promise, arrive: (value: T) => arrive(value), fail: (cause: Error) => fail(cause) };
}

/** As long as everything takes that waits for nothing. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Waits until nothing is under way. */
async function landed(flight: { readonly count: number }): Promise<void> {
  while (flight.count > 0) await new Promise((resolve) => setImmediate(resolve));
}

/** What was said after the acknowledgement. */
function listener() {
  const said: unknown[] = [];
  return { said, sayLate: (_body: unknown, answer: unknown) => Promise.resolve(void said.push(answer)) };
}

const press = {
  type: 'block_actions',
  team: { id: 'T1' },
  user: { id: 'U1', team_id: 'T1' },
  trigger_id: '2.1',
  actions: [{ type: 'button', block_id: 'b', action_id: 'bcp.help.1', value: '{}' }],
};
const form = {
  type: 'view_submission',
  team: { id: 'T1' },
  user: { id: 'U1', team_id: 'T1' },
  view: {
    id: 'V1',
    type: 'modal',
    callback_id: 'bcp.form',
    blocks: [
      { type: 'header', block_id: 'h' },
      { type: 'input', block_id: 'IC3.rating' },
      { type: 'input', block_id: 'IC3.done' },
    ],
    state: { values: {} },
  },
};

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

  it('has its own answer afterwards when finding the key took too long, and is not told to try again', async () => {
    const key = awaited<typeof workspace>();
    const { said, sayLate } = listener();
    const { gate, flight } = gateWith({ sleep: () => Promise.resolve(), sayLate }, () => key.promise);

    const acknowledged = await gate.take({ body });
    await aMoment();
    key.arrive(workspace);
    await landed(flight);

    expect(acknowledged).toEqual({ kind: 'taken', body: '' });
    expect(said).toEqual(['the long way']);
  });

  it('is told in words afterwards when it took too long and then failed', async () => {
    const key = awaited<typeof workspace>();
    const { said, sayLate } = listener();
    const { gate, flight } = gateWith({ sleep: () => Promise.resolve(), sayLate }, () => key.promise);

    await gate.take({ body });
    key.fail(new Error('no database'));
    await landed(flight);

    expect(said).toHaveLength(1);
    expect(JSON.stringify(said)).toContain('bcp could not answer just now. Nothing is lost');
  });

  it('is told when what was acknowledged as being worked on fails', async () => {
    const { said, sayLate } = listener();
    const { gate, flight, app } = gateWith({ sayLate });
    app.command('/slow', async ({ ack }) => {
      await ack('bcp is working on it.');
      throw new Error('no database');
    });

    const acknowledged = await gate.take({ body: { ...body, command: '/slow' } });
    await landed(flight);

    expect(acknowledged).toEqual({ kind: 'taken', body: 'bcp is working on it.' });
    expect(JSON.stringify(said)).toContain('bcp could not answer just now');
  });
});

describe('what is pressed or sent at the gate', () => {
  it.each([
    ['finding the key to the workspace', 'key'],
    ['finding out who it is from', 'authorize'],
    ['the work itself', 'work'],
  ])('is answered within the three seconds that Slack waits, when %s takes longer', async (_what, slow) => {
    const slowly = awaited<typeof workspace>();
    const waits: number[] = [];
    const known = workspacesOf(oneInstallation(workspace, now), api, clockAt(now));
    const { gate, flight, app } = gateWith(
      {
        sleep: (ms) => {
          waits.push(ms);
          return ms > 1_000 ? Promise.resolve() : forever();
        },
        workspaces: slow === 'key' ? { ...known, byTeam: () => slowly.promise } : known,
      },
      () => (slow === 'authorize' ? slowly.promise : Promise.resolve(workspace)),
    );
    const done: string[] = [];
    const work = async (what: string) => {
      if (slow === 'work') await slowly.promise;
      done.push(what);
    };
    app.action(/.*/, async ({ ack }) => {
      await work('press');
      await ack();
    });
    app.view(/.*/, async ({ ack }) => {
      await work('form');
      await ack();
    });

    const pressed = await gate.take({ body: press });
    const sent = await gate.take({ body: form });
    const before = done.length;
    slowly.arrive(workspace);
    await landed(flight);

    expect(Math.max(...waits)).toBeLessThan(2_900);
    expect(pressed).toEqual({ kind: 'taken', body: '' });
    expect(sent).toEqual({
      kind: 'taken',
      body: {
        response_action: 'errors',
        errors: { 'IC3.rating': expect.stringContaining('bcp needs longer than usual') as string },
      },
    });
    expect(before).toBe(0);
    expect(done).toEqual(['press', 'form']);
  });

  it('that fails shows so at the button, and a sentence says it', async () => {
    const { said, sayLate } = listener();
    const { gate, flight, app } = gateWith({ sayLate });
    app.action(/.*/, () => Promise.reject(new Error('no database')));

    const pressed = await gate.take({ body: press });
    await landed(flight);

    expect(pressed).toEqual({ kind: 'again' });
    expect(JSON.stringify(said)).toContain('bcp could not answer just now. Nothing is lost');
  });

  it('that fails after it was acknowledged in time is told all the same', async () => {
    const work = awaited<typeof workspace>();
    const { said, sayLate } = listener();
    const { gate, flight, app } = gateWith({ sayLate, sleep: () => Promise.resolve() });
    app.action(/.*/, async () => {
      await work.promise;
    });

    const pressed = await gate.take({ body: press });
    work.fail(new Error('no database'));
    await landed(flight);

    expect(pressed).toEqual({ kind: 'taken', body: '' });
    expect(JSON.stringify(said)).toContain('bcp could not answer just now');
  });

  it.each([
    ['fails', () => Promise.reject(new Error('no database'))],
    ['answers nothing', () => Promise.resolve()],
  ])('keeps a form open, with words at its first field, when the work %s', async (_what, work) => {
    const { gate, app } = gateWith({});
    app.view(/.*/, work);

    const sent = await gate.take({ body: form });

    expect(sent).toEqual({
      kind: 'taken',
      body: {
        response_action: 'errors',
        errors: { 'IC3.rating': expect.stringContaining('Nothing is lost') as string },
      },
    });
  });

  it('asks Slack to keep a form open by its own words where the form has no field', async () => {
    const { gate, app } = gateWith({});
    app.view(/.*/, () => Promise.reject(new Error('no database')));

    expect(await gate.take({ body: { ...form, view: { ...form.view, blocks: [] } } })).toEqual({
      kind: 'again',
    });
  });
});
