import { expect } from 'vitest';
import { drainOutbox } from '../../../src/delivery/drain.ts';
import type { DoorResponse } from '../../../src/kit/door.ts';
import { silentLog } from '../../../src/kit/log.ts';
import { slackHttpDoor, slackPath } from '../../../src/platforms/slack/doors/http-door.ts';
import { slackGate } from '../../../src/platforms/slack/doors/slack-gate.ts';
import { signatureOf } from '../../../src/platforms/slack/doors/verify-request.ts';
import { fieldAction } from '../../../src/platforms/slack/forms/form-fields.ts';
import { oneInstallation } from '../../../src/platforms/slack/install/installations.ts';
import { workspacesOf } from '../../../src/platforms/slack/install/workspaces.ts';
import { slackPictures, type DrawPicture } from '../../../src/platforms/slack/sending/pictures.ts';
import { slackSender } from '../../../src/platforms/slack/sending/slack-sender.ts';
import { inFlight } from '../../../src/platforms/slack/talk/in-flight.ts';
import { slackReplyReader } from '../../../src/platforms/slack/talk/read-reply.ts';
import { slackApp } from '../../../src/platforms/slack/talk/slack-app.ts';
import { readyStatus, sayLate } from '../../../src/platforms/slack/talk/status-at-once.ts';
import { takeReply } from '../../../src/platforms/slack/talk/take-reply.ts';
import type { TalkDeps } from '../../../src/platforms/slack/talk/talk.ts';
import type { Block, ButtonElement, ModalView } from '../../../src/platforms/slack/render/blocks.ts';
import { runDueEvents } from '../../../src/schedule/run-due-events.ts';
import type { Store } from '../../../src/use-cases/ports/store.ts';
import { birminghamStage, type Stage } from '../../support/birmingham.ts';
import { stageIntake } from '../../support/intake.ts';
import { FakeSlack } from './fake-slack/fake-slack.ts';
import { accounts, peopleInSlack } from './slack-people.ts';
import { untouched } from './untouched.ts';

export const secret = 'a-signing-secret-of-the-tests-only';

export interface SlackStage extends Stage {
  readonly slack: FakeSlack;
  readonly talk: TalkDeps;
  /** Moves the clock, does what falls due and sends it to Slack. */
  moveTo(instant: string): Promise<void>;
  drain(): Promise<void>;
  send(body: Record<string, unknown>, kind?: 'form' | 'json' | 'payload'): Promise<DoorResponse>;
  /** `/bcp words`; gives what came back in the acknowledgement. */
  command(who: string, words: string, channel?: string): Promise<Record<string, unknown>>;
  /** Writes to bcp in one's own chat. */
  write(who: string, text: string, eventId?: string): Promise<DoorResponse>;
  /** Presses the newest button with this label in a conversation; the trigger is of this moment when left out. */
  press(who: string, label: string, channel?: string, trigger?: string): Promise<DoorResponse>;
  /** Types into the form that was opened last; what it wants to be told of at once (a rating) is told. */
  fill(who: string, typed: Readonly<Record<string, string>>, hash?: string): Promise<void>;
  /** The same, and sends it. */
  submit(who: string, typed: Readonly<Record<string, string>>): Promise<Record<string, unknown>>;
  /** Waits for everything that was begun. */
  settled(): Promise<void>;
}

