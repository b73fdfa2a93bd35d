import { readdirSync } from 'node:fs';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { homes, pureRooms, roomFences, rooms, topFiles } from './room-fences.js';

/** The fences alone, without types: fast enough to bite every one. */
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, ...roomFences],
});

async function bites(room: string, line: string): Promise<boolean> {
  const [result] = await eslint.lintText(`${line}\n`, { filePath: `src/${room}/planted.ts` });
  return (result?.errorCount ?? 0) > 0;
}

/** How a file of one room names a file of another. */
function pathTo(room: string, other: string): string {
  const up = '../'.repeat(room.split('/').length);
  return `${up}${other}/anything.ts`;
}

const names = Object.keys(rooms);

describe.each(names)('the room %s', (room) => {
  const allowed = new Set([room, ...(rooms[room] ?? [])]);

  it('is refused every room that the law does not give it, also for types alone', async () => {
    for (const other of names.filter((name) => !allowed.has(name))) {
      expect(await bites(room, `import { x } from '${pathTo(room, other)}';`), `${room} → ${other}`).toBe(
        true,
      );
      expect(
        await bites(room, `import type { X } from '${pathTo(room, other)}';`),
        `${room} → ${other} (type)`,
      ).toBe(true);
    }
  });

  it('is given every room that the law gives it', async () => {
    for (const other of (rooms[room] ?? []).filter((name) => names.includes(name))) {
      expect(await bites(room, `import { x } from '${pathTo(room, other)}';`), `${room} → ${other}`).toBe(
        false,
      );
    }
  });

  it('is refused the packages that live elsewhere', async () => {
    for (const [name, homeRooms] of Object.entries(homes)) {
      if (homeRooms.includes(room)) continue;
      expect(await bites(room, `import x from '${name.replace('*', 'client')}';`), `${room} → ${name}`).toBe(
        true,
      );
    }
  });

  it('is refused the files in which everything is joined', async () => {
    for (const file of topFiles.filter((name) => !allowed.has(name))) {
      expect(
        await bites(room, `import { x } from '${'../'.repeat(room.split('/').length)}${file}.ts';`),
        `${room} → ${file}`,
      ).toBe(true);
    }
  });

  it.runIf(pureRooms.includes(room))('holds rules and words only', async () => {
    expect(await bites(room, "import { readFileSync } from 'node:fs';")).toBe(true);
    expect(await bites(room, "import { z } from 'zod';")).toBe(true);
  });
});

describe('the house', () => {
  it('has a fence around every room there is', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const found = folders.flatMap(({ name }) =>
      name === 'platforms' ? readdirSync('src/platforms').map((platform) => `platforms/${platform}`) : [name],
    );

    expect(found.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('keeps one platform from another by the short way as well', async () => {
    expect(await bites('platforms/slack', "import { x } from '../teams/anything.ts';")).toBe(true);
    expect(await bites('platforms/teams', "import { x } from '../rehearsal/anything.ts';")).toBe(true);
  });

  it('reads the time and the settings in one place each', async () => {
    const house = new ESLint();
    for (const line of [
      'export const now = new Date();',
      'export const now = Date.now();',
      "export const url = process.env['X'];",
    ]) {
      const [result] = await house.lintText(`${line}\n`, { filePath: 'src/plan/month.ts' });
      expect(
        result?.messages.map(({ ruleId }) => ruleId),
        line,
      ).toContain('no-restricted-syntax');
    }
  }, 60_000);
});
