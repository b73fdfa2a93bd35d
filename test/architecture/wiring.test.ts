import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig, settingNames } from '../../src/config.ts';

describe('the settings', () => {
  const example = readFileSync('.env.example', 'utf8');
  const named = [...example.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );

  it('are all in .env.example, and nothing else is', () => {
    expect([...named].sort()).toEqual([...settingNames].sort());
  });

  it('each have a sentence above them', () => {
    for (const name of named) expect(example, name).toMatch(new RegExp(`^# .+\\n${name}=`, 'm'));
  });

  it('need nothing to be set', () => {
    expect(readConfig({}).ok).toBe(true);
  });

  it('count what is empty as not set, so that the example itself can be used', () => {
    const values = new Map(
      [...example.matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
    );

    expect(readConfig(Object.fromEntries(values)).ok).toBe(true);
  });

  it('say what is wrong, all of it, when they cannot be used', () => {
    const read = readConfig({
      BCP_PORT: 'ninety',
      DATABASE_URL: 'mysql://x',
      BCP_REHEARSAL_START: '2026-13',
    });

    expect(read.ok ? [] : read.error.map((problem) => problem.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'BCP_PORT',
      'BCP_REHEARSAL_START',
    ]);
  });
});

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

  it('names no npm command that does not exist', () => {
    const commands = [...readme.matchAll(/npm (?:run (?:-s )?([\w:]+)|(start|test)\b)/g)].map(
      ([, run, short]) => run ?? short ?? '',
    );

    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });

  it('has the two commands: one to see the job, one to test it', () => {
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
  });
});
