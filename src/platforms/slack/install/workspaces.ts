import type { Clock } from '../../../kit/clock.ts';
import { slackApi, type ApiSettings, type SlackApi } from '../api/slack-api.ts';
import type { Installations } from './installations.ts';

/** A workspace that bcp is installed in. */
export interface Workspace {
  readonly teamId: string;
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
}

/** The workspaces bcp knows, and its way into each. */
export interface Workspaces {
  byTeam(teamId: string): Promise<Workspace | null>;
  /** Null where bcp is not installed (any more). */
  api(teamId: string): Promise<SlackApi | null>;
  /** Every workspace, for what is looked after daily. */
  all(): Promise<readonly Workspace[]>;
  /** Forgets what is remembered of a workspace whose installation has ended. */
  forget(teamId: string): void;
}

/** How long a key is remembered before it is looked up again, in milliseconds: an installation that goes elsewhere is noticed in time. */
const rememberedMs = 60_000;

/** The workspaces of these installations; each key is looked up once a minute, and each has one client. */
export function workspacesOf(installations: Installations, settings: ApiSettings, clock: Clock): Workspaces {
  const known = new Map<string, { readonly until: number; readonly workspace: Promise<Workspace | null> }>();
  const clients = new Map<string, { readonly token: string; readonly api: SlackApi }>();
  const byTeam = (teamId: string): Promise<Workspace | null> => {
    const now = clock.now().getTime();
    const remembered = known.get(teamId);
    if (remembered && remembered.until > now) return remembered.workspace;
    const workspace = installations.find(teamId);
    known.set(teamId, { until: now + rememberedMs, workspace });
    // What is not there, or could not be read, is looked for again the next time.
    workspace.then(
      (found) => found ?? known.delete(teamId),
      () => known.delete(teamId),
    );
    return workspace;
  };
  return {
    byTeam,
    all: () => installations.all(),
    api: async (teamId) => {
      const workspace = await byTeam(teamId);
      if (!workspace) return null;
      const client = clients.get(teamId);
      if (client?.token === workspace.botToken) return client.api;
      const api = slackApi(workspace.botToken, settings);
      clients.set(teamId, { token: workspace.botToken, api });
      return api;
    },
    forget: (teamId) => {
      known.delete(teamId);
      clients.delete(teamId);
    },
  };
}
