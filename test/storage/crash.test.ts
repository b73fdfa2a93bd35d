import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { verifyAuditChain } from '../../src/use-cases/audit-chain.ts';
import { silentLog, templatePath } from '../support/database.ts';
import { runProgram } from './programs/run-program.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'bcp-crash-'));

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

it('loses nothing that was acknowledged, and keeps nothing half done, however often it is killed', async () => {
  const template = await templatePath();
  const linesBeforeTheKill = [1, 9, 40];

  for (const count of linesBeforeTheKill) {
    const program = runProgram('write-until-killed.ts', [dataDir, template]);
    await program.says(count);
    await program.kill();
    const acknowledged = Number(program.lines.at(-1)) || 0;

    const store = await openStore({ dataDir, log: silentLog });
    const records = store.in('p1');
    const entries = await records.audit.after(0, 100_000);
    const last = entries.at(-1);
    expect(entries.length).toBeGreaterThanOrEqual(acknowledged);
    // The write that nobody was told of is there whole, or not at all.
    expect(entries.length).toBeLessThanOrEqual(Math.max(acknowledged, entries.length - 1) + 1);
    expect(verifyAuditChain(entries)).toMatchObject({ intact: true });
    for (const entry of entries) expect(await records.settings.get(entry.subject)).toBeDefined();
    expect(await records.settings.get(`write-${(last?.sequence ?? 0) + 1}`)).toBeUndefined();
    await store.close();
  }
}, 120_000);
