import type { Workspace } from './workspaces.ts';

/** Where the keys to the workspaces are kept. */
export interface Installations {
  /** Null where bcp is not installed. Throws where it is and its key cannot be had now. */
  find(teamId: string): Promise<Workspace | null>;
  all(): Promise<readonly Workspace[]>;
  /**
   * bcp was taken out of a workspace at that time: its key is deleted. A key that was given later stays, as Slack tells of an end again, or
   * late, also after bcp has been installed anew. True when a key was deleted.
   */
  forget(teamId: string, endedAt: Date): Promise<boolean>;
}

/** True when an installation that ended then is not the one that began at `installedAt` (milliseconds since 1970). Slack's times are whole seconds. */
export function endedBefore(endedAt: Date, installedAt: number): boolean {
  return endedAt.getTime() < Math.floor(installedAt / 1_000) * 1_000;
}

/**
 * One workspace by its bot token from the settings; the workspace is learnt from Slack when bcp starts, at which time (`knownAt`) Slack took
 * the token. A token whose installation ended is dead for good: a new one comes with a start.
 */
export function oneInstallation(workspace: Workspace, knownAt: Date): Installations {
  let known: Workspace | null = workspace;
  return {
    find: (teamId) => Promise.resolve(known?.teamId === teamId ? known : null),
    all: () => Promise.resolve(known ? [known] : []),
    forget: (teamId, endedAt) => {
      if (known?.teamId !== teamId || endedBefore(endedAt, knownAt.getTime())) return Promise.resolve(false);
      known = null;
      return Promise.resolve(true);
    },
  };
}
