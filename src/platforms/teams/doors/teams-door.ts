import { jsonResponse, type Door, type DoorRequest, type DoorResponse } from '../../../kit/door.ts';
import { sentence } from '../../../messages/sentence.ts';
import type { InboundActivity } from '../seam/activity.ts';
import type { OnActivity, TeamsInbound } from '../seam/gateway.ts';
import { onChange } from '../talk/on-change.ts';
import { onEdit } from '../talk/on-edit.ts';
import { noteUnknown } from '../talk/note-unknown.ts';
import { failedInvoke, failedWords, onInvoke } from '../talk/on-invoke.ts';
import { onMessage } from '../talk/on-message.ts';
import { sayAloud } from '../talk/show-answer.ts';
import type { TalkDeps } from '../talk/talk.ts';

/** The address that stands in the bot's registration. */
export const messagesPath = '/api/messages';

/** Teams' way in. What it sends is read in full here and judged behind the seam; bodies are constant or made by us. */
export function teamsDoor(inbound: TeamsInbound): Door {
  return {
    matches: (_method, path) => path === messagesPath,
    handle: async (request) => {
      if (request.method !== 'POST') return jsonResponse(405, { error: 'bad request' });
      const body = jsonOf(request);
      if (body === undefined) return jsonResponse(400, { error: 'bad request' });
      const answer = await inbound.handle({ headers: request.headers, body });
      return answer.body === undefined ? bare(answer.status) : jsonResponse(answer.status, answer.body);
    },
  };
}

function bare(status: number): DoorResponse {
  return { status, headers: { 'cache-control': 'no-store' }, body: '' };
}

function jsonOf({ body }: DoorRequest): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/**
 * What is done with what was let in. An event is always answered 200: Teams stops sending to a bot that fails. What failed
 * is said to the person, who is never told "done" before it is.
 */
export function onTeamsActivity(talk: TalkDeps): OnActivity {
  return async (activity) => {
    try {
      await talk.reach.note(activity);
      return await pass(talk, activity);
    } catch (cause) {
      talk.deps.log.error('Teams: something that was sent could not be done', { type: activity.type, cause });
      if (activity.kind === 'invoke') return failedInvoke(talk, activity);
      if (activity.kind === 'message') {
        sayAloud(talk, activity, null, sentence(failedWords, 'notice'));
      }
      return null;
    }
  };
}

async function pass(talk: TalkDeps, activity: InboundActivity) {
  switch (activity.kind) {
    case 'message':
      await onMessage(talk, activity);
      return null;
    case 'message_edit':
      await onEdit(talk, activity);
      return null;
    case 'invoke':
      return onInvoke(talk, activity);
    case 'conversation_update':
    case 'installation_update':
      await onChange(talk, activity);
      return null;
    case 'other':
      await noteUnknown(talk, activity);
      return null;
  }
}
