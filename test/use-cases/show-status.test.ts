import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusPage } from '../../src/messages/status-page.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import type { Store } from '../../src/use-cases/ports/store.ts';
import { showStatus } from '../../src/use-cases/show-status.ts';
import { longLivedTestStore, testStore } from '../support/database.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { answerMonth, openMonth, playedYear } from '../support/played-year.ts';
import { peopleOfYear } from '../support/year-data.ts';

describe('the status of a stored month', () => {
  let store: Store;
  let stage: Stage;

  beforeAll(async () => {
    store = await longLivedTestStore();
    stage = await playedYear(store, '2026-10', { first: '2026-09', figures: true });
    await openMonth(stage, '2026-11');
    await answerMonth(stage, '2026-11', ['SA1', 'SA6']);
    stage.clock.set(new Date('2026-11-03T09:00:00Z'));
  }, 60_000);

  afterAll(() => store.close());

  async function page(words: string, who = 'grace.bell'): Promise<string> {
    const status = await showStatus(stage.deps, await stage.actor(who), words);
    return status.ok ? plainText(statusPage(status.value)) : status.error.words;
  }

  it('is the newest closed month, with what the open one says so far', async () => {
    const words = await page('safety');

    expect(words).toContain('Theme BUILD SAFETY, October 2026: 1 red, 1 amber, 4 green');
    expect(words).toContain('November so far: Amber.');
    expect(words).toContain('November so far: Red.');
    expect(words).toContain(
      'As of 3 November; all 6 updated. November is being collected: 2 of 6 answered so far, open until Friday 13 November.',
    );
  });

  it('is an earlier month when that is asked for', async () => {
    expect(await page('safety september')).toContain(
      'Theme BUILD SAFETY, September 2026: 1 red, 1 amber, 3 green, 1 no update',
    );
  });

  it('says that a month was never opened', async () => {
    expect(await page('safety march 2026')).toBe(
      'March 2026 was never opened, so there is nothing to show. The newest month is October 2026.',
    );
  });

  it('hides a small number wherever the measure is shown', async () => {
    const words = `${await page('I28')} ${await page('IC4')} ${await page('')}`;

    expect(words).toContain('fewer than 5');
    expect(await page('I28')).not.toMatch(/\b[1-4], September 2026/);
  });

  it('is seen by an observer', async () => {
    expect(await page('', 'vic.moore')).toContain('The whole plan, October 2026');
  });

  it('follows at once when somebody answers', async () => {
    const before = await page('IC1');
    await answerMonth(stage, '2026-11', ['IC1']);

    const after = await page('IC1');

    expect(before).not.toContain('November so far');
    expect(after).toContain('November so far: Green.');
  });
});

describe('a status that cannot be given', () => {
  it('is refused to somebody whose roles have ended, and that is written down', async () => {
    const store = await testStore();
    const people = peopleOfYear.map((person) =>
      person.name === 'Vic Moore'
        ? { ...person, roles: person.roles.map((role) => ({ ...role, endsOn: '2026-10-31' })) }
        : person,
    );
    const stage = await birminghamStage(store, '2026-11-02T08:00:00Z', people);
    await openMonth(stage, '2026-11');

    const status = await showStatus(stage.deps, await stage.actor('vic.moore'), '');

    expect(status).toMatchObject({ ok: false, error: { kind: 'not_allowed' } });
    const entries = await store.in(stage.partnershipId).audit.after(0, 1000);
    expect(entries.at(-1)?.verb).toBe('status_refused');
  });

  it('says that nobody has been asked yet before the first month', async () => {
    const stage = await birminghamStage(await testStore(), '2026-11-02T08:00:00Z', peopleOfYear);

    const status = await showStatus(stage.deps, await stage.actor('grace.bell'), '');

    expect(status).toMatchObject({
      ok: false,
      error: {
        words: 'No month has been opened yet, so nobody has been asked and there is nothing to show.',
      },
    });
  });

  it('shows the first month while it is open, with what is awaited', async () => {
    const stage = await birminghamStage(await testStore(), '2026-11-02T08:00:00Z', peopleOfYear);
    await openMonth(stage, '2026-11');
    await answerMonth(stage, '2026-11', ['SA6']);

    const status = await showStatus(stage.deps, await stage.actor('grace.bell'), 'safety');

    const words = status.ok ? plainText(statusPage(status.value)) : '';
    expect(words).toContain('Theme BUILD SAFETY, November 2026: 1 red, 5 not yet answered');
    expect(words).toContain('As of 2 November; 5 of 6 not updated; open until Friday 13 November.');
  });
});
