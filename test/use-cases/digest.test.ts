import { describe, expect, it } from 'vitest';
import { documentExporter } from '../../src/exports/export-document.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { approveDigest } from '../../src/use-cases/approve-digest.ts';
import { draftDigest, draftDigests, hashOf } from '../../src/use-cases/draft-digest.ts';
import { exportDigest } from '../../src/use-cases/export-digest.ts';
import { moderateUpdate } from '../../src/use-cases/moderate-update.ts';
import type { Channel, Digest } from '../../src/use-cases/ports/board-records.ts';
import { postDigest } from '../../src/use-cases/post-digest.ts';
import { recordUpdate } from '../../src/use-cases/record-update.ts';
import { showStatus } from '../../src/use-cases/show-status.ts';
import type { Result } from '../../src/kit/result.ts';
import type { Stage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';
import { openMonth, playedYear } from '../support/played-year.ts';

const month = '2026-11';

async function boardRoom(): Promise<Stage> {
  const played = await playedYear(await testStore(), month, { first: '2026-10' });
  const stage: Stage = { ...played, deps: { ...played.deps, exporter: documentExporter } };
  const channels: readonly (readonly [string, Channel['audience'], Channel['reach']])[] = [
    ['partnership-board', 'board', 'members'],
    ['all-partners', 'partnership', 'shared'],
  ];
  for (const [name, audience, reach] of channels)
    await stage.store.in(stage.partnershipId).channels.save({
      id: name,
      platform: 'rehearsal',
      tenantId: 'rehearsal',
      channelId: name,
      name,
      audience,
      reach,
    });
  return stage;
}

function valueOf<T>(result: Result<T, { readonly words: string }>): T {
  if (!result.ok) throw new Error(result.error.words);
  return result.value;
}

/** What was promised to people or to one channel, as plain text. */
async function promised(
  stage: Stage,
  purpose: 'notice' | 'digest',
  channelId = '',
): Promise<readonly string[]> {
  const deliveries = await stage.store.in(stage.partnershipId).deliveries.recent(100);
  return deliveries
    .filter((delivery) => delivery.purpose === purpose)
    .filter(({ to }) => channelId === '' || (to.kind === 'channel' && to.channelId === channelId))
    .map(({ message }) => plainText(message));
}

async function draft(stage: Stage): Promise<Digest> {
  return valueOf(await draftDigest(stage.deps, await stage.actor('sam.field'), { month, audience: 'board' }));
}

async function correct(stage: Stage, reason: string): Promise<void> {
  valueOf(
    await recordUpdate(stage.deps, await stage.actor('asha.verma'), {
      month,
      actions: [
        {
          code: 'IC4',
          kind: 'update',
          content: {
            rating: 'green',
            done: 'Six case officers have started.',
            next: 'Review the waiting list.',
            pathToGreen: null,
            ask: null,
            evidence: [],
            startsOn: null,
          },
          basedOn: null,
        },
      ],
      values: [],
      reason,
      eventKey: `correct:${reason}`,
      strictness: 'complete',
    }),
  );
}

describe('drafting', () => {
  it('writes one for the board and one for each audience with a channel, and asks the secretariat once', async () => {
    const stage = await boardRoom();

    const drafts = valueOf(await draftDigests(stage.deps, stage.partnershipId, month));

    expect(drafts.map(({ audience, state, number }) => [audience, state, number])).toEqual([
      ['board', 'draft', 1],
      ['partnership', 'draft', 1],
    ]);
    const told = await promised(stage, 'notice');
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('7 of 17 actions are on track');
  });

  it('writes nothing twice when nothing has changed, also on a later day', async () => {
    const stage = await boardRoom();
    const first = await draft(stage);
    stage.clock.set(new Date('2026-11-18T10:00:00Z'));

    const again = await draft(stage);

    expect(again.id).toBe(first.id);
    expect(await stage.store.in(stage.partnershipId).digests.all()).toHaveLength(1);
    expect(first.documentHash).toBe(hashOf(first.document));
  });

  it('is refused while the month is open, for a month that never was, and to an owner', async () => {
    const stage = await boardRoom();
    const sam = await stage.actor('sam.field');
    await openMonth(stage, '2026-12');

    const open = await draftDigest(stage.deps, sam, { month: '2026-12', audience: 'board' });
    const never = await draftDigest(stage.deps, sam, { month: '2027-03', audience: 'board' });
    const owner = await draftDigest(stage.deps, await stage.actor('asha.verma'), {
      month,
      audience: 'board',
    });

    expect(open).toMatchObject({
      error: {
        words: 'December 2026 is open until Monday 14 December. Its digest is drafted once it has closed.',
      },
    });
    expect(never).toMatchObject({ error: { kind: 'not_found' } });
    expect(owner).toMatchObject({ error: { kind: 'not_allowed' } });
  });
});

describe('approving', () => {
  it('is refused when something has changed since, says what, and takes the new draft', async () => {
    const stage = await boardRoom();
    const sam = await stage.actor('sam.field');
    const stale = await draft(stage);
    stage.clock.set(new Date('2026-11-17T10:00:00Z'));
    await moderateUpdate(stage.deps, sam, {
      month,
      actionCode: 'IC1',
      rating: 'amber',
      reason: 'Two venues closed.',
    });

    const refused = await approveDigest(stage.deps, sam, stale.id);
    const fresh = await draft(stage);
    const older = await approveDigest(stage.deps, sam, stale.id);
    const approved = await approveDigest(stage.deps, sam, fresh.id);

    expect(refused).toMatchObject({
      error: {
        words:
          'IC1 changed after this draft was made. Draft November 2026 again, then approve: digest draft 2026-11.',
      },
    });
    expect(fresh.number).toBe(2);
    expect(older).toMatchObject({
      error: { words: 'Number 1 has been replaced by a newer one; approve that one.' },
    });
    expect(valueOf(approved).state).toBe('approved');
  });

  it('changes nothing in the paper, only its banner goes', async () => {
    const stage = await boardRoom();
    const sam = await stage.actor('sam.field');
    const digest = await draft(stage);
    const before = valueOf(await exportDigest(stage.deps, sam, digest.id, 'html'));

    valueOf(await approveDigest(stage.deps, sam, digest.id));
    const after = valueOf(await exportDigest(stage.deps, sam, digest.id, 'html'));

    const words = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    expect(words(before.bytes)).toContain('DRAFT: not approved. Do not circulate.');
    expect(words(after.bytes)).not.toContain('DRAFT');
    expect((await stage.store.in(stage.partnershipId).digests.byId(digest.id))?.document).toEqual(
      digest.document,
    );
    expect([before.fileName, after.fileName]).toEqual([
      'bcp-digest-2026-11-draft.html',
      'bcp-digest-2026-11.html',
    ]);
  });
});

describe('posting', () => {
  it('reaches each channel of the audience once, and outsiders get counts only', async () => {
    const stage = await boardRoom();
    const sam = await stage.actor('sam.field');
    const drafts = valueOf(await draftDigests(stage.deps, stage.partnershipId, month));
    for (const { id } of drafts) {
      valueOf(await approveDigest(stage.deps, sam, id));
      valueOf(await postDigest(stage.deps, sam, id));
    }

    const again = await postDigest(stage.deps, sam, drafts[0]?.id ?? '');

    const [board, ...more] = await promised(stage, 'digest', 'partnership-board');
    const [outside] = await promised(stage, 'digest', 'all-partners');
    expect(more).toEqual([]);
    expect(board).toContain('Path to green');
    expect(outside).toContain('7 of 17 actions are on track');
    expect(outside).not.toContain('Path to green');
    expect(again).toMatchObject({ error: { kind: 'conflict' } });
  });

  it('needs an approval first', async () => {
    const stage = await boardRoom();

    const refused = await postDigest(stage.deps, await stage.actor('sam.field'), (await draft(stage)).id);

    expect(refused).toMatchObject({ error: { words: 'Number 1 is a draft. Approve it first.' } });
  });

  it('leaves what the board saw as it was; a correction stands in the next number, which takes its place', async () => {
    const stage = await boardRoom();
    const sam = await stage.actor('sam.field');
    const first = await draft(stage);
    valueOf(await approveDigest(stage.deps, sam, first.id));
    valueOf(await postDigest(stage.deps, sam, first.id));
    stage.clock.set(new Date('2026-11-20T10:00:00Z'));
    await correct(stage, 'Case officers were counted late.');

    const second = await draft(stage);
    valueOf(await approveDigest(stage.deps, sam, second.id));
    valueOf(await postDigest(stage.deps, sam, second.id));

    const digests = stage.store.in(stage.partnershipId).digests;
    expect(await digests.byId(first.id)).toMatchObject({
      state: 'superseded',
      documentHash: first.documentHash,
    });
    expect((await digests.byId(first.id))?.document).toEqual(first.document);
    expect(second.number).toBe(2);
    expect(JSON.stringify(second.document)).toContain(
      'Corrected by the owner: Case officers were counted late.',
    );
    expect((await draft(stage)).id).toBe(second.id);
  });
});

describe('handing out', () => {
  it('is the secretariat’s until it is posted, and every reader’s afterwards; each copy is written down', async () => {
    const stage = await boardRoom();
    const sam = await stage.actor('sam.field');
    const chair = await stage.actor('grace.bell');
    const digest = await draft(stage);

    const early = await exportDigest(stage.deps, chair, digest.id, 'csv');
    valueOf(await approveDigest(stage.deps, sam, digest.id));
    valueOf(await postDigest(stage.deps, sam, digest.id));
    const late = await exportDigest(stage.deps, chair, digest.id, 'csv');

    expect(early).toMatchObject({
      error: { words: 'This digest has not been posted yet. Until then only the secretariat reads it.' },
    });
    expect(late.ok).toBe(true);
    const entries = await stage.store.in(stage.partnershipId).audit.after(0, 10_000);
    expect(entries.at(-1)).toMatchObject({
      verb: 'digest_exported',
      personId: chair.personId,
      detail: { format: 'csv' },
    });
  });

  it('has the same counts in the status, in the paper and in every format that is text', async () => {
    const stage = await boardRoom();
    const sam = await stage.actor('sam.field');
    const digest = await draft(stage);

    const status = await showStatus(stage.deps, sam, '');
    const files = await Promise.all(
      // What Word, Excel and PDF hold is read back in test/exports.
      (['html', 'markdown', 'csv'] as const).map((format) =>
        exportDigest(stage.deps, sam, digest.id, format),
      ),
    );

    const counts = status.ok && status.value.kind === 'group' ? status.value.counts : null;
    expect(counts).toMatchObject({ red: 3, amber: 4, green: 7, no_update: 3 });
    for (const file of files) {
      const text = new TextDecoder().decode(valueOf(file).bytes);
      for (const codes of ['IC3, IC5, SA6', 'IC4, SA1, JO1, JO4', 'IC6, IC7, JO2'])
        expect(text).toContain(codes);
      expect(text).toContain('7 of 17 actions are on track');
    }
  });
});
