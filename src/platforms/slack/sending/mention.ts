import type { ClaimedDelivery } from '../../../use-cases/ports/delivery-records.ts';
import type { RichTextBlock, SlackPage } from '../render/blocks.ts';
import { buttonBlocks } from '../render/render-buttons.ts';
import { counter } from '../render/render-message.ts';
import { escapeText, plain, run } from '../render/words.ts';
import { richBlocks } from '../render/rich-text.ts';

/** The longest sentence that stands beside somebody's name in a channel, in characters. */
const longestSentence = 600;

/**
 * What a person who has no chat with bcp gets instead: their name in a channel they share with it. Others read along, so it says the one
 * sentence that a notification would say and has the buttons, which open for whoever presses them their own update, and nothing else. An
 * escalation names colleagues and themes, so of that it says only that there is one.
 */
export function mentionPage(
  { message, purpose }: Pick<ClaimedDelivery, 'message' | 'purpose'>,
  userId: string,
  partnershipId: string,
): SlackPage {
  const isForThem = purpose !== 'escalation' && message.summary.length <= longestSentence;
  const words = isForThem ? message.summary : 'bcp has a message for you.';
  const buttons = message.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
  const named: RichTextBlock = {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [{ type: 'user', user_id: userId }, ...run(`: ${words}`)],
      },
    ],
  };
  return {
    text: escapeText(words),
    blocks: [
      named,
      ...(buttons.length === 0
        ? richBlocks([])
        : buttonBlocks(buttons, { partnershipId, nextNumber: counter() })),
      {
        type: 'context',
        elements: [
          plain(
            'bcp cannot write to this person directly in Slack. What the buttons show, only whoever presses them sees.',
          ),
        ],
      },
    ],
  };
}

/** What may be said in a channel about a person who is not reached in private: that they are asked, and no more. */
export function mayBeMentioned({ purpose, replaces, replacesByMention }: ClaimedDelivery): boolean {
  if (replaces !== null) return replacesByMention;
  return purpose === 'prompt' || purpose === 'nudge' || purpose === 'escalation';
}

/** Accounts that are gone are not called after in a channel. */
const gone: readonly string[] = ['user_disabled', 'users_not_found', 'cannot_dm_bot'];

/** Whether an account that takes no direct message may still be there to be named in a channel. */
export function mayStillBeThere(code: string): boolean {
  return !gone.includes(code);
}
