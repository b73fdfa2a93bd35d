import type pg from 'pg';
import type { DeliveryOutcome, DeliveryState } from '../use-cases/ports/delivery-records.ts';

/** What became of one claimed delivery, with the fence under which it was claimed. */
export interface OutcomeToWrite {
  readonly id: string;
  readonly fence: number;
  readonly outcome: DeliveryOutcome;
  readonly at: Date;
}

/**
 * Each row stands by its own fence: a lease that was lost has another one by now, or none, and then somebody else's word counts. What an
 * outcome does not name stays as it was, but for what of a message that was not sent stands there.
 */
const statement = `
  UPDATE "Delivery" AS "held"
     SET "leaseUntil" = NULL, "state" = "new"."state", "trouble" = "new"."trouble",
         "dueAt" = COALESCE("new"."dueAt", "held"."dueAt"), "sentAt" = COALESCE("new"."sentAt", "held"."sentAt"),
         "platformMessageId" = COALESCE("new"."platformMessageId", "held"."platformMessageId"),
         "byMention" = COALESCE("new"."byMention", "held"."byMention"),
         "soFar" = CASE WHEN "new"."state" = 'sent' THEN "held"."soFar" ELSE "new"."soFar" END
    FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[], $8::boolean[],
                $9::text[])
         WITH ORDINALITY AS "new"
           ("id", "fence", "state", "trouble", "dueAt", "sentAt", "platformMessageId", "byMention", "soFar", "place")
   WHERE "held"."id" = "new"."id" AND "held"."attempts" = "new"."fence"
     AND "held"."state" = 'waiting' AND "held"."leaseUntil" IS NOT NULL
  RETURNING "new"."place"::int AS "place"`;

/** Writes several outcomes down in one statement; for each, whether it was kept: false when its lease was lost. */
export async function writeOutcomes(
  pool: pg.Pool,
  outcomes: readonly OutcomeToWrite[],
): Promise<readonly boolean[]> {
  const rows = outcomes.map(({ outcome, at }) => whatHappened(outcome, at));
  const answer = await pool.query<{ place: number }>(statement, [
    outcomes.map(({ id }) => id),
    outcomes.map(({ fence }) => fence),
    rows.map(({ state }) => state),
    rows.map(({ trouble }) => trouble),
    rows.map(({ dueAt }) => dueAt ?? null),
    rows.map(({ sentAt }) => sentAt ?? null),
    rows.map(({ platformMessageId }) => platformMessageId ?? null),
    rows.map(({ byMention }) => byMention ?? null),
    rows.map(({ soFar }) => soFar ?? null),
  ]);
  const kept = new Set(answer.rows.map(({ place }) => place));
  return outcomes.map((_, index) => kept.has(index + 1));
}

interface Happened {
  readonly state: DeliveryState;
  readonly trouble: string | null;
  readonly dueAt?: Date;
  readonly sentAt?: Date;
  readonly platformMessageId?: string;
  readonly byMention?: boolean;
  /** Which parts of it stand there; left out = nothing of it is known to. */
  readonly soFar?: string | undefined;
}

function whatHappened(outcome: DeliveryOutcome, at: Date): Happened {
  switch (outcome.kind) {
    case 'sent': {
      const { platformMessageId, byMention = false } = outcome;
      return { state: 'sent', sentAt: at, platformMessageId, byMention, trouble: null };
    }
    case 'retry':
      return { state: 'waiting', dueAt: outcome.at, trouble: outcome.trouble, soFar: outcome.soFar };
    case 'nobody_there':
    case 'refused':
    case 'ambiguous':
    case 'gave_up':
      return { state: outcome.kind, trouble: outcome.trouble, soFar: outcome.soFar };
  }
}
