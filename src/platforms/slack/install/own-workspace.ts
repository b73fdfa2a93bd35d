import type { Clock } from '../../../kit/clock.ts';
import type { Log } from '../../../kit/log.ts';
import { failure, success, type Result } from '../../../kit/result.ts';
import { GrowingWait } from '../api/growing-wait.ts';
import { slackApi, textAt, type ApiSettings } from '../api/slack-api.ts';
import { answerWords, isFinal, SlackNotReached, troubleOf, type Trouble } from '../api/trouble.ts';
import { oneInstallation, type Installations } from './installations.ts';
import type { Workspace } from './workspaces.ts';

/**
 * The workspace of the bot token from the settings. Which one it is, and who bcp is in it, only Slack can say: as long as Slack cannot be
 * reached, it is not known, and whoever looks for it is told so (`SlackNotReached`), never that bcp is not installed.
 */
export class OwnWorkspace implements Installations {
  /** Settles when the workspace is known. */
  readonly known: Promise<void>;
  readonly #botToken: string;
  readonly #api: ApiSettings;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #wait = new GrowingWait();
  #one: Installations | null = null;
  #becameKnown: () => void = () => undefined;

  constructor(botToken: string, api: ApiSettings, clock: Clock) {
    this.#botToken = botToken;
    this.#api = api;
    this.#clock = clock;
    this.#log = api.log;
    this.known = new Promise((resolve) => {
      this.#becameKnown = resolve;
    });
  }

  get isKnown(): boolean {
    return this.#one !== null;
  }

  /** Asks Slack once. Fails, with a sentence for the administrator, only where asking again is of no use; any other trouble is in the log. */
  async learn(): Promise<Result<null, string>> {
    try {
      await this.#ask();
    } catch (error) {
      const trouble = troubleOf(error);
      if (isFinal(trouble)) return failure(refusedWords(trouble));
      this.#sayGoingOn(trouble, 1);
    }
    return success(null);
  }

  /** Asks again and again, further and further apart. True when it is known, false when it was stopped before. */
  async goOnLearning(): Promise<boolean> {
    for (let failures = 1, leastMs = 0; !this.isKnown; failures += 1) {
      await this.#wait.after(failures, leastMs);
      if (this.#wait.isEnded) return false;
      try {
        await this.#ask();
        this.#log.info('Slack has been reached', { failures });
      } catch (error) {
        const trouble = troubleOf(error);
        leastMs = trouble.kind === 'rate_limited' ? trouble.waitMs : 0;
        if (isFinal(trouble)) this.#log.error(refusedWords(trouble), { code: trouble.code });
        else this.#sayGoingOn(trouble, failures + 1);
      }
    }
    return !this.#wait.isEnded;
  }

  stop(): void {
    this.#wait.end();
  }

  find(teamId: string): Promise<Workspace | null> {
    return this.#one?.find(teamId) ?? Promise.reject(new SlackNotReached());
  }

  all(): Promise<readonly Workspace[]> {
    return this.#one?.all() ?? Promise.reject(new SlackNotReached());
  }

  forget(teamId: string, endedAt: Date): Promise<boolean> {
    return this.#one?.forget(teamId, endedAt) ?? Promise.reject(new SlackNotReached());
  }

  async #ask(): Promise<void> {
    const botToken = this.#botToken;
    const reply = await slackApi(botToken, this.#api).call('auth.test', {});
    const teamId = textAt(reply, 'team_id');
    const workspace = {
      teamId,
      botToken,
      botId: textAt(reply, 'bot_id'),
      botUserId: textAt(reply, 'user_id'),
    };
    this.#one = oneInstallation(workspace, this.#clock.now());
    this.#becameKnown();
  }

  #sayGoingOn(trouble: Trouble, failures: number): void {
    this.#log.warn(`${answerWords(trouble)} bcp goes on trying`, { code: trouble.code, failures });
  }
}

function refusedWords({ words }: Trouble): string {
  return `BCP_SLACK_BOT_TOKEN was not taken: ${words}`;
}
