import type { App, Receiver } from '@slack/bolt';
import type { Log } from '../../../kit/log.ts';
import type { Workspace, Workspaces } from '../install/workspaces.ts';
import type { InFlight } from '../talk/in-flight.ts';
import { sharedWait } from './shared-wait.ts';
import {
  kindOf,
  notInstalled,
  notInstalledReply,
  stillWorking,
  troubled,
  troubledReply,
} from './turned-away.ts';
import { isGoodbye, keyOf, teamOf } from './what-came.ts';
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
  /** Says to the person alone what was the answer and did not reach Slack as one. */
  sayLate(body: SlackPayload['body'], answer: unknown): Promise<void>;
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
  readonly takeReply: (
    body: SlackPayload['body'],
    workspace: Workspace,
    isRetry: boolean,
  ) => Promise<boolean>;
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
    sayLate: deps.sayLate,
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
      const isEvent = kindOf(payload.body) === 'event';
      const answer = isEvent ? heard(deps, app, payload) : answered(deps, app, payload, patience);
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

/**
 * Slack waits for an answer to everything but events. What takes too long goes on: a command has its answer afterwards, whatever it is; a
 * press and a form say by themselves what came of them.
 */
async function answered(
  deps: GateDeps,
  app: App,
  payload: SlackPayload,
  patience: () => Promise<'late'>,
): Promise<GateAnswer> {
  const { body } = payload;
  const isCommand = kindOf(body) === 'command';
  const ready = isCommand ? readyAnswer(deps, payload) : Promise.resolve(null);
  const work = ready.then((answer) => answer ?? pass(deps, app, payload));
  const first = await Promise.race([work, patience()]);
  if (first !== 'late') return first;
  const afterwards = (answer: GateAnswer) =>
    isCommand && answer.kind === 'taken' ? deps.sayLate(body, answer.body) : Promise.resolve();
  deps.inFlight.track(work.then(afterwards));
  return stillWorking(body);
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
  // A key that cannot be read is seen and said on the long way.
  const workspace = await deps.workspaces.byTeam(teamOf(payload.body)).catch(() => null);
  try {
    const isRetry = (payload.retryNum ?? 0) > 0;
    if (workspace && (await deps.takeReply(payload.body, workspace, isRetry)))
      return { kind: 'taken', body: '' };
  } catch (cause) {
    deps.log.error('Something from Slack could not be stored', { cause });
    return { kind: 'again' };
  }
  return pass(deps, app, payload);
}

async function pass(deps: GateDeps, app: App, payload: SlackPayload): Promise<GateAnswer> {
  const { body } = payload;
  const kind = kindOf(body);
  const workspace = await deps.workspaces.byTeam(teamOf(body)).catch((cause: unknown) => {
    deps.log.error('Something came from a Slack workspace that bcp has no key to just now', {
      team: teamOf(body),
      cause,
    });
    return 'unreadable' as const;
  });
  if (workspace === 'unreadable') {
    if (kind === 'press') deps.inFlight.track(deps.sayLate(body, troubledReply()));
    return troubled(body);
  }
  if (workspace === null && !isGoodbye(body)) {
    deps.log.warn('Something came from a Slack workspace where bcp is not installed', {
      team: teamOf(body),
      kind,
    });
    if (kind === 'press') deps.inFlight.track(deps.sayLate(body, notInstalledReply()));
    return notInstalled(body);
  }
  return throughBolt(deps, app, payload);
}

function throughBolt(
  deps: GateDeps,
  app: App,
  { body, retryNum, retryReason }: SlackPayload,
): Promise<GateAnswer> {
  const kind = kindOf(body);
  return new Promise((resolve) => {
    let isAnswered = false;
    const taken = (value: unknown) => {
      isAnswered = true;
      resolve({ kind: 'taken', body: value ?? '' });
    };
    const ack = (value?: unknown) => {
      // Bolt acknowledges events before their work; they count as taken after it.
      if (kind !== 'event') taken(value);
      return Promise.resolve();
    };
    const work = app
      .processEvent({
        body,
        ack,
        ...(retryNum === undefined ? {} : { retryNum }),
        ...(retryReason === undefined ? {} : { retryReason }),
      })
      .then(
        () => {
          if (isAnswered) return;
          // Slack's own line would say that a command failed, and an empty answer that a form is saved.
          if (kind === 'command' || kind === 'form') resolve(troubled(body));
          else taken('');
        },
        async (cause: unknown) => {
          deps.log.error('Something from Slack could not be handled', { cause });
          resolve(troubled(body));
          // A button only shows that it did not work, and after an acknowledgement a command would have nothing more.
          if (kind === 'press' || (kind === 'command' && isAnswered))
            await deps.sayLate(body, troubledReply());
        },
      );
    // An event waits for its work however long it takes: when Slack sends it again, it meets the same work.
    deps.inFlight.track(work);
  });
}
