import { SocketModeClient } from '@slack/socket-mode';
import type { Dispatcher } from 'undici';
import type { Log } from '../../../kit/log.ts';
import { clientOptions, field, type ApiSettings } from '../api/slack-api.ts';
import { GrowingWait } from '../api/growing-wait.ts';
import { sdkLogger } from '../api/sdk-logger.ts';
import { isFinal, troubleOf } from '../api/trouble.ts';
import type { SlackGate } from './slack-gate.ts';
import { kindOf } from './turned-away.ts';

export interface SocketDoorDeps {
  readonly gate: Pick<SlackGate, 'take' | 'sayLate'>;
  /** The app-level token, `xapp-…`, with `connections:write`. */
  readonly appToken: string;
  readonly api: ApiSettings;
  /** Carries a proxy; null = straight. */
  readonly dispatcher: Dispatcher | null;
  readonly log: Log;
}

export interface SocketDoor {
  /**
   * Opens the connection and keeps it open. Throws `SlackTokenRefused` when Slack does not take the token; where Slack cannot be reached it
   * says so in the log and goes on trying.
   */
  open(): Promise<void>;
  /** The same where nobody waits for it any more: a token that Slack does not take is said in the log too, and tried again. */
  openWhenItCan(): void;
  /** Takes nothing new, acknowledges what is under way (at most so long) and closes the connection. */
  close(patienceMs: number): Promise<void>;
  isOpen(): boolean;
}

/** Slack does not take the app-level token; the message is a sentence for the administrator. */
export class SlackTokenRefused extends Error {
  override readonly name = 'SlackTokenRefused';
}

/** How long a connection may take until Slack says hello, in milliseconds. */
const helloMs = 20_000;
/** How long Slack may take to say goodbye, in milliseconds. */
const goodbyeMs = 1_000;

/**
 * Slack's way in over a connection that bcp opens itself: only outbound 443 is needed (https://docs.slack.dev/apis/events-api/using-socket-mode).
 * The kit's own reconnecting is switched off: it ends the process when one of its tries fails.
 */
export function slackSocketDoor(deps: SocketDoorDeps): SocketDoor {
  return new KeptSocket(deps);
}

class KeptSocket implements SocketDoor {
  readonly #deps: SocketDoorDeps;
  readonly #client: SocketModeClient;
  readonly #underWay = new Set<Promise<void>>();
  #open = false;
  #closing = false;
  readonly #wait = new GrowingWait();

  constructor(deps: SocketDoorDeps) {
    this.#deps = deps;
    this.#client = new SocketModeClient({
      appToken: deps.appToken,
      autoReconnectEnabled: false,
      clientOptions: clientOptions(deps.api),
      logger: sdkLogger(deps.log),
      ...(deps.dispatcher === null ? {} : { dispatcher: deps.dispatcher }),
    });
    this.#client.on('connected', () => {
      this.#open = true;
    });
    this.#client.on('disconnected', () => this.#lost());
    this.#client.on('slack_event', (envelope: unknown) => this.#arrived(envelope));
  }

  async open(): Promise<void> {
    try {
      await this.#connect();
    } catch (error) {
      if (isFinal(troubleOf(error))) throw new SlackTokenRefused(refusedWords(error));
      this.#deps.log.warn('Slack cannot be reached; bcp goes on trying', { code: troubleOf(error).code });
      void this.#connectAgain(1);
    }
  }

  openWhenItCan(): void {
    void this.#connectAgain(0);
  }

  async close(patienceMs: number): Promise<void> {
    this.#closing = true;
    this.#wait.end();
    await Promise.race([Promise.all(this.#underWay), pause(patienceMs)]);
    await Promise.race([this.#client.disconnect(), pause(goodbyeMs)]);
    this.#open = false;
  }

  isOpen(): boolean {
    return this.#open;
  }

  /** Slack renews connections every few hours; others break. */
  #lost(): void {
    const wasOpen = this.#open;
    this.#open = false;
    if (wasOpen && !this.#closing) void this.#connectAgain(0);
  }

  async #connectAgain(failed: number): Promise<void> {
    for (let failures = failed; ; failures += 1) {
      await this.#wait.after(failures);
      if (this.#closing) return;
      try {
        await this.#connect();
        if (failures > 0) this.#deps.log.info('Slack is connected again', { failures });
        return;
      } catch (error) {
        const trouble = troubleOf(error);
        const { code } = trouble;
        if (isFinal(trouble)) this.#deps.log.error(refusedWords(error), { code });
        else
          this.#deps.log.warn('Slack cannot be reached; bcp goes on trying', {
            code,
            failures: failures + 1,
          });
      }
    }
  }

  /** Resolves when Slack has said hello. */
  async #connect(): Promise<void> {
    let impatience: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_resolve, reject) => {
      impatience = setTimeout(() => reject(new Error('Slack did not say hello.')), helloMs);
    });
    const started = this.#client.start();
    try {
      await Promise.race([started, tooLong]);
    } catch (error) {
      started.catch(() => undefined);
      void this.#client.disconnect();
      throw error;
    } finally {
      clearTimeout(impatience);
    }
  }

  #arrived(envelope: unknown): void {
    // What is not acknowledged, Slack sends again: to another instance, or to the next start of this one.
    if (this.#closing) return;
    const work = handle(this.#deps, envelope).finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }
}

async function handle(deps: SocketDoorDeps, envelope: unknown): Promise<void> {
  const { gate, log } = deps;
  const ack = field(envelope, 'ack');
  const came = field(envelope, 'body');
  if (typeof ack !== 'function' || typeof came !== 'object' || came === null) return;
  const body = { ...came };
  const retryNum = field(envelope, 'retry_num');
  const retryReason = field(envelope, 'retry_reason');
  const answer = await gate.take({
    body,
    ...(typeof retryNum === 'number' ? { retryNum } : {}),
    ...(typeof retryReason === 'string' ? { retryReason } : {}),
  });
  // What is not acknowledged, Slack sends again.
  if (answer.kind === 'again') return;
  try {
    await Reflect.apply(ack, undefined, answer.body === '' ? [] : [answer.body]);
  } catch (cause) {
    log.warn('An acknowledgement did not reach Slack', { cause });
    // Slack sends a command once: its words go another way. Everything else comes again, or is pressed again.
    if (kindOf(body) === 'command') await sayOtherwise(deps, body, answer.body);
  }
}

async function sayOtherwise(
  { gate, log }: SocketDoorDeps,
  body: Readonly<Record<string, unknown>>,
  words: unknown,
): Promise<void> {
  await gate
    .sayLate(body, words)
    .catch((cause: unknown) => log.error('The answer to a command did not reach anybody', { cause }));
}

function refusedWords(error: unknown): string {
  return `Slack does not take BCP_SLACK_APP_TOKEN (${troubleOf(error).code}). It is made under Basic information, App-level tokens, with connections:write.`;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
