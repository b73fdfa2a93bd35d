import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { diskFullWords } from '../../src/storage/storage-trouble.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { verifyAuditChain } from '../../src/use-cases/audit-chain.ts';
import type { PartnershipStore } from '../../src/use-cases/ports/store.ts';
import { newPartnership, silentLog, templatePath } from '../support/database.ts';
import { morning } from './contract/samples.ts';

const disks: string[] = [];

/** A disk of so many megabytes; null when none may be made, which takes root. */
function smallDisk(megabytes: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'bcp-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
    disks.push(folder);
    return folder;
  } catch {
    rmdirSync(folder);
    return null;
  }
}

function grow(disk: string, megabytes: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `remount,size=${megabytes}m`, 'tmpfs', disk]);
}

const disk = smallDisk(60);

beforeAll(() => {
  if (disk === null)
    process.stderr.write(
      '\nNo small disk could be made (that takes root): the tests of a full disk did not run.\n\n',
    );
});

afterAll(() => {
  for (const made of disks) {
    execFileSync('umount', ['--lazy', made]);
    rmdirSync(made);
  }
});

async function write(place: PartnershipStore, count: number): Promise<void> {
  await place.transact(async (records) => {
    const noise = Array.from({ length: 40_000 }, (_, index) => Math.sin(index + count)).join();
    await records.settings.set(`write-${count}`, noise);
    await records.audit.append({
      at: morning,
      personId: null,
      platform: 'cli',
      verb: 'wrote',
      subject: `write-${count}`,
      detail: {},
    });
  });
}

it.skipIf(disk === null)(
  'a full disk is said to be full, loses nothing, and once there is room all goes on',
  async () => {
    const store = await openStore({
      dataDir: join(disk ?? '', 'data'),
      templatePath: await templatePath(),
      log: silentLog,
    });
    const place = await newPartnership(store);
    let written = 0;
    const fill = async (): Promise<void> => {
      for (;;) {
        await write(place, written + 1);
        written += 1;
      }
    };

    const filled = fill();

    await expect(filled).rejects.toMatchObject({
      name: 'StorageTrouble',
      kind: 'disk_full',
      message: diskFullWords,
    });
    await expect(write(place, written + 1)).rejects.toMatchObject({ kind: 'disk_full' });
    grow(disk ?? '', 160);
    await vi.waitFor(() => write(place, written + 1), { timeout: 20_000, interval: 300 });
    const entries = await place.audit.after(0, 10_000);
    expect(written).toBeGreaterThan(0);
    expect(verifyAuditChain(entries)).toMatchObject({ intact: true, entries: written + 1 });
    await store.close();
  },
  120_000,
);

it.skipIf(disk === null)('a first start that finds no room says so', async () => {
  const dataDir = join(smallDisk(2) ?? '', 'data');

  const start = openStore({ dataDir, templatePath: await templatePath(), log: silentLog });

  await expect(start).rejects.toMatchObject({ kind: 'disk_full' });
});
