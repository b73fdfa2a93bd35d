import { dayInWords, dayWithWeekday } from '../kit/local-date.ts';
import { londonDate, londonTime } from '../kit/london.ts';
import { cycleCalendar, cycleEvents } from '../plan/cycle-calendar.ts';
import { addMonths, monthInWords } from '../plan/month.ts';
import { unowned } from '../plan/ownership.ts';
import { isRoleActive } from '../plan/roles.ts';
import { eventInWords } from './conversation/cycle-command.ts';
import { readDirectory, type Directory } from './cycle-context.ts';
import { readCycleSettings } from './cycle-settings.ts';
import type { Deps } from './deps.ts';
import type { PartnershipStore } from './ports/store.ts';
import { instantInWords } from './prompt-view.ts';
import { destinationsOf } from './promise-message.ts';
import { stoppedStates } from './settle-delivery.ts';

/** One thing that was looked at: `ok`, `look` (somebody should), or `wrong` (the monthly job does not work like this). */
export interface Finding {
  readonly about: string;
  readonly state: 'ok' | 'look' | 'wrong';
  /** A sentence: how it is, and what would be right. */
  readonly words: string;
}

/** How long a message may wait before somebody should ask whether bcp is running, in milliseconds. */
const longestWait = 15 * 60_000;

/** Whether the monthly job of a partnership can do its work today: plan, people, deliveries and calendar. */
export async function examinePartnership(deps: Deps, partnershipId: string): Promise<readonly Finding[]> {
  const records = deps.store.in(partnershipId);
  const now = deps.clock.now();
  const directory = await readDirectory(records);
  return [
    await examinePlan(records, directory, now),
    examinePeople(directory, londonDate(now)),
    examineSecretariat(directory, londonDate(now)),
    await examineChannels(records),
    await examineDeliveries(records, now),
    await examineCalendar(records, now),
  ];
}

async function examinePlan(records: PartnershipStore, { roles }: Directory, now: Date): Promise<Finding> {
  const today = londonDate(now);
  const about = 'Plan';
  const revision = await records.plans.inForce(today);
  if (!revision) {
    const next = (await records.plans.all()).at(-1);
    const words = next
      ? `The plan begins on ${dayInWords(next.effectiveFrom)}; nobody is asked before.`
      : 'No plan is stored. Import one: bcp plan import FILE.';
    return { about, state: next ? 'look' : 'wrong', words };
  }
  const name = `${revision.plan.title}, revision ${revision.number} from ${dayInWords(revision.effectiveFrom)}`;
  if (revision.plan.endsOn < today)
    return {
      about,
      state: 'look',
      words: `${name}, ended on ${dayInWords(revision.plan.endsOn)}. Import its successor.`,
    };
  const gaps = unowned(revision.plan, roles, today);
  if (gaps.actions.length > 0)
    return {
      about,
      state: 'look',
      words: `${name}. Nobody owns ${gaps.actions.join(', ')}: nobody is asked about it.`,
    };
  return { about, state: 'ok', words: `${name}. Every action has an owner.` };
}

function examinePeople(directory: Directory, today: string): Finding {
  const about = 'People';
  const asked = directory.people.filter(
    (person) =>
      (person.endsOn === null || person.endsOn >= today) &&
      directory.roles.some(
        (role) => role.personId === person.id && role.kind === 'owner' && isRoleActive(role, today),
      ),
  );
  if (asked.length === 0)
    return {
      about,
      state: 'wrong',
      words: 'Nobody owns anything, so nobody is asked. Import people: bcp people import FILE.',
    };
  const lost = asked.filter((person) =>
    destinationsOf(person, directory.accounts).every(({ kind }) => kind === 'nobody'),
  );
  if (lost.length === 0) return { about, state: 'ok', words: `All ${asked.length} owners can be reached.` };
  const names = lost.map(({ name }) => name).join(', ');
  return {
    about,
    state: 'look',
    words: `${lost.length} of ${asked.length} owners have no account, so no prompt reaches them: ${names}.`,
  };
}

function examineSecretariat({ people, roles }: Directory, today: string): Finding {
  const names = people
    .filter(({ id }) =>
      roles.some((role) => role.personId === id && role.kind === 'secretariat' && isRoleActive(role, today)),
    )
    .map(({ name }) => name);
  return names.length > 0
    ? { about: 'Secretariat', state: 'ok', words: `${names.join(', ')}.` }
    : {
        about: 'Secretariat',
        state: 'wrong',
        words:
          'Nobody is the secretariat, so nobody can approve a digest. Give somebody the role in the people file.',
      };
}

async function examineChannels(records: PartnershipStore): Promise<Finding> {
  const channels = await records.channels.all();
  const board = channels.filter(({ audience }) => audience === 'board').map(({ name }) => name);
  return board.length > 0
    ? { about: 'Channels', state: 'ok', words: `The board’s digest goes to ${board.join(', ')}.` }
    : {
        about: 'Channels',
        state: 'look',
        words: 'No channel is set up for the board, so its digest can be exported but not posted.',
      };
}

async function examineDeliveries(records: PartnershipStore, now: Date): Promise<Finding> {
  const about = 'Deliveries';
  const stopped = await records.deliveries.inStates(stoppedStates);
  if (stopped.length > 0) {
    const words = `${stopped.length} did not arrive; the last: ${stopped.at(-1)?.trouble ?? 'no reason is known.'} See: bcp delivery list.`;
    return { about, state: 'look', words };
  }
  const waiting = await records.deliveries.inStates(['waiting']);
  const late = waiting.filter(({ dueAt }) => now.getTime() - dueAt.getTime() > longestWait);
  const [first] = late;
  if (first)
    return {
      about,
      state: 'look',
      words: `${late.length} wait, the first since ${instantInWords(first.dueAt)}. Is bcp running? Start it: npm start.`,
    };
  return { about, state: 'ok', words: `Nothing has stopped; ${waiting.length} wait for their turn.` };
}

async function examineCalendar(records: PartnershipStore, now: Date): Promise<Finding> {
  const about = 'Calendar';
  const month = londonDate(now).slice(0, 7);
  const settings = await readCycleSettings(records);
  const calendar = cycleCalendar(month, settings);
  const upcoming = [...cycleEvents(calendar), ...cycleEvents(cycleCalendar(addMonths(month, 1), settings))];
  const next = upcoming.find(({ at }) => at > now);
  const coming = next
    ? ` Next: ${eventInWords(next.name).toLowerCase()}, ${dayWithWeekday(londonDate(next.at))} at ${londonTime(next.at)}.`
    : '';
  if (now >= calendar.closesAt && !(await records.cycles.byMonth(month))) {
    const words = `${monthInWords(month)} was never opened, and its close has passed; it is left out.${coming}`;
    return { about, state: 'look', words };
  }
  const runs = await records.jobs.finished('cycle');
  const finished = new Set(runs.map(({ slot }) => slot));
  const overdue = cycleEvents(calendar).filter(
    ({ name, at }) => now.getTime() - at.getTime() > longestWait && !finished.has(`${month}:${name}`),
  );
  if (overdue.length > 0) {
    const names = overdue.map(({ name }) => eventInWords(name).toLowerCase()).join(', ');
    return {
      about,
      state: 'look',
      words: `Due in ${monthInWords(month)} and not done: ${names}. It is made up for when bcp runs: npm start.`,
    };
  }
  const [last] = [...runs].sort((one, other) => other.at.getTime() - one.at.getTime());
  return { about, state: 'ok', words: `${last ? `Last: ${last.result}.` : 'Nothing is overdue.'}${coming}` };
}
