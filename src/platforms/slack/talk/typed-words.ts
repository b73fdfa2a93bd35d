import type { SlackApi } from '../api/slack-api.ts';
import { textAt } from '../api/slack-api.ts';

/** A mention, channel or link as Slack writes it in what people type (https://docs.slack.dev/messaging/formatting-message-text). */
const token = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/**
 * What somebody typed, as they see it: `&lt;5` is `<5`, a link is its address, and a mentioned colleague is their e-mail address, by which
 * the people of a partnership are known. A mention of bcp itself goes.
 */
export async function typedWords(
  text: string,
  botUserId: string,
  nameOf: (userId: string) => Promise<string>,
): Promise<string> {
  const names = new Map<string, string>();
  for (const [, kind, id = ''] of text.matchAll(token)) {
    if (kind === '@' && id !== botUserId && !names.has(id)) names.set(id, await nameOf(id));
  }
  const shown = text.replace(token, (_whole, kind: string, id: string, label: string | undefined) => {
    if (kind === '@') return id === botUserId ? '' : (names.get(id) ?? label ?? id);
    if (kind === '#') return `#${label ?? id}`;
    if (kind === '!') return label ?? `@${id}`;
    return id.startsWith('mailto:') ? id.slice('mailto:'.length) : id;
  });
  return shown.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').trim();
}

/** The address of an account, as Slack vouches for it; empty when bcp may not see it. */
export async function emailOf(api: SlackApi, userId: string): Promise<string> {
  const reply = await api.call('users.info', { user: userId }).catch(() => ({}));
  return textAt(reply, 'user', 'profile', 'email').toLowerCase();
}
