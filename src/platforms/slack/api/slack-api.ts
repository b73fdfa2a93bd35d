import { WebClient } from '@slack/web-api';
import type { Log } from '../../../kit/log.ts';
import { sdkLogger } from './sdk-logger.ts';

/** What Slack answered; its fields are read with care, never trusted to be there. */
export type SlackReply = Readonly<Record<string, unknown>>;

/** Slack's Web API of one workspace, one call at a time: nothing in here tries again by itself. */
export interface SlackApi {
  /** Throws the errors of `@slack/web-api`; `troubleOf` reads them. */
  call(method: string, args: Readonly<Record<string, unknown>>): Promise<SlackReply>;
  /** Uploads a file and gives its id; shared in the channel when there is one, else known to bcp alone. */
  upload(file: SlackUpload): Promise<string>;
}

export interface SlackUpload {
  readonly fileName: string;
  readonly title: string;
  readonly altText: string;
  readonly bytes: Uint8Array;
  readonly channelId: string | null;
}

export interface ApiSettings {
  /** Carries proxies and certificates, and in tests the stand-in. */
  readonly fetch: typeof globalThis.fetch;
  /** Ends with a slash, e.g. `https://slack.com/api/`. */
  readonly url: string;
  readonly log: Log;
}

/** How long Slack may take to answer before nobody knows what became of a call, in milliseconds. */
export const callTimeoutMs = 10_000;

/**
 * What every client of Slack is made with: no second try, as a repeated post is a second message; a time limit; and a rate limit is said
 * at once instead of holding up everything else.
 */
export function clientOptions({ fetch, url, log }: ApiSettings) {
  return {
    slackApiUrl: url,
    fetch,
    timeout: callTimeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: true,
    logger: sdkLogger(log),
  };
}

export function slackApi(token: string, settings: ApiSettings): SlackApi {
  const client = new WebClient(token, clientOptions(settings));
  return apiOf(client);
}

/** The same on a client that is there already. */
export function apiOf(client: WebClient): SlackApi {
  return {
    call: async (method, args) => ({ ...(await client.apiCall(method, { ...args })) }),
    upload: async ({ fileName, title, altText, bytes, channelId }) => {
      const uploaded: unknown = await client.filesUploadV2({
        file: Buffer.from(bytes),
        filename: fileName,
        title,
        alt_text: altText,
        ...(channelId === null ? {} : { channel_id: channelId }),
      });
      return firstFileId(uploaded);
    },
  };
}

/** The id stands two levels down, in a list of lists. */
function firstFileId(uploaded: unknown): string {
  const [completed] = listAt(uploaded, 'files');
  const [file] = listAt(completed, 'files');
  const id = field(file, 'id');
  if (typeof id !== 'string') throw new Error('Slack did not say under which id it keeps the file.');
  return id;
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = field(value, name);
  return Array.isArray(list) ? list : [];
}

/** A field of something that may be anything. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

/** A text of a reply; empty when it is not there. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = path.reduce(field, value);
  return typeof found === 'string' ? found : '';
}
