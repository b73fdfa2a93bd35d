import { digestReady } from '../../messages/digest-ready.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { isMonth, monthInWords } from '../../plan/month.ts';
import { approveDigest } from '../approve-digest.ts';
import type { Actor, Deps } from '../deps.ts';
import { draftDigest } from '../draft-digest.ts';
import type { Digest } from '../ports/board-records.ts';
import { saying, type Answer } from './answer.ts';
import { downloading, pressButton } from './press-button.ts';

const forms =
  'Say "digest", "digest draft 2026-11", "digest approve 2026-11", "digest post 2026-11" or "digest export 2026-11 html".';

/** `digest`, `digest draft|approve|post MONTH`, `digest export MONTH FORMAT`: for the board's digest. Others by their buttons. */
export async function digestCommand(
  deps: Deps,
  actor: Actor,
  words: string,
  heard: {
    readonly eventKey: string;
    readonly place: { readonly kind: 'personal' | 'channel'; readonly channelId: string };
  },
): Promise<Answer> {
  const [what = 'show', ...rest] = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const digests = await deps.store.in(actor.partnershipId).digests.all();
  const month = rest.find(isMonth) ?? digests[0]?.month ?? (await newestClosedMonth(deps, actor));
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
  switch (what) {
    case 'show':
      return saying(digestReady(digest));
    case 'approve': {
      const approved = await approveDigest(deps, actor, digest.id);
      return saying(approved.ok ? digestReady(approved.value) : refusalMessage(approved.error));
    }
    case 'post':
      return pressButton(deps, actor, {
        press: { verb: 'post_digest', digest: digest.id },
        place: heard.place,
        eventKey: heard.eventKey,
      });
    case 'export':
      return downloading(deps, actor, digest.id, rest.find((word) => !isMonth(word)) ?? 'html');
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
