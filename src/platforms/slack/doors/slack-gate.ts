import type { App, Receiver } from '@slack/bolt';
import type { Log } from '../../../kit/log.ts';
import { field, textAt } from '../api/slack-api.ts';
import type { Workspace, Workspaces } from '../install/workspaces.ts';
import type { InFlight } from '../talk/in-flight.ts';
import { sharedWait } from './shared-wait.ts';
import { asReply } from '../talk/on-command.ts';
import type { ReadyAnswer } from '../talk/status-at-once.ts';

/** What goes back to Slack for one thing it sent: `again` asks for it to be sent once more. */
export type GateAnswer =
  | {
      readonly kind: 'taken';
      readonly body: unknown;
      /** The body as JSON, where it has been written out before. */
      readonly json?: string;
    }
  | { readonly kind: 'again' };

export interface SlackGate {
  /** Bolt's receiver: it is handed the app and routes through it. */
  readonly receiver: Receiver;
  take(payload: SlackPayload): Promise<GateAnswer>;
}

export interface SlackPayload {
  readonly body: Readonly<Record<string, unknown>>;
  readonly retryNum?: number;
  readonly retryReason?: string;
}

export interface GateDeps {
  readonly workspaces: Workspaces;
  readonly inFlight: InFlight;
  readonly log: Log;
  readonly sleep: (ms: number) => Promise<void>;
  /** The answer to a command that changes nothing, where it needs no more than what is known; null = it goes through Bolt. */
  readonly readyAnswer: (body: SlackPayload['body']) => Promise<ReadyAnswer | null>;
  /** Stores an owner's answer in their own words, to be read after; false where the event is something else. */
  readonly takeReply: (body: SlackPayload['body'], workspace: Workspace) => Promise<boolean>;
  /** Says to the person alone what came too late to be the answer. */
  readonly sayLate: (body: SlackPayload['body'], answer: unknown) => Promise<void>;
}

/** Slack waits three seconds. */
const longestMs = 2_700;
/** How many answers are remembered, so that the same thing delivered again is answered the same and done once. */
const mostRemembered = 5_000;

/**
 * The one place through which everything from Slack goes, by HTTP or Socket Mode: it is answered in time whatever happens, what comes twice
 * is done once, workspaces where bcp is not installed are told so, and an event is taken only when its work is done, so that Slack sends it
 * again after a crash.
 */
export function slackGate(deps: GateDeps): SlackGate {
  let app: App | null = null;
  const remembered = new Map<string, Promise<GateAnswer>>();
  const patience = sharedWait(deps.sleep, longestMs);
  return {
    receiver: {
      init: (given) => {
        app = given;
      },
      start: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    },
    take: (payload) => {
      const key = keyOf(payload.body);
      const before = key === null ? undefined : remembered.get(key);
      if (before) return before;
      if (!app) return Promise.resolve({ kind: 'again' });
      const isCommand = field(payload.body, 'command') !== undefined;
      const isEvent = field(payload.body, 'event') !== undefined;
      const answer = isCommand
        ? answered(deps, app, payload, patience)
        : isEvent
          ? heard(deps, app, payload)
          : pass(deps, app, payload);
      if (key !== null) remember(remembered, key, answer);
      return answer;
    },
  };
}

function remember(
  remembered: Map<string, Promise<GateAnswer>>,
  key: string,
  answer: Promise<GateAnswer>,
): void {
  remembered.set(key, answer);
  const [oldest] = remembered.keys();
  if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  // What failed may be sent again and is then done anew.
  void answer.then(({ kind }) => {
    if (kind === 'again') remembered.delete(key);
  });
}

/** A command has its answer in the acknowledgement; one that takes too long is acknowledged, and its answer comes after. */
async function answered(
  deps: GateDeps,
  app: App,
  payload: SlackPayload,
  patience: () => Promise<'late'>,
): Promise<GateAnswer> {
  const work = readyAnswer(deps, payload).then((ready) => ready ?? pass(deps, app, payload));
  const first = await Promise.race([work, patience()]);
  if (first !== 'late') return first;
  deps.inFlight.track(
    work.then((answer) => (answer.kind === 'taken' ? deps.sayLate(payload.body, answer.body) : undefined)),
  );
  return { kind: 'taken', body: '' };
}

/** Null where there is more to do, also when something failed: the long way says what. */
async function readyAnswer(deps: GateDeps, { body }: SlackPayload): Promise<GateAnswer | null> {
  try {
    if (!(await deps.workspaces.byTeam(teamOf(body)))) return null;
    const ready = await deps.readyAnswer(body);
    return ready && { kind: 'taken', ...ready };
  } catch {
    return null;
  }
}

