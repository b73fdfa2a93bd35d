import { platformNames } from '../plan/people.ts';
import type {
  ClaimedReply,
  ReplyOutcome,
  ReplyStore,
  WaitingReply,
} from '../use-cases/ports/reply-records.ts';
import type { Database } from './database.ts';
import { gathered } from './gathered.ts';
import { withTroubleNamed } from './storage-trouble.ts';
import { oneOf } from './words.ts';

interface Row {
  readonly partnershipId: string;
  readonly key: string;
  readonly personId: string;
  readonly platform: string;
  readonly tenantId: string;
  readonly accountId: string;
  readonly place: unknown;
  readonly words: string;
  readonly takenOut: unknown;
  readonly saidAt: Date;
  readonly isRetry: boolean;
  readonly receivedAt: Date;
  readonly attempts: number;
  readonly isOvertaken: boolean;
}

/** Many at once are one statement, and wait for the disk once. */
const putByStatement = `
  INSERT INTO "WaitingReply" ("partnershipId", "key", "personId", "platform", "tenantId", "accountId", "place", "words", "takenOut",
                              "saidAt", "isRetry", "receivedAt", "dueAt", "state")
  SELECT "partnershipId", "key", "personId", "platform", "tenantId", "accountId", "place"::json, "words", "takenOut"::json,
         "saidAt", "isRetry", "receivedAt", "receivedAt", 'waiting'
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                $10::timestamptz[], $11::boolean[], $12::timestamptz[])
      AS "reply" ("partnershipId", "key", "personId", "platform", "tenantId", "accountId", "place", "words", "takenOut", "saidAt",
                    "isRetry", "receivedAt")
  ON CONFLICT DO NOTHING
  RETURNING "partnershipId", "key"`;

/** Of each person what they wrote first of all that waits, unless one of theirs is being read; the oldest first. */
const claimStatement = `
  WITH "taken" AS (
  UPDATE "WaitingReply" SET "leaseUntil" = $2, "attempts" = "attempts" + 1
   WHERE ("partnershipId", "key") IN (
     SELECT "first"."partnershipId", "first"."key" FROM "WaitingReply" AS "first"
      WHERE "first"."state" = 'waiting' AND "first"."dueAt" <= $1
        AND ("first"."leaseUntil" IS NULL OR "first"."leaseUntil" <= $1)
        AND "first"."platform" = ANY($4::text[])
        AND NOT EXISTS (
          SELECT 1 FROM "WaitingReply" AS "earlier"
           WHERE "earlier"."state" = 'waiting' AND "earlier"."partnershipId" = "first"."partnershipId"
             AND "earlier"."personId" = "first"."personId"
             AND ("earlier"."saidAt", "earlier"."sequence") < ("first"."saidAt", "first"."sequence"))
      ORDER BY "first"."dueAt", "first"."sequence"
      LIMIT $3
        FOR UPDATE SKIP LOCKED)
  RETURNING *)
  SELECT "taken"."partnershipId", "key", "taken"."personId", "platform", "tenantId", "accountId", "place", "words", "takenOut",
         "taken"."saidAt", "isRetry", "receivedAt", "attempts",
         EXISTS (
           SELECT 1 FROM "WaitingReply" AS "later"
            WHERE "later"."state" = 'read' AND "later"."partnershipId" = "taken"."partnershipId"
              AND "later"."personId" = "taken"."personId" AND "later"."saidAt" > "taken"."saidAt") AS "isOvertaken"
    FROM "taken" ORDER BY "saidAt", "sequence"`;

const finishStatement = `
  UPDATE "WaitingReply"
     SET "leaseUntil" = NULL, "state" = $4, "dueAt" = COALESCE($5, "dueAt"),
         "words" = CASE WHEN $4 = 'waiting' THEN "words" ELSE '' END,
         "takenOut" = CASE WHEN $4 = 'waiting' THEN "takenOut" ELSE '[]'::json END
   WHERE "partnershipId" = $1 AND "key" = $2 AND "attempts" = $3 AND "state" = 'waiting' AND "leaseUntil" IS NOT NULL`;

/** The replies that wait, of every partnership. */
export function replyStore({ pool }: Database): ReplyStore {
  return {
    putBy: gathered((replies) => withTroubleNamed(() => putBy(pool, replies))),
    async claim(platforms, now, leaseUntil, limit) {
      const values = [now, leaseUntil, limit, platforms];
      const { rows } = await withTroubleNamed(() => pool.query<Row>(claimStatement, values));
      return rows.map(replyFrom);
    },
    async finish({ partnershipId, key, fence }, outcome) {
      const values = [
        partnershipId,
        key,
        fence,
        stateAfter(outcome),
        outcome.kind === 'again' ? outcome.at : null,
      ];
      const { rowCount } = await withTroubleNamed(() => pool.query(finishStatement, values));
      return rowCount === 1;
    },
  };
}

async function putBy(pool: Database['pool'], replies: readonly WaitingReply[]): Promise<readonly boolean[]> {
  const column = <T>(of: (reply: WaitingReply) => T): T[] => replies.map(of);
  const { rows } = await pool.query<{ partnershipId: string; key: string }>(putByStatement, [
    column(({ partnershipId }) => partnershipId),
    column(({ key }) => key),
    column(({ personId }) => personId),
    column(({ platform }) => platform),
    column(({ tenantId }) => tenantId),
    column(({ accountId }) => accountId),
    column(({ place }) => JSON.stringify(place)),
    column(({ words }) => words),
    column(({ takenOut }) => JSON.stringify(takenOut)),
    column(({ saidAt }) => saidAt),
    column(({ isRetry }) => isRetry),
    column(({ receivedAt }) => receivedAt),
  ]);
  // The same message twice at once: the first of the two is told that it was the first.
  const added = new Set(rows.map(nameOf));
  return replies.map((reply) => added.delete(nameOf(reply)));
}

function nameOf({ partnershipId, key }: { readonly partnershipId: string; readonly key: string }): string {
  return JSON.stringify([partnershipId, key]);
}

function stateAfter(outcome: ReplyOutcome): string {
  return outcome.kind === 'again' ? 'waiting' : outcome.kind;
}

function replyFrom({ attempts, platform, ...row }: Row): ClaimedReply {
  return { ...row, platform: oneOf(platformNames, platform), fence: attempts };
}
