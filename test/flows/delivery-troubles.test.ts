import { describe, expect, it } from 'vitest';
import { mostAttempts } from '../../src/delivery/backoff.ts';
import { drainOutbox } from '../../src/delivery/drain.ts';
import { rehearsalSender } from '../../src/platforms/rehearsal/rehearsal-sender.ts';
import { noFaults } from '../../src/platforms/rehearsal/faults.ts';
import { silentLog } from '../../src/kit/log.ts';
import { runDueEvents } from '../../src/schedule/run-due-events.ts';
import { importPeople } from '../../src/use-cases/import-people.ts';
import type {
  ClaimedDelivery,
  Delivery,
  DeliveryOutcome,
} from '../../src/use-cases/ports/delivery-records.ts';
import type { Sender } from '../../src/use-cases/ports/sender.ts';
import { chat, records, say, words } from '../support/acts.ts';
import { birminghamStage, cast, person, type Stage } from '../support/birmingham.ts';
import { onEveryDatabase, testStore } from '../support/database.ts';

/** What a platform says to a try: an outcome, or `deliver` to let it through. */
type Script = (delivery: ClaimedDelivery, tried: number) => DeliveryOutcome | 'deliver' | 'throw';

/** A platform that answers by a script and delivers into the rehearsal room; it notes what it was given, in order. */
function scripted(
  stage: Stage,
  script: Script,
): { readonly sender: Sender; readonly given: readonly string[] } {
  const room = rehearsalSender({ store: stage.store, clock: stage.clock, faults: { get: () => noFaults } });
  const given: string[] = [];
  return {
    given,
    sender: {
      platform: 'rehearsal',
      send: (delivery) => {
        given.push(delivery.key.split(':').slice(0, 2).join(':'));
        const answer = script(delivery, delivery.attempts);
        if (answer === 'throw') throw new Error('The line went dead.');
        return answer === 'deliver' ? room.send(delivery) : Promise.resolve(answer);
      },
    },
  };
}

async function drain(stage: Stage, sender: Sender, instant: string): Promise<void> {
  stage.clock.set(new Date(instant));
  await drainOutbox({
    outbox: stage.store.outbox,
    senders: [sender],
    clock: stage.clock,
    log: silentLog,
    random: () => 0.5,
  });
}

/** The prompts of November are promised, and nothing has been sent yet. */
async function promised(people = cast): Promise<Stage> {
  const stage = await birminghamStage(await testStore(), '2026-11-02T09:00:00Z', people);
  await runDueEvents(stage.deps);
  return stage;
}

const isLenas = ({ to }: Delivery) => to.kind === 'account' && to.accountId === 'lena.hart';

async function statesOf(stage: Stage): Promise<readonly string[]> {
  const all = await records(stage).deliveries.recent(100);
  return all
    .filter(isLenas)
    .map(({ purpose, state }) => `${purpose} ${state}`)
    .reverse();
}

describe('a platform that asks to wait', () => {
  it('is waited for in that conversation only; the others get theirs at once', async () => {
    const stage = await promised();
    const wait = new Date('2026-11-02T09:30:00Z');
    const { sender } = scripted(stage, (delivery, tried) =>
      isLenas(delivery) && tried === 1 ? { kind: 'retry', at: wait, trouble: 'Asked to wait.' } : 'deliver',
    );

    await drain(stage, sender, '2026-11-02T09:00:00Z');
    const meanwhile = [await chat(stage, 'lena.hart'), await chat(stage, 'tom.osei')];
    await drain(stage, sender, '2026-11-02T09:29:59Z');
    const tooEarly = await chat(stage, 'lena.hart');
    await drain(stage, sender, '2026-11-02T09:30:00Z');

    expect(meanwhile[0]).toBe('');
    expect(meanwhile[1]).toContain('Your update');
    expect(tooEarly).toBe('');
    expect(await chat(stage, 'lena.hart')).toContain('Your update');
  });

  it('keeps the order of a conversation: a receipt never comes before the prompt it takes the place of', async () => {
    const stage = await promised();
    const { sender, given } = scripted(stage, (delivery, tried) =>
      isLenas(delivery) && delivery.purpose === 'prompt' && tried < 3
        ? { kind: 'retry', at: stage.clock.now(), trouble: 'Busy.' }
        : 'deliver',
    );
    await drain(stage, sender, '2026-11-02T09:00:00Z');
    await say(stage, 'lena.hart', 'green, met twice');

    for (const minute of ['01', '03', '05', '07']) await drain(stage, sender, `2026-11-02T09:${minute}:00Z`);

    expect(await statesOf(stage)).toEqual(['prompt sent', 'receipt sent']);
    expect(await stage.conversation('lena.hart')).toHaveLength(1);
    expect(await chat(stage, 'lena.hart')).toContain('Thank you: November 2026 is recorded');
    expect(given.length).toBeGreaterThanOrEqual(6);
  });
});

