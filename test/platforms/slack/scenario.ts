import { stageIntake } from '../../support/intake.ts';
import { expect } from 'vitest';
import { drainOutbox } from '../../../src/delivery/drain.ts';
import { documentExporter } from '../../../src/exports/export-document.ts';
import { jsonLog } from '../../../src/kit/log.ts';
import {
  connectSlack,
  type SlackConnection,
  type SlackSettings,
} from '../../../src/platforms/slack/connect.ts';
import { runDueEvents } from '../../../src/schedule/run-due-events.ts';
import { birminghamStage } from '../../support/birmingham.ts';
import { testStore } from '../../support/database.ts';
import type { SettableClock } from '../../../src/kit/clock.ts';
import { peopleInSlack } from './slack-people.ts';

/** Somebody's Slack, ours or another's, as far as the month needs it: what people do in it, and what they see. */
export interface SlackPeer {
  readonly team: string;
  /** The Slack account of somebody on the stage, by the first part of their address. */
  readonly idOf: (name: string) => string;
  /** The channel of the board. */
  readonly channel: string;
  readonly settings: SlackSettings;
  /** bcp is there now, and its clock. */
  connected(connection: SlackConnection, clock: SettableClock): Promise<void>;
  /** `/bcp words`; gives what only they see. */
  command(who: string, words: string): Promise<string>;
  /** Writes to bcp in their own chat. */
  write(who: string, text: string): Promise<void>;
  /** Presses the newest button with this label in their own chat. */
  press(who: string, label: string): Promise<void>;
  /** Sends the form that is open, with what was typed; where the form asks for more then, that too. */
  submit(who: string, typed: Readonly<Record<string, string>>): Promise<void>;
  /** What stands in somebody's own chat with bcp, or in a channel; oldest first. */
  seen(place: { readonly who: string } | { readonly channel: string }): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** One month in Slack, the same for every Slack it is run against. */
export async function monthIn(peer: SlackPeer): Promise<void> {
  const store = await testStore();
  const stage = await birminghamStage(store, '2026-11-02T08:59:00Z', peopleInSlack(peer.team, peer.idOf));
  const log = jsonLog((line) => logged.push(line), 'info');
  const logged: string[] = [];
  const deps = { ...stage.deps, log, exporter: documentExporter };
  const intake = stageIntake(deps, log);
  const connected = await connectSlack(deps, peer.settings, null, intake.wake);
  if (!connected.ok) throw new Error(connected.error);
  const connection = connected.value;
  intake.serve(connection.reader);
  await connection.open();
  await peer.connected(connection, stage.clock);
  const drain = () =>
    drainOutbox({
      outbox: store.outbox,
      senders: [connection.sender],
      clock: stage.clock,
      log,
      random: () => 0.5,
    });
  const moveTo = async (instant: string) => {
    stage.clock.set(new Date(instant));
    await runDueEvents(deps);
    await drain();
  };
  const latest = (code: string) => store.in(stage.partnershipId).updates.latest('2026-11', code);
  await store.in(stage.partnershipId).channels.save({
    id: 'c1',
    platform: 'slack',
    tenantId: peer.team,
    channelId: peer.channel,
    name: 'board',
    audience: 'board',
    reach: 'members',
  });

  // Everybody who owns something is asked, in one message.
  await moveTo('2026-11-02T09:00:00Z');
  const prompts = await peer.seen({ who: 'asha.verma' });
  expect(prompts).toHaveLength(1);
  for (const code of ['IC4', 'IC5', 'I28']) expect(prompts[0]).toContain(code);

  // An owner answers by the form, and the prompt becomes the receipt.
  await peer.press('asha.verma', 'Update');
  await peer.submit('asha.verma', {
    'IC4.rating': 'amber',
    'IC4.done': 'Two educational psychologists recruited.',
    'IC5.rating': 'red',
    'IC5.done': 'Exclusions rose.',
    // Asked only once the rating is red.
    'IC5.pathToGreen.what': 'The panel restarts',
    'IC5.pathToGreen.who': 'Asha Verma',
    'IC5.pathToGreen.by': '2026-12-09',
  });
  await drain();
  expect((await latest('IC4'))?.content?.rating).toBe('amber');
  expect((await latest('IC5'))?.content?.pathToGreen?.what).toBe('The panel restarts');
  const [receipt, saved] = await peer.seen({ who: 'asha.verma' });
  expect(receipt).toContain('Two educational psychologists recruited.');
  expect(saved).toContain('Recorded');

  // Another just writes.
  await peer.write('lena.hart', 'Green, youth council met twice');
  await intake.settled();
  await drain();
  expect((await latest('IC3'))?.content?.rating).toBe('green');
  expect((await peer.seen({ who: 'lena.hart' })).join('\n')).toContain(
    'Thank you: November 2026 is recorded',
  );

  // The chair asks, and is answered alone.
  expect(await peer.command('grace.bell', 'status safe')).toContain('Outcome SAFE');
  expect((await peer.seen({ channel: peer.channel })).join('\n')).not.toContain('Outcome SAFE');

  // The month is closed; the secretariat approves the digest and posts it.
  for (const day of ['13T17:00', '17T17:00', '20T09:00']) await moveTo(`2026-11-${day}:00Z`);
  await peer.command('sam.field', 'digest approve 2026-11');
  await peer.command('sam.field', 'digest post 2026-11');
  await drain();
  const posted = (await peer.seen({ channel: peer.channel })).join('\n');
  expect(posted).toContain('November 2026');
  const stopped = await store
    .in(stage.partnershipId)
    .deliveries.inStates(['refused', 'ambiguous', 'gave_up', 'nobody_there']);
  expect(stopped.map(({ trouble }) => trouble)).toEqual([]);
  expect(logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  await intake.stop();
  await connection.close(5_000);
}
