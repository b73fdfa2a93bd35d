import type { Place } from '../../../use-cases/conversation/answer.ts';
import type { Deps } from '../../../use-cases/deps.ts';
import type { SlackApi } from '../api/slack-api.ts';
import type { Pictures } from '../sending/pictures.ts';
import type { Workspaces } from '../install/workspaces.ts';
import type { InFlight } from './in-flight.ts';

/** What every conversation in Slack is held with. */
export interface TalkDeps {
  readonly deps: Deps;
  readonly workspaces: Workspaces;
  readonly pictures: Pictures;
  readonly inFlight: InFlight;
  /** A reply was put by, to be read. */
  readonly wakeReplies: () => void;
  readonly sleep: (ms: number) => Promise<void>;
  /** For answers through Slack's `response_url`. */
  readonly fetch: typeof globalThis.fetch;
  /** Addresses under which a `response_url` may lie. */
  readonly responseOrigins: readonly string[];
}

/** Where and by whom something was done, and the ways in which it can be answered. */
export interface Turn {
  readonly api: SlackApi;
  /** The workspace that the person is from. */
  readonly teamId: string;
  /** The workspace that bcp is installed in and heard it in: another one where somebody comes by Slack Connect. */
  readonly heardIn: string;
  readonly userId: string;
  readonly place: Place;
  /** The conversation in Slack, also of a personal chat. */
  readonly channel: string;
  /** The thread somebody wrote in, so that the answer stands there too. */
  readonly thread: string | null;
  /** True where what was pressed is shown to this person alone: also in a chat between two people, in which bcp may not write. */
  readonly isBesideNote: boolean;
  /** Slack's id of what was done: the same thing twice has one effect. */
  readonly eventKey: string;
  readonly responseUrl: string | null;
  /** Opens a form within three seconds, once; null where something was only typed. */
  readonly triggerId: string | null;
}

/** Whether what is said to this person is said in their own chat with bcp, for good. */
export function staysInChat({ place, isBesideNote }: Turn): boolean {
  return place.kind === 'personal' && !isBesideNote;
}

/** How long an answer is waited for before Slack's three seconds are up (https://docs.slack.dev/interactivity/handling-user-interaction). */
export const patienceMs = 2_000;

/** Gives the work's value when it comes in time, else `late`; the work goes on. */
export async function inTime<T>(
  work: Promise<T>,
  sleep: (ms: number) => Promise<void>,
): Promise<{ readonly value: T } | 'late'> {
  return Promise.race([work.then((value) => ({ value })), sleep(patienceMs).then(() => 'late' as const)]);
}
