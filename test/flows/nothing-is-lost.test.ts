import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { drainOutbox } from '../../src/delivery/drain.ts';
import { silentLog } from '../../src/kit/log.ts';
import { noFaults } from '../../src/platforms/rehearsal/faults.ts';
import { rehearsalSender } from '../../src/platforms/rehearsal/rehearsal-sender.ts';
import { runDueEvents } from '../../src/schedule/run-due-events.ts';
import { verifyAuditChain } from '../../src/use-cases/audit-chain.ts';
import type { DeliveryOutcome } from '../../src/use-cases/ports/delivery-records.ts';
import type { Store } from '../../src/use-cases/ports/store.ts';
import { auditRows, nextKey, press, records, say, words } from '../support/acts.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { longLivedTestStore } from '../support/database.ts';

/** Something that happens: time passes, the machine looks at the calendar, sends, dies while sending, or a person does something. */
type Step =
  | { readonly kind: 'wait'; readonly hours: number }
  | { readonly kind: 'calendar'; readonly machines: 1 | 2 }
  | { readonly kind: 'send'; readonly trouble: Trouble }
  | { readonly kind: 'die' }
  | { readonly kind: 'say'; readonly who: string; readonly text: string }
  /** A platform tells us once more of something that was said a while ago. */
  | { readonly kind: 'again'; readonly which: number }
  | { readonly kind: 'no_change'; readonly who: string };

type Trouble = 'none' | 'retry' | 'throw' | 'refused' | 'every_other_lost';

const people = ['asha.verma', 'asha.verma', 'priya.nair', 'lena.hart'] as const;
const texts = [
  'green, all on course',
  'amber, waiting on recruitment',
  'IC4 red, no posts. IC5 green. IC3 amber',
  'IC4 amber. I28 is 41',
  'IC4 green. I28 is 43',
  'undo',
  'undo',
  'Friday',
  'On leave until 9 November, ask Priya',
  'On leave until 6 November',
  'what?',
] as const;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.constantFrom(1, 5, 24, 72) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('calendar' as const),
      machines: fc.constantFrom(1 as const, 2 as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      trouble: fc.constantFrom<Trouble>('none', 'none', 'retry', 'throw', 'refused', 'every_other_lost'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'die' as const }) },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      who: fc.constantFrom(...people),
      text: fc.constantFrom(...texts),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('again' as const), which: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('no_change' as const), who: fc.constantFrom(...people) }),
  },
);

let store: Store | undefined;
beforeAll(async () => {
  store = await longLivedTestStore();
});
afterAll(async () => {
  await store?.close();
});

let runs = 0;

/** A partnership of its own on the shared store; its machine looks after no other. */
async function newStage(): Promise<Stage> {
  if (!store) throw new Error('The store is opened before the first run.');
  runs += 1;
  const stage = await birminghamStage(store, '2026-11-02T09:00:00Z', undefined, `run-${runs}`);
  const only = (await store.partnerships()).filter(({ id }) => id === stage.partnershipId);
  return {
    ...stage,
    deps: { ...stage.deps, store: { ...store, partnerships: () => Promise.resolve(only) } },
  };
}

interface Said {
  readonly who: string;
  readonly text: string;
  readonly key: string;
}

async function take(stage: Stage, step: Step, said: Said[]): Promise<void> {
  switch (step.kind) {
    case 'wait':
      stage.clock.set(new Date(stage.clock.now().getTime() + step.hours * 3_600_000));
      return;
    case 'calendar':
      await Promise.all(Array.from({ length: step.machines }, () => runDueEvents(stage.deps)));
      return;
    case 'send':
      await send(stage, step.trouble);
      return;
    case 'die':
      await stage.store.outbox.claim(stage.clock.now(), new Date(stage.clock.now().getTime() + 120_000), 3);
      return;
    case 'say': {
      const act = { who: step.who, text: step.text, key: nextKey() };
      if (await saying(stage, act)) said.push(act);
      return;
    }
    case 'again': {
      const old = said[step.which % Math.max(1, said.length)];
      if (old) await sayingAgain(stage, old);
      return;
    }
    case 'no_change':
      await press(stage, step.who, { verb: 'no_change', month: '2026-11' });
  }
}

/** What is said to be recorded must be stored by the time it is said, and nothing that is said not to be. True where it did something. */
async function saying(stage: Stage, { who, text, key }: Said): Promise<boolean> {
  const before = await auditRows(stage);
  const answer = words(await say(stage, who, text, key));
  const after = (await auditRows(stage)).slice(before.length).map(({ verb }) => verb);
  const isStored = after.includes('update_recorded') || after.includes('value_recorded');
  if (answer.includes('Recorded for') !== isStored)
    throw new Error(`"${text}" was answered with "${answer}", and this was stored: ${after.join(', ')}.`);
  if (answer.includes('Taken back') !== (after.includes('update_undone') || after.includes('value_undone')))
    throw new Error(`"${text}" was answered with "${answer}", and this was stored: ${after.join(', ')}.`);
  return after.length > 0;
}

