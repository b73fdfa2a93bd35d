import type { Clock } from '../../../../src/kit/clock.ts';
import { failed, ok } from './fake-answers.ts';

type Args = Readonly<Record<string, string>>;

interface Issued {
  readonly team: string;
  readonly expiresAt: number;
  revoked: boolean;
}

/** Slack's side of an installation: codes that are good once, tokens that run out after twelve hours, refresh tokens that are good once. */
export class FakeOAuth {
  readonly clientId = '111.222';
  readonly clientSecret = 'the-client-secret-of-the-tests';
  /** Every secret that was ever given out: none of them may stand in a log. */
  readonly secrets: string[] = [];
  readonly homeTeam: string;
  refreshes = 0;
  readonly #clock: Clock;
  readonly #codes = new Map<string, { readonly team: string; readonly redirect: string }>();
  readonly #tokens = new Map<string, Issued>();
  readonly #refresh = new Map<string, string>();
  #count = 0;

  constructor(clock: Clock, homeTeam: string) {
    this.#clock = clock;
    this.homeTeam = homeTeam;
  }

  /** Somebody of this team agreed on Slack's page. */
  code(redirect: string, team = this.homeTeam): string {
    const code = this.#secret('code');
    this.#codes.set(code, { team, redirect });
    return code;
  }

  access(args: Args): Record<string, unknown> {
    if (args['client_id'] !== this.clientId) return failed('invalid_client_id');
    if (args['client_secret'] !== this.clientSecret) return failed('bad_client_secret');
    return args['grant_type'] === 'refresh_token'
      ? this.#renew(args['refresh_token'] ?? '')
      : this.#redeem(args['code'] ?? '', args['redirect_uri'] ?? '');
  }

  /** Null when the token is good; else Slack's word for what is wrong with it. */
  check(token: string): string | null {
    const issued = this.#tokens.get(token);
    if (!issued) return 'invalid_auth';
    if (issued.revoked) return 'token_revoked';
    return issued.expiresAt <= this.#clock.now().getTime() ? 'token_expired' : null;
  }

  revoke(token: string): boolean {
    const issued = this.#tokens.get(token);
    if (issued) issued.revoked = true;
    return issued !== undefined;
  }

  isRevoked(team: string): boolean {
    return [...this.#tokens.values()].some((issued) => issued.team === team && issued.revoked);
  }

  #redeem(code: string, redirect: string): Record<string, unknown> {
    const known = this.#codes.get(code);
    if (!known) return failed('invalid_code');
    this.#codes.delete(code);
    if (known.redirect !== redirect) return failed('bad_redirect_uri');
    return this.#issue(known.team);
  }

  #renew(refresh: string): Record<string, unknown> {
    const team = this.#refresh.get(refresh);
    if (team === undefined) return failed('invalid_refresh_token');
    this.#refresh.delete(refresh);
    this.refreshes += 1;
    return this.#issue(team);
  }

  #issue(team: string): Record<string, unknown> {
    const token = this.#secret('xoxe.xoxb-1');
    const refresh = this.#secret('xoxe-1');
    this.#tokens.set(token, {
      team,
      expiresAt: this.#clock.now().getTime() + 43_200_000,
      revoked: false,
    });
    this.#refresh.set(refresh, team);
    return ok({
      token_type: 'bot',
      access_token: token,
      refresh_token: refresh,
      expires_in: 43_200,
      bot_user_id: 'UBOT',
      app_id: 'A1',
      team: { id: team, name: 'A workspace' },
    });
  }

  #secret(kind: string): string {
    this.#count += 1;
    const secret = `${kind}-secret${this.#count}of${this.homeTeam}`;
    this.secrets.push(secret);
    return secret;
  }
}
