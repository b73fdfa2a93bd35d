import { describe, expect, it } from 'vitest';
import { runBcp } from '../../src/cli/run-bcp.ts';
import { clockAt } from '../../src/kit/clock.ts';
import { newInstallation } from './run-in-folder.ts';

const { bcpReading, config } = newInstallation();

const asked = [
  { kind: 'action', code: 'IC5', label: 'Inclusive cultures, fewer exclusions', previous_rag: 'green' },
  {
    kind: 'measure',
    code: 'I05',
    label: '% of new EHC plans issued within 20 weeks',
    unit: '%',
    polarity: 'higher',
    previous: 58.4,
  },
];

function line(id: string, text: string, today = '2026-11-03'): string {
  return JSON.stringify({ id, text, context: { today, cycle: '2026-11', platform: 'slack', asked } });
}

describe('read-reply', () => {
  it('answers each line with what it was understood to say, in the same order', async () => {
    const ran = await bcpReading(
      `${line('a', 'Amber. 61.2% in Oct')}\n\n${line('b', 'no change')}\n`,
      'read-reply',
    );

    expect(ran).toMatchObject({ status: 0, err: '' });
    const [first, second, ...rest] = ran.out
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each) as Record<string, unknown>);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      id: 'a',
      intent: 'update',
      updates: [{ code: 'IC5', rag: 'amber' }],
      measures: [{ code: 'I05', value: 61.2, period: '2026-10' }],
      confirm: false,
      pii: [],
    });
    expect(second).toMatchObject({ id: 'b', measures: [] });
  });

  it('never writes out what the guard takes out', async () => {
    const ran = await bcpReading(
      line('a', 'Green. The family of NHS number 943 476 5919 were seen.'),
      'read-reply',
    );

    expect(JSON.parse(ran.out)).toMatchObject({
      updates: [{ code: 'IC5', rag: 'green' }],
      pii: ['nhs_number'],
    });
    expect(ran.out.replaceAll(' ', '')).not.toContain('9434765919');
  });

  it('answers a line that cannot be used with its reason, reads the others, and ends with status 1', async () => {
    const ran = await bcpReading(
      ['not json', line('b', 'green', '3 November'), line('c', 'green')].join('\n'),
      'read-reply',
    );

    expect(ran.status).toBe(1);
    expect(ran.err).toBe('2 lines of 3 could not be used; each is answered with its reason.\n');
    const answers = ran.out
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each) as unknown);
    expect(answers).toEqual([
      { id: null, error: 'This line is not JSON.' },
      { id: 'b', error: 'context.today: must be a day like 2026-11-03.' },
      expect.objectContaining({ id: 'c', updates: [{ code: 'IC5', rag: 'green' }] }),
    ]);
  });

  it('reads letters that come in two pieces', async () => {
    const bytes = new TextEncoder().encode(`${line('a', 'Green – children’s café open 👍')}\n`);
    let out = '';

    const status = await runBcp(['read-reply'], {
      stdout: { write: (text) => (out += text) },
      stderr: { write: () => undefined },
      stdin: (async function* () {
        for (const byte of bytes) yield await Promise.resolve(Uint8Array.of(byte));
      })(),
      config,
      clock: clockAt('2026-11-03T09:00:00Z'),
    });

    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      narrative: expect.stringContaining('café open 👍') as string,
    });
  });
});
