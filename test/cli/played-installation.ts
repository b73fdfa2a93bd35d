import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { documentExporter } from '../../src/exports/export-document.ts';
import { playMonths } from '../../src/rehearsal/rehearse.ts';
import { readSampleFiles } from '../../src/rehearsal/sample-files.ts';
import { makeTemplate } from '../../src/storage/make-template.ts';
import { templatePath } from '../support/database.ts';
import { newInstallation, type Installation, type Opening } from './run-in-folder.ts';

/** Who is the secretariat among the sample people. */
export const secretary = 'jo.pemberfox@bcc.example';

/**
 * Plays a month once for a test file; what comes back gives installations in which it is over: prompts, updates, figures, digests,
 * deliveries and an audit trail.
 */
export function installationWithAMonthBehindIt(): (opening?: Opening) => Installation {
  const folder = mkdtempSync(join(tmpdir(), 'bcp-played-'));
  const played = join(folder, 'played.tar');
  const request = { from: '2026-04', months: 1, seed: 1 };
  beforeAll(async () => {
    await makeTemplate(
      played,
      async (store) => {
        await playMonths(store, documentExporter, readSampleFiles(), request, () => undefined);
      },
      await templatePath(),
    );
  }, 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return (opening = 'memory') => newInstallation('2026-05-05T09:00:00Z', opening, played);
}
