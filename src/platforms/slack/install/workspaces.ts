import type { SlackApi } from '../api/slack-api.ts';

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
}
