import { z } from 'zod';
import type { ConversationAddress, Member, TeamsOutbound } from './gateway.ts';
import type { GuardedHttp, HttpCall } from './guarded-http.ts';
import { activityOf } from './outbound-activity.ts';
import { TeamsTrouble, troubleOf } from './trouble.ts';

export interface ConnectorOptions {
  readonly http: GuardedHttp;
  /** The value of the Authorization header; null where no credentials are used (a stand-in on this machine). */
  readonly authorization: () => Promise<string | null>;
  readonly appId: string;
}

type Json = Readonly<Record<string, unknown>>;

type Call = (
  method: HttpCall['method'],
  serviceUrl: string,
  path: string,
  body: Json | null,
) => Promise<Json>;

/**
 * The connector's REST protocol, spoken directly: the SDK's client drops what it does not know (private messages) and
 * repeats what may have arrived. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export function connector(options: ConnectorOptions): TeamsOutbound {
  const call = caller(options);
  const bot = { id: `28:${options.appId}` };
  return {
    ...messageCalls(call, bot),
    ...conversationCalls(call, bot),
    warm: async () => {
      await options.authorization();
    },
  };
}

function caller({ http, authorization }: ConnectorOptions): Call {
  return async (method, serviceUrl, path, body) => {
    const token = await authorization();
    const answer = await http({
      method,
      url: `${serviceUrl.replace(/\/+$/, '')}/${path}`,
      headers: {
        accept: 'application/json',
        ...(body === null ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        ...(token === null ? {} : { authorization: token }),
      },
      body: body === null ? null : JSON.stringify(body),
    });
    if (answer.status < 200 || answer.status > 299)
      throw troubleOf(answer.status, answer.headers, answer.body);
    return objectIn(answer.body);
  };
}

interface Bot {
  readonly id: string;
}

function messageCalls(
  call: Call,
  bot: Bot,
): Pick<TeamsOutbound, 'post' | 'update' | 'remove' | 'postPrivately'> {
  return {
    async post(to, message) {
      const answer = await call('POST', to.serviceUrl, activitiesOf(to), activityOf(message, bot));
      return { activityId: idOf(answer, 'id') };
    },
    async update(to, activityId, message) {
      const path = `${activitiesOf(to)}/${encodeURIComponent(activityId)}`;
      await call('PUT', to.serviceUrl, path, { ...activityOf(message, bot), id: activityId });
    },
    async remove(to, activityId) {
      await call('DELETE', to.serviceUrl, `${activitiesOf(to)}/${encodeURIComponent(activityId)}`, null);
    },
    async postPrivately(to, recipientId, message) {
      const activity = { ...activityOf(message, bot), recipient: { id: recipientId } };
      await call('POST', to.serviceUrl, `${activitiesOf(to)}?isTargetedActivity=true`, activity);
    },
  };
}

function conversationCalls(
  call: Call,
  bot: Bot,
): Pick<TeamsOutbound, 'openPersonal' | 'postInChannel' | 'members'> {
  return {
    async openPersonal({ serviceUrl, tenantId, userId }) {
      const answer = await call('POST', serviceUrl, 'v3/conversations', {
        isGroup: false,
        bot,
        members: [{ id: userId }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      });
      return { conversationId: idOf(answer, 'id') };
    },
    async postInChannel({ serviceUrl, tenantId, channelId }, message) {
      const answer = await call('POST', serviceUrl, 'v3/conversations', {
        isGroup: true,
        bot,
        tenantId,
        channelData: { channel: { id: channelId }, tenant: { id: tenantId } },
        activity: activityOf(message, bot),
      });
      return { conversationId: idOf(answer, 'id'), activityId: idOf(answer, 'activityId') };
    },
    async members(to) {
      const path = `v3/conversations/${encodeURIComponent(to.conversationId)}/pagedmembers?pageSize=500`;
      const found: Member[] = [];
      let next = '';
      const until = performance.now() + longestReadMs;
      for (let page = 0; page < 50; page += 1) {
        const more = next === '' ? '' : `&continuationToken=${encodeURIComponent(next)}`;
        const read = memberPage.parse(await call('GET', to.serviceUrl, path + more, null));
        found.push(...read.members.map((member) => asMember(member, to.tenantId)));
        if (read.continuationToken === '') break;
        next = read.continuationToken;
        if (performance.now() > until)
          throw new TeamsTrouble('not_sent', 'Teams took too long to say who is there.');
      }
      return found;
    },
  };
}

/** After so long no further page of members is asked for, in milliseconds. */
const longestReadMs = 20_000;

const words = z.string().catch('');
const memberPage = z.looseObject({
  continuationToken: words,
  members: z
    .array(
      z.looseObject({
        id: words,
        aadObjectId: words,
        objectId: words,
        name: words,
        email: words,
        tenantId: words,
        userRole: words,
      }),
    )
    .catch([]),
});

function asMember(member: z.infer<typeof memberPage>['members'][number], tenantId: string): Member {
  return {
    teamsId: member.id,
    aadObjectId: (member.aadObjectId || member.objectId).toLowerCase(),
    name: member.name,
    email: member.email,
    tenantId: (member.tenantId || tenantId).toLowerCase(),
    isGuest: /^(?:guest|anonymous)$/i.test(member.userRole),
  };
}

function activitiesOf({ conversationId }: ConversationAddress): string {
  return `v3/conversations/${encodeURIComponent(conversationId)}/activities`;
}

function objectIn(body: string): Json {
  try {
    const value: unknown = JSON.parse(body === '' ? '{}' : body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // The message was taken; that its receipt cannot be read changes nothing about that.
    return {};
  }
}

/** Teams took it and did not say under which name: then it can never be changed, and nobody knows more. */
function idOf(answer: Json, name: string): string {
  const id = answer[name];
  if (typeof id === 'string' && id !== '') return id;
  throw new TeamsTrouble('unknown', 'Teams took the message and did not say under which name.');
}
