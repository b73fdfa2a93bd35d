import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { isMonth, monthInWords } from '../../plan/month.ts';
import { mayNot } from '../approve-digest.ts';
import type { Actor, Deps } from '../deps.ts';
import { draftDigest } from '../draft-digest.ts';
import type { Digest } from '../ports/board-records.ts';
import { saying, type Answer } from './answer.ts';
import { approving, digestStanding, downloading, posting, previewing } from './digest-acts.ts';
import { opening } from './enter-office.ts';
import { newestOf } from './newest-digest.ts';
import { openOfficeForm } from './open-office-form.ts';

const notYetPosted = 'This digest has not been posted yet. Until then only the secretariat reads it.';
const forms =
  'Say "digest", "digest draft 2026-11", "digest preview 2026-11", "digest approve 2026-11", "digest post 2026-11" or "digest export 2026-11 html".';

/**
 * `digest`, `digest draft|preview|approve|post MONTH`, `digest export MONTH FORMAT`: for the board's digest; another is named by its id, as
 * its buttons do. `digest post` with the name of a digest, or without a month, opens the choice of its channels.
 */
export async function digestCommand(deps: Deps, actor: Actor, words: string): Promise<Answer> {
  const given = words.split(/\s+/).filter((word) => word !== '');
  const what = (given[0] ?? 'show').toLowerCase();
  const named = await byId(deps, actor, given[1]);
  if (named) return doWith(deps, actor, named, { what, format: given[2] ?? 'html', opensForm: true });
  const rest = given.slice(1).map((word) => word.toLowerCase());
  const digests = await deps.store.in(actor.partnershipId).digests.all();
  const closed = await newestClosedMonth(deps, actor);
  const month = rest.find(isMonth) ?? (what === 'draft' ? closed : (digests[0]?.month ?? closed));
  if (month === null) return saying(sentence('No month has closed yet, so there is no digest.'));
  if (what === 'draft') {
    const drafted = await draftDigest(deps, actor, { month, audience: 'board' });
    return saying(
      drafted.ok ? await digestStanding(deps, actor, drafted.value) : refusalMessage(drafted.error),
    );
  }
  const digest = newestOf(digests, month);
  if (!digest)
    return saying(
      sentence(`There is no digest for ${monthInWords(month)} yet. Say "digest draft ${month}".`, 'notice'),
    );
  const format = rest.find((word) => !isMonth(word)) ?? 'html';
  return doWith(deps, actor, digest, { what, format, opensForm: rest.length === 0 });
}

async function byId(deps: Deps, actor: Actor, id: string | undefined): Promise<Digest | null> {
  if (id === undefined || isMonth(id)) return null;
  return deps.store.in(actor.partnershipId).digests.byId(id);
}

async function doWith(
  deps: Deps,
  actor: Actor,
  digest: Digest,
  {
    what,
    format,
    opensForm,
  }: { readonly what: string; readonly format: string; readonly opensForm: boolean },
): Promise<Answer> {
  switch (what) {
    case 'show': {
      const store = deps.store.in(actor.partnershipId);
      if (digest.postedAt !== null) {
        const denied = await mayNot(deps, store, actor, 'export_digest');
        return saying(denied ? refusalMessage(denied) : await digestStanding(deps, actor, digest));
      }
      const denied = await mayNot(deps, store, actor, 'approve_digest');
      return saying(denied ? sentence(notYetPosted, 'notice') : await digestStanding(deps, actor, digest));
    }
    case 'preview':
      return previewing(deps, actor, digest);
    case 'approve':
      return approving(deps, actor, digest.id);
    case 'post':
      return opensForm
        ? opening(await openOfficeForm(deps, actor, `digest post ${digest.id}`))
        : posting(deps, actor, digest.id);
    case 'export':
      return downloading(deps, actor, digest.id, format);
    default:
      return saying(sentence(forms, 'notice'));
  }
}

async function newestClosedMonth(deps: Deps, actor: Actor): Promise<string | null> {
  const cycles = await deps.store.in(actor.partnershipId).cycles.all();
  return cycles.find(({ state }) => state === 'closed')?.month ?? null;
}
