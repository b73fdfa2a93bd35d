import { editedIsNotRead } from '../../../messages/edited-not-read.ts';
import { actorsOfAccount } from '../../../use-cases/who-is.ts';
import type { InboundActivity } from '../seam/activity.ts';
import { say } from './show-answer.ts';
import type { TalkDeps } from './talk.ts';

/**
 * Somebody edited what they had typed: in their own chat they are told that it is not read again. Teams names the edit as it named the
 * message, so it is told apart by its moment.
 */
export async function onEdit(talk: TalkDeps, activity: InboundActivity): Promise<void> {
  const { tenantId, aadObjectId } = activity.person;
  if (activity.scope !== 'personal' || aadObjectId === '') return;
  const [actor] = await actorsOfAccount(talk.deps, 'teams', tenantId, aadObjectId);
  if (!actor) return;
  const moment = activity.sentAt?.toISOString() ?? '';
  say(talk, activity, actor.partnershipId, editedIsNotRead, `edit:${moment}`);
}
