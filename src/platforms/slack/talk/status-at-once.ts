import type { Message } from '../../../messages/message.ts';
import { withoutSharing } from '../../../messages/without-sharing.ts';
import { statusAskedFor, statusAtOnce } from '../../../use-cases/conversation/status-at-once.ts';
import { textAt } from '../api/slack-api.ts';
import { teamOf } from '../doors/what-came.ts';
import type { SlackPage } from '../render/blocks.ts';
import { privatePages } from './private-pages.ts';
import { respond, showPrivately } from './private-words.ts';
import type { TalkDeps } from './talk.ts';
import { turnOf } from './turns.ts';

/** An answer that was rendered, checked and written out before. */
export interface ReadyAnswer {
  readonly body: { readonly response_type: 'ephemeral' } & SlackPage;
  readonly json: string;
}

type Payload = Readonly<Record<string, unknown>>;

/**
 * Written-out answers of each page, by workspace. A page is made anew when anything has happened in its partnership, is of one partnership
 * and, where it says what is whose, of one person: so what is kept beside it is shown to nobody else, and goes when it goes.
 */
const readyByPage = new WeakMap<Message, Map<string, ReadyAnswer | null>>();

/**
 * `/bcp status …`, answered without the long way through Bolt where nothing but a status is asked for. Null = the long way: mentions in the
 * words, people in several partnerships, and pages that take more than one message or wait for a picture.
 */
export async function readyStatus(talk: TalkDeps, body: Payload): Promise<ReadyAnswer | null> {
  const { command, text, user_id: userId, team_id: teamId, channel_id: channelId } = body;
  const { is_enterprise_install: isOrganisation } = body;
  if (command !== '/bcp' || typeof text !== 'string' || /[<>&]/.test(text) || isOrganisation === 'true')
    return null;
  if (typeof userId !== 'string' || typeof teamId !== 'string') return null;
  const asked = statusAskedFor(text);
  if (asked === null) return null;
  const status = await statusAtOnce(
    talk.deps,
    { platform: 'slack', tenantId: teamId, accountId: userId },
    asked,
  );
  if (!status) return null;
  const isAlone = typeof channelId === 'string' && channelId.startsWith('D');
  const page = isAlone ? withoutSharing(status.page) : status.page;
  return readyPage(talk, teamId, status.partnershipId, page);
}

function readyPage(talk: TalkDeps, teamId: string, partnershipId: string, page: Message): ReadyAnswer | null {
  const byTeam = readyByPage.get(page) ?? new Map<string, ReadyAnswer | null>();
  readyByPage.set(page, byTeam);
  const known = byTeam.get(teamId);
  if (known !== undefined) return known;
  const { pages, later } = privatePages(talk, { teamId }, partnershipId, [page]);
  // Its picture is not in Slack yet: the long way brings it there.
  if (later.length > 0) return null;
  const [first, ...others] = pages;
  const ready = first && others.length === 0 ? written(first) : null;
  byTeam.set(teamId, ready);
  return ready;
}

function written(page: SlackPage): ReadyAnswer {
  const body = { response_type: 'ephemeral' as const, ...page };
  return { body, json: JSON.stringify(body) };
}

/**
 * Says to the person alone what came too late for the acknowledgement of a command or a press, or has no place in it. Where bcp has no key to
 * the workspace, Slack's `response_url` is the only way, and needs none.
 */
export async function sayLate(talk: TalkDeps, body: Payload, answer: unknown): Promise<void> {
  if (!isPage(answer)) return;
  const page = { text: answer.text, blocks: answer.blocks };
  const responseUrl = textAt(body, 'response_url');
  const teamId = teamOf(body);
  const api = await talk.workspaces.api(teamId).catch(() => null);
  if (!api) {
    await respond(talk, responseUrl, page);
    return;
  }
  const user = textAt(body, 'user_id') || textAt(body, 'user', 'id');
  const channel = textAt(body, 'channel_id') || textAt(body, 'channel', 'id');
  const turn = await turnOf(talk, teamId, user, channel, textAt(body, 'trigger_id'));
  await showPrivately(talk, { ...turn, responseUrl }, [page]);
}

function isPage(answer: unknown): answer is SlackPage {
  return typeof answer === 'object' && answer !== null && 'text' in answer && 'blocks' in answer;
}
