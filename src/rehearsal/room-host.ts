import type { SettableClock } from '../kit/clock.ts';
import { londonDate } from '../kit/london.ts';
import type { FaultSwitches } from '../platforms/rehearsal/faults.ts';
import type { RehearsalHost } from '../platforms/rehearsal/rehearsal-host.ts';
import { drainOutbox } from '../delivery/drain.ts';
import { hear } from '../use-cases/conversation/hear.ts';
import { pressButton } from '../use-cases/conversation/press-button.ts';
import { submitForm } from '../use-cases/conversation/submit-form.ts';
import type { Actor } from '../use-cases/deps.ts';
import { digestFileName, documentOf } from '../use-cases/export-digest.ts';
import { isExportFormat, type ExportedFile } from '../use-cases/ports/exporter.ts';
import { actorOfPerson } from '../use-cases/who-is.ts';
import type { PlayDeps } from './play-month.ts';
import { stepClock } from './room-clock.ts';
import { readProgress, readTimeline } from './room-progress.ts';
import { readRoster } from './room-roster.ts';

/** What changes when a rehearsal begins again: its database and everything that holds on to it. */
export interface Scene {
  readonly play: PlayDeps & { readonly clock: SettableClock };
}

/** The room's host on a scene that can be set anew. One thing happens at a time, as the clock stands still meanwhile. */
export function rehearsalHost(
  first: Scene,
  faults: FaultSwitches,
  setAnew: () => Promise<Scene>,
): RehearsalHost {
  let scene = first;
  let version = 0;
  const played = new Set<string>();
  const waitTurn = oneAtATime();
  const inTurn = <T>(work: (play: PlayDeps) => Promise<T>): Promise<T> => waitTurn(() => work(scene.play));
  const acting = <T>(personId: string, work: (play: PlayDeps, actor: Actor) => Promise<T>): Promise<T> =>
    inTurn(async (play) => {
      const actor = await actorOfPerson(play.deps, play.partnershipId, personId, 'rehearsal');
      if (!actor) throw new Error('Somebody acted who is not in this rehearsal.');
      played.add(personId);
      const result = await work(play, actor);
      await drain(play);
      version += 1;
      return result;
    });

  return {
    now: () => scene.play.clock.now(),
    version: () => version,
    faults,
    roster: () => inTurn((play) => readRoster(play.deps, play.partnershipId)),
    progress: () => inTurn((play) => readProgress(play.deps, play.partnershipId)),
    timeline: () => inTurn((play) => readTimeline(play.deps, play.partnershipId)),
    posts: (conversation) =>
      inTurn((play) => play.deps.store.in(play.partnershipId).conversations.of(conversation, 200)),
    hear: (personId, heard) => acting(personId, (play, actor) => hear(play.deps, actor, heard)),
    press: (personId, pressed) => acting(personId, (play, actor) => pressButton(play.deps, actor, pressed)),
    submit: (personId, submitted) =>
      acting(personId, (play, actor) => submitForm(play.deps, actor, submitted)),
    stepTo: (target) =>
      inTurn(async (play) => {
        const before = londonDate(play.clock.now()).slice(0, 7);
        const happened = await stepClock(play, target, played);
        // Whoever was played last month may answer by themselves again in the new one.
        if (londonDate(play.clock.now()).slice(0, 7) !== before) played.clear();
        version += 1;
        return { now: play.clock.now(), happened };
      }),
    file: (digestId, format) => inTurn((play) => fileOf(play, digestId, format)),
    beginAgain: () =>
      inTurn(async () => {
        scene = await setAnew();
        played.clear();
        version += 1;
      }),
  };
}

/** Whatever happened before, the next one runs, and never two together. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let turn: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
}

async function fileOf(play: PlayDeps, digestId: string, format: string): Promise<ExportedFile | null> {
  const digest = await play.deps.store.in(play.partnershipId).digests.byId(digestId);
  if (!digest || !isExportFormat(format)) return null;
  return play.deps.exporter.export(documentOf(digest), digestFileName(digest), format);
}

async function drain({ deps, senders }: PlayDeps): Promise<void> {
  await drainOutbox({
    outbox: deps.store.outbox,
    senders,
    clock: deps.clock,
    log: deps.log,
    random: () => 0.5,
  });
}
