import type pg from 'pg';
import type { ClaimedDelivery, OutboxStore } from '../use-cases/ports/delivery-records.ts';
import type { Delivery as Row } from './generated/client.ts';
import { gathered } from './gathered.ts';
import { writeOutcomes, type OutcomeToWrite } from './outcomes.ts';
import { deliveryFrom } from './records/deliveries.ts';
import { withTroubleNamed } from './storage-trouble.ts';

type ClaimedRow = Row & {
  readonly replacesPlatformMessageId: string | null;
  readonly replacesByMention: boolean | null;
};

const claimDue = `
  WITH "taken" AS (
    UPDATE "Delivery" SET "leaseUntil" = $2, "attempts" = "attempts" + 1
     WHERE "id" IN (
       SELECT "first"."id" FROM "Delivery" AS "first"
        WHERE "first"."state" = 'waiting' AND "first"."dueAt" <= $1
          AND ("first"."leaseUntil" IS NULL OR "first"."leaseUntil" <= $1)
          AND NOT EXISTS (
            SELECT 1 FROM "Delivery" AS "other"
             WHERE "other"."state" = 'waiting' AND "other"."conversation" = "first"."conversation"
               AND ("other"."leaseUntil" > $1
                 OR ("other"."firstDueAt", "other"."sequence") < ("first"."firstDueAt", "first"."sequence")))
        ORDER BY "first"."dueAt", "first"."sequence"
        LIMIT $3
          FOR UPDATE SKIP LOCKED)
    RETURNING *)
  SELECT "taken".*, "replaced"."platformMessageId" AS "replacesPlatformMessageId",
         "replaced"."byMention" AS "replacesByMention"
    FROM "taken" LEFT JOIN LATERAL (
      SELECT "standing"."platformMessageId", "standing"."byMention" FROM (
        SELECT * FROM "Delivery"
         WHERE "partnershipId" = "taken"."partnershipId" AND "key" = "taken"."replaces"
         UNION ALL
        SELECT * FROM "Delivery"
         WHERE "partnershipId" = "taken"."partnershipId" AND "replaces" = "taken"."replaces" AND "id" <> "taken"."id") AS "standing"
       WHERE "standing"."platformMessageId" IS NOT NULL
       ORDER BY "standing"."sentAt" DESC NULLS LAST, "standing"."sequence" DESC
       LIMIT 1) AS "replaced" ON true
   ORDER BY "taken"."dueAt", "taken"."sequence"`;

const earliestDue = `
  SELECT MIN(GREATEST("dueAt", COALESCE("leaseUntil", "dueAt"))) AS "at" FROM (
    SELECT DISTINCT ON ("conversation") "dueAt", "leaseUntil" FROM "Delivery"
     WHERE "state" = 'waiting' ORDER BY "conversation", "firstDueAt", "sequence") AS "first"`;

/**
 * The outbox of every partnership, for the drain. Only the first waiting delivery of a conversation may be taken, and none
 * while another of that conversation is held, so a conversation reads in the order in which it was promised. What happened to
 * several, while the database was busy with what had happened before, is written down in one statement. What a delivery takes the place of is
 * whatever stands there now: the message it replaces, or the newest that took the place of that one before.
 *
 * Its statements go to the driver itself: compiling them anew for each of three hundred prompts took more time than all the rest.
 */
export function outboxStore(pool: pg.Pool): OutboxStore {
  const write = gathered((outcomes: readonly OutcomeToWrite[]) =>
    withTroubleNamed(() => writeOutcomes(pool, outcomes)),
  );
  return {
    async claim(now, leaseUntil, limit) {
      const { rows } = await withTroubleNamed(() =>
        pool.query<ClaimedRow>(claimDue, [now, leaseUntil, limit]),
      );
      return rows.map((row) => claimedFrom(row, leaseUntil));
    },
    finish: (id, fence, outcome, at) => write({ id, fence, outcome, at }),
    async nextDue() {
      const { rows } = await withTroubleNamed(() => pool.query<{ at: Date | null }>(earliestDue));
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
