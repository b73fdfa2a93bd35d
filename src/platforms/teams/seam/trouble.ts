/**
 * Why something was not sent, or may not have been.
 * - `not_sent`: it never got there (no connection, no token); trying again is safe.
 * - `busy`: Teams took nothing and asks to wait (429, 412).
 * - `unknown`: nobody knows whether it arrived (no answer in time, connection lost, 5xx).
 * - `gone`: the app or the conversation is not there any more (403, 404).
 * - `refused`: it will never be taken as it is (400, 413, an address that is not allowed).
 */
export type TroubleKind = 'not_sent' | 'busy' | 'unknown' | 'gone' | 'refused';

export class TeamsTrouble extends Error {
  readonly kind: TroubleKind;
  /** Teams' status, or null when there was no answer. */
  readonly status: number | null;
  /** Teams' own word for it, e.g. `BotNotInConversationRoster`; empty when it gave none. */
  readonly reason: string;
  /** How long Teams asked to wait, in milliseconds. */
  readonly waitMs: number | null;

  constructor(
    kind: TroubleKind,
    words: string,
    more: { status?: number; reason?: string; waitMs?: number | null } = {},
  ) {
    super(words);
    this.name = 'TeamsTrouble';
    this.kind = kind;
    this.status = more.status ?? null;
    this.reason = more.reason ?? '';
    this.waitMs = more.waitMs ?? null;
  }
}

/** What an answer of the connector that is no success means. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
export function troubleOf(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string,
): TeamsTrouble {
  const reason = reasonIn(body);
  const said = { status, reason, waitMs: waitIn(headers['retry-after']) };
  if (status === 429 || status === 412)
    return new TeamsTrouble('busy', `Teams asked to wait (${status}).`, said);
  if (status === 401)
    return new TeamsTrouble('not_sent', "Teams did not accept bcp's own credentials (401).", said);
  if (status === 403 || status === 404) return new TeamsTrouble('gone', goneWords(status, reason), said);
  if (status === 408 || status >= 500) {
    return new TeamsTrouble('unknown', `Teams failed while it took the message (${status}).`, said);
  }
  return new TeamsTrouble(
    'refused',
    `Teams refused the message (${status}${reason === '' ? '' : `, ${reason}`}).`,
    said,
  );
}

function goneWords(status: number, reason: string): string {
  if (reason === 'BotNotInConversationRoster') return 'The app was removed from this team or chat.';
  if (reason === 'MessageWritesBlocked') return 'The person has blocked or removed the app.';
  return status === 403
    ? `The app may not write there (403${reason === '' ? '' : `, ${reason}`}).`
    : 'The conversation is not there any more (404).';
}

function reasonIn(body: string): string {
  const found = /"(?:sub)?code"\s*:\s*"([A-Za-z]{1,60})"/i.exec(body.slice(0, 4_000));
  return found?.[1] ?? '';
}

function waitIn(header: string | undefined): number | null {
  const seconds = Number(header);
  return header === undefined || !Number.isFinite(seconds) || seconds < 0
    ? null
    : Math.min(seconds, 3_600) * 1_000;
}
