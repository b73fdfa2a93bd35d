import type { Message } from '../../../messages/message.ts';
import { promiseAnswer } from '../../../use-cases/promise-answer.ts';
import { actorsOfAccount } from '../../../use-cases/who-is.ts';
import type { Card } from '../cards/card.ts';
import type { InboundActivity } from '../seam/activity.ts';
import { TeamsTrouble, type TroubleKind } from '../seam/trouble.ts';
import { keptId } from '../sending/message-id.ts';
import { causeOf, PartlySent, postCards } from '../sending/post-cards.ts';
import { cardsOf, notShown } from './answer-cards.ts';
import { addressOf, eventKeyOf, type TalkDeps } from './talk.ts';

/** One thing that is shown to somebody. */
export interface Shown {
  /** Unique among what is said about one event: the same answer twice is promised once. */
  readonly key: string;
  readonly cards: readonly Card[];
  /** What is promised when Teams does not take the cards now. */
  readonly later: Message;
}

/** How long Teams is waited for before what can be promised is, in milliseconds: a reply that was put by is held meanwhile. */
const patienceMs = 5_000;

/** Waits no longer than that: what Teams has not taken by then comes from the outbox. A second copy of an answer does no harm. */
export function briefly(talk: TalkDeps): TalkDeps {
  return { ...talk, mayRepeat: true, endsAt: talk.pace.now() + patienceMs };
}

/**
 * Shows it in the person's own chat with bcp, in this order. What Teams does not take just now is promised, and so is what follows on it: it
 * comes from the outbox. Throws what a call throws where there is nobody to promise it to, or nobody there to read it.
 */
export async function showInChat(
  talking: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  things: readonly Shown[],
): Promise<void> {
  const talk = partnershipId === null ? { ...talking, mayRepeat: true } : briefly(talking);
  let mustWait = false;
  for (const thing of things) {
    mustWait = mustWait
      ? await comesLater(talk, activity, partnershipId, thing)
      : (await showOne(talk, activity, partnershipId, thing)) === 'promised';
  }
}

async function showOne(
  talk: TalkDeps,
  activity: InboundActivity,
  partnershipId: string | null,
  thing: Shown,
): Promise<'there' | 'promised'> {
  try {
    await postCards(talk, addressOf(activity), thing.cards);
    return 'there';
  } catch (trouble) {
    if (!(trouble instanceof TeamsTrouble)) throw trouble;
    const { kind, status, reason } = causeOf(trouble);
    if (kind === 'refused' && thing.later !== notShown) {
      talk.deps.log.warn('Teams: an answer was refused', { status, reason });
      const instead = { ...thing, cards: cardsOf(talk, notShown, partnershipId), later: notShown };
      return showOne(talk, activity, partnershipId, instead);
    }
    if (!mayComeLater(kind)) throw trouble;
    const soFar = trouble instanceof PartlySent ? keptId(trouble.sent) : undefined;
    if (!(await comesLater(talk, activity, partnershipId, thing, soFar))) throw trouble;
    return 'promised';
  }
}

/** Whether the outbox can do what could not be done now: not where nobody is there, nor where Teams will never have it. */
function mayComeLater(kind: TroubleKind): boolean {
  return kind === 'busy' || kind === 'not_sent' || kind === 'unknown';
}

/**
 * Promises it in the person's own chat; false when bcp does not know them. `soFar`: those of its cards that are there. What was said before
 * anybody asked for which partnership is promised where it can only be one.
 */
export async function comesLater(
  { deps }: Pick<TalkDeps, 'deps'>,
  activity: InboundActivity,
  partnershipId: string | null,
  { key, later }: Pick<Shown, 'key' | 'later'>,
  soFar?: string,
): Promise<boolean> {
  const { tenantId, aadObjectId: userId } = activity.person;
  if (userId === '') return false;
  const own = partnershipId ?? (await onlyPartnership(deps, tenantId, userId));
  if (own === null) return false;
  const answer = { id: deps.newId(), key: `${eventKeyOf(activity)}:${key}`, message: later };
  return promiseAnswer(
    deps,
    own,
    { platform: 'teams', tenantId, userId },
    soFar === undefined ? answer : { ...answer, soFar },
  );
}

async function onlyPartnership(
  deps: TalkDeps['deps'],
  tenantId: string,
  userId: string,
): Promise<string | null> {
  const [actor, ...others] = await actorsOfAccount(deps, 'teams', tenantId, userId);
  return actor && others.length === 0 ? actor.partnershipId : null;
}
