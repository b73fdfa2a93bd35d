import type { Submission } from '../../messages/forms/form.ts';
import { approveDigest } from '../approve-digest.ts';
import type { Actor, Deps } from '../deps.ts';
import { postDigest } from '../post-digest.ts';
import type { SubmissionResult } from './answer.ts';
import { postedMessage } from './digest-acts.ts';

const prefix = 'channel.';

/** The form "Post the digest": approves a draft first, then promises it to the chosen channels. Sending it twice posts it once. */
export async function savePosting(
  deps: Deps,
  actor: Actor,
  { answers, carries }: Submission,
): Promise<SubmissionResult> {
  const digestId = carries['digest'] ?? '';
  const chosen = Object.entries(answers).flatMap(([name, value]) =>
    name.startsWith(prefix) && value === 'true' ? [name.slice(prefix.length)] : [],
  );
  if (chosen.length === 0) return problem('Choose at least one channel.');
  const digest = await deps.store.in(actor.partnershipId).digests.byId(digestId);
  if (digest?.state === 'draft') {
    const approved = await approveDigest(deps, actor, digestId);
    if (!approved.ok) return problem(approved.error.words);
  }
  const posted = await postDigest(deps, actor, digestId, chosen);
  return posted.ok ? { kind: 'saved', say: [postedMessage(posted.value)] } : problem(posted.error.words);
}

function problem(words: string): SubmissionResult {
  return { kind: 'problems', problems: [{ field: '', words }] };
}