describe('a message that cannot be delivered', () => {
  it('is not tried again when nobody is there, and the secretariat hears of it the next morning, once', async () => {
    const stage = await promised();
    const { sender, given } = scripted(stage, (delivery) =>
      isLenas(delivery) ? { kind: 'nobody_there', trouble: 'The account is deactivated.' } : 'deliver',
    );
    await drain(stage, sender, '2026-11-02T09:00:00Z');
    const tried = given.length;

    await drain(stage, sender, '2026-11-02T12:00:00Z');
    const happened = await stage.at('2026-11-03T09:00:00Z');
    await stage.at('2026-11-04T09:00:00Z');

    expect(given.length).toBe(tried);
    expect(happened).toEqual(['November 2026: morning round, 1 person told']);
    const told = (await stage.conversation('sam.field')).filter((text) =>
      text.includes('could not be delivered'),
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Lena Hart');
    expect(told[0]).toContain('The account is deactivated.');
  });

  it('is shown as doubtful when the line went dead: it may have arrived, so it is not sent a second time by itself', async () => {
    const stage = await promised();
    const { sender } = scripted(stage, (delivery) => (isLenas(delivery) ? 'throw' : 'deliver'));

    await drain(stage, sender, '2026-11-02T09:00:00Z');
    await drain(stage, sender, '2026-11-02T10:00:00Z');

    expect(await statesOf(stage)).toEqual(['prompt ambiguous']);
    expect(words(await say(stage, 'sam.field', 'deliveries'))).toContain(
      'The platform did not say whether it took the message.',
    );
  });

  it('goes on as the secretariat says in chat: sent again or given up, by the name that the list shows', async () => {
    const stage = await promised();
    let dead = true;
    const { sender } = scripted(stage, (delivery) => (isLenas(delivery) && dead ? 'throw' : 'deliver'));
    await drain(stage, sender, '2026-11-02T09:00:00Z');
    const name =
      /deliveries retry (\S+)\./.exec(words(await say(stage, 'sam.field', 'deliveries')))?.[1] ?? '';

    const notMine = words(await say(stage, 'lena.hart', `deliveries retry ${name}`));
    const givenUp = words(await say(stage, 'sam.field', `deliveries give up ${name}`));
    dead = false;
    const again = words(await say(stage, 'sam.field', `deliveries retry ${name}`));
    await drain(stage, sender, '2026-11-02T10:00:00Z');
    const unknown = words(await say(stage, 'sam.field', 'deliveries retry nonsense'));

    expect(notMine).not.toContain('sent again');
    expect(givenUp).toContain('The prompt for Lena Hart is given up');
    expect(again).toContain('The prompt for Lena Hart is sent again in a moment.');
    expect(await statesOf(stage)).toEqual(['prompt sent']);
    expect(unknown).toContain('No delivery with the id "nonsense" waits or has stopped.');
  });

  it('is given up after the last try, with the last trouble beside it', async () => {
    const stage = await promised();
    const { sender } = scripted(stage, (delivery) =>
      isLenas(delivery) ? { kind: 'retry', at: stage.clock.now(), trouble: 'Still down.' } : 'deliver',
    );
    let now = Date.parse('2026-11-02T09:00:00Z');

    for (let tried = 0; tried < mostAttempts + 3; tried += 1) {
      await drain(stage, sender, new Date(now).toISOString());
      now += 2 * 3_600_000;
    }

    expect(await statesOf(stage)).toEqual(['prompt gave_up']);
    const [stopped] = await records(stage).deliveries.inStates(['gave_up']);
    expect(stopped?.trouble).toBe(`Tried ${mostAttempts} times. Last trouble: Still down.`);
  });

  it('to somebody without an account is settled as it is promised, and sent once there is one', async () => {
    const people = cast.map((each) => (each.name === 'Lena Hart' ? { ...each, accounts: [] } : each));
    const stage = await promised(people);
    await stage.at('2026-11-02T09:01:00Z');
    const stopped = await records(stage).deliveries.inStates(['nobody_there']);

    await importPeople(stage.deps, stage.partnershipId, { people: [person('Lena Hart', 'bvsc', [])] }, null);
    await stage.at('2026-11-02T10:00:00Z');

    expect(stopped.map(({ trouble }) => trouble)).toEqual([
      'Lena Hart has no Slack or Teams account linked.',
    ]);
    expect(await chat(stage, 'sam.field')).toContain('Lena Hart has no Slack or Teams account linked.');
    expect(await stage.conversation('lena.hart')).toHaveLength(1);
    expect(await stage.conversation('tom.osei')).toHaveLength(1);
  });
});

onEveryDatabase((openStore) => {
  describe('a machine that dies between sending and writing it down', () => {
    it('sends again with the same key once its lease is over: one message stands there', async () => {
      const stage = await birminghamStage(await openStore(), '2026-11-02T09:00:00Z');
      await runDueEvents(stage.deps);
      const room = rehearsalSender({
        store: stage.store,
        clock: stage.clock,
        faults: { get: () => noFaults },
      });
      const now = stage.clock.now();
      const claimed = await stage.store.outbox.claim(now, new Date(now.getTime() + 120_000), 100);
      for (const delivery of claimed) await room.send(delivery);

      await stage.at('2026-11-02T09:01:00Z');
      const held = await statesOf(stage);
      await stage.at('2026-11-02T09:03:00Z');
      const late = await Promise.all(
        claimed.map(({ id, fence }) =>
          stage.store.outbox.finish(id, fence, { kind: 'refused', trouble: 'too late' }, stage.clock.now()),
        ),
      );

      expect(held).toEqual(['prompt waiting']);
      expect(await statesOf(stage)).toEqual(['prompt sent']);
      expect(await stage.conversation('lena.hart')).toHaveLength(1);
      expect(late.every((kept) => !kept)).toBe(true);
    });
  });

  describe('two machines that send at once', () => {
    it('share the work: each message is sent by one of them', async () => {
      const stage = await birminghamStage(await openStore(), '2026-11-02T09:00:00Z');
      await runDueEvents(stage.deps);
      const { sender, given } = scripted(stage, () => 'deliver');

      await Promise.all([
        drain(stage, sender, '2026-11-02T09:00:00Z'),
        drain(stage, sender, '2026-11-02T09:00:00Z'),
      ]);

      const all = await records(stage).deliveries.recent(100);
      expect(given).toHaveLength(all.length);
      expect(all.every(({ state }) => state === 'sent')).toBe(true);
    });
  });
});
