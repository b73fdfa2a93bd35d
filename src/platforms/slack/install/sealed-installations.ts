import { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Deps } from '../../../use-cases/deps.ts';
import { clientOptions, field, textAt, type ApiSettings } from '../api/slack-api.ts';
import { KeyDoesNotOpen, troubleOf } from '../api/trouble.ts';
import type { InstallSettings } from './install-door.ts';
import { endedBefore, type Installations } from './installations.ts';
import { seal, unseal } from './seal.ts';
import { vaultOf } from './vault.ts';
import type { Workspace } from './workspaces.ts';

/** An installation as it is kept, sealed, in a row of its own among the settings of the partnership that was there first. */
const stored = z.object({
  teamId: z.string(),
  botToken: z.string(),
  botId: z.string(),
  botUserId: z.string(),
  refreshToken: z.string().nullable(),
  /** Milliseconds since 1970; null = the token does not expire. */
  expiresAt: z.number().nullable(),
});

/** What the row holds: the sealed text, or null after bcp was taken out of the workspace. */
const row = z.object({
  sealed: z.string().nullable(),
  /** When bcp was installed there, in milliseconds since 1970; renewing the key leaves it. 0 = before this was kept. */
  installedAt: z.number().default(0),
});

export type StoredInstallation = z.infer<typeof stored> & Pick<z.infer<typeof row>, 'installedAt'>;

/** A token is renewed when less than this is left of its twelve hours, in milliseconds. */
const renewBeforeMs = 2 * 3_600_000;
/** Whoever renews holds the row this long at most, in milliseconds; longer than a call may take. */
const leaseMs = 30_000;
/** How often, and how far apart in milliseconds, somebody looks whether another instance has renewed a token that is no longer good. */
const looks = { count: 20, apartMs: 500 } as const;

export interface SealedInstallations extends Installations {
  save(installation: StoredInstallation): Promise<void>;
}

export interface SealedDeps {
  readonly deps: Deps;
  readonly install: InstallSettings;
  readonly api: ApiSettings;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Installations of many workspaces: sealed in the database, renewed before they expire, by one caller of one instance at a time. */
export function sealedInstallations(sealed: SealedDeps): SealedInstallations {
  const { install } = sealed;
  const renewing = new Map<string, Promise<StoredInstallation>>();
  const fresh = (installation: StoredInstallation): Promise<StoredInstallation> => {
    const { teamId } = installation;
    if (!isToBeRenewed(sealed, installation)) return Promise.resolve(installation);
    const under =
      renewing.get(teamId) ?? renewOnce(sealed, installation).finally(() => renewing.delete(teamId));
    renewing.set(teamId, under);
    return under;
  };
  const find = async (teamId: string): Promise<Workspace | null> => {
    const installation = await read(sealed, teamId);
    return installation && workspaceOf(await fresh(installation));
  };
  return {
    find,
    save: (installation) => save(sealed, installation),
    all: async () => {
      const found = await Promise.all(install.teams.map(find));
      return found.filter((workspace) => workspace !== null);
    },
    forget: async (teamId, endedAt) => {
      if (!install.teams.includes(teamId)) return false;
      const { settings } = await vaultOf(sealed.deps);
      const kept = row.safeParse(await settings.get(rowOf(teamId)));
      if (kept.success && endedBefore(endedAt, kept.data.installedAt)) return false;
      await settings.set(rowOf(teamId), { sealed: null });
      return true;
    },
  };
}

/**
 * Only workspaces that are still allowed count, whatever was installed before. Throws where there is a key that does not open: bcp is
 * installed there, and somebody must put the setting right.
 */
async function read({ deps, install }: SealedDeps, teamId: string): Promise<StoredInstallation | null> {
  if (!install.teams.includes(teamId)) return null;
  const kept = row.safeParse(await (await vaultOf(deps)).settings.get(rowOf(teamId)));
  if (!kept.success || kept.data.sealed === null) return null;
  const text = unseal(kept.data.sealed, rowOf(teamId), install.sealKeys);
  if (text === null) throw new KeyDoesNotOpen(teamId);
  return { ...stored.parse(JSON.parse(text)), installedAt: kept.data.installedAt };
}

async function save({ deps, install }: SealedDeps, installation: StoredInstallation): Promise<void> {
  const name = rowOf(installation.teamId);
  const { installedAt, ...secret } = installation;
  const sealed = seal(JSON.stringify(secret), name, install.sealKeys);
  await (await vaultOf(deps)).settings.set(name, { sealed, installedAt });
}

function isToBeRenewed({ deps }: SealedDeps, { expiresAt, refreshToken }: StoredInstallation): boolean {
  return (
    refreshToken !== null && expiresAt !== null && expiresAt - deps.clock.now().getTime() <= renewBeforeMs
  );
}

function isStillGood({ deps }: SealedDeps, { expiresAt }: StoredInstallation): boolean {
  return expiresAt === null || expiresAt > deps.clock.now().getTime();
}

/**
 * A refresh token is good once, so one instance renews: it claims the slot of the token that runs out. The others go on with the token as
 * long as it is good, and then wait for the new one. A renewal that fails leaves the old token in use until it has run out.
 */
async function renewOnce(sealed: SealedDeps, installation: StoredInstallation): Promise<StoredInstallation> {
  const { deps } = sealed;
  const { jobs } = await vaultOf(deps);
  const now = deps.clock.now();
  const job = `slack_token:${installation.teamId}`;
  const slot = String(installation.expiresAt);
  if (!(await jobs.claim(job, slot, now, new Date(now.getTime() + leaseMs))))
    return isStillGood(sealed, installation) ? installation : renewedElsewhere(sealed, installation);
  try {
    const renewed = await renew(sealed, installation);
    await jobs.finish(job, slot, deps.clock.now(), 'renewed');
    return renewed;
  } catch (error) {
    deps.log.warn('The key to a Slack workspace could not be renewed', {
      team: installation.teamId,
      code: troubleOf(error).code,
    });
    if (isStillGood(sealed, installation)) return installation;
    throw error;
  }
}

async function renewedElsewhere(sealed: SealedDeps, before: StoredInstallation): Promise<StoredInstallation> {
  for (let look = 0; look < looks.count; look += 1) {
    const now = await read(sealed, before.teamId);
    if (now && now.expiresAt !== before.expiresAt) return now;
    await sealed.sleep(looks.apartMs);
  }
  throw new Error('The key to a Slack workspace has run out and was not renewed in time.');
}

async function renew(sealed: SealedDeps, installation: StoredInstallation): Promise<StoredInstallation> {
  const { deps, install, api } = sealed;
  const client = new WebClient(undefined, clientOptions(api));
  const reply: unknown = await client.apiCall('oauth.v2.access', {
    client_id: install.clientId,
    client_secret: install.clientSecret,
    grant_type: 'refresh_token',
    refresh_token: installation.refreshToken,
  });
  const lives = field(reply, 'expires_in');
  const renewed: StoredInstallation = {
    ...installation,
    botToken: textAt(reply, 'access_token') || installation.botToken,
    refreshToken: textAt(reply, 'refresh_token') || installation.refreshToken,
    expiresAt: typeof lives === 'number' ? deps.clock.now().getTime() + lives * 1_000 : null,
  };
  await save(sealed, renewed);
  return renewed;
}

function workspaceOf({ teamId, botToken, botId, botUserId }: StoredInstallation): Workspace {
  return { teamId, botToken, botId, botUserId };
}

function rowOf(teamId: string): string {
  return `slack_installation:${teamId}`;
}
