/** Writes to the data folder given, says so on stdout after each commit, and goes on until somebody kills it. */
import { openStore } from '../../../src/storage/open-store.ts';

const [dataDir = '', templatePath = ''] = process.argv.slice(2);
const store = await openStore({ dataDir, templatePath, log: { warn: () => undefined } });
const at = new Date('2026-11-02T09:00:00Z');
const { id } = await store.addPartnership({ id: 'p1', code: 'p1', name: 'P', createdAt: at });
const partnership = store.in(id);
process.stdout.write('open\n');

const before = (await partnership.audit.after(0, 1_000_000)).length;
for (let count = before + 1; ; count += 1) {
  await partnership.transact(async (records) => {
    await records.settings.set(`write-${count}`, 'x'.repeat(count % 7 === 0 ? 20_000 : 10));
    await records.audit.append({
      at,
      personId: null,
      platform: 'cli',
      verb: 'wrote',
      subject: `write-${count}`,
      detail: {},
    });
  });
  process.stdout.write(`${count}\n`);
}
