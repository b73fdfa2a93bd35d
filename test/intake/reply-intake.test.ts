import { beforeEach, describe, expect, it } from 'vitest';
import { mostTries, readReplies } from '../../src/intake/read-replies.ts';
import { silentLog } from '../../src/kit/log.ts';
import { readWaitingReply } from '../../src/use-cases/conversation/read-waiting-reply.ts';
import { putByReply } from '../../src/use-cases/conversation/put-by-reply.ts';
import type { ClaimedReply } from '../../src/use-cases/ports/reply-records.ts';
import { tellOfUnreadReply } from '../../src/use-cases/tell-of-unread-reply.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { fillIn, words } from '../support/acts.ts';
import type { Answer } from '../../src/use-cases/conversation/answer.ts';
import { testStore } from '../support/database.ts';

const month = '2026-11';
let stage: Stage;
let number = 0;

beforeEach(async () => {
  stage = await birminghamStage(await testStore());
  await stage.at('2026-11-02T09:00:00Z');
});

/** As a platform's door does it; false = it is not an answer. */
async function write(
  who: string,
  text: string,
  key = `m${(number += 1)}`,
  saidAt: Date | null = null,
  isRetry = false,
): Promise<boolean> {
  const actor = await stage.actor(who);
  const accounts = await stage.store.in(stage.partnershipId).people.accounts();
  const own = accounts.find(({ personId }) => personId === actor.personId);
  if (!own) throw new Error(`${who} has no account.`);
  const { tenantId, userId: accountId } = own;
  return putByReply(stage.deps, actor, {
    text,
    eventKey: key,
    tenantId,
    accountId,
    place: { channel: 'D1' },
    saidAt,
    isRetry,
  });
}

/** Reads what waits; `read` may fail on the way, before or after something was recorded. */
async function readAll(read: (reply: ClaimedReply) => Promise<void> = record): Promise<void> {
  const tellUnread = (reply: ClaimedReply) => tellOfUnreadReply(stage.deps, reply);
  await readReplies({
    replies: stage.store.replies,
    readers: [{ platform: 'rehearsal', read }],
    clock: stage.clock,
    log: silentLog,
    tellUnread,
    goesOn: () => Promise.resolve(true),
  });
}

async function record(reply: ClaimedReply): Promise<void> {
  await readWaitingReply(stage.deps, reply, null);
}

const latest = (code: string) => stage.store.in(stage.partnershipId).updates.latest(month, code);

describe('what an owner wrote', () => {
  it('is recorded when it is read, in the order in which it was written', async () => {
    await write('asha.verma', 'IC4 amber, waiting on recruitment');
    await write('asha.verma', 'IC4 green, both posts are filled');

    expect(await latest('IC4')).toBeNull();
    await readAll();

    expect((await latest('IC4'))?.content?.rating).toBe('green');
    expect((await latest('IC4'))?.version).toBe(2);
  });

  it('is recorded once, also when the machine stopped between recording it and saying so', async () => {
    await write('asha.verma', 'IC4 amber, waiting on recruitment');
    await readAll(async (reply) => {
      await record(reply);
      throw new Error('The machine stopped.');
    });
    stage.clock.set(new Date(stage.clock.now().getTime() + 60_000));

    await readAll();

    expect((await latest('IC4'))?.version).toBe(1);
  });

  it('is read when the machine comes back, if it stopped before reading it', async () => {
    await write('asha.verma', 'IC4 amber, waiting on recruitment');
    const [held] = await stage.store.replies.claim(
      ['rehearsal'],
      stage.clock.now(),
      new Date(stage.clock.now().getTime() + 120_000),
      4,
    );
    expect(held?.words).toBe('IC4 amber, waiting on recruitment');

    await readAll();
    expect(await latest('IC4')).toBeNull();
    stage.clock.set(new Date(stage.clock.now().getTime() + 121_000));
    await readAll();

    expect((await latest('IC4'))?.content?.rating).toBe('amber');
  });

  it('that can never be read is said to its writer, with what to do, and stands in nobody else’s way', async () => {
    await write('asha.verma', 'IC4 amber, waiting on recruitment');
    await write('lena.hart', 'IC3 green, all on course');
    const failsForAsha = async (reply: ClaimedReply) => {
      if (reply.words.includes('IC4')) throw new Error('It does not work.');
      await record(reply);
    };

    for (let tries = 0; tries < mostTries; tries += 1) {
      await readAll(failsForAsha);
      stage.clock.set(new Date(stage.clock.now().getTime() + 60_000));
    }

    expect((await latest('IC3'))?.content?.rating).toBe('green');
    const told = (await stage.store.in(stage.partnershipId).deliveries.recent(20)).filter(({ key }) =>
      key.startsWith('unread:'),
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.message.summary).toContain('What you wrote on 2 November at 09:00 could not be read');
    expect(told[0]?.message.summary).toContain('please send again what is missing');
    await readAll();
    expect(await latest('IC4')).toBeNull();
  });

  it('of two instances is read by one', async () => {
    await write('asha.verma', 'IC4 amber, waiting on recruitment');
    const read: string[] = [];
    const note = async (reply: ClaimedReply) => {
      read.push(reply.key);
      await record(reply);
    };

    await Promise.all([readAll(note), readAll(note)]);

    expect(read).toHaveLength(1);
  });
});

