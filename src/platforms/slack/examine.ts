import type { Clock } from '../../kit/clock.ts';
import type { Log } from '../../kit/log.ts';
import type { Deps } from '../../use-cases/deps.ts';
import type { Finding } from '../../use-cases/examine-partnership.ts';
import type { Channel } from '../../use-cases/ports/board-records.ts';
import { slackApi, textAt, type ApiSettings } from './api/slack-api.ts';
import { answerWords, troubleOf } from './api/trouble.ts';
import type { SlackSettings } from './connect.ts';
import { examineChannels } from './examine-channels.ts';
import { examineWayIn } from './examine-way-in.ts';
import { networkThrough } from './install/network.ts';
import { botScopes, scopeReasons } from './install/scopes.ts';
import { sealedInstallations } from './install/sealed-installations.ts';
import type { Workspace } from './install/workspaces.ts';

export interface SlackExamination {
  readonly settings: SlackSettings;
  readonly clock: Clock;
  readonly log: Log;
  /** Null where there is no database that could be opened: then channels and installations are left out. */
  readonly deps: Deps | null;
}

/** Differences between Slack's clock and ours that matter, in milliseconds: five minutes off, and Slack's requests are refused. */
const clocks = { look: 30_000, wrong: 240_000 } as const;

/** Whether bcp can do its work in Slack: key, scopes, way in, clock, channels. Each finding says what to do. */
export async function examineSlack(examination: SlackExamination): Promise<readonly Finding[]> {
  const { settings, clock, log } = examination;
  const network = networkThrough(settings.proxy, settings.noProxy);
  const heard: { date: string | null } = { date: null };
  const noting: typeof globalThis.fetch = async (input, init) => {
    const response = await network.fetch(input, init);
    heard.date = response.headers.get('date') ?? heard.date;
    return response;
  };
  const api: ApiSettings = { fetch: noting, url: settings.apiUrl, log };
  try {
    const { findings, reached } = await examineKeys(examination, api);
    if (!reached) return findings;
    return [
      ...findings,
      ...(await examineWayIn(settings, api)),
      clockFinding(heard.date, clock.now()),
      ...(await channelFindings(examination, api)),
    ];
  } finally {
    await network.dispatcher?.destroy();
  }
}

interface Keys {
  readonly findings: readonly Finding[];
  /** False when Slack could not be reached: nothing else can be said then. */
  readonly reached: boolean;
}

async function examineKeys(examination: SlackExamination, api: ApiSettings): Promise<Keys> {
  const { botToken } = examination.settings;
  if (botToken !== null) return examineKey('Slack key', botToken, api);
  const findings: Finding[] = [];
  let reached = true;
  for (const { teamId, workspace } of await installed(examination, api)) {
    const about = `Slack key of ${teamId}`;
    if (workspace === null) {
      findings.push({ about, state: 'look', words: notInstalledWords(examination.settings) });
      continue;
    }
    const keys = await examineKey(about, workspace.botToken, api);
    findings.push(...keys.findings);
    reached &&= keys.reached;
  }
  return { findings, reached };
}

function notInstalledWords({ install }: SlackSettings): string {
  return `bcp is not installed in this workspace yet, or its key does not open with BCP_SLACK_SEAL_KEY. Open ${install?.publicUrl ?? ''}/slack/install there.`;
}

async function installed(
  { deps, settings }: SlackExamination,
  api: ApiSettings,
): Promise<readonly { readonly teamId: string; readonly workspace: Workspace | null }[]> {
  const { install } = settings;
  if (install === null || deps === null || (await deps.store.partnerships()).length === 0) return [];
  const installations = sealedInstallations({ deps, install, api, sleep: () => Promise.resolve() });
  return Promise.all(
    install.teams.map(async (teamId) => ({
      teamId,
      workspace: await installations.find(teamId).catch(() => null),
    })),
  );
}

async function examineKey(about: string, token: string, api: ApiSettings): Promise<Keys> {
  try {
    const reply = await slackApi(token, api).call('auth.test', {});
    const name = textAt(reply, 'team') || textAt(reply, 'team_id');
    const words = `Slack takes it: bcp is ${textAt(reply, 'user') || textAt(reply, 'user_id')} in ${name} (${textAt(reply, 'team_id')}).`;
    return {
      findings: [{ about, state: 'ok', words }, scopesFinding(about, scopesIn(reply))],
      reached: true,
    };
  } catch (error) {
    const trouble = troubleOf(error);
    const isKey = trouble.kind === 'key' || trouble.kind === 'nobody_there' || trouble.kind === 'refused';
    const words = isKey
      ? `Slack does not take it (${trouble.code}). Install the app again under OAuth & Permissions and put the new xoxb- token into BCP_SLACK_BOT_TOKEN.`
      : `${answerWords(trouble)} (${trouble.code}) Check the network, HTTPS_PROXY and NO_PROXY; nothing else about Slack can be looked at before.`;
    return { findings: [{ about, state: 'wrong', words }], reached: isKey };
  }
}

/** What the token may do, as Slack says in a header of each answer. */
function scopesIn(reply: Readonly<Record<string, unknown>>): readonly string[] | null {
  const scopes = Object.entries(Object(reply['response_metadata']) as object).find(
    ([name]) => name === 'scopes',
  );
  return Array.isArray(scopes?.[1]) ? scopes[1].map(String) : null;
}

function scopesFinding(keyAbout: string, given: readonly string[] | null): Finding {
  const about = keyAbout.replace('key', 'scopes');
  if (given === null) return { about, state: 'look', words: 'Slack did not say what bcp may do.' };
  const missing = Object.entries(scopeReasons).filter(([scope]) => !given.includes(scope));
  const needless = given.filter((scope) => !botScopes.includes(scope));
  if (missing.length > 0) {
    const list = missing.map(([scope, why]) => `${scope} (${why})`).join(', ');
    return {
      about,
      state: 'wrong',
      words: `Missing: ${list}. Paste manifests/slack/*.json under App Manifest again and reinstall the app.`,
    };
  }
  if (needless.length > 0)
    return { about, state: 'look', words: `bcp does not need ${needless.join(', ')}: better take it away.` };
  return { about, state: 'ok', words: `All ${botScopes.length} that bcp needs, and no other.` };
}

function clockFinding(date: string | null, now: Date): Finding {
  const about = 'Slack clock';
  const theirs = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(theirs)) return { about, state: 'look', words: 'Slack did not say what time it is.' };
  const apart = Math.abs(theirs - now.getTime());
  const seconds = Math.round(apart / 1_000);
  if (apart <= clocks.look)
    return { about, state: 'ok', words: `Within ${Math.max(1, seconds)} seconds of ours.` };
  const words = `This machine's clock is ${seconds} seconds away from Slack's; from five minutes on everything from Slack is refused. Let it follow a time server.`;
  return { about, state: apart > clocks.wrong ? 'wrong' : 'look', words };
}

async function channelFindings(examination: SlackExamination, api: ApiSettings): Promise<readonly Finding[]> {
  const { deps, settings } = examination;
  if (deps === null) return [];
  const channels: Channel[] = [];
  for (const { id } of await deps.store.partnerships()) {
    const own = await deps.store.in(id).channels.all();
    channels.push(...own.filter(({ platform }) => platform === 'slack'));
  }
  const keys = await installed(examination, api);
  return examineChannels(channels, (teamId) => {
    const token = settings.botToken ?? keys.find((key) => key.teamId === teamId)?.workspace?.botToken;
    return token === undefined ? null : slackApi(token, api);
  });
}
