import { z } from 'zod';
import { failure, success, type Result } from '../../kit/result.ts';
import type { SlackSettings } from './connect.ts';
import { sealKeys } from './install/seal.ts';

/** The settings of Slack, for `config.ts`; `.env.example` says each in a sentence. */
export const slackSettingShape = {
  BCP_SLACK_MODE: z.enum(['off', 'socket', 'http']).default('off'),
  BCP_SLACK_BOT_TOKEN: z.string().default(''),
  BCP_SLACK_APP_TOKEN: z.string().default(''),
  BCP_SLACK_SIGNING_SECRET: z.string().default(''),
  BCP_SLACK_CLIENT_ID: z.string().default(''),
  BCP_SLACK_CLIENT_SECRET: z.string().default(''),
  BCP_SLACK_SEAL_KEY: z.string().default(''),
  BCP_SLACK_TEAMS: z.string().default(''),
  BCP_SLACK_PUBLIC_URL: z.string().default(''),
  BCP_SLACK_API_URL: z.string().default(''),
  HTTPS_PROXY: z.string().default(''),
  NO_PROXY: z.string().default(''),
};

interface SlackEnvironment {
  readonly mode: 'off' | 'socket' | 'http';
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly sealKey: string;
  readonly teams: string;
  readonly apiUrl: string;
  readonly publicUrl: string;
  readonly proxy: string;
  readonly noProxy: string;
}

function environmentOf(set: z.infer<z.ZodObject<typeof slackSettingShape>>): SlackEnvironment {
  return {
    mode: set.BCP_SLACK_MODE,
    botToken: set.BCP_SLACK_BOT_TOKEN,
    appToken: set.BCP_SLACK_APP_TOKEN,
    signingSecret: set.BCP_SLACK_SIGNING_SECRET,
    clientId: set.BCP_SLACK_CLIENT_ID,
    clientSecret: set.BCP_SLACK_CLIENT_SECRET,
    sealKey: set.BCP_SLACK_SEAL_KEY,
    teams: set.BCP_SLACK_TEAMS,
    apiUrl: set.BCP_SLACK_API_URL,
    publicUrl: set.BCP_SLACK_PUBLIC_URL,
    proxy: set.HTTPS_PROXY,
    noProxy: set.NO_PROXY,
  };
}

const slackApiUrl = 'https://slack.com/api/';

/** Null when Slack is off; else everything the connection needs, or sentences that say what is missing. */
export function readSlackSettings(
  set: z.infer<z.ZodObject<typeof slackSettingShape>>,
): Result<SlackSettings | null, readonly string[]> {
  const given = environmentOf(set);
  if (given.mode === 'off') return success(null);
  const problems = [
    ...tokenProblems(given),
    ...installProblems(given),
    ...apiProblems(given.apiUrl),
    ...proxyProblems(given.proxy),
  ];
  if (problems.length > 0) return failure(problems);
  const keys = sealKeys(given.sealKey) ?? [];
  const apiUrl = given.apiUrl === '' ? slackApiUrl : given.apiUrl.replace(/\/*$/, '/');
  return success({
    mode: given.mode,
    botToken: orNull(given.botToken),
    appToken: orNull(given.appToken),
    signingSecrets: listOf(given.signingSecret),
    install:
      given.clientId === ''
        ? null
        : {
            clientId: given.clientId,
            clientSecret: given.clientSecret,
            sealKeys: keys,
            teams: listOf(given.teams),
            publicUrl: given.publicUrl.replace(/\/+$/, ''),
            authorizeUrl:
              given.apiUrl === ''
                ? 'https://slack.com/oauth/v2/authorize'
                : new URL('/oauth/v2/authorize', apiUrl).href,
          },
    apiUrl,
    publicUrl: given.publicUrl,
    proxy: orNull(given.proxy),
    noProxy: orNull(given.noProxy),
  });
}

function tokenProblems({
  mode,
  botToken,
  appToken,
  signingSecret,
  clientId,
  publicUrl,
}: SlackEnvironment): readonly string[] {
  return [
    ...(botToken === '' && clientId === ''
      ? ['BCP_SLACK_BOT_TOKEN must be set (xoxb-…), or BCP_SLACK_CLIENT_ID for several workspaces']
      : []),
    ...(botToken !== '' && !botToken.startsWith('xoxb-')
      ? ['BCP_SLACK_BOT_TOKEN must begin with xoxb-']
      : []),
    ...(mode === 'socket' && !appToken.startsWith('xapp-')
      ? ['BCP_SLACK_APP_TOKEN must be set for BCP_SLACK_MODE=socket, and begin with xapp-']
      : []),
    ...(mode === 'http' &&
    (signingSecret === '' || listOf(signingSecret).some((secret) => secret.length < 32))
      ? ['BCP_SLACK_SIGNING_SECRET must be set for BCP_SLACK_MODE=http, with 32 characters or more']
      : []),
    ...(mode === 'http' && !URL.canParse(publicUrl)
      ? ['BCP_SLACK_PUBLIC_URL must be set for BCP_SLACK_MODE=http: Slack asks for bcp under that name']
      : []),
  ];
}

function installProblems({
  clientId,
  clientSecret,
  sealKey,
  teams,
  publicUrl,
  apiUrl,
}: SlackEnvironment): readonly string[] {
  if (clientId === '') return [];
  return [
    ...(clientSecret === '' ? ['BCP_SLACK_CLIENT_SECRET must be set with BCP_SLACK_CLIENT_ID'] : []),
    ...(sealKey === '' || sealKeys(sealKey) === null
      ? ['BCP_SLACK_SEAL_KEY must be 32 bytes as 64 hex digits: openssl rand -hex 32']
      : []),
    ...(listOf(teams).length === 0
      ? ['BCP_SLACK_TEAMS must name the workspaces that may install bcp, e.g. T012AB3CD']
      : []),
    ...(URL.canParse(publicUrl) && (apiUrl !== '' || publicUrl.startsWith('https://'))
      ? []
      : ['BCP_SLACK_PUBLIC_URL must be the address Slack leads back to, e.g. https://bcp.example.org']),
  ];
}

/** Another address than Slack's own would be handed every token: only a stand-in on this machine may be one. */
function apiProblems(apiUrl: string): readonly string[] {
  if (apiUrl === '') return [];
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : null;
  const isLoopback =
    url !== null &&
    ['http:', 'https:'].includes(url.protocol) &&
    ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return isLoopback
    ? []
    : ['BCP_SLACK_API_URL may only be an address on this machine, e.g. http://127.0.0.1:4003/api/'];
}

function proxyProblems(proxy: string): readonly string[] {
  const isAddress = URL.canParse(proxy) && ['http:', 'https:'].includes(new URL(proxy).protocol);
  return proxy === '' || isAddress ? [] : ['HTTPS_PROXY must be an address like http://proxy.example:8080'];
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
