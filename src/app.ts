import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { documentExporter } from './exports/export-document.ts';
import { clockAt } from './kit/clock.ts';
import { randomId } from './kit/ids.ts';
import { londonDate } from './kit/london.ts';
import type { Log } from './kit/log.ts';
import { faultSwitches, noFaults } from './platforms/rehearsal/faults.ts';
import { rehearsalDoor } from './platforms/rehearsal/rehearsal-door.ts';
import { rehearsalSender } from './platforms/rehearsal/rehearsal-sender.ts';
import { moveTo, type PlayDeps } from './rehearsal/play-month.ts';
import { playMonths, rehearse, type RehearsalOutcome, type RehearsalRequest } from './rehearsal/rehearse.ts';
import { clockSetting } from './rehearsal/room-clock.ts';
import { rehearsalHost, type Scene } from './rehearsal/room-host.ts';
import { readSampleFiles } from './rehearsal/sample-files.ts';
import { restoreFolder, type RestoredFolder } from './storage/embedded/restore-folder.ts';
import { builtTemplatePath, openStore } from './storage/open-store.ts';
import { StorageTrouble } from './storage/storage-trouble.ts';
import { maskText } from './use-cases/guard-words.ts';
import type { Deps } from './use-cases/deps.ts';
import type { ExportedFile } from './use-cases/ports/exporter.ts';
import type { Store } from './use-cases/ports/store.ts';
import { cycleCalendar } from './plan/cycle-calendar.ts';
import { defaultCycleSettings } from './plan/cycle-settings.ts';
import { addMonths } from './plan/month.ts';
import { seededRandom } from './rehearsal/random.ts';
import { startWebServer, type WebServer } from './web/server.ts';

/** Storage writes its complaints in the house's log. */
function storeLog(log: Log) {
  return { warn: (detail: object, words: string) => log.warn(words, { ...detail }) };
}

/** The folder in which the embedded database of the real work is kept. */
export function workFolder(config: Config): string {
  return join(config.dataDir, 'work');
}

/** The database of the real work: the server when one is configured, else the folder. Throws `StorageTrouble` with words. */
export function openWorkStore(config: Config, log: Log): Promise<Store> {
  return openStore(
    config.databaseUrl === null
      ? { dataDir: workFolder(config), log: storeLog(log) }
      : { databaseUrl: config.databaseUrl, log: storeLog(log) },
  );
}

/** The sentence of trouble with the database; null for any other trouble. */
export function storageTroubleInWords(trouble: unknown): string | null {
  return trouble instanceof StorageTrouble ? trouble.message : null;
}

/** Puts a backup of the embedded database back in its place, and opens it once to see that it is one. */
export function restoreWorkFolder(
  config: Config,
  log: Log,
  backup: { readonly tar: Buffer; readonly replaces: boolean; readonly stamp: string },
): Promise<RestoredFolder> {
  return restoreFolder(workFolder(config), backup, async () => {
    await (await openWorkStore(config, log)).close();
  });
}

/** A database that goes with the process: for `bcp rehearse`. */
export function openPassingStore(log: Log): Promise<Store> {
  return openStore({ memory: true, log: storeLog(log) });
}

/** Plays a rehearsal on a database that goes with the process, and hands over every file of it. */
export async function rehearseInMemory(
  request: RehearsalRequest,
  log: Log,
  progress: (words: string) => void,
  write: (file: ExportedFile) => Promise<void>,
): Promise<RehearsalOutcome> {
  const store = await openPassingStore(log);
  try {
    return await rehearse(store, documentExporter, readSampleFiles(), request, progress, write);
  } finally {
    await store.close();
  }
}

/** What every use case is handed, on a store and a clock. */
export function joinDeps(store: Store, clock: Deps['clock'], log: Log): Deps {
  return { store, clock, newId: randomId, log, exporter: documentExporter };
}

/** The months that a new rehearsal room has behind it when the page opens, and the chance they were played with. */
export const roomHistory = { opensIn: '2026-11', months: 7, seed: 1 } as const;

/** Where the build keeps a room in which the history has been played already. */
export function builtRoomPath(): string {
  return builtTemplatePath().replace(/template-database-/, 'template-rehearsal-');
}

/** Plays the history of a room and opens its month, on an empty store. */
export async function prepareRoom(
  store: Store,
  opensIn: string,
  months: number = roomHistory.months,
): Promise<void> {
  const request: RehearsalRequest = {
    from: addMonths(opensIn, -months),
    months,
    seed: roomHistory.seed,
  };
  const { play } = await playMonths(store, documentExporter, readSampleFiles(), request, () => undefined);
  await moveTo(play, cycleCalendar(opensIn, defaultCycleSettings).promptAt);
  await store.in(play.partnershipId).settings.set(clockSetting, play.clock.now().toISOString());
}

/** The rehearsal room: its page on this machine only, on a database of its own. */
export async function startRehearsalRoom(config: Config, log: Log): Promise<WebServer> {
  const faults = faultSwitches();
  const folder = join(config.dataDir, 'rehearsal');
  let store = await openRoomStore(folder, config, log);
  const setScene = async (): Promise<Scene> => ({ play: await playOn(store, log, faults) });
  const setAnew = async (): Promise<Scene> => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
    faults.set(noFaults);
    store = await openRoomStore(folder, config, log);
    return setScene();
  };
  let scene = await setScene();
  const host = rehearsalHost(scene, faults, async () => (scene = await setAnew()));
  const server = await startWebServer({
    doors: [
      rehearsalDoor({
        host,
        conversations: () => store.in(scene.play.partnershipId).conversations,
        mask: (text) => Promise.resolve(maskText(text, londonDate(host.now()))),
      }),
    ],
    log,
    isHealthy: async () => {
      await store.ping();
      return true;
    },
    port: config.port,
  });
  return {
    ...server,
    close: async () => {
      await server.close();
      await store.close();
    },
  };
}

/** The room's database: as it was left, or a new one with its history, which is played here when the build brought none. */
async function openRoomStore(folder: string, config: Config, log: Log): Promise<Store> {
  const opensIn = config.rehearsalStart ?? roomHistory.opensIn;
  const built = builtRoomPath();
  const usesBuilt = opensIn === roomHistory.opensIn && existsSync(built);
  const store = await openStore({
    dataDir: folder,
    ...(usesBuilt ? { templatePath: built } : {}),
    log: storeLog(log),
  });
  if ((await store.partnerships()).length === 0) await prepareRoom(store, opensIn);
  return store;
}

async function playOn(store: Store, log: Log, faults: ReturnType<typeof faultSwitches>): Promise<PlayDeps> {
  const [partnership] = await store.partnerships();
  if (!partnership) throw new Error('The rehearsal room has no partnership in it.');
  const stored = await store.in(partnership.id).settings.get(clockSetting);
  if (typeof stored !== 'string') throw new Error('The rehearsal room does not know its time.');
  const clock = clockAt(stored);
  return {
    deps: { ...joinDeps(store, clock, log) },
    partnershipId: partnership.id,
    clock,
    random: seededRandom(roomHistory.seed),
    senders: [rehearsalSender({ store, clock, faults })],
  };
}
