import { readFileSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newInstallation } from './run-in-folder.ts';

function filesIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]),
  );
}

describe('a rehearsal', { timeout: 300_000 }, () => {
  it('of two months comes out the same twice, another seed is another course of events, and nothing of the real work is touched', async () => {
    const { bcp, path } = newInstallation();
    const play = (months: string, seed: string, folder: string) =>
      bcp('rehearse', '--from', '2026-04', '--months', months, '--seed', seed, '--out', path(folder));
    mkdirSync(path('first'));
    writeFileSync(join(path('first'), 'notes.txt'), 'What is there stays there.');

    const first = await play('2', '1', 'first');
    const second = await play('2', '1', 'second');
    const other = await play('1', '2', 'other');

    expect([first.status, second.status, other.status]).toEqual([0, 0, 0]);
    expect(first.out).toMatch(/^\{.*\}\n$/);
    expect(second.out).toBe(first.out);
    expect(first.err).toMatch(/^April 2026 played \(1 of 2\)\nMay 2026 played \(2 of 2\)\n$/);
    const { 'notes.txt': notes, ...written } = filesIn(path('first'));
    expect(notes).toBeDefined();
    expect(filesIn(path('second'))).toEqual(written);
    expect(filesIn(path('other'))['bcp-digest-2026-04.md']).not.toBe(written['bcp-digest-2026-04.md']);
    const said = JSON.parse(first.out) as Record<string, number>;
    expect(Object.keys(said)).toEqual([
      'months',
      'people',
      'prompts',
      'answered',
      'noUpdate',
      'digests',
      'files',
      'duplicates',
      'lost',
    ]);
    expect(said).toMatchObject({ months: 2, people: 18, duplicates: 0, lost: 0 });
    expect(said['files']).toBe(Object.keys(written).length);
    expect(said['answered']).toBeLessThan(said['prompts'] ?? 0);
    expect(readdirSync(path('')).sort()).toEqual(['first', 'other', 'second']);
    expect(said['noUpdate']).toBeGreaterThan(0);
  });
});