/** An answer in somebody's own words is taken once it is stored; whatever else happened goes through Bolt. */
async function heard(deps: GateDeps, app: App, payload: SlackPayload): Promise<GateAnswer> {
  try {
    const workspace = await deps.workspaces.byTeam(teamOf(payload.body));
    if (workspace && (await deps.takeReply(payload.body, workspace))) return { kind: 'taken', body: '' };
  } catch (cause) {
    deps.log.error('Something from Slack could not be stored', { cause });
    return { kind: 'again' };
  }
  return pass(deps, app, payload);
}

async function pass(deps: GateDeps, app: App, payload: SlackPayload): Promise<GateAnswer> {
  const { body } = payload;
  const workspace = await deps.workspaces.byTeam(teamOf(body)).catch((cause: unknown) => {
    deps.log.error('The key to a Slack workspace could not be read', { cause });
    return 'unreadable' as const;
  });
  if (workspace === 'unreadable') return troubled(body);
  if (workspace === null && !isGoodbye(body)) return notInstalled(body);
  const isEvent = field(body, 'event') !== undefined;
  return new Promise((resolve) => {
    const taken = (value: unknown) => resolve({ kind: 'taken', body: value ?? '' });
    const ack = (value?: unknown) => {
      // Bolt acknowledges events before their work; they count as taken after it.
      if (!isEvent) taken(value);
      return Promise.resolve();
    };
    const { retryNum, retryReason } = payload;
    const work = app
      .processEvent({
        body,
        ack,
        ...(retryNum === undefined ? {} : { retryNum }),
        ...(retryReason === undefined ? {} : { retryReason }),
      })
      .then(
        () => taken(isEvent ? '' : kindWords(body)),
        (cause: unknown) => {
          deps.log.error('Something from Slack could not be handled', { cause });
          resolve(troubled(body));
        },
      );
    deps.inFlight.track(work);
    // An event waits for its work however long it takes: when Slack sends it again, it meets the same work.
    if (isEvent) return;
    // A form that nobody answered stays open; closing it would say that it is saved.
    const isForm = textAt(body, 'type') === 'view_submission';
    void deps.sleep(longestMs).then(() => (isForm ? resolve({ kind: 'again' }) : taken(kindWords(body))));
  });
}

/** The end of an installation concerns a workspace that may no longer be known. */
function isGoodbye(body: SlackPayload['body']): boolean {
  const type = textAt(body, 'event', 'type');
  return type === 'app_uninstalled' || type === 'tokens_revoked';
}

/** The workspace in which bcp is installed, wherever the person is from. */
export function teamOf(body: Readonly<Record<string, unknown>>): string {
  const authorizations = field(body, 'authorizations');
  const [first] = Array.isArray(authorizations) ? (authorizations as readonly unknown[]) : [];
  return (
    textAt(first, 'team_id') ||
    textAt(body, 'view', 'app_installed_team_id') ||
    textAt(body, 'context_team_id') ||
    textAt(body, 'team_id') ||
    textAt(body, 'team', 'id') ||
    textAt(body, 'user', 'team_id')
  );
}

function notInstalled(body: SlackPayload['body']): GateAnswer {
  const words =
    'bcp is not installed in this Slack workspace. Please ask the secretariat of your partnership.';
  return { kind: 'taken', body: field(body, 'command') === undefined ? '' : asReply(words) };
}

/** After a failure of ours: a command gets words, a form stays open, a button shows that it did not work, and an event comes again. */
function troubled(body: SlackPayload['body']): GateAnswer {
  return field(body, 'command') === undefined ? { kind: 'again' } : { kind: 'taken', body: kindWords(body) };
}

/** For whatever nobody answered: a command must never end in Slack's own "failed" line. */
function kindWords(body: SlackPayload['body']): unknown {
  if (field(body, 'command') === undefined) return '';
  return asReply(
    'bcp could not answer just now. Nothing is lost: please try again in a moment, or type /bcp help.',
  );
}

/** Slack's id of what it sent; forms that are sent twice have their receipt where they are recorded. */
function keyOf(body: SlackPayload['body']): string | null {
  const id = textAt(body, 'event_id') || textAt(body, 'trigger_id');
  const action = JSON.stringify(field(body, 'actions') ?? '');
  return id === '' || (field(body, 'view') !== undefined && textAt(body, 'type') === 'view_submission')
    ? null
    : `${id}${action}`;
}