export async function slackStage(
  store: Store,
  options: {
    readonly draw?: DrawPicture;
    readonly sleep?: (ms: number) => Promise<void>;
    /** How the gate waits before it answers without waiting any longer. */
    readonly gateSleep?: (ms: number) => Promise<void>;
    /** The stage on which Slack is put; one of its own when left out. */
    readonly on?: Stage;
  } = {},
): Promise<SlackStage> {
  const stage = options.on ?? (await birminghamStage(store, '2026-11-02T08:59:00Z', peopleInSlack()));
  const { clock, deps } = stage;
  const slack = new FakeSlack(clock);
  for (const [name, id] of Object.entries(accounts)) slack.addUser(id, `${name}@birmingham.example`);
  slack.addChannel('CBOARD', Object.values(accounts));
  const api = { fetch: slack.fetch, url: 'https://slack.com/api/', log: silentLog };
  const installations = oneInstallation(
    { teamId: slack.team, botToken: slack.token, botId: slack.bot.botId, botUserId: slack.bot.id },
    clock.now(),
  );
  const workspaces = workspacesOf(installations, api, clock);
  const sleep = options.sleep ?? realSleep;
  const trouble: unknown[] = [];
  const flight = inFlight((cause) => trouble.push(cause), realSleep);
  const pictures = slackPictures(options.draw ?? null, silentLog);
  const intake = stageIntake(deps);
  const talk: TalkDeps = {
    deps,
    workspaces,
    pictures,
    inFlight: flight,
    wakeReplies: () => intake.wake(),
    sleep,
    fetch: slack.fetch,
    responseOrigins: ['https://hooks.slack.com/'],
  };
  const gate = slackGate({
    workspaces,
    inFlight: flight,
    log: silentLog,
    sleep: options.gateSleep ?? realSleep,
    readyAnswer: (body) => readyStatus(talk, body),
    takeReply: (body, workspace, isRetry) => takeReply(talk, body, workspace, isRetry),
    sayLate: (body, answer) => sayLate(talk, body, answer),
  });
  slackApp({ talk, installations, receiver: gate.receiver, api });
  intake.serve(slackReplyReader(talk));
  const door = slackHttpDoor({ gate, signingSecrets: [secret], clock, log: silentLog });
  const sender = slackSender({
    workspaces,
    store,
    clock,
    log: silentLog,
    pictures,
    sleep: () => Promise.resolve(),
  });
  const settled = async () => {
    await flight.drained(20_000);
    await intake.settled();
    await flight.drained(20_000);
    expect(trouble).toEqual([]);
  };
  const drain = async () => {
    await drainOutbox({ outbox: store.outbox, senders: [sender], clock, log: silentLog, random: () => 0.5 });
  };
  const send: SlackStage['send'] = (body, kind = 'form') =>
    door.handle(signedRequest(body, kind, clock.now()));
  let events = 0;
  const user = (who: string) => ({ id: accounts[who] ?? who, team_id: slack.team });
  /** What stands in the person's own Slack, by field: Slack keeps it when bcp changes the form. */
  const inFields = new WeakMap<object, Record<string, string>>();
  const typedIn = (opened: object) => {
    const typed = inFields.get(opened) ?? {};
    inFields.set(opened, typed);
    return typed;
  };
  const fill: SlackStage['fill'] = async (who, typed, hash) => {
    const { opened, view } = openForm(slack);
    for (const block of view.blocks) {
      const text = block.type === 'input' ? typed[block.block_id] : undefined;
      if (block.type !== 'input' || text === undefined) continue;
      typedIn(opened)[block.block_id] = text;
      if (block.dispatch_action !== true) continue;
      const now = openForm(slack);
      const { action_id, type } = block.element;
      const values = typedInto(now.view, typedIn(opened));
      await send(
        {
          type: 'block_actions',
          team: { id: slack.team },
          user: user(who),
          trigger_id: slack.trigger(),
          view: { ...now.view, id: now.id, hash: hash ?? now.hash, state: { values } },
          actions: [{ type, block_id: block.block_id, action_id, selected_option: { value: `=${text}` } }],
        },
        'payload',
      );
      await settled();
    }
    // What came to be asked only by a choice.
    for (const name of Object.keys(typed)) typedIn(opened)[name] = typed[name] ?? '';
  };
  return {
    ...stage,
    slack,
    talk,
    drain,
    send,
    settled,
    moveTo: async (instant) => {
      clock.set(new Date(instant));
      await runDueEvents(deps);
      await drain();
    },
    command: async (who, words, channel = 'CBOARD') => {
      const id = accounts[who] ?? who;
      const response = await send({
        command: '/bcp',
        text: words,
        team_id: slack.team,
        user_id: id,
        channel_id: channel,
        trigger_id: slack.trigger(),
        response_url: slack.hook(id, channel),
      });
      await settled();
      return response.body === '' ? {} : (JSON.parse(String(response.body)) as Record<string, unknown>);
    },
    write: async (who, text, eventId = `Ev${(events += 1)}`) => {
      const id = accounts[who] ?? who;
      const event = {
        type: 'message',
        channel_type: 'im',
        channel: slack.dm(id),
        user: id,
        text,
        ts: `${clock.now().getTime() / 1_000}`,
      };
      const response = await send(
        { type: 'event_callback', team_id: slack.team, event_id: eventId, event },
        'json',
      );
      await settled();
      return response;
    },
    press: async (who, label, channel, trigger = slack.trigger()) => {
      const id = accounts[who] ?? who;
      const place = channel ?? slack.dm(id);
      const button = newestButton(slack, place, label);
      const response = await send(
        {
          type: 'block_actions',
          team: { id: slack.team },
          user: user(who),
          channel: { id: place },
          trigger_id: trigger,
          response_url: slack.hook(id, place),
          actions: [{ type: 'button', block_id: 'b', action_id: button.action_id, value: button.value }],
        },
        'payload',
      );
      await settled();
      return response;
    },
    fill,
    submit: async (who, typed) => {
      await fill(who, typed);
      const { opened, view } = openForm(slack);
      const response = await send(
        {
          type: 'view_submission',
          team: { id: slack.team },
          user: user(who),
          view: {
            ...view,
            id: opened.id,
            hash: opened.hash,
            state: { values: typedInto(view, typedIn(opened)) },
          },
        },
        'payload',
      );
      await settled();
      const answer =
        response.body === '' ? {} : (JSON.parse(String(response.body)) as Record<string, unknown>);
      if (answer['response_action'] === 'push')
        slack.keepView(answer['view'] as Record<string, unknown>, opened.id);
      if (answer['response_action'] === 'update') {
        opened.view = answer['view'] as Record<string, unknown>;
        opened.hash = `${opened.hash}+`;
      }
      return answer;
    },
  };
}

function realSleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

/** A request as the one HTTP server hands it on, signed as Slack signs. */
export function signedRequest(
  body: Record<string, unknown>,
  kind: 'form' | 'json' | 'payload',
  now: Date,
  key = secret,
) {
  const flat = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
  const text =
    kind === 'json'
      ? JSON.stringify(body)
      : kind === 'payload'
        ? String(new URLSearchParams({ payload: JSON.stringify(body) }))
        : String(new URLSearchParams(flat));
  const bytes = new TextEncoder().encode(text);
  const stamp = String(Math.floor(now.getTime() / 1_000));
  return {
    method: 'POST',
    path: slackPath,
    query: new URLSearchParams(),
    headers: {
      'content-type': kind === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': signatureOf(key, stamp, bytes),
    },
    body: bytes,
  };
}

/** The form that was opened last, as it stands. */
export function openForm(slack: FakeSlack) {
  const opened = slack.views.at(-1);
  if (!opened) throw new Error('No form is open.');
  return { opened, id: opened.id, hash: opened.hash, view: opened.view as unknown as ModalView };
}

function newestButton(slack: FakeSlack, channel: string, label: string): ButtonElement {
  const blocks = slack.messages
    .filter((message) => message.channel === channel)
    .flatMap((message) => message.blocks as unknown as readonly Block[]);
  const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  const found = buttons.findLast(({ text }) => text.text === label);
  if (!found)
    throw new Error(
      `There is no button "${label}" in ${channel}: ${buttons.map(({ text }) => text.text).join(', ')}`,
    );
  return found;
}

/** The state Slack sends of a form in which somebody has typed. */
function typedInto(view: ModalView, typed: Readonly<Record<string, string>>) {
  const values = untouched(view);
  for (const block of view.blocks) {
    if (block.type !== 'input') continue;
    const text = typed[block.block_id];
    if (text === undefined) continue;
    const { type } = block.element;
    const state =
      type === 'plain_text_input'
        ? { type, value: text }
        : type === 'datepicker'
          ? { type, selected_date: text }
          : type === 'checkboxes'
            ? { type, selected_options: text === 'true' ? [{ value: '=true' }] : [] }
            : { type, selected_option: { value: `=${text}` } };
    values[block.block_id] = { [fieldAction]: state };
  }
  return values;
}
