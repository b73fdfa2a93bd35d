import { channelAtHand } from './channel-at-hand.ts';
import { publishHome } from './home.ts';
import { OneAtATime } from './one-at-a-time.ts';
import type { TalkDeps, Turn } from './talk.ts';

/** A person of another workspace (Slack Connect) is who they are there, never who has the same id here. */
export function homeTeam(usersTeam: string | undefined, installedTeam: string): string {
  return usersTeam ?? installedTeam;
}

/** What is the same in every turn. `personTeam` is where the person is from, `teamId` where bcp is installed. */
export async function turnOf(
  talk: TalkDeps,
  personTeam: string,
  userId: string,
  channel: string,
  id: string,
  teamId: string = personTeam,
): Promise<Turn> {
  const api = await talk.workspaces.api(teamId);
  if (!api) throw new Error('The key to this workspace went while something from it was handled.');
  const isPersonal = channel === '' || channel.startsWith('D');
  return {
    api,
    teamId: personTeam,
    heardIn: teamId,
    userId,
    place: isPersonal
      ? { kind: 'personal', channelId: '' }
      : { kind: 'channel', channelId: channel, channel: channelAtHand(talk, api, teamId, channel) },
    channel,
    thread: null,
    isBesideNote: false,
    eventKey: `slack:${teamId}:${id}`,
    responseUrl: null,
    triggerId: null,
  };
}

const homes = new WeakMap<TalkDeps, OneAtATime>();

/** App Home follows what was done; it may come a moment later, and once for several things done at once. */
export function freshHome(talk: TalkDeps, { api, teamId, userId }: Turn): void {
  const queue = homes.get(talk) ?? new OneAtATime();
  homes.set(talk, queue);
  talk.inFlight.track(
    queue.do(JSON.stringify([teamId, userId]), () => publishHome(talk, api, teamId, userId)),
  );
}
