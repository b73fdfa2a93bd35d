import type { ClaimedDelivery, DeliveryOutcome, OutboxStore } from '../use-cases/ports/delivery-records.ts';
import type { Delivery as Row } from './generated/client.ts';
import { deliveryFrom } from './records/deliveries.ts';
import type { Queries } from './client.ts';

type ClaimedRow = Row & {
  readonly replacesPlatformMessageId: string | null;
  readonly replacesByMention: boolean | null;
};

/**
 * The outbox of every partnership, for the drain. Only the first waiting delivery of a conversation may be taken, and none
 * while another of that conversation is held, so a conversation reads in the order in which it was promised.
 */
export function outboxStore(db: Queries): OutboxStore {
  return {
    async claim(now, leaseUntil, limit) {
      const rows = await db.$queryRaw<ClaimedRow[]>`
        WITH "taken" AS (
          UPDATE "Delivery" SET "leaseUntil" = ${leaseUntil}, "attempts" = "attempts" + 1
           WHERE "id" IN (
             SELECT "first"."id" FROM "Delivery" AS "first"
              WHERE "first"."state" = 'waiting' AND "first"."dueAt" <= ${now}
                AND ("first"."leaseUntil" IS NULL OR "first"."leaseUntil" <= ${now})
                AND NOT EXISTS (
                  SELECT 1 FROM "Delivery" AS "other"
                   WHERE "other"."state" = 'waiting' AND "other"."conversation" = "first"."conversation"
                     AND ("other"."leaseUntil" > ${now}
                       OR ("other"."firstDueAt", "other"."sequence") < ("first"."firstDueAt", "first"."sequence")))
              ORDER BY "first"."dueAt", "first"."sequence"
              LIMIT ${limit}
                FOR UPDATE SKIP LOCKED)
          RETURNING *)
        SELECT "taken".*, "replaced"."platformMessageId" AS "replacesPlatformMessageId",
               "replaced"."byMention" AS "replacesByMention"
          FROM "taken" LEFT JOIN "Delivery" AS "replaced"
            ON "replaced"."partnershipId" = "taken"."partnershipId" AND "replaced"."key" = "taken"."replaces"
         ORDER BY "taken"."dueAt", "taken"."sequence"`;
      return rows.map((row) => claimedFrom(row, leaseUntil));
    },

    async finish(id, fence, outcome, at) {
      // A lease that was lost has another fence by now, or none: then somebody else's word counts.
      const finished = await db.delivery.updateMany({
        where: { id, attempts: fence, state: 'waiting', leaseUntil: { not: null } },
        data: { leaseUntil: null, ...whatHappened(outcome, at) },
      });
      return finished.count === 1;
    },

    async nextDue() {
      const rows = await db.$queryRaw<{ at: Date | null }[]>`
        SELECT MIN(GREATEST("dueAt", COALESCE("leaseUntil", "dueAt"))) AS "at" FROM (
          SELECT DISTINCT ON ("conversation") "dueAt", "leaseUntil" FROM "Delivery"
           WHERE "state" = 'waiting' ORDER BY "conversation", "firstDueAt", "sequence") AS "first"`;
      return rows[0]?.at ?? null;
    },
  };
}

function claimedFrom(row: ClaimedRow, heldUntil: Date): ClaimedDelivery {
  return {
    ...deliveryFrom(row),
    fence: row.attempts,
    soFar: row.soFar,
    heldUntil,
    replacesPlatformMessageId: row.replacesPlatformMessageId,
    replacesByMention: row.replacesByMention ?? false,
  };
}

function whatHappened(outcome: DeliveryOutcome, at: Date) {
  switch (outcome.kind) {
    case 'sent':
      return {
        state: 'sent',
        sentAt: at,
        platformMessageId: outcome.platformMessageId,
        byMention: outcome.byMention ?? false,
        trouble: null,
      };
    case 'retry':
      return { dueAt: outcome.at, trouble: outcome.trouble, soFar: outcome.soFar ?? null };
    case 'nobody_there':
    case 'refused':
    case 'ambiguous':
    case 'gave_up':
      return { state: outcome.kind, trouble: outcome.trouble, soFar: outcome.soFar ?? null };
  }
}
