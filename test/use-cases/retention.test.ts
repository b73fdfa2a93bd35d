import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../src/use-cases/verify-audit.ts';
import { nightlyRetention, runRetention, showRetention } from '../../src/use-cases/retention.ts';
import { auditRows, auditVerbs, records, say, words } from '../support/acts.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';

const byHand = { personId: null, platform: 'cli' } as const;

/** A month that is long past: prompts went out, somebody answered, somebody left. */
async function longAgo(): Promise<Stage> {
  const stage = await birminghamStage(await testStore());
  await stage.at('2026-11-02T09:00:00Z');
  await say(stage, 'lena.hart', 'green, the youth panel met twice');
  await records(stage).inbox.receive('slack:T1:Ev1', 'hash', stage.clock.now());
  await stage.at('2026-11-02T09:05:00Z');
  await say(stage, 'sam.field', 'leaves Tom Osei 2026-11-03');
  return stage;
}

async function messagesOf(stage: Stage): Promise<readonly string[]> {
  return (await records(stage).deliveries.recent(200)).map(({ message }) => JSON.stringify(message));
}

describe('what has been kept long enough', () => {
  it('goes: the words of messages, receipts, accounts of leavers; and what was recorded stays', async () => {
    const stage = await longAgo();
    const before = await records(stage).deliveries.recent(200);
    stage.clock.set(new Date('2028-01-10T10:00:00Z'));

    const run = await runRetention(stage.deps, stage.partnershipId, byHand);

    expect(run.ok && run.value).toMatchObject({ receipts: 2, leavers: 1 });
    const after = await records(stage).deliveries.recent(200);
    expect(after.map(({ key, state, to }) => [key, state, to])).toEqual(
      before.map(({ key, state, to }) => [key, state, to]),
    );
    for (const { state, message } of after)
      if (state === 'sent') expect(message.summary).toBe('This message was kept as long as it had to be.');
    const update = await records(stage).updates.latest('2026-11', 'IC3');
    expect(update?.content?.done).toBe('The youth panel met twice');
    const tom = await records(stage).people.byEmail('tom.osei@birmingham.example');
    expect((await records(stage).people.accounts()).some(({ personId }) => personId === tom?.id)).toBe(false);
    expect(tom?.name).toBe('Tom Osei');
  });

  it('does not go a day too early', async () => {
    const stage = await longAgo();
    stage.clock.set(new Date('2027-01-31T09:00:00Z'));
    const early = await runRetention(stage.deps, stage.partnershipId, byHand);
    stage.clock.set(new Date('2027-02-01T09:06:00Z'));
    const due = await runRetention(stage.deps, stage.partnershipId, byHand);

    expect(early.ok && early.value.messages).toBe(0);
    expect(due.ok && due.value.messages).toBeGreaterThan(0);
  });

  it('leaves the audit trail whole, with a row that counts and names nobody', async () => {
    const stage = await longAgo();
    stage.clock.set(new Date('2028-01-10T10:00:00Z'));

    await runRetention(stage.deps, stage.partnershipId, byHand);

    const verdict = await verifyAudit(stage.deps, stage.partnershipId);
    expect(JSON.stringify(verdict)).toContain('"intact":true');
    const row = (await auditRows(stage)).find(({ verb }) => verb === 'retention_run');
    expect(Object.values(row?.detail ?? {}).every((value) => typeof value === 'number')).toBe(true);
  });

  it('goes by itself at night, once a day, and a message that was sent is never sent again', async () => {
    const stage = await longAgo();
    stage.clock.set(new Date('2027-06-01T01:00:00Z'));
    const early = await nightlyRetention(stage.deps, stage.partnershipId);
    stage.clock.set(new Date('2027-06-01T03:00:00Z'));
    const first = await nightlyRetention(stage.deps, stage.partnershipId);
    const second = await nightlyRetention(stage.deps, stage.partnershipId);
    await stage.at('2027-06-01T09:00:00Z');

    expect(early).toBeNull();
    expect(first).toBeGreaterThan(0);
    expect(second).toBeNull();
    const lena = (await stage.conversation('lena.hart')).join('\n');
    expect(lena).not.toContain('kept as long as it had to be');
  });
});

describe('a message that was given up long ago', () => {
  it('is not sent again without its words', async () => {
    const stage = await longAgo();
    const [sent] = (await records(stage).deliveries.recent(200)).filter(({ state }) => state === 'sent');
    await records(stage).deliveries.move(sent?.id ?? '', ['sent'], 'gave_up', stage.clock.now(), 'By hand.');
    stage.clock.set(new Date('2028-01-10T10:00:00Z'));
    await runRetention(stage.deps, stage.partnershipId, byHand);

    const retried = await say(stage, 'sam.field', `/bcp deliveries retry ${sent?.id ?? ''}`);

    expect(words(retried)).toContain('it cannot be sent again');
    expect((await records(stage).deliveries.byKey(sent?.key ?? ''))?.state).toBe('gave_up');
  });
});

describe('how long things are kept', () => {
  it('is shown as a table, with how much is due and until when the record itself is kept', async () => {
    const stage = await longAgo();
    stage.clock.set(new Date('2027-12-31T10:00:00Z'));

    const standing = await showRetention(stage.deps, stage.partnershipId);

    expect(standing.ok && standing.value.recordsUntil).toBe('2034-03-31');
    expect(standing.ok && standing.value.lines.map(({ name, keptDays }) => [name, keptDays])).toEqual([
      ['messages', 90],
      ['questions', 90],
      ['receipts', 400],
      ['rounds', 400],
      ['leavers', 30],
    ]);
  });

  it('is set by the secretariat, within bounds that keep bcp right', async () => {
    const stage = await longAgo();

    const set = words(await say(stage, 'sam.field', '/bcp retention set messages 60'));
    const low = words(await say(stage, 'sam.field', '/bcp retention set receipts 5'));
    const unknown = words(await say(stage, 'sam.field', '/bcp retention set words 5'));
    const owner = words(await say(stage, 'lena.hart', '/bcp retention set messages 60'));

    expect(set).toBe('The words of messages that bcp sent: kept 60 days.');
    expect(low).toBe('"5" does not fit: give whole days from 60 to 1100.');
    expect(unknown).toContain('There is nothing called "words". There are: messages, questions');
    expect(owner).toContain('Only the secretariat or the administrator may decide how long things are kept.');
    expect((await auditVerbs(stage))['retention_set']).toBe(1);
  });

  it('does not count while a hold stands, by night or by hand', async () => {
    const stage = await longAgo();
    await say(stage, 'sam.field', '/bcp retention hold FOI request 2026-114');
    const held = await messagesOf(stage);
    stage.clock.set(new Date('2027-11-10T10:00:00Z'));

    const refused = words(await say(stage, 'sam.field', '/bcp retention run'));
    const night = await nightlyRetention(stage.deps, stage.partnershipId);
    const kept = (await messagesOf(stage)).filter((message) => held.includes(message));
    await say(stage, 'sam.field', '/bcp retention release');
    const run = words(await say(stage, 'sam.field', '/bcp retention run'));

    expect(refused).toContain('a hold stands since 2 November 2026 (FOI request 2026-114)');
    expect(night).toBeNull();
    expect(kept).toHaveLength(held.length);
    expect(run).toContain('Taken out: the words of messages that bcp sent');
  });
});
