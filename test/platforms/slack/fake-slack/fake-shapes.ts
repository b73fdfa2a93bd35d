export interface FakeMessage {
  readonly channel: string;
  ts: string;
  text: string;
  blocks: readonly Record<string, unknown>[];
  readonly metadata: unknown;
  readonly thread: string | null;
  /** Set for what only one person sees. */
  readonly onlyFor: string | null;
  readonly clientId: string | null;
}

export interface FakeUser {
  readonly id: string;
  email: string;
  deleted: boolean;
  guest: boolean;
  /** Of another workspace (Slack Connect): they are met in shared channels only, and take no direct message. */
  stranger: boolean;
}

export interface FakeChannel {
  readonly id: string;
  readonly members: string[];
  shared: boolean;
  archived: boolean;
}

/** What goes wrong with the next call of a method. `accepts`: whether Slack has done it all the same. */
export type Fault =
  | { readonly kind: 'reset'; readonly accepts: boolean }
  | { readonly kind: 'refused_connection' }
  | { readonly kind: 'status'; readonly status: number; readonly accepts: boolean }
  | { readonly kind: 'rate_limited'; readonly seconds: number | null }
  | { readonly kind: 'error'; readonly error: string; readonly accepts?: boolean }
  | { readonly kind: 'html' }
  /** Slack takes it, but only after the caller has given up and looked. */
  | { readonly kind: 'late' }
  /** Slack takes its time, in milliseconds of the real clock. */
  | { readonly kind: 'slow'; readonly ms: number };
