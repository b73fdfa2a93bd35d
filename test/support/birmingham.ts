import { readFileSync } from 'node:fs';
import { clockAt, type SettableClock } from '../../src/kit/clock.ts';
import { countingIds } from '../../src/kit/ids.ts';
import { silentLog } from '../../src/kit/log.ts';
import { drainOutbox } from '../../src/delivery/drain.ts';
import { readPlanFile } from '../../src/imports/plan-file.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { rehearsalSender } from '../../src/platforms/rehearsal/rehearsal-sender.ts';
import { runDueEvents } from '../../src/schedule/run-due-events.ts';
import type { Actor, Deps } from '../../src/use-cases/deps.ts';
import { importPeople, type PersonToImport } from '../../src/use-cases/import-people.ts';
import { importPlan } from '../../src/use-cases/import-plan.ts';
import type { Store } from '../../src/use-cases/ports/store.ts';
import { actorOfPerson } from '../../src/use-cases/who-is.ts';

export function birminghamPlan(): Plan {
  const read = readPlanFile(
    readFileSync('plans/birmingham-2023-2028.yaml', 'utf8'),
    'plans/birmingham-2023-2028.yaml',
  );
  if (!read.ok) throw new Error(JSON.stringify(read.error.slice(0, 3)));
  return read.value;
}

/** A partnership on a stage: the real plan, a few invented people, a clock that stands still until it is moved. */
export interface Stage {
  readonly deps: Deps;
  readonly clock: SettableClock;
  readonly store: Store;
  readonly plan: Plan;
  readonly partnershipId: string;
  actor(email: string): Promise<Actor>;
  /** Moves the clock, does what falls due and sends what was promised. */
  at(instant: string): Promise<readonly string[]>;
  /** What stands in a person's conversation with bcp, oldest first, as plain text. */
  conversation(email: string): Promise<readonly string[]>;
}

const from = '2026-01-01';

export function person(
  name: string,
  organisationCode: string,
  roles: PersonToImport['roles'],
  hasAccount = true,
): PersonToImport {
  const userId = name.toLowerCase().replace(' ', '.');
  return {
    email: `${userId}@birmingham.example`,
    name,
    organisationCode,
    jobTitle: '',
    prefers: null,
    accounts: hasAccount ? [{ platform: 'rehearsal', tenantId: 'rehearsal', userId }] : [],
    roles,
  };
}

export const owner = (...codes: string[]): PersonToImport['roles'] =>
  codes.map((code) => ({ kind: 'owner', scope: { kind: 'action', code }, startsOn: from, endsOn: null }));

export const holds = (kind: PersonToImport['roles'][number]['kind']): PersonToImport['roles'] => [
  { kind, scope: { kind: 'partnership' }, startsOn: from, endsOn: null },
];

/** Who is on the stage. IC4's measure I05 is Asha's too, and Priya is Asha's deputy. */
export const cast: readonly PersonToImport[] = [
  person('Asha Verma', 'bcc', [
    ...owner('IC4', 'IC5'),
    { kind: 'owner', scope: { kind: 'measure', code: 'I28' }, startsOn: from, endsOn: null },
  ]),
  person('Priya Nair', 'bcc', [
    { kind: 'deputy', scope: { kind: 'action', code: 'IC4' }, startsOn: from, endsOn: null },
  ]),
  person('Tom Osei', 'wmp', owner('SA1', 'SA2')),
  person('Lena Hart', 'bvsc', owner('IC3')),
  person('Sam Field', 'bcc', holds('secretariat')),
  person('Grace Bell', 'bcc', holds('chair')),
  person('Noor Aziz', 'bcc', [
    { kind: 'theme_lead', scope: { kind: 'theme', code: 'inclusive' }, startsOn: from, endsOn: null },
  ]),
];

/** Sets the stage on a store. With `code` it is another partnership than the others on the same store; `published`: on another plan. */
export async function birminghamStage(
  store: Store,
  start = '2026-11-02T08:59:00Z',
  people: readonly PersonToImport[] = cast,
  code?: string,
  published: Plan = birminghamPlan(),
): Promise<Stage> {
  const clock = clockAt(start);
  const plan =
    code === undefined ? published : { ...published, partnership: { ...published.partnership, code } };
  const deps: Deps = {
    store,
    clock,
    newId: countingIds(code ?? 'id'),
    log: silentLog,
    exporter: { formats: [], export: () => Promise.reject(new Error('No exporter stands on this stage.')) },
  };
  const imported = await importPlan(deps, {
    plan,
    sourceName: 'test',
    sourceHash: 'test',
    effectiveFrom: null,
    byPersonId: null,
  });
  if (!imported.ok) throw new Error(imported.error.words);
  const { partnershipId } = imported.value;
  await importPeople(deps, partnershipId, { people }, null);
  const sender = rehearsalSender({
    store,
    clock,
    faults: { get: () => ({ platformDown: false, slow: false, missingAccounts: [] }) },
  });
  const byEmail = async (email: string) => {
    const found = await store.in(partnershipId).people.byEmail(`${email}@birmingham.example`);
    if (!found) throw new Error(`Nobody called ${email} is on the stage.`);
    return found;
  };
  return {
    deps,
    clock,
    store,
    plan,
    partnershipId,
    actor: async (email) => {
      const actor = await actorOfPerson(deps, partnershipId, (await byEmail(email)).id, 'rehearsal');
      if (!actor) throw new Error(`${email} has left.`);
      return actor;
    },
    at: async (instant) => {
      clock.set(new Date(instant));
      const happened = await runDueEvents(deps);
      await drainOutbox({
        outbox: store.outbox,
        senders: [sender],
        clock,
        log: silentLog,
        random: () => 0.5,
      });
      return happened;
    },
    conversation: async (email) => {
      const posts = await store
        .in(partnershipId)
        .conversations.of(`person:${(await byEmail(email)).id}`, 100);
      return posts.map(({ message }) => plainText(message));
    },
  };
}
