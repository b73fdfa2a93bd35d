import { SocketModeClient } from '@slack/socket-mode';
import type { Dispatcher } from 'undici';
import type { Log } from '../../../kit/log.ts';
import { clientOptions, field, type ApiSettings } from '../api/slack-api.ts';
import { sdkLogger } from '../api/sdk-logger.ts';
import type { SlackGate } from './slack-gate.ts';

export interface SocketDoorDeps {
  readonly gate: SlackGate;
  /** The app-level token, `xapp-…`, with `connections:write`. */
  readonly appToken: string;
  readonly api: ApiSettings;
  /** Carries a proxy; null = straight. */
  readonly dispatcher: Dispatcher | null;
  readonly log: Log;
}

export interface SocketDoor {
  /** Rejects when Slack does not take the token. */
  open(): Promise<void>;
  /** Takes nothing new. */
  close(): Promise<void>;
  isOpen(): boolean;
}

/** Slack's way in over a connection that bcp opens itself: only outbound 443 is needed (https://docs.slack.dev/apis/events-api/using-socket-mode). */
export function slackSocketDoor(deps: SocketDoorDeps): SocketDoor {
  const client = new SocketModeClient({
    appToken: deps.appToken,
    clientOptions: clientOptions(deps.api),
    logger: sdkLogger(deps.log),
    ...(deps.dispatcher === null ? {} : { dispatcher: deps.dispatcher }),
  });
  let open = false;
  client.on('connected', () => {
    open = true;
  });
  client.on('disconnected', () => {
    open = false;
  });
  client.on('reconnecting', () => {
    open = false;
  });
  client.on('slack_event', (envelope: unknown) => {
    void handle(deps, envelope);
  });
  return {
    open: async () => {
      await client.start();
    },
    close: () => client.disconnect(),
    isOpen: () => open,
  };
}

async function handle({ gate, log }: SocketDoorDeps, envelope: unknown): Promise<void> {
  const ack = field(envelope, 'ack');
  const body = field(envelope, 'body');
  if (typeof ack !== 'function' || typeof body !== 'object' || body === null) return;
  const retryNum = field(envelope, 'retry_num');
  const retryReason = field(envelope, 'retry_reason');
  const answer = await gate.take({
    body: { ...body },
    ...(typeof retryNum === 'number' ? { retryNum } : {}),
    ...(typeof retryReason === 'string' ? { retryReason } : {}),
  });
  // What is not acknowledged, Slack sends again.
  if (answer.kind === 'again') return;
  try {
    await Reflect.apply(ack, undefined, answer.body === '' ? [] : [answer.body]);
  } catch (cause) {
    log.warn('An acknowledgement did not reach Slack', { cause });
  }
}
