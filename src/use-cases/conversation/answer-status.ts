import type { Result } from '../../kit/result.ts';
import type { Message } from '../../messages/message.ts';
import { sentence } from '../../messages/sentence.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { statusPage } from '../../messages/status-page.ts';
import { withoutSharing } from '../../messages/without-sharing.ts';
import type { StatusView } from '../../messages/status-view.ts';
import { asksForOwn } from '../../plan/status-print.ts';
import type { Actor, Deps } from '../deps.ts';
import { showStatus } from '../show-status.ts';
import type { Refusal } from '../refusal.ts';
import { saying, sayingAloud, type Answer, type Place } from './answer.ts';

/** The page of each view that is still kept, so that it is the same object too. */
const pages = new WeakMap<StatusView, Message>();

/** `/bcp status …`: private to whoever asks. */
export async function answerStatus(deps: Deps, actor: Actor, words: string, place: Place): Promise<Answer> {
  return statusAnswer(await showStatus(deps, actor, words), place);
}

/** The same where the status has been looked up already. */
export function statusAnswer(status: Result<StatusView, Refusal>, place: Place): Answer {
  const page = pageOf(status);
  if (place.kind === 'personal') return saying(withoutSharing(page));
  return status.ok && isForEverybody(status.value) ? sayingAloud(page) : saying(page);
}

/** Not what is one person's own, and not words that mean nothing here: what was taken out of them is told to whoever wrote them. */
function isForEverybody(view: StatusView): boolean {
  if (view.kind === 'unknown') return false;
  const asked = view.kind === 'choice' ? view.options.map(({ words }) => words) : [view.words];
  return !asked.some(asksForOwn);
}

const nobodyHere = sentence(
  'There is nobody to share it with here. Ask for the status in a channel, and press Share here there.',
  'notice',
);

/** What the asker is shown: while nothing happens, the same object for the same words. */
export function pageOf(status: Result<StatusView, Refusal>): Message {
  if (!status.ok) return refusalMessage(status.error);
  const known = pages.get(status.value);
  if (known) return known;
  const page = statusPage(status.value);
  pages.set(status.value, page);
  return page;
}

/**
 * "Share here": the same page, looked up again, for everybody in the channel, without its buttons and without names. Where people from outside
 * the partnership read the channel, only counts.
 */
export async function shareStatus(deps: Deps, actor: Actor, words: string, place: Place): Promise<Answer> {
  if (place.kind === 'personal') return saying(nobodyHere);
  const status = await showStatus(deps, actor, words);
  if (!status.ok) return saying(refusalMessage(status.error));
  const channels = await deps.store.in(actor.partnershipId).channels.all();
  const channel = channels.find(
    ({ platform, channelId }) => platform === actor.platform && channelId === place.channelId,
  );
  const isOpen = channel?.reach === 'shared' || place.readers?.reach === 'shared';
  const page = statusPage(status.value, isOpen ? 'outside' : 'channel');
  return { ...saying(), share: { ...page, parts: page.parts.filter(({ kind }) => kind !== 'buttons') } };
}
