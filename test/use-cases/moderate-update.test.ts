import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moderateUpdate } from '../../src/use-cases/moderate-update.ts';
import type { Store } from '../../src/use-cases/ports/store.ts';
import { readPicture } from '../../src/use-cases/read-picture.ts';
import type { Stage } from '../support/birmingham.ts';
import { longLivedTestStore } from '../support/database.ts';
import { openMonth, playedYear } from '../support/played-year.ts';

const month = '2026-11';

describe('a moderation', () => {
  let store: Store;
  let stage: Stage;

  beforeAll(async () => {
    store = await longLivedTestStore();
    stage = await playedYear(store, month, { first: month });
  }, 60_000);

  afterAll(() => store.close());

  const moderate = async (
    who: string,
    actionCode: string,
    rating: 'red' | 'amber' | 'green' | null,
    reason = 'The figures do not bear it out.',
  ) => moderateUpdate(stage.deps, await stage.actor(who), { month, actionCode, rating, reason });

  it('stands beside the owner’s rating and never over it, and the owner is told', async () => {
    const result = await moderate('noor.aziz', 'IC1', 'amber');

    expect(result).toMatchObject({ ok: true, value: { goesInto: 'this_digest' } });
    const read = await readPicture(store.in(stage.partnershipId), { month, today: '2026-11-16' });
    const action = read?.picture.actions.find(({ code }) => code === 'IC1');
    expect(action).toMatchObject({
      shown: 'green',
      moderation: { rating: 'amber', reason: 'The figures do not bear it out.' },
    });
    const [told] = await store.in(stage.partnershipId).deliveries.recent(1);
    expect(told?.message.summary).toContain(
      'Noor Aziz moderated IC1 Joyful things to do for November 2026 to amber.',
    );
  });

  it('can be taken back, which is a version of its own', async () => {
    await moderate('noor.aziz', 'IC2', 'red');

    const back = await moderate('noor.aziz', 'IC2', null, 'Talked it over.');

    expect(back).toMatchObject({ ok: true, value: { moderation: { version: 2, rating: null } } });
    const read = await readPicture(store.in(stage.partnershipId), { month, today: '2026-11-16' });
    expect(read?.picture.actions.find(({ code }) => code === 'IC2')?.moderation).toBeNull();
  });

  it('that is sent twice is one, and the owner is told once', async () => {
    await moderate('noor.aziz', 'IC3', 'amber', 'Two of three hubs have closed.');
    const again = await moderate('noor.aziz', 'IC3', 'amber', 'Two of three hubs have closed.');

    expect(again).toMatchObject({ ok: true, value: { isNew: false, moderation: { version: 1 } } });
    const records = store.in(stage.partnershipId);
    expect(await records.moderations.versions(month, 'IC3')).toHaveLength(1);
    const told = (await records.deliveries.recent(50)).filter(({ key }) =>
      key.startsWith(`moderated:${month}:IC3:`),
    );
    expect(told).toHaveLength(1);
  });

  it('is the theme lead’s for the theme and the secretariat’s for all', async () => {
    expect(await moderate('noor.aziz', 'SA1', 'red')).toMatchObject({ error: { kind: 'not_allowed' } });
    expect(await moderate('asha.verma', 'IC5', 'green')).toMatchObject({ error: { kind: 'not_allowed' } });
    expect(await moderate('sam.field', 'SA1', 'red')).toMatchObject({ ok: true });
  });

  it('needs a reason, a known action, and another rating than the owner’s', async () => {
    expect(await moderate('sam.field', 'SA2', 'red', '  ')).toMatchObject({
      error: {
        words: 'Say why SA2 is moderated: the owner and the board read it.',
        problems: [{ field: 'reason' }],
      },
    });
    expect(await moderate('sam.field', 'XX9', 'red')).toMatchObject({ error: { kind: 'not_found' } });
    expect(await moderate('sam.field', 'SA2', 'green')).toMatchObject({
      error: { words: 'The owner says green as well: there is nothing to moderate.' },
    });
    expect(await moderate('sam.field', 'SA3', null)).toMatchObject({ error: { kind: 'not_found' } });
  });

  it('never stores personal data that stood in its reason', async () => {
    const result = await moderate('sam.field', 'SA4', 'red', 'Ring the family on 07700 900123 first.');

    expect(result.ok && result.value.moderation.reason).not.toContain('07700');
  });

  it('waits until the month has closed', async () => {
    await openMonth(stage, '2026-12');

    const early = await moderateUpdate(stage.deps, await stage.actor('sam.field'), {
      month: '2026-12',
      actionCode: 'IC1',
      rating: 'red',
      reason: 'Too early.',
    });

    expect(early).toMatchObject({ error: { kind: 'closed' } });
  });
});
