import { digestReady } from '../../messages/digest-ready.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { isMonth, monthInWords } from '../../plan/month.ts';
import { mayNot } from '../approve-digest.ts';
import type { Actor, Deps } from '../deps.ts';
import { draftDigest } from '../draft-digest.ts';
import type { Digest } from '../ports/board-records.ts';
import { saying, type Answer, type Heard } from './answer.ts';
import { downloading, pressButton } from './press-button.ts';

const notYetPosted = 'This digest has not been posted yet. Until then only the secretariat reads it.';
const forms =
  'Say "digest", "digest draft 2026-11", "digest approve 2026-11", "digest post 2026-11" or "digest export 2026-11 html".';

/** `digest`, `digest draft|approve|post MONTH`, `digest export MONTH FORMAT`: for the board's digest. Others by their buttons. */
export async function digestCommand(
  deps: Deps,
  actor: Actor,
  words: string,
  heard: Pick<Heard, 'place' | 'eventKey'>,
): Promise<Answer> {
  const [what = 'show', ...rest] = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const digests = await deps.store.in(actor.partnershipId).digests.all();
  const closed = await newestClosedMonth(deps, actor);
  const month = rest.find(isMonth) ?? (what === 'draft' ? closed : (digests[0]?.month ?? closed));
  if (month === null) return saying(sentence('No month has closed yet, so there is no digest.'));
  if (what === 'draft') {
    const drafted = await draftDigest(deps, actor, { month, audience: 'board' });
    return saying(drafted.ok ? digestReady(drafted.value) : refusalMessage(drafted.error));
  }
  const digest = newestOf(digests, month);
  if (!digest)
    return saying(
      sentence(`There is no digest for ${monthInWords(month)} yet. Say "digest draft ${month}".`, 'notice'),
    );
  const format = rest.find((word) => !isMonth(word)) ?? 'html';
  return doWith(deps, actor, digest, { what, format }, heard);
}

async function doWith(
  deps: Deps,
  actor: Actor,
  digest: Digest,
  { what, format }: { readonly what: string; readonly format: string },
  { place, eventKey }: Pick<Heard, 'place' | 'eventKey'>,
): Promise<Answer> {
  switch (what) {
    case 'show': {
      const store = deps.store.in(actor.partnershipId);
      if (digest.postedAt !== null) {
        const denied = await mayNot(deps, store, actor, 'export_digest');
        return saying(denied ? refusalMessage(denied) : digestReady(digest));
      }
      const denied = await mayNot(deps, store, actor, 'approve_digest');
      return saying(denied ? sentence(notYetPosted, 'notice') : digestReady(digest));
    }
    case 'approve':
      return pressButton(deps, actor, {
        press: { verb: 'approve_digest', digest: digest.id },
        place,
        eventKey,
      });
    case 'post':
      return pressButton(deps, actor, { press: { verb: 'post_digest', digest: digest.id }, place, eventKey });
    case 'export':
      return downloading(deps, actor, digest.id, format);
    default:
      return saying(sentence(forms, 'notice'));
  }
}

function newestOf(digests: readonly Digest[], month: string): Digest | undefined {
  return digests
    .filter((digest) => digest.month === month && digest.audience === 'board')
    .sort((first, second) => second.number - first.number)[0];
}

async function newestClosedMonth(deps: Deps, actor: Actor): Promise<string | null> {
  const cycles = await deps.store.in(actor.partnershipId).cycles.all();
  return cycles.find(({ state }) => state === 'closed')?.month ?? null;
}
