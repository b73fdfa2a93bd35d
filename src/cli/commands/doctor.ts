import { dayWithWeekday } from '../../kit/local-date.ts';
import { londonDate, londonTime } from '../../kit/london.ts';
import { tableLines } from '../../messages/text-columns.ts';
import type { Deps } from '../../use-cases/deps.ts';
import { examinePartnership, type Finding } from '../../use-cases/examine-partnership.ts';
import { done, jsonOption, refused, type Command, type Session } from '../command.ts';
import { hasDatabase, withDeps } from '../place.ts';
import { troubleInWords } from '../trouble-words.ts';

const widest = 120;

/** The oldest Node that bcp is tested on (package.json, "engines"). */
const oldestNode = [20, 19] as const;

/** Differences between two clocks that matter, in milliseconds: deadlines are met to the minute. */
const clocks = { look: 5_000, wrong: 60_000 } as const;

export const doctor: Command = {
  name: 'doctor',
  does: 'Examines the installation: Node, database, clock, plan, people, deliveries, calendar, Slack and Teams.',
  notes: ['Each line is ok, look (somebody should) or wrong. Exit status 1 when something is wrong.'],
  arguments: [],
  options: [jsonOption],
  async run(session) {
    const findings = [nodeFinding(process.versions.node), ...(await examineInstallation(session))];
    const shown = tableLines(
      ['', 'What', 'How it is'],
      findings.map(({ state, about, words }) => [stateWords[state], about, words]),
      widest,
    ).join('\n');
    const wrong = findings.filter(({ state }) => state === 'wrong');
    if (wrong.length === 0) return done(shown, findings);
    return refused(`Not in order: ${wrong.map(({ about }) => about).join(', ')}.`, findings, shown);
  },
};

const stateWords = { ok: 'ok', look: 'LOOK', wrong: 'WRONG' } as const;

/** Whether this Node is one that bcp is tested on. */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldMajor, oldMinor] = oldestNode;
  const isNewEnough = major > oldMajor || (major === oldMajor && minor >= oldMinor);
  return isNewEnough
    ? { about: 'Node', state: 'ok', words: `Version ${version}.` }
    : {
        about: 'Node',
        state: 'wrong',
        words: `Version ${version} is too old: bcp needs ${oldMajor}.${oldMinor} or later (https://nodejs.org).`,
      };
}

/** The database first; then, with its help where it can be opened, Slack and Teams. */
async function examineInstallation(session: Session): Promise<readonly Finding[]> {
  const { workFolder } = await import('../../app.ts');
  const folder = workFolder(session.config);
  if (!(await hasDatabase(session))) {
    const words = `There is no database in ${folder} yet; the first import makes one: bcp plan import FILE.`;
    return [{ about: aboutDatabase(session), state: 'look', words }, ...(await examineChat(session, null))];
  }
  const findings: Finding[] = [];
  try {
    await withDeps(session, async (deps) => {
      findings.push(...(await examineOpened(deps, session, folder)), ...(await examineChat(session, deps)));
      return done('');
    });
  } catch (trouble) {
    const words = await troubleInWords(trouble);
    if (words === null) throw trouble;
    findings.push({ about: aboutDatabase(session), state: 'wrong', words });
    findings.push(...(await examineChat(session, null)));
  }
  return findings;
}

function aboutDatabase({ config }: Session): string {
  return config.databaseUrl === null ? 'Data folder' : 'Database';
}

async function examineChat({ config, clock, log }: Session, deps: Deps | null): Promise<readonly Finding[]> {
  const { examinePlatforms } = await import('../../examine-platforms.ts');
  return examinePlatforms(config, clock, log, deps);
}

async function examineOpened(deps: Deps, { config }: Session, folder: string): Promise<readonly Finding[]> {
  const migrations = await deps.store.whole.migrations();
  const schema = `its schema is up to date (${migrations.at(-1) ?? 'no step'})`;
  const findings: Finding[] = [
    config.databaseUrl === null
      ? {
          about: 'Data folder',
          state: 'ok',
          words: `${folder} can be written to and nobody else uses it; ${schema}.`,
        }
      : { about: 'Database', state: 'ok', words: `The PostgreSQL server answers; ${schema}.` },
    await clockFinding(deps, config.databaseUrl !== null),
  ];
  const partnerships = await deps.store.partnerships();
  if (partnerships.length === 0)
    findings.push({
      about: 'Partnership',
      state: 'look',
      words: 'There is none yet. Import a plan: bcp plan import FILE.',
    });
  for (const { id, code } of partnerships) {
    const own = await examinePartnership(deps, id);
    findings.push(
      ...own.map((finding) => ({
        ...finding,
        about: partnerships.length === 1 ? finding.about : `${code}: ${finding.about}`,
      })),
    );
  }
  return findings;
}

async function clockFinding({ store, clock }: Deps, hasServer: boolean): Promise<Finding> {
  const now = clock.now();
  const said = `${dayWithWeekday(londonDate(now))} ${londonDate(now).slice(0, 4)}, ${londonTime(now)} in London`;
  // The embedded database has no clock of its own.
  const apart = hasServer ? Math.abs((await store.whole.time()).getTime() - now.getTime()) : 0;
  if (apart > clocks.look) {
    const words = `This machine says ${said}; the database's clock is ${Math.round(apart / 1000)} seconds away. Let both follow a time server.`;
    return { about: 'Clock', state: apart > clocks.wrong ? 'wrong' : 'look', words };
  }
  const newest = await newestInstant(store);
  if (newest !== null && newest.getTime() - now.getTime() > clocks.wrong) {
    const words = `This machine says ${said}, but something was written later than that (${newest.toISOString()}). Set the clock.`;
    return { about: 'Clock', state: 'wrong', words };
  }
  return { about: 'Clock', state: 'ok', words: `${said}.` };
}

/** When the newest message was promised, in any partnership. */
async function newestInstant(store: Deps['store']): Promise<Date | null> {
  let newest: Date | null = null;
  for (const { id } of await store.partnerships()) {
    const [last] = await store.in(id).deliveries.recent(1);
    if (last && (newest === null || last.promisedAt > newest)) newest = last.promisedAt;
  }
  return newest;
}
