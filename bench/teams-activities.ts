import { appId, councilTenant, type FakeTeams } from '../test/platforms/teams/fake-teams.ts';
import { accountOf, chatOf, type TeamsStage } from '../test/platforms/teams/teams-stage.ts';

/** What somebody types in their own chat with the bot, as Teams sends it. */
export function activity(fake: FakeTeams, text: string, name = 'grace.bell', tenantId = councilTenant) {
  return {
    type: 'message',
    id: 'bench',
    channelId: 'msteams',
    serviceUrl: fake.url,
    text,
    from: { id: `29:${name}`, aadObjectId: accountOf(name), name },
    recipient: { id: `28:${appId}` },
    conversation: { id: chatOf(name), tenantId, conversationType: 'personal' },
  };
}

/** Each turn in a chat of its own, so that Teams' limit for one chat is not what is measured. */
export function inChat(said: ReturnType<typeof activity>, id: string) {
  return { ...said, id, conversation: { ...said.conversation, id: `a:${id}` } };
}

/** Hands an activity in at the door; ends when Teams has its answer. */
export async function knock(stage: TeamsStage, authorization: string, said: object): Promise<void> {
  const response = await stage.teams.door.handle({
    method: 'POST',
    path: '/api/messages',
    query: new URLSearchParams(),
    headers: { authorization },
    body: new TextEncoder().encode(JSON.stringify(said)),
  });
  if (response.status !== 200) throw new Error(`Teams was answered ${response.status}.`);
}
