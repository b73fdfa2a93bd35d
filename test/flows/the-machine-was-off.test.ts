import { describe, expect, it } from 'vitest';
import { runDueEvents } from '../../src/schedule/run-due-events.ts';
import { importPlan } from '../../src/use-cases/import-plan.ts';
import { auditVerbs, chat, press, records, say, versions, words } from '../support/acts.ts';
import { birminghamStage } from '../support/birmingham.ts';
import { onEveryDatabase, testStore } from '../support/database.ts';

describe('a machine that was off on the day of the prompts', () => {
  it('asks when it is back, once, says that it is later than usual, and reminds nobody in the same breath', async () => {
    const stage = await birminghamStage(await testStore());

    const happened = await stage.at('2026-11-10T14:20:00Z');
    await stage.at('2026-11-10T14:25:00Z');

    expect(happened).toEqual(['November 2026: opened, 3 people asked']);
    const posts = await stage.conversation('lena.hart');
    expect(posts).toHaveLength(1);
    expect(posts[0]).toContain(
      'Hello Lena, BCYPP asks. This comes later than usual; the closing day stays the same.',
    );
  });

  it('after a gap in the month reminds once, not once for every reminder that was missed', async () => {
    const stage = await birminghamStage(await testStore());
    await stage.at('2026-11-02T09:00:00Z');

    const happened = await stage.at('2026-11-10T14:20:00Z');

    expect(happened).toEqual(['November 2026: 3 people reminded again']);
    expect(await stage.conversation('lena.hart')).toHaveLength(2);
  });

  it('after the days of reminders and deputies asks the deputies and spares the owners the reminders', async () => {
    const stage = await birminghamStage(await testStore());
    await stage.at('2026-11-02T09:00:00Z');

    const happened = await stage.at('2026-11-12T10:00:00Z');

    expect(happened).toEqual(['November 2026: 1 deputy asked', 'November 2026: 1 theme lead told']);
    expect(await chat(stage, 'lena.hart')).not.toContain('reminder');
  });
});

describe('a machine that was off for two months', () => {
  it('closes the old month, opens only the current one, and sends nothing about the past but its close', async () => {
    const stage = await birminghamStage(await testStore(), '2026-09-01T07:59:00Z');
    await stage.at('2026-09-01T08:00:00Z');
    await say(stage, 'lena.hart', 'green, met twice');

    const happened = await stage.at('2026-11-04T10:00:00Z');
    await stage.at('2026-11-04T10:05:00Z');

    expect(happened).toEqual([
      'September 2026: closed, 16 without an update',
      'September 2026: moderation ended',
      'September 2026: digest drafted for approval',
      'November 2026: opened, 3 people asked',
    ]);
    const cycles = await records(stage).cycles.all();
    expect(cycles.map(({ month, state }) => `${month} ${state}`)).toEqual(['2026-11 open', '2026-09 closed']);
    expect(await versions(stage, '2026-09', 'IC3')).toEqual(['update green']);
    expect(await chat(stage, 'tom.osei')).not.toContain('reminder');
  });

  it('has no "last month" for November: October was never asked', async () => {
    const stage = await birminghamStage(await testStore(), '2026-09-01T07:59:00Z');
    await stage.at('2026-09-01T08:00:00Z');
    await say(stage, 'lena.hart', 'green, met twice');
    await stage.at('2026-11-04T10:00:00Z');

    const answer = await press(stage, 'lena.hart', { verb: 'no_change', month: '2026-11' });

    expect(words(answer)).toContain('IC3 has nothing from last month that can stand again');
  });
});

describe('a partnership that has no plan yet', () => {
  it('waits for it, and opens the month once it is there', async () => {
    const stage = await birminghamStage(await testStore());
    const empty = await stage.store.addPartnership({
      id: 'empty',
      code: 'empty',
      name: 'A partnership without a plan',
      createdAt: stage.clock.now(),
    });

    await stage.at('2026-11-03T09:00:00Z');
    const before = await stage.store.in(empty.id).cycles.all();
    const plan = { ...stage.plan, partnership: { ...stage.plan.partnership, code: 'empty' } };
    await importPlan(stage.deps, {
      plan,
      sourceName: 'x',
      sourceHash: 'x',
      effectiveFrom: null,
      byPersonId: null,
    });
    const happened = await stage.at('2026-11-03T09:06:00Z');

    expect(before).toEqual([]);
    expect(happened).toEqual(['November 2026: opened, 0 people asked']);
  });
});

onEveryDatabase((openStore) => {
  describe('two machines that look at the calendar in the same moment', () => {
    it('do everything once between them', async () => {
      const stage = await birminghamStage(await openStore());

      for (const instant of [
        '2026-11-02T09:00:00Z',
        '2026-11-05T09:00:00Z',
        '2026-11-11T09:00:00Z',
        '2026-11-12T09:00:00Z',
        '2026-11-13T17:00:00Z',
        '2026-11-19T09:00:00Z',
      ]) {
        stage.clock.set(new Date(instant));
        await Promise.all([runDueEvents(stage.deps), runDueEvents(stage.deps), runDueEvents(stage.deps)]);
      }
      await stage.at('2026-11-19T09:01:00Z');

      expect(await auditVerbs(stage)).toMatchObject({
        cycle_opened: 1,
        owners_nudged: 1,
        deputies_asked: 1,
        theme_leads_told: 1,
        cycle_closed: 1,
        digest_drafted: 1,
      });
      expect(await versions(stage, '2026-11', 'IC3')).toEqual(['no_update nothing']);
      const lena = await stage.conversation('lena.hart');
      expect(lena.filter((text) => text.includes('A reminder'))).toHaveLength(1);
      expect(await records(stage).digests.all()).toHaveLength(1);
    });
  });

  describe('an answer that comes in the moment of the close', () => {
    it('is either in the month or refused with a way on, never lost and never in both', async () => {
      const stage = await birminghamStage(await openStore());
      await stage.at('2026-11-02T09:00:00Z');
      stage.clock.set(new Date('2026-11-13T17:00:00Z'));

      const [answer] = await Promise.all([
        say(stage, 'lena.hart', 'green, met twice'),
        runDueEvents(stage.deps),
      ]);

      const stored = await versions(stage, '2026-11', 'IC3');
      const isIn = stored[0] === 'update green';
      expect(stored).toEqual([isIn ? 'update green' : 'no_update nothing']);
      expect(words(answer)).toContain(isIn ? 'IC3 green' : 'closed');
    });
  });
});
