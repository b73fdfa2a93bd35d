import { stageIntake } from '../../support/intake.ts';
import { connectSlack, type SlackConnection } from '../../../src/platforms/slack/connect.ts';
import { sealKeys } from '../../../src/platforms/slack/install/seal.ts';
import type { InstallSettings } from '../../../src/platforms/slack/install/install-door.ts';
import { startWebServer, type WebServer } from '../../../src/web/server.ts';
import type { Store } from '../../../src/use-cases/ports/store.ts';
import { commandOf, connectedStage, type ConnectedStage, type StageOptions } from './connected-stage.ts';
import { secret, signedRequest } from './slack-stage.ts';

export const sealKey = 'ab'.repeat(32);
const publicUrl = 'https://bcp.example.org';

/** bcp as several workspaces install it, on a port of its own. */
export interface InstallStage extends ConnectedStage {
  readonly web: WebServer;
  /** `/slack/install` in a browser: where it leads, and the cookie it leaves. */
  begin(): Promise<{
    readonly state: string;
    readonly cookie: string;
    readonly header: string;
    readonly to: URL;
  }>;
  /** Slack leads back. */
  comeBack(
    state: string,
    code: string,
    cookie: string,
  ): Promise<{ readonly status: number; readonly words: string }>;
  install(team?: string): Promise<{ readonly status: number; readonly words: string }>;
  /** `/bcp words` over HTTP, signed as Slack signs. */
  command(words: string, teamId?: string, web?: WebServer): Promise<Record<string, unknown>>;
  /** `at`: when it happened, in seconds since 1970, as Slack says it. */
  event(event: Record<string, unknown>, id: string, at?: number): Promise<number>;
  /** Another instance of bcp on the same database. */
  second(): Promise<WebServer>;
}

const opened: { readonly web: WebServer; readonly connection: SlackConnection | null }[] = [];

export async function closeInstallStages(): Promise<void> {
  for (const { web, connection } of opened.splice(0)) {
    await web.close();
    await connection?.close(1_000);
  }
}

export async function installStage(
  store: Store,
  changes: Partial<InstallSettings> = {},
  log?: StageOptions['log'],
): Promise<InstallStage> {
  const stage = await connectedStage(store, {
    ...(log === undefined ? {} : { log }),
    settings: (server, slack) => ({
      mode: 'http',
      botToken: null,
      appToken: null,
      signingSecrets: [secret],
      publicUrl,
      install: {
        clientId: slack.oauth.clientId,
        clientSecret: slack.oauth.clientSecret,
        sealKeys: sealKeys(sealKey) ?? [],
        teams: ['T1', 'T2'],
        publicUrl,
        authorizeUrl: `${server.url}/oauth/v2/authorize`,
        ...changes,
      },
    }),
  });
  const serve = async (connection: SlackConnection, own: SlackConnection | null) => {
    const web = await startWebServer({
      doors: connection.doors,
      log: stage.deps.log,
      isHealthy: () => Promise.resolve(connection.isHealthy()),
      port: 0,
    });
    opened.push({ web, connection: own });
    return web;
  };
  const web = await serve(stage.connection, null);
  const post = async (body: Record<string, unknown>, kind: 'form' | 'json', to: WebServer) => {
    const { headers, body: bytes, path } = signedRequest(body, kind, stage.clock.now());
    return fetch(to.url + path, { method: 'POST', headers, body: bytes });
  };
  const begin: InstallStage['begin'] = async () => {
    const response = await fetch(`${web.url}/slack/install`, { redirect: 'manual' });
    const to = new URL(response.headers.get('location') ?? '');
    const header = response.headers.get('set-cookie') ?? '';
    return { to, header, cookie: header.split(';')[0] ?? '', state: to.searchParams.get('state') ?? '' };
  };
  const comeBack: InstallStage['comeBack'] = async (state, code, cookie) => {
    const query = new URLSearchParams({ state, code });
    const response = await fetch(`${web.url}/slack/oauth_redirect?${String(query)}`, { headers: { cookie } });
    return { status: response.status, words: await response.text() };
  };
  return {
    ...stage,
    web,
    begin,
    comeBack,
    install: async (team) => {
      const { state, cookie } = await begin();
      return comeBack(state, stage.slack.oauth.code(`${publicUrl}/slack/oauth_redirect`, team), cookie);
    },
    command: async (words, teamId = 'T1', to = web) => {
      const response = await post(commandOf(stage.slack, 'UGRACE', words, teamId), 'form', to);
      const text = await response.text();
      return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    },
    event: async (event, id, at) => {
      const happened = at === undefined ? {} : { event_time: at };
      const body = { type: 'event_callback', team_id: 'T1', event_id: id, ...happened, event };
      return (await post(body, 'json', web)).status;
    },
    second: async () => {
      const settings = stage.settings;
      const intake = stageIntake(stage.deps);
      const connected = await connectSlack(stage.deps, settings, null, intake.wake);
      if (!connected.ok) throw new Error(connected.error);
      intake.serve(connected.value.reader);
      return serve(connected.value, connected.value);
    },
  };
}

/** Slack's return address, as it was given when the installation began. */
export const returnAddress = `${publicUrl}/slack/oauth_redirect`;
