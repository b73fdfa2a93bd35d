import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { field } from './slack-api.ts';

/**
 * What went wrong with a call, as far as it matters to a message. `not_sent`: it never left this machine. `unknown`: Slack may or may not
 * have done it. `key`: Slack does not accept bcp's key to the workspace, so nothing will go through until somebody installs it again.
 */
export type Trouble =
  | { readonly kind: 'rate_limited'; readonly waitMs: number; readonly code: string; readonly words: string }
  | {
      readonly kind: 'not_sent' | 'unknown' | 'key' | 'nobody_there' | 'refused' | 'gone';
      readonly code: string;
      readonly words: string;
    };

/** bcp is installed in a workspace, and its key to it is sealed with another than those of the settings. */
export class KeyDoesNotOpen extends Error {
  override readonly name = 'KeyDoesNotOpen';

  constructor(teamId: string) {
    super(
      `The key to the Slack workspace ${teamId} does not open: BCP_SLACK_SEAL_KEY is not the one it was sealed with.`,
    );
  }
}

/** Slack has not been reached since bcp started, so bcp does not know yet which workspace its bot token is for. */
export class SlackNotReached extends Error {
  override readonly name = 'SlackNotReached';

  constructor() {
    super('Slack has not said yet which workspace BCP_SLACK_BOT_TOKEN is for.');
  }
}

/** Slack's errors with what they mean for whoever reads the list of what did not arrive. */
const nobodyThere: Readonly<Record<string, string>> = {
  user_disabled: 'This Slack account has been deactivated.',
  user_not_found: 'Slack no longer knows this account.',
  users_not_found: 'Slack no longer knows this account.',
  user_not_visible: 'bcp cannot see this account in Slack; it is of another workspace.',
  invalid_user_combination:
    'This person is of another Slack workspace and shares no channel with bcp, so it cannot write to them directly.',
  cannot_dm_bot: 'This account is a program, not a person.',
  messages_tab_disabled: 'Messages to bcp are switched off in its Slack settings.',
  channel_not_found: 'Slack does not know this conversation, or bcp has not been invited to it.',
  is_archived: 'This Slack channel has been archived.',
  not_in_channel: 'bcp has not been invited to this Slack channel: /invite @bcp.',
};

/** `account_inactive` is about bcp's own account: "token is for a deleted user or workspace" (https://docs.slack.dev/reference/methods/auth.test). */
const keyTrouble: readonly string[] = [
  'account_inactive',
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'app_uninstalled',
  'team_access_not_granted',
  'org_login_required',
];

/** Part of the work may have been done (https://docs.slack.dev/reference/methods/chat.postMessage). */
const unknownOutcome: readonly string[] = [
  'internal_error',
  'fatal_error',
  'request_timeout',
  'service_unavailable',
];

const gone: readonly string[] = [
  'message_not_found',
  'cant_update_message',
  'duplicate_message_not_found',
  'thread_not_found',
];

/** Errors of the network that come before a single byte of the request. */
const neverLeft: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Certificates that this machine does not trust: most often those of a proxy that inspects what passes. */
const notTrusted: readonly string[] = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

/** How long to wait where Slack limits without saying for how long. */
const defaultWaitMs = 30_000;

const notReached = 'Slack cannot be reached from here.';

/** Reads anything that a call has thrown. What is not known for sure counts as `unknown`: then it is looked up before it is repeated. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof KeyDoesNotOpen)
    return {
      kind: 'key',
      code: 'key_does_not_open',
      words:
        'The key to this Slack workspace does not open. An administrator must put BCP_SLACK_SEAL_KEY right.',
    };
  if (error instanceof SlackNotReached) return { kind: 'not_sent', code: 'not_reached', words: notReached };
  if (error instanceof WebAPIRateLimitedError) return limited(Math.max(1, error.retryAfter) * 1_000);
  if (error instanceof WebAPIPlatformError) return platformTrouble(error.data.error);
  if (error instanceof WebAPIHTTPError) return maybe(`http_${error.statusCode}`);
  if (error instanceof WebAPIRequestError) {
    const code = networkCode(error.original);
    if (notTrusted.includes(code))
      return {
        kind: 'not_sent',
        code,
        words:
          'Slack, or a proxy on the way, shows a certificate that this machine does not trust. If your network inspects traffic, name its certificate in NODE_EXTRA_CA_CERTS.',
      };
    return neverLeft.includes(code) ? { kind: 'not_sent', code, words: notReached } : maybe(code);
  }
  // The kit has no class for a limit without a time; it says so in these words.
  if (error instanceof Error && error.message.startsWith('Retry header did not contain'))
    return limited(defaultWaitMs);
  return maybe('unexpected');
}

/** The trouble of a question, where nothing was to be sent. */
export function answerWords({ kind, words }: Trouble): string {
  return kind === 'unknown' ? 'Slack did not answer, or not as Slack does.' : words;
}

/** Whether trying again is of no use before somebody has changed something. */
export function isFinal({ kind }: Trouble): boolean {
  return kind === 'key' || kind === 'refused' || kind === 'nobody_there';
}

function platformTrouble(code: string): Trouble {
  // A page of a captive portal comes as an "error" that is a page.
  if (!/^[a-z0-9_]{1,80}$/.test(code)) return maybe('not_json');
  if (code === 'ratelimited' || code === 'rate_limited') return limited(defaultWaitMs);
  if (unknownOutcome.includes(code)) return maybe(code);
  if (gone.includes(code)) return { kind: 'gone', code, words: 'The message is no longer there in Slack.' };
  if (keyTrouble.includes(code))
    return {
      kind: 'key',
      code,
      words: 'Slack no longer accepts bcp in this workspace. An administrator must install it again.',
    };
  const words = nobodyThere[code];
  if (words !== undefined) return { kind: 'nobody_there', code, words };
  return { kind: 'refused', code, words: `Slack refused it (${code}).` };
}

function limited(waitMs: number): Trouble {
  return { kind: 'rate_limited', waitMs, code: 'ratelimited', words: 'Slack asked bcp to wait.' };
}

function maybe(code: string): Trouble {
  return { kind: 'unknown', code, words: 'Slack did not say whether it took the message.' };
}

function networkCode(error: unknown): string {
  const code = field(field(error, 'cause'), 'code') ?? field(error, 'code');
  if (typeof code === 'string') return code;
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error instanceof Error ? error.name : 'unknown';
}
