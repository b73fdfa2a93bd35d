import { clockAt } from '../kit/clock.ts';
import { countingIds } from '../kit/ids.ts';
import { londonInstant } from '../kit/london.ts';
import { silentLog } from '../kit/log.ts';
import { cycleCalendar } from '../plan/cycle-calendar.ts';
import { defaultCycleSettings } from '../plan/cycle-settings.ts';
import { addMonths, monthInWords, type Month } from '../plan/month.ts';
import { noFaults } from '../platforms/rehearsal/faults.ts';
import { rehearsalSender } from '../platforms/rehearsal/rehearsal-sender.ts';
import type { Deps } from '../use-cases/deps.ts';
import { digestFileName, documentOf } from '../use-cases/export-digest.ts';
import type { ExportedFile, Exporter } from '../use-cases/ports/exporter.ts';
import type { Store } from '../use-cases/ports/store.ts';
import type { Acknowledged } from './perform.ts';
import { playMonth, type PlayDeps } from './play-month.ts';
import { seededRandom } from './random.ts';
import type { SampleFiles } from './sample-files.ts';
import { setStage } from './stage.ts';

export interface RehearsalRequest {
  readonly from: Month;
  readonly months: number;
  readonly seed: number;
}

/** What a rehearsal came to: the same for the same request. */
export interface RehearsalOutcome {
  readonly months: number;
  readonly people: number;
  /** Prompts that were made, and how many of them were answered in full. */
  readonly prompts: number;
  readonly answered: number;
  /** Actions that closed without an update, over all months. */
  readonly noUpdate: number;
  readonly digests: number;
  readonly files: number;
  /** Prompts that stand in a conversation more than once. */
  readonly duplicates: number;
  /** Answers that were said to be saved and are not there, and messages that were promised and did not arrive. */
  readonly lost: number;
}

export interface Rehearsal {
  readonly play: PlayDeps;
  readonly acknowledged: readonly Acknowledged[];
}

/** Plays months on an empty store, each from its prompt to its posted digest. `progress` is told after each. */
export async function playMonths(
  store: Store,
  exporter: Exporter,
  files: SampleFiles,
  request: RehearsalRequest,
  progress: (month: Month, done: number, stage: PlayDeps) => void,
): Promise<Rehearsal> {
  const opening = cycleCalendar(request.from, defaultCycleSettings).days.prompt;
  const clock = clockAt(londonInstant(opening, '08:00'));
  const deps: Deps = { store, clock, newId: countingIds('r'), log: silentLog, exporter };
  const partnershipId = await setStage(deps, files);
  const play: PlayDeps = {
    deps,
    partnershipId,
    clock,
    random: seededRandom(request.seed),
    senders: [rehearsalSender({ store, clock, faults: { get: () => noFaults } })],
  };
  const acknowledged: Acknowledged[] = [];
  for (let index = 0; index < request.months; index += 1) {
    const month = addMonths(request.from, index);
    acknowledged.push(...(await playMonth(play, month, index === 0)));
    progress(month, index + 1, play);
  }
  return { play, acknowledged };
}

/** Plays a rehearsal and hands every posted digest out in every format there is. */
export async function rehearse(
  store: Store,
  exporter: Exporter,
  files: SampleFiles,
  request: RehearsalRequest,
  progress: (words: string) => void,
  write: (file: ExportedFile) => Promise<void>,
): Promise<RehearsalOutcome> {
  const writing: Promise<WrittenMonth>[] = [];
  const { play, acknowledged } = await playMonths(store, exporter, files, request, (month, done, stage) => {
    progress(`${monthInWords(month)} played (${done} of ${request.months})`);
    // Papers are written in a thread of their own while the next months are played.
    const written = writeMonth(stage, exporter, month, write);
    written.catch(() => undefined);
    writing.push(written);
  });
  const months = await Promise.all(writing);
  const sum = (each: (month: WrittenMonth) => number) => months.reduce((all, month) => all + each(month), 0);
  return {
    ...(await count(play, acknowledged, request)),
    digests: sum(({ digests }) => digests),
    files: sum((month) => month.files),
  };
}

interface WrittenMonth {
  readonly digests: number;
  readonly files: number;
}

/** Every posted digest of the month in every format there is. */
async function writeMonth(
  { deps, partnershipId }: PlayDeps,
  exporter: Exporter,
  month: Month,
  write: (file: ExportedFile) => Promise<void>,
): Promise<WrittenMonth> {
  const digests = (await deps.store.in(partnershipId).digests.ofMonth(month)).filter(
    ({ state }) => state === 'posted',
  );
  // All at once: the thread that writes papers has the next one before it while this one plays on.
  const papers = digests.flatMap((digest) => exporter.formats.map((format) => ({ digest, format })));
  await Promise.all(
    papers.map(async ({ digest, format }) =>
      write(await exporter.export(documentOf(digest), digestFileName(digest), format)),
    ),
  );
  return { digests: digests.length, files: papers.length };
}

async function count(
  play: PlayDeps,
  acknowledged: readonly Acknowledged[],
  request: RehearsalRequest,
): Promise<Omit<RehearsalOutcome, 'digests' | 'files'>> {
  const store = play.deps.store.in(play.partnershipId);
  let [prompts, answered, noUpdate, duplicates, missing] = [0, 0, 0, 0, 0];
  for (let index = 0; index < request.months; index += 1) {
    const month = addMonths(request.from, index);
    const ofMonth = await store.prompts.ofMonth(month);
    const latest = await store.updates.latestOfMonth(month);
    const known = new Set(
      latest.filter(({ content }) => content !== null).map(({ actionCode }) => actionCode),
    );
    const versions = new Set(latest.map(({ actionCode }) => actionCode));
    prompts += ofMonth.length;
    answered += ofMonth.filter(({ items }) =>
      items.every((item) => item.kind === 'measure' || known.has(item.code)),
    ).length;
    noUpdate += latest.filter(({ kind }) => kind === 'no_update').length;
    missing += acknowledged.filter(
      (saved) => saved.month === month && !versions.has(saved.actionCode),
    ).length;
  }
  for (const { conversation } of await store.conversations.summaries())
    duplicates += await promptsTwice(play, conversation);
  const stuck = await store.deliveries.inStates([
    'waiting',
    'ambiguous',
    'gave_up',
    'refused',
    'nobody_there',
  ]);
  const people = (await store.people.all()).length;
  return {
    months: request.months,
    people,
    prompts,
    answered,
    noUpdate,
    duplicates,
    lost: missing + stuck.length,
  };
}

/** How many prompts of one month stand more than once in a conversation. */
async function promptsTwice({ deps, partnershipId }: PlayDeps, conversation: string): Promise<number> {
  const posts = await deps.store.in(partnershipId).conversations.of(conversation, 10_000);
  const prompts = posts.flatMap(({ id }) => /^post:prompt:(\d{4}-\d{2}):/.exec(id)?.[1] ?? []);
  return prompts.length - new Set(prompts).size;
}
