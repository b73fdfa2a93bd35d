import { z } from 'zod';
import type { Deps } from '../../../use-cases/deps.ts';
import { field, textAt, type ApiSettings } from '../api/slack-api.ts';
import { WebClient } from '@slack/web-api';
import { clientOptions } from '../api/slack-api.ts';
import type { InstallSettings } from './install-door.ts';
import type { Installations } from './installations.ts';
import { seal, unseal } from './seal.ts';
import type { Workspace } from './workspaces.ts';

/** An installation as it is kept, sealed, in the settings of the first partnership. */
const stored = z.object({
  teamId: z.string(),
  botToken: z.string(),
  botId: z.string(),
  botUserId: z.string(),
  refreshToken: z.string().nullable(),
  /** Milliseconds since 1970; null = the token does not expire. */
  expiresAt: z.number().nullable(),
});
export type StoredInstallation = z.infer<typeof stored>;

const setting = 'slack_installations';
/** A token is renewed when less than this is left of its twelve hours, in milliseconds. */
const renewBeforeMs = 2 * 3_600_000;

export interface SealedInstallations extends Installations {
  save(installation: StoredInstallation): Promise<void>;
}

/** Installations of many workspaces: sealed in the database, renewed before they expire, by one caller at a time. */
export function sealedInstallations(
  deps: Deps,
  install: InstallSettings,
  api: ApiSettings,
): SealedInstallations {
  const renewing = new Map<string, Promise<StoredInstallation>>();
  const read = async (teamId: string): Promise<StoredInstallation | null> => {
    const sealed = field(await (await vault(deps)).get(setting), teamId);
    const text = typeof sealed === 'string' ? unseal(sealed, rowOf(teamId), install.sealKeys) : null;
    if (typeof sealed === 'string' && text === null)
      deps.log.error(
        'The key to a Slack workspace does not open: BCP_SLACK_SEAL_KEY is not the one it was sealed with',
        { team: teamId },
      );
    return text === null ? null : stored.parse(JSON.parse(text));
  };
  const save = (installation: StoredInstallation) =>
    changeAll(deps, (all) => ({
      ...all,
      [installation.teamId]: seal(JSON.stringify(installation), rowOf(installation.teamId), install.sealKeys),
    }));
  const fresh = async (installation: StoredInstallation): Promise<StoredInstallation> => {
    const { teamId, expiresAt, refreshToken } = installation;
    if (expiresAt === null || refreshToken === null || expiresAt - deps.clock.now().getTime() > renewBeforeMs)
      return installation;
    const under = renewing.get(teamId) ?? renew(deps, install, api, installation, refreshToken, save);
    renewing.set(teamId, under);
    return under.finally(() => renewing.delete(teamId));
  };
  const find = async (teamId: string): Promise<Workspace | null> => {
    const installation = await read(teamId);
    return installation && workspaceOf(await fresh(installation));
  };
  return {
    find,
    save,
    all: async () => {
      const teams = Object.keys(asRecord(await (await vault(deps)).get(setting)));
      const found = await Promise.all(teams.map(find));
      return found.filter((workspace) => workspace !== null);
    },
    forget: (teamId) =>
      changeAll(deps, (all) => Object.fromEntries(Object.entries(all).filter(([team]) => team !== teamId))),
  };
}

async function renew(
  deps: Deps,
  install: InstallSettings,
  api: ApiSettings,
  installation: StoredInstallation,
  refreshToken: string,
  save: (installation: StoredInstallation) => Promise<void>,
): Promise<StoredInstallation> {
  const client = new WebClient(undefined, clientOptions(api));
  const reply: unknown = await client.apiCall('oauth.v2.access', {
    client_id: install.clientId,
    client_secret: install.clientSecret,
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  });
  const lives = field(reply, 'expires_in');
  const renewed: StoredInstallation = {
    ...installation,
    botToken: textAt(reply, 'access_token') || installation.botToken,
    refreshToken: textAt(reply, 'refresh_token') || refreshToken,
    expiresAt: typeof lives === 'number' ? deps.clock.now().getTime() + lives * 1_000 : null,
  };
  await save(renewed);
  return renewed;
}

function workspaceOf({ teamId, botToken, botId, botUserId }: StoredInstallation): Workspace {
  return { teamId, botToken, botId, botUserId };
}

async function vault({ store }: Deps) {
  const [first] = await store.partnerships();
  if (!first) throw new Error('There is no partnership yet: import a plan first, then install bcp in Slack.');
  return store.in(first.id).settings;
}

async function changeAll(
  deps: Deps,
  change: (all: Record<string, unknown>) => Record<string, unknown>,
): Promise<void> {
  const settings = await vault(deps);
  await settings.set(setting, change(asRecord(await settings.get(setting))));
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function rowOf(teamId: string): string {
  return `slack-installation:${teamId}`;
}