/** The same event a second time stores nothing, however much has happened since. */
async function sayingAgain(stage: Stage, { who, text, key }: Said): Promise<void> {
  const before = await auditRows(stage);
  const answer = words(await say(stage, who, text, key));
  const after = await auditRows(stage);
  const changed = after.slice(before.length).map(({ verb }) => verb);
  const recorded = changed.filter((verb) => /^(?:update|value|absence|prompt)_/.test(verb));
  if (recorded.length > 0)
    throw new Error(
      `"${text}" came again, was answered with "${answer}", and stored ${recorded.join(', ')}.`,
    );
}

async function send(stage: Stage, trouble: Trouble): Promise<void> {
  const room = rehearsalSender({ store: stage.store, clock: stage.clock, faults: { get: () => noFaults } });
  let count = 0;
  const outcomes: Readonly<Record<Exclude<Trouble, 'none' | 'throw' | 'every_other_lost'>, DeliveryOutcome>> =
    {
      retry: { kind: 'retry', at: new Date(stage.clock.now().getTime() + 600_000), trouble: 'Busy.' },
      refused: { kind: 'refused', trouble: 'Not today.' },
    };
  const sender = {
    platform: 'rehearsal',
    send: async (delivery: Parameters<typeof room.send>[0]): Promise<DeliveryOutcome> => {
      count += 1;
      if (trouble === 'throw' && count === 1) throw new Error('The line went dead.');
      if (trouble === 'every_other_lost' && count % 2 === 0) {
        await room.send(delivery);
        throw new Error('Taken, but the answer was lost.');
      }
      if ((trouble === 'retry' || trouble === 'refused') && count % 3 === 1) return outcomes[trouble];
      return room.send(delivery);
    },
  } as const;
  await drainOutbox({
    outbox: stage.store.outbox,
    senders: [sender],
    clock: stage.clock,
    log: silentLog,
    random: () => 0.5,
  });
}

/** What must hold after every step, whatever has happened. */
async function check(stage: Stage): Promise<void> {
  const own = records(stage);
  const deliveries = await own.deliveries.recent(10_000);
  const counts = await own.deliveries.counts();
  expectSame(
    'deliveries by state',
    counts.reduce((sum, { count }) => sum + count, 0),
    deliveries.length,
  );

  const prompts = await own.prompts.ofMonth('2026-11');
  const promised = deliveries.filter(({ purpose }) => purpose === 'prompt');
  const sent = promised.filter(({ state }) => state === 'sent').length;
  const waiting = promised.filter(({ state }) => state === 'waiting').length;
  const stopped = promised.length - sent - waiting;
  expectSame('prompts made and promised', promised.length, prompts.length);
  expectSame('prompts promised, sent, waiting and stopped', sent + waiting + stopped, prompts.length);
  for (const { id } of await own.people.all()) {
    const posts = await own.conversations.of(`person:${id}`, 1000);
    const inChat = posts.filter(
      (post) => post.id.startsWith('post:prompt:2026-11') && !post.id.includes(':then:'),
    );
    if (inChat.length > 1) throw new Error('A prompt stands twice in one conversation.');
  }

  const rows = await auditRows(stage);
  const verdict = verifyAuditChain(rows);
  if (!verdict.intact) throw new Error(verdict.reason);
  let versions = 0;
  for (const { code } of stage.plan.actions) {
    const all = await own.updates.versions('2026-11', code);
    all.forEach(({ version }, index) => expectSame(`versions of ${code}`, version, index + 1));
    versions += all.filter(({ kind }) => kind !== 'no_update').length;
  }
  const said = rows.filter(({ verb }) => verb === 'update_recorded' || verb === 'update_undone').length;
  expectSame('versions and their audit rows', versions, said);
  const cycle = await own.cycles.byMonth('2026-11');
  if (cycle?.state === 'closed')
    expectSame(
      'actions with a last word',
      (await own.updates.latestOfMonth('2026-11')).length,
      stage.plan.actions.length,
    );
}

function expectSame(what: string, one: number, other: number): void {
  if (one !== other) throw new Error(`${what}: ${one} and ${other}`);
}

/** The trouble ends and time passes: nothing may be left waiting. */
async function settle(stage: Stage): Promise<void> {
  for (const hours of [1, 3, 24]) {
    stage.clock.set(new Date(stage.clock.now().getTime() + hours * 3_600_000));
    await send(stage, 'none');
  }
  const waiting = await records(stage).deliveries.inStates(['waiting']);
  expectSame('deliveries left waiting', waiting.length, 0);
}

describe('whatever happens in a month', () => {
  it('every prompt is sent, waiting or stopped with a reason, and what was said to be recorded is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const stage = await newStage();
        const said: Said[] = [];
        await runDueEvents(stage.deps);
        for (const each of steps) {
          await take(stage, each, said);
          await check(stage);
        }
        await settle(stage);
        await check(stage);
      }),
      { numRuns: 50, seed: 20261102, endOnFailure: true },
    );
  }, 300_000);
});
