import type { Finding } from '../../use-cases/examine-partnership.ts';
import { slackApi, textAt, type ApiSettings } from './api/slack-api.ts';
import { answerWords, troubleOf } from './api/trouble.ts';
import type { SlackSettings } from './connect.ts';
import { slackPath } from './doors/http-door.ts';

/** How long an address may take to answer at all, in milliseconds. */
const patienceMs = 5_000;

/** Whether what people do in Slack reaches bcp. */
export async function examineWayIn(settings: SlackSettings, api: ApiSettings): Promise<readonly Finding[]> {
  return settings.mode === 'socket'
    ? [await examineSocket(settings, api)]
    : [await examineAddress(settings, api)];
}

/** Asks for a connection and does not open it: a second one would be sent what belongs to the bcp that runs. */
async function examineSocket({ appToken }: SlackSettings, api: ApiSettings): Promise<Finding> {
  const about = 'Slack Socket Mode';
  try {
    const reply = await slackApi(appToken ?? '', api).call('apps.connections.open', {});
    const address = new URL(textAt(reply, 'url').replace(/^ws/, 'http'));
    if (await answers(address.origin, api))
      return { about, state: 'ok', words: `A connection may be opened to ${address.host}.` };
    return {
      about,
      state: 'wrong',
      words: `Slack offers a connection to ${address.host}, which cannot be reached from here. Let port 443 out to *.slack.com, or set HTTPS_PROXY.`,
    };
  } catch (error) {
    const trouble = troubleOf(error);
    const { code, kind } = trouble;
    if (code === 'socket_mode_not_enabled')
      return {
        about,
        state: 'wrong',
        words: 'It is switched off for this app. Switch it on under Socket Mode.',
      };
    if (kind === 'key' || kind === 'refused' || kind === 'nobody_there')
      return {
        about,
        state: 'wrong',
        words: `Slack does not take BCP_SLACK_APP_TOKEN (${code}). Make one under Basic information, App-level tokens, with connections:write.`,
      };
    return { about, state: 'wrong', words: `${answerWords(trouble)} (${code})` };
  }
}

/** From inside, one's own public address cannot always be reached; Slack itself is the better witness. */
async function examineAddress({ publicUrl }: SlackSettings, api: ApiSettings): Promise<Finding> {
  const about = 'Slack address';
  const address = new URL(slackPath, publicUrl).href;
  return (await answers(new URL('/healthz', publicUrl).href, api))
    ? {
        about,
        state: 'ok',
        words: `${address} answers. It must stand under Event Subscriptions and Interactivity.`,
      }
    : {
        about,
        state: 'look',
        words: `${address} does not answer from here. Is bcp running and the proxy in front of it set up? Under Event Subscriptions, Retry shows whether Slack reaches it.`,
      };
}

async function answers(address: string, { fetch }: ApiSettings): Promise<boolean> {
  try {
    await fetch(address, { signal: AbortSignal.timeout(patienceMs), redirect: 'manual' });
    return true;
  } catch {
    return false;
  }
}
