import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlanFile } from '../../src/imports/plan-file.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { hear } from '../../src/use-cases/conversation/hear.ts';
import { importPeople } from '../../src/use-cases/import-people.ts';
import { importPlan } from '../../src/use-cases/import-plan.ts';
import { actorsOfAccount } from '../../src/use-cases/who-is.ts';
import { inPrivate, nextKey, words } from '../support/acts.ts';
import { birminghamStage, person, type Stage } from '../support/birmingham.ts';
import { onEveryDatabase } from '../support/database.ts';
import type { Store } from '../../src/use-cases/ports/store.ts';

const exampleFile = 'plans/example-improvement-plan.yaml';

/** A second partnership on the same installation, in which Lena Hart answers for something as well. */
async function withExampleshire(store: Store): Promise<{ readonly stage: Stage; readonly otherId: string }> {
  const stage = await birminghamStage(store, '2025-11-03T08:59:00Z', [
    person('Lena Hart', 'bvsc', [
      { kind: 'owner', scope: { kind: 'action', code: 'IC3' }, startsOn: '2025-01-01', endsOn: null },
    ]),
  ]);
  const read = readPlanFile(readFileSync(exampleFile, 'utf8'), exampleFile);
  if (!read.ok) throw new Error('The example plan cannot be read.');
  const imported = await importPlan(stage.deps, {
    plan: read.value,
    sourceName: exampleFile,
    sourceHash: 'example',
    effectiveFrom: null,
    byPersonId: null,
  });
  if (!imported.ok) throw new Error(imported.error.words);
  const otherId = imported.value.partnershipId;
  const organisationCode = read.value.organisations[0]?.code ?? '';
  await importPeople(
    stage.deps,
    otherId,
    {
      people: [
        person('Lena Hart', organisationCode, [
          { kind: 'owner', scope: { kind: 'action', code: 'A1' }, startsOn: '2025-01-01', endsOn: null },
        ]),
      ],
    },
    null,
  );
  return { stage, otherId };
}

onEveryDatabase((openStore) => {
  describe('somebody who answers in two partnerships', () => {
    it('gets one prompt of each, and each says whose it is', async () => {
      const { stage, otherId } = await withExampleshire(await openStore());

      const happened = await stage.at('2025-11-03T09:00:00Z');

      expect(happened).toEqual([
        'November 2025: opened, 1 person asked',
        'November 2025: opened, 1 person asked',
      ]);
      const own = await stage.conversation('lena.hart');
      const [lena] = await stage.store.in(otherId).people.all();
      const posts = await stage.store.in(otherId).conversations.of(`person:${lena?.id ?? ''}`, 10);
      const other = posts.map(({ message }) => plainText(message));
      expect(own).toHaveLength(1);
      expect(other).toHaveLength(1);
      expect(own[0]).toContain('Hello Lena, BCYPP asks.');
      expect(other[0]).toContain('Hello Lena, Exampleshire asks.');
      expect(own[0]).not.toContain('A1');
      expect(other[0]).not.toContain('IC3');
    });

    it('answers in one, and nothing of it is in the other', async () => {
      const { stage, otherId } = await withExampleshire(await openStore());
      await stage.at('2025-11-03T09:00:00Z');
      const actors = await actorsOfAccount(stage.deps, 'rehearsal', 'rehearsal', 'lena.hart');
      const inBirmingham = actors.find(({ partnershipId }) => partnershipId === stage.partnershipId);
      if (!inBirmingham) throw new Error('Lena is not known in Birmingham.');

      const answer = await hear(stage.deps, inBirmingham, {
        text: 'amber, the lighthouse project is late',
        place: inPrivate,
        eventKey: nextKey(),
      });

      expect(actors).toHaveLength(2);
      expect(words(answer)).toContain('IC3 amber');
      const rows: string[] = [];
      for await (const { json } of stage.store.whole.rows([otherId])) rows.push(json);
      expect(rows.join('\n')).not.toContain('lighthouse');
      expect(await stage.store.in(otherId).updates.latestOfMonth('2025-11')).toEqual([]);
    });

    it('and trouble with the calendar of one does not hold up the other', async () => {
      const { stage, otherId } = await withExampleshire(await openStore());
      await stage.store.in(otherId).settings.set('cycle', { promptDay: 99 });

      const happened = await stage.at('2025-11-03T09:00:00Z');

      expect(happened).toEqual(['November 2025: opened, 1 person asked']);
      expect(await stage.store.in(otherId).cycles.all()).toEqual([]);
    });
  });
});
