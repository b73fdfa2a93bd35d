import type { Workspace } from './workspaces.ts';

/** Where the keys to the workspaces are kept. */
export interface Installations {
  find(teamId: string): Promise<Workspace | null>;
  all(): Promise<readonly Workspace[]>;
  /** bcp was taken out of a workspace: its key is deleted. */
  forget(teamId: string): Promise<void>;
}

/** One workspace by its bot token from the settings; the workspace is learnt from Slack when bcp starts. */
export function oneInstallation(workspace: Workspace): Installations {
  let known: Workspace | null = workspace;
  return {
    find: (teamId) => Promise.resolve(known?.teamId === teamId ? known : null),
    all: () => Promise.resolve(known ? [known] : []),
    forget: (teamId) => {
      if (known?.teamId === teamId) known = null;
      return Promise.resolve();
    },
  };
}
