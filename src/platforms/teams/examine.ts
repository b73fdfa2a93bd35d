import { existsSync, readFileSync } from 'node:fs';
import type { Clock } from '../../kit/clock.ts';
import type { Log } from '../../kit/log.ts';
import type { Finding } from '../../use-cases/examine-partnership.ts';
import { credentialsOf, timeoutMs } from './connect.ts';
import { proofFinding } from './examine-proof.ts';
import { manifestInPackage } from './read-package.ts';
import { botbuilderGateway } from './seam/botbuilder-gateway.ts';
import { guardedHttp } from './seam/guarded-http.ts';
import { firstAddress, teamsAddresses } from './seam/service-addresses.ts';
import type { TeamsSettings } from './settings.ts';

type SettingsOfOn = Extract<TeamsSettings, { readonly mode: 'on' }>;

export interface TeamsExamination {
  readonly settings: TeamsSettings;
  readonly clock: Clock;
  readonly log: Log;
  /** Where `npm run teams:package` writes the app package. */
  readonly packageFile: string;
  /** The connector's address; another one in tests. */
  readonly serviceUrl?: string;
  /** Gets a token from Microsoft, or fails; another one in tests. */
  readonly getToken?: (settings: SettingsOfOn, log: Log) => Promise<void>;
}

/** Microsoft's tokens allow five minutes, in milliseconds. */
const clocks = { look: 30_000, wrong: 240_000 } as const;

/** Whether bcp can do its work in Teams: app, proof of identity, tenants, package, address, clock. Each finding says what to do. */
export async function examineTeams(examination: TeamsExamination): Promise<readonly Finding[]> {
  const { settings } = examination;
  if (settings.mode === 'local')
    return [
      {
        about: 'Teams',
        state: 'look',
        words:
          'BCP_TEAMS=local is for trying things out on this machine. For real work: BCP_TEAMS=on (docs/teams.md).',
      },
    ];
  const proof = proofFinding(settings, examination.clock.now());
  return [
    {
      about: 'Teams app',
      state: 'ok',
      words: `${settings.appId}, served as https://${settings.publicHost}/.`,
    },
    proof,
    ...(proof.state === 'wrong' ? [] : [await tokenFinding(examination, settings)]),
    tenantsFinding(settings),
    packageFinding(settings, examination.packageFile),
    ...(await serviceFindings(examination, settings)),
  ];
}

async function tokenFinding(examination: TeamsExamination, settings: SettingsOfOn): Promise<Finding> {
  const about = 'Teams token';
  try {
    await (examination.getToken ?? tokenFromMicrosoft)(settings, examination.log);
    return { about, state: 'ok', words: 'Microsoft gives one for this app.' };
  } catch {
    return {
      about,
      state: 'wrong',
      words:
        'Microsoft gives none. Either login.microsoftonline.com cannot be reached from here (HTTPS_PROXY), or BCP_TEAMS_APP_ID, BCP_TEAMS_HOME_TENANT and the proof do not belong together, or the secret has run out (docs/teams.md, 8).',
    };
  }
}

function tokenFromMicrosoft(settings: SettingsOfOn, log: Log): Promise<void> {
  const gateway = botbuilderGateway({
    credentials: credentialsOf(settings),
    tenants: settings.tenants,
    addresses: teamsAddresses(settings.serviceHosts),
    timeoutMs,
    log,
    wayOut: settings.wayOut,
  });
  return gateway.outbound.warm();
}

function tenantsFinding({ tenants, homeTenantId }: SettingsOfOn): Finding {
  const about = 'Teams tenants';
  const count = tenants.length === 1 ? 'One tenant' : `${tenants.length} tenants`;
  if (homeTenantId === '')
    return {
      about,
      state: 'look',
      words: `${count} may use bcp. BCP_TEAMS_HOME_TENANT is empty, which is right only for a bot made as multi-tenant before August 2025.`,
    };
  return tenants.includes(homeTenantId)
    ? { about, state: 'ok', words: `${count} may use bcp, the app's own among them.` }
    : {
        about,
        state: 'look',
        words: `${count} may use bcp, and the app's own tenant (${homeTenantId}) is not among them. Is that meant? BCP_TEAMS_TENANTS`,
      };
}

function packageFinding({ appId, publicHost }: SettingsOfOn, file: string): Finding {
  const about = 'Teams package';
  const make = `npm run teams:package -- ${appId} ${publicHost}`;
  if (!existsSync(file))
    return {
      about,
      state: 'look',
      words: `There is no ${file} here. If it was not uploaded from elsewhere: ${make}`,
    };
  const manifest = manifestInPackage(readFileSync(file));
  if (manifest === null)
    return { about, state: 'wrong', words: `${file} is not an app package. Make it again: ${make}` };
  if (manifest.botId.toLowerCase() !== appId)
    return {
      about,
      state: 'wrong',
      words: `${file} is of another app (${manifest.botId}). Make it again: ${make}`,
    };
  return manifest.hosts.includes(publicHost)
    ? { about, state: 'ok', words: `${file} is of this app, version ${manifest.version}.` }
    : {
        about,
        state: 'wrong',
        words: `${file} names other hosts (${manifest.hosts.join(', ')}). Make it again: ${make}`,
      };
}

async function serviceFindings(
  { clock, serviceUrl }: TeamsExamination,
  { wayOut, serviceHosts }: SettingsOfOn,
): Promise<readonly Finding[]> {
  const address = serviceUrl ?? firstAddress(serviceHosts);
  const { host } = new URL(address);
  try {
    const http = guardedHttp({ isAllowed: (url) => url === address }, timeoutMs, wayOut);
    const response = await http({ method: 'GET', url: address, headers: {}, body: null });
    return [
      { about: 'Teams address', state: 'ok', words: `${host} answers.` },
      clockFinding(response.headers['date'] ?? null, clock.now()),
    ];
  } catch {
    return [
      {
        about: 'Teams address',
        state: 'wrong',
        words: `${host} cannot be reached from here, so nothing arrives in Teams. Let port 443 out to it, or set HTTPS_PROXY.`,
      },
    ];
  }
}

function clockFinding(date: string | null, now: Date): Finding {
  const about = 'Teams clock';
  const theirs = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(theirs)) return { about, state: 'look', words: 'Microsoft did not say what time it is.' };
  const apart = Math.abs(theirs - now.getTime());
  const seconds = Math.max(1, Math.round(apart / 1_000));
  if (apart <= clocks.look) return { about, state: 'ok', words: `Within ${seconds} seconds of ours.` };
  const words = `This machine's clock is ${seconds} seconds away from Microsoft's; from five minutes on its tokens are refused. Let it follow a time server.`;
  return { about, state: apart > clocks.wrong ? 'wrong' : 'look', words };
}
