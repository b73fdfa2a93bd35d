import { afterEach, describe, expect, it } from 'vitest';
import { chartPicture } from '../../../src/exports/chart-picture.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import type { Store } from '../../../src/use-cases/ports/store.ts';
import { endRole } from '../../../src/use-cases/end-role.ts';
import { birminghamStage, cast, type Stage } from '../../support/birmingham.ts';
import { onEveryDatabase, serverDatabase, silentLog } from '../../support/database.ts';
import { postgresIsHere } from '../../support/postgres-server.ts';
import { say } from '../../support/acts.ts';
import { textsIn } from './fake-slack/block-limits.ts';
import { slackStage, type SlackStage } from './slack-stage.ts';

/** Asked twice, so that the chart is in Slack and the second answer is the one that is kept. */
async function settled(store: Store): Promise<SlackStage> {
  const stage = await slackStage(store, { draw: ({ chart }) => Promise.resolve(chartPicture(chart)) });
  await stage.moveTo('2026-11-02T09:00:00Z');
  await status(stage, 'grace.bell', 'status IC4');
  return stage;
}

async function status(stage: SlackStage, who: string, words: string): Promise<string> {
  const answer = await stage.command(who, words);
  return textsIn(answer['blocks']).join('\n');
}

onEveryDatabase((openEmpty) => {
  describe('a status that was asked for before', () => {
    it('is the same in every letter, and asks nothing of Slack', async () => {
      const stage = await settled(await openEmpty());
      const first = await stage.command('grace.bell', 'status IC4');
      const calls = stage.slack.calls.length;

      const again = await stage.command('grace.bell', 'status IC4');

      expect(again).toEqual(first);
      expect(textsIn(again['blocks']).join()).toContain('IC4');
      expect(stage.slack.calls).toHaveLength(calls);
    });

    it('follows at once when somebody answers', async () => {
      const stage = await settled(await openEmpty());
      const before = await status(stage, 'grace.bell', 'status IC4');
      await say(stage, 'asha.verma', 'IC4 green');

      const after = await status(stage, 'grace.bell', 'status IC4');

      expect(before).toContain('Not yet answered');
      expect(after).toContain('Green');
      expect(after).not.toContain('Not yet answered');
    });

    it('leaves no receipt and no audit entry behind', async () => {
      const stage = await settled(await openEmpty());
      const records = stage.store.in(stage.partnershipId);
      const before = await records.audit.head();

      await status(stage, 'grace.bell', 'status IC4');

      expect(await records.audit.head()).toBe(before);
    });

    it('is each person’s own where it is about what is theirs', async () => {
      const stage = await settled(await openEmpty());
      await status(stage, 'asha.verma', 'status mine');

      const [asha, tom] = [
        await status(stage, 'asha.verma', 'status mine'),
        await status(stage, 'tom.osei', 'status mine'),
      ];

      expect(asha).toContain('IC4');
      expect(asha).not.toContain('SA1');
      expect(tom).toContain('SA1');
      expect(tom).not.toContain('IC4');
    });

    it('is not shown any more to somebody whose role has ended', async () => {
      const stage = await settled(await openEmpty());
      await stage.command('grace.bell', 'status IC4');
      const grace = await stage.actor('grace.bell');

      const ended = await endRole(stage.deps, await stage.actor('sam.field'), {
        personId: grace.personId,
        kind: 'chair',
        scope: { kind: 'partnership' },
        lastDay: '2026-11-02',
      });
      stage.clock.set(new Date('2026-11-03T09:00:00Z'));
      const after = await stage.command('grace.bell', 'status IC4');

      expect(ended.ok).toBe(true);
      expect(JSON.stringify(after)).not.toContain('IC4');
    });

    it('is never that of another partnership in the same workspace', async () => {
      const store = await openEmpty();
      const stage = await settled(store);
      const other = await neighbours(store);
      await say(stage, 'asha.verma', 'IC4 green');
      await say(other, 'asha.verma', 'IC4 amber');
      await status(stage, 'UNEIGHBOURGRACE', 'status IC4');

      const [own, theirs] = [
        await status(stage, 'grace.bell', 'status IC4'),
        await status(stage, 'UNEIGHBOURGRACE', 'status IC4'),
      ];

      expect(own).toContain('Green');
      expect(own).not.toContain('Amber');
      expect(theirs).toContain('Amber');
      expect(theirs).not.toContain('Green');
    });
  });
});

/** Another partnership with the same plan, whose people are in the same workspace under accounts of their own. */
async function neighbours(store: Store): Promise<Stage> {
  const people = cast.map((person) => ({
    ...person,
    accounts: [
      {
        platform: 'slack' as const,
        tenantId: 'T1',
        userId: `UNEIGHBOUR${person.name.split(' ')[0]?.toUpperCase() ?? ''}`,
      },
    ],
  }));
  const stage = await birminghamStage(store, '2026-11-02T08:59:00Z', people, 'neighbours');
  await stage.at('2026-11-02T09:00:00Z');
  return stage;
}

describe.skipIf(!postgresIsHere())('a status asked of one instance', () => {
  let others: Store[] = [];

  afterEach(async () => {
    for (const store of others) await store.close();
    others = [];
  });

  it('shows what was committed by another a moment before', async () => {
    const databaseUrl = await serverDatabase();
    const [here, there] = [
      await openStore({ databaseUrl, log: silentLog }),
      await openStore({ databaseUrl, log: silentLog }),
    ];
    others = [here, there];
    const stage = await settled(here);
    const elsewhere: Stage = { ...stage, store: there, deps: { ...stage.deps, store: there } };
    const given = ['Green', 'Amber', 'Green', 'Amber', 'Green', 'Amber'];
    const seen: (string | undefined)[] = [];

    for (const rating of given) {
      await say(elsewhere, 'asha.verma', `IC4 ${rating.toLowerCase()}`);
      seen.push(/Green|Amber/.exec(await status(stage, 'grace.bell', 'status IC4'))?.[0]);
    }

    expect(seen).toEqual(given);
  });
});