describe('what reaches bcp late', () => {
  const at = (time: string) => new Date(`2026-11-02T${time}Z`);

  it('does not take the place of what its writer wrote later, and they are told', async () => {
    await stage.at('2026-11-02T09:02:30Z');
    await write('asha.verma', 'IC4 green, both posts are filled', 'later', at('09:02:29'));
    await readAll();
    await stage.at('2026-11-02T09:05:00Z');
    await write('asha.verma', 'IC4 red, NHS number 943 476 5919 is waiting', 'earlier', at('09:00:10'));
    const said: Answer[] = [];

    await readAll(async (reply) => {
      said.push((await readWaitingReply(stage.deps, reply, null)).answer);
    });

    expect((await latest('IC4'))?.content?.rating).toBe('green');
    expect((await latest('IC4'))?.version).toBe(1);
    const told = said.map(words).join(' ');
    expect(told).toContain('What you wrote on 2 November at 09:00 reached bcp only after a later answer');
    expect(told).toContain('please write it again');
    expect(told).toContain('an NHS number');
  });

  it('does not take the place of what its writer sent by the form in the meantime', async () => {
    await stage.at('2026-11-02T09:02:00Z');
    await fillIn(stage, 'asha.verma', month, { 'IC4.rating': 'green', 'IC4.done': 'Both posts are filled' });
    await stage.at('2026-11-02T09:02:10Z');
    await write('asha.verma', 'IC4 red, nobody applied', 'earlier', at('09:00:10'), true);

    await readAll();

    expect((await latest('IC4'))?.content?.rating).toBe('green');
  });

  it('is no more than slow where only the clocks differ, and is recorded', async () => {
    await stage.at('2026-11-02T09:02:00Z');
    await write('asha.verma', 'IC4 green, both posts are filled', 'one', at('09:00:00'));
    await readAll();
    await stage.at('2026-11-02T09:02:30Z');
    await write('asha.verma', 'IC4 red, both have left again', 'two', at('09:00:30'));

    await readAll();

    expect((await latest('IC4'))?.content?.rating).toBe('red');
  });

  it('is recorded where its writer has said nothing since, once, however often it is tried', async () => {
    await fillIn(stage, 'asha.verma', month, { 'IC4.rating': 'green', 'IC4.done': 'Both posts are filled' });
    await stage.at('2026-11-02T09:05:00Z');
    await write('asha.verma', 'IC4 red, both have left again', 'late', at('09:01:00'), true);
    await readAll(async (reply) => {
      await record(reply);
      throw new Error('The machine stopped.');
    });
    await stage.at('2026-11-02T09:06:00Z');
    const said: Answer[] = [];

    await readAll(async (reply) => {
      said.push((await readWaitingReply(stage.deps, reply, null)).answer);
    });

    expect((await latest('IC4'))?.content?.rating).toBe('red');
    expect((await latest('IC4'))?.version).toBe(2);
    expect(said.map(words).join(' ')).not.toContain('reached bcp only after');
  });
});

describe('before it is stored', () => {
  it('personal data is taken out, and its writer is told of it when it is read', async () => {
    await write('asha.verma', 'IC4 amber, NHS number 943 476 5919 is waiting');

    const [held] = await stage.store.replies.claim(['rehearsal'], stage.clock.now(), stage.clock.now(), 4);
    expect(held?.words).not.toContain('943');
    const { answer } = await readWaitingReply(stage.deps, held as ClaimedReply, null);

    const said = JSON.stringify(answer.say);
    expect(said).toContain('an NHS number');
    expect(said).toContain('taken out before anything was stored');
    expect((await latest('IC4'))?.content?.rating).toBe('amber');
  });

  it('commands, what is too long, and people without a part in the plan are left to be answered at once', async () => {
    expect(await write('asha.verma', 'status safe')).toBe(false);
    expect(await write('asha.verma', '/bcp amber')).toBe(false);
    expect(await write('asha.verma', `IC4 amber ${'and so on '.repeat(1_000)}`)).toBe(false);
    expect(await write('asha.verma', 'bcp: IC4 amber, waiting')).toBe(true);
  });
});
