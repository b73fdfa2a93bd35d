import { openPassingStore } from '../src/app.ts';
import { clockAt } from '../src/kit/clock.ts';
import { countingIds } from '../src/kit/ids.ts';
import { silentLog } from '../src/kit/log.ts';
import { defaultCycleSettings } from '../src/plan/cycle-settings.ts';
import { addMonths } from '../src/plan/month.ts';
import { actionRatings } from '../src/plan/rating.ts';
import { documentExporter } from '../src/exports/export-document.ts';
import { statusPage } from '../src/messages/status-page.ts';
import { readSampleFiles } from '../src/rehearsal/sample-files.ts';
import { setStage } from '../src/rehearsal/stage.ts';
import type { Deps } from '../src/use-cases/deps.ts';
import { showStatus } from '../src/use-cases/show-status.ts';
import { actorOfPerson } from '../src/use-cases/who-is.ts';
import { ms, spread, type BenchRow } from './rows.ts';

const months = 60;

/** The status of a theme, in the process, with five years of history behind it. */
export async function statusBench(): Promise<readonly BenchRow[]> {
  const store = await openPassingStore(silentLog);
  const clock = clockAt('2026-11-20T10:00:00Z');
  const deps: Deps = { store, clock, newId: countingIds('b'), log: silentLog, exporter: documentExporter };
  const partnershipId = await setStage(deps, readSampleFiles());
  await fillHistory(deps, partnershipId);
  const chair = (await store.in(partnershipId).people.roles()).find(({ kind }) => kind === 'chair');
  const actor = chair && (await actorOfPerson(deps, partnershipId, chair.personId, 'rehearsal'));
  if (!actor) throw new Error('The sample people have no chair.');
  const look = async () => {
    const status = await showStatus(deps, actor, 'build safety');
    if (!status.ok) throw new Error(status.error.words);
    statusPage(status.value);
  };
  await spread(20, look);
  const status = await spread(200, look);
  const raw = await spread(200, () => store.in(partnershipId).updates.latestOfMonth('2026-10'));
  await store.close();
  return [
    {
      what: `status of a theme, ${months} months of history`,
      measured: `${ms(status.median)} (99 in 100: ${ms(status.p99)})`,
      goal: '≤ 5 ms',
      raw: `one query of a month ${ms(raw.median)}`,
    },
  ];
}

async function fillHistory(deps: Deps, partnershipId: string): Promise<void> {
  const store = deps.store.in(partnershipId);
  const [revision] = await store.plans.all();
  if (!revision) throw new Error('The stage has no plan.');
  for (let back = months; back >= 1; back -= 1) {
    const month = addMonths('2026-11', -back);
    const at = new Date(`${month}-10T10:00:00Z`);
    await store.transact(async (records) => {
      await records.cycles.open({
        id: deps.newId(),
        month,
        planRevisionId: revision.id,
        settings: defaultCycleSettings,
        state: 'open',
        openedAt: at,
        closedAt: null,
      });
      await records.cycles.close(month, at);
      for (const [index, action] of revision.plan.actions.entries()) {
        const rating = actionRatings[(index + back) % 3] ?? 'green';
        await records.updates.add({
          id: deps.newId(),
          month,
          actionCode: action.code,
          version: 1,
          kind: 'update',
          content: {
            rating,
            done: 'Work went on as planned and partners met twice.',
            next: 'The next step.',
            pathToGreen: null,
            ask: null,
            evidence: [],
            startsOn: null,
          },
          byPersonId: null,
          onBehalfOfPersonId: null,
          platform: 'rehearsal',
          at,
          reason: null,
        });
      }
      for (const indicator of revision.plan.indicators) {
        for (const measure of indicator.measures) {
          await records.values.add({
            id: deps.newId(),
            measureCode: measure.code,
            series: 'partnership',
            period: { kind: 'month', key: addMonths(month, -1) },
            version: 1,
            state: 'value',
            value: 40 + ((back * 7) % 20),
            numerator: null,
            denominator: null,
            provisional: false,
            embargoUntil: null,
            source: 'bench',
            byPersonId: null,
            platform: 'rehearsal',
            at,
            reason: null,
          });
        }
      }
    });
  }
}
