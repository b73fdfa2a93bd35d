import { refusalMessage } from '../../messages/refusal-message.ts';
import { statusPage } from '../../messages/status-page.ts';
import type { Actor, Deps } from '../deps.ts';
import { showStatus } from '../show-status.ts';
import { saying, type Answer, type Place } from './answer.ts';

/** `/bcp status …`: private to whoever asks. */
export async function answerStatus(deps: Deps, actor: Actor, words: string): Promise<Answer> {
  const status = await showStatus(deps, actor, words);
  return saying(status.ok ? statusPage(status.value) : refusalMessage(status.error));
}

/**
 * "Share here": the same page, looked up again, for everybody in the channel, without its buttons and without names. Where people from outside
 * the partnership read the channel, only counts.
 */
export async function shareStatus(deps: Deps, actor: Actor, words: string, place: Place): Promise<Answer> {
  const status = await showStatus(deps, actor, words);
  if (!status.ok) return saying(refusalMessage(status.error));
  const channels = await deps.store.in(actor.partnershipId).channels.all();
  const channel = channels.find(
    ({ platform, channelId }) => platform === actor.platform && channelId === place.channelId,
  );
  const page = statusPage(status.value, channel?.reach === 'shared' ? 'outside' : 'channel');
  return { ...saying(), share: { ...page, parts: page.parts.filter(({ kind }) => kind !== 'buttons') } };
}
