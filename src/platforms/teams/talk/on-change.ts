import { sentence } from '../../../messages/sentence.ts';
import { auditBy } from '../../../use-cases/audit-facts.ts';
import { actorsOfAccount } from '../../../use-cases/who-is.ts';
import type { InboundActivity } from '../seam/activity.ts';
import { say } from './show-answer.ts';
import type { TalkDeps } from './talk.ts';

/** The app was added or removed, somebody left, a channel has another name: taken in, and answered where that helps. */
export async function onChange(talk: TalkDeps, activity: InboundActivity): Promise<void> {
  const { action, event, scope, person } = activity;
  if (activity.kind === 'installation_update') {
    await installed(talk, activity, action);
    return;
  }
  for (const gone of activity.membersRemoved) {
    if (gone.aadObjectId === '') continue;
    // Who leaves a team keeps their own chat with bcp.
    if (scope === 'personal') await talk.reach.closed(gone.tenantId, gone.aadObjectId);
    else await talk.reach.left(gone.tenantId, gone.aadObjectId);
  }
  if (event === 'channelRenamed') await renamed(talk, activity);
  if (event === 'channelDeleted' || event === 'teamDeleted' || event === 'teamArchived') {
    await note(talk, 'teams_place_gone', `teams:${activity.channelId || activity.teamId}`);
  }
  const isBotAdded = activity.membersAdded.includes(activity.bot.id);
  if (isBotAdded && scope !== 'personal' && person.aadObjectId !== '')
    await note(talk, 'teams_team_joined', `teams:${activity.teamId}`);
}

/**
 * A new version of the app is told of as taken away and added, with a word that says so: nobody is greeted anew for it, and their chats stay.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events#installation-update-event
 */
async function installed(talk: TalkDeps, activity: InboundActivity, action: string): Promise<void> {
  if (action === 'remove-upgrade') return;
  if (action === 'add-upgrade') await note(talk, 'teams_app_upgraded', `teams:${activity.person.tenantId}`);
  else if (action === 'remove') await removed(talk, activity);
  else await added(talk, activity);
}

async function added(talk: TalkDeps, activity: InboundActivity): Promise<void> {
  await note(talk, 'teams_app_added', `teams:${activity.person.tenantId}`);
  if (activity.scope !== 'personal') return;
  const { tenantId, aadObjectId } = activity.person;
  const actors = await actorsOfAccount(talk.deps, 'teams', tenantId, aadObjectId);
  const [actor] = actors;
  say(
    talk,
    activity,
    actor?.partnershipId ?? null,
    actor
      ? sentence(
          `Hello ${actor.person.name}. bcp asks you here once a month how your actions are going. Type help to see what else it does.`,
        )
      : sentence(
          'Hello. bcp is the partnership\'s secretary. It does not know this account yet: type "link" and the secretariat is asked to confirm who you are, or "link CODE" with the code it gave you.',
        ),
  );
}

async function removed(talk: TalkDeps, { scope, person, teamId }: InboundActivity): Promise<void> {
  if (scope === 'personal') await talk.reach.closed(person.tenantId, person.aadObjectId);
  await note(
    talk,
    'teams_app_removed',
    scope === 'personal' ? `teams:${person.tenantId}` : `teams:${teamId}`,
  );
}

/** The channel keeps its id; the secretariat reads its new name from now on. */
async function renamed(
  { deps }: TalkDeps,
  { tenantId, channelId, channelName }: InboundActivity,
): Promise<void> {
  if (channelName === '') return;
  for (const { id } of await deps.store.partnerships()) {
    const { channels } = deps.store.in(id);
    const known = (await channels.all()).find(
      (channel) =>
        channel.platform === 'teams' && channel.tenantId === tenantId && channel.channelId === channelId,
    );
    if (known && known.name !== channelName)
      await channels.save({ ...known, name: channelName.slice(0, 200) });
  }
}

async function note({ deps }: TalkDeps, verb: string, subject: string): Promise<void> {
  for (const { id } of await deps.store.partnerships()) {
    await deps.store
      .in(id)
      .transact((records) => records.audit.append(auditBy(deps, null, 'teams', verb, subject)));
  }
}
