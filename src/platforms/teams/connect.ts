import { readFileSync } from 'node:fs';
import type { Door } from '../../kit/door.ts';
import type { Deps } from '../../use-cases/deps.ts';
import type { ReplyReader } from '../../use-cases/ports/reply-records.ts';
import type { Sender } from '../../use-cases/ports/sender.ts';
import { aboutPages } from './doors/about-pages.ts';
import { localOnly } from './doors/local-only.ts';
import { onTeamsActivity, teamsDoor } from './doors/teams-door.ts';
import { storedReach } from './people/reach.ts';
import { botbuilderGateway, type GatewayOptions } from './seam/botbuilder-gateway.ts';
import type { BotCredentials } from './seam/credentials.ts';
import { guardedHttp, type GuardedHttp } from './seam/guarded-http.ts';
import { fileAddresses, loopbackAddresses, teamsAddresses } from './seam/service-addresses.ts';
import { channelCheck } from './sending/channel-check.ts';
import { pace, steadyClock } from './sending/pace.ts';
import { teamsSender } from './sending/teams-sender.ts';
import type { TeamsSettings } from './settings.ts';
import { background } from './talk/background.ts';
import { noteUnlisted } from './talk/note-unlisted.ts';
import { teamsReplyReader } from './talk/read-reply.ts';

/** Teams, joined: its way in, its sender, and its end. */
export interface TeamsConnection {
  readonly door: Door;
  /** Pages for people, that the app package names. */
  readonly pages: Door;
  readonly sender: Sender;
  readonly reader: ReplyReader;
  /** Gets the token with which bcp speaks; fails when Microsoft gives none. */
  warm(): Promise<void>;
  /** Ends when every answer that is under way has been sent. */
  settled(): Promise<void>;
}

/** How long one call to Teams may take, in milliseconds: below the lease of a delivery, above what a slow day takes. */
export const timeoutMs = 10_000;

/** Any id serves a stand-in on this machine, which asks for none. */
const localAppId = 'bcp-local';

/**
 * Connects Teams as the settings say. `wakeReplies` is told of each reply that was put by. Throws when a certificate cannot be read.
 */
export function connectTeams(deps: Deps, settings: TeamsSettings, wakeReplies: () => void): TeamsConnection {
  return settings.mode === 'local'
    ? joinTeams(
        deps,
        {
          credentials: { kind: 'none', appId: localAppId, homeTenantId: '' },
          tenants: ['*'],
          addresses: loopbackAddresses(),
          timeoutMs,
          log: deps.log,
        },
        { dialogs: false, privateAnswers: false, files: guardedHttp(loopbackAddresses(), timeoutMs) },
        wakeReplies,
      )
    : joinTeams(
        deps,
        {
          credentials: credentialsOf(settings),
          tenants: settings.tenants,
          addresses: teamsAddresses(settings.serviceHosts),
          timeoutMs,
          log: deps.log,
          wayOut: settings.wayOut,
        },
        {
          dialogs: true,
          privateAnswers: true,
          files: guardedHttp(fileAddresses(), 60_000, settings.wayOut),
        },
        wakeReplies,
      );
}

export interface TeamsManners {
  readonly dialogs: boolean;
  readonly privateAnswers: boolean;
  readonly files: GuardedHttp;
}

/** Joins the parts on a gateway of any kind. */
export function joinTeams(
  deps: Deps,
  options: GatewayOptions,
  manners: TeamsManners,
  wakeReplies: () => void,
): TeamsConnection {
  const gateway = botbuilderGateway(options);
  const poster = { outbound: gateway.outbound, pace: pace(steadyClock) };
  const reach = storedReach(deps.store, options.addresses.first ?? '');
  const waiting = background(deps.log);
  const check = channelCheck({ ...poster, manner: 'answers' }, options.tenants, deps.clock);
  const talk = {
    wakeReplies,
    check,
    deps,
    reach,
    background: waiting,
    ...poster,
    manner: 'answers' as const,
    ...manners,
  };
  const door = teamsDoor(gateway.inbound(onTeamsActivity(talk), noteUnlisted(deps)));
  return {
    door: options.credentials.kind === 'none' ? localOnly(door) : door,
    pages: aboutPages(),
    reader: teamsReplyReader(talk),
    sender: teamsSender({
      ...poster,
      manner: 'outbox',
      reach,
      check,
      store: deps.store,
      clock: deps.clock,
      tenants: options.tenants,
      dialogs: manners.dialogs,
    }),
    warm: () => gateway.outbound.warm(),
    settled: () => waiting.settled(),
  };
}

export function credentialsOf({
  appId,
  homeTenantId,
  proof,
}: Extract<TeamsSettings, { mode: 'on' }>): BotCredentials {
  switch (proof.kind) {
    case 'certificate':
      return {
        kind: 'certificate',
        appId,
        homeTenantId,
        certificate: readFileSync(proof.certificateFile, 'utf8'),
        privateKey: readFileSync(proof.keyFile, 'utf8'),
      };
    default:
      return { ...proof, appId, homeTenantId };
  }
}
