import { documentExporter } from '../src/exports/export-document.ts';
import { rehearse } from '../src/rehearsal/rehearse.ts';
import { readSampleFiles } from '../src/rehearsal/sample-files.ts';
import { openPassingStore } from '../src/app.ts';
import { silentLog } from '../src/kit/log.ts';
import { ms, spread, timed, type BenchRow } from './rows.ts';

/** A whole year of a partnership, from the first prompt to twelve posted digests and their files. */
export async function rehearseBench(): Promise<readonly BenchRow[]> {
  const store = await openPassingStore(silentLog);
  const files = readSampleFiles();
  let outcome = '';
  const took = await timed(async () => {
    const result = await rehearse(
      store,
      documentExporter,
      files,
      { from: '2026-04', months: 12, seed: 1 },
      () => undefined,
      () => Promise.resolve(),
    );
    outcome = `${result.prompts} prompts, ${result.digests} digests`;
  });
  const ping = await spread(200, () => store.ping());
  await store.close();
  return [
    {
      what: `bcp rehearse, 12 months (${outcome})`,
      measured: ms(took),
      goal: '≤ 30 s',
      raw: `one round trip to the database ${ms(ping.median)}`,
    },
  ];
}
