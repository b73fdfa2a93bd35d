import type { PartnershipStore, Store } from '../use-cases/ports/store.ts';
import type { PlatformName } from '../plan/people.ts';
import type { Plan } from '../plan/plan.ts';
import { auditHeads } from './audit-heads.ts';
import { openClient, type Client, type Queries } from './client.ts';
import type { Database } from './database.ts';
import { outboxStore } from './outbox.ts';
import { recordsOn } from './records.ts';
import type { PlanCache, ValueCache } from './session.ts';
import { replyStore } from './waiting-replies.ts';
import { StorageTrouble, withTroubleNamed } from './storage-trouble.ts';
import { wholeRecords } from './whole-records.ts';

/** How long a transaction waits for its turn, and how long it may take, in milliseconds. */
const patience = { maxWait: 15_000, timeout: 30_000 };
const pingPatience = 5_000;

/** The store on an open, migrated database. */
export function storeOn(database: Database): Store {
  const client = openClient(database);
  const plans = makePlanCache();
  const values: ValueCache = new Map();

  return {
    partnerships: () => client.partnership.findMany({ orderBy: { code: 'asc' } }),
    async addPartnership(partnership) {
      await client.partnership.createMany({ data: [partnership], skipDuplicates: true });
      return client.partnership.findUniqueOrThrow({ where: { code: partnership.code } });
    },
    personsOfAccount: (platform: PlatformName, tenantId, userId) =>
      client.account.findMany({
        where: { platform, tenantId, userId },
        select: { partnershipId: true, personId: true },
        orderBy: { partnershipId: 'asc' },
      }),
    auditHeads: auditHeads(database),
    in: (partnershipId) => partnershipStore(client, partnershipId, plans, values),
    outbox: outboxStore(database.pool),
    replies: replyStore(database),
    whole: wholeRecords(database),
    ping: () => ping(database),
    async close() {
      await client.$disconnect();
      await database.close();
    },
  };
}

function partnershipStore(
  client: Client,
  partnershipId: string,
  plans: PlanCache,
  values: ValueCache,
): PartnershipStore {
  const transact = <T>(work: (db: Queries) => Promise<T>): Promise<T> =>
    withTroubleNamed(() => client.$transaction((transaction) => work(transaction), patience));
  return {
    partnershipId,
    ...recordsOn({ partnershipId, db: client, isTransaction: false, atomically: transact, plans, values }),
    transact: (work) =>
      transact((db) =>
        work(recordsOn({ partnershipId, db, isTransaction: true, atomically: (inner) => inner(db), plans })),
      ),
  };
}

async function ping(database: Database): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(
        new StorageTrouble(
          'unreachable',
          `The database did not answer within ${pingPatience / 1000} seconds.`,
        ),
      );
    }, pingPatience);
  });
  try {
    await withTroubleNamed(() => Promise.race([database.pool.query('SELECT 1'), tooLate]));
  } finally {
    clearTimeout(timer);
  }
}

/** Revisions that are kept: more than are in use at once, few enough to forget about. */
const keptPlans = 50;

function makePlanCache(): PlanCache {
  const kept = new Map<string, Plan>();
  const keyOf = (partnershipId: string, revisionId: string): string =>
    JSON.stringify([partnershipId, revisionId]);
  return {
    get: (partnershipId, revisionId) => kept.get(keyOf(partnershipId, revisionId)),
    keep(partnershipId, revisionId, plan) {
      kept.set(keyOf(partnershipId, revisionId), plan);
      const oldest = kept.keys().next();
      if (kept.size > keptPlans && oldest.done !== true) kept.delete(oldest.value);
    },
  };
}
