import { z } from 'zod';
import { platformNames } from '../../plan/people.ts';
import { chainAuditEntry, firstPreviousHash } from '../../use-cases/audit-chain.ts';
import type { AuditEntry, AuditFact, AuditMark, AuditRecords } from '../../use-cases/ports/audit-records.ts';
import type { Queries } from '../client.ts';
import type { AuditEntry as Row } from '../generated/client.ts';
import { readJson, shapeOf } from '../shapes/shape.ts';
import type { Session } from '../session.ts';
import { oneOf } from '../words.ts';

const detailShape = shapeOf<AuditFact['detail']>()(
  z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
);

function entryFrom({ partnershipId: _, platform, detail, ...row }: Row): AuditEntry {
  return {
    ...row,
    platform: oneOf(platformNames, platform),
    detail: readJson(detailShape, detail, `detail of audit entry ${row.sequence}`),
  };
}

export function auditRecords(session: Session): AuditRecords {
  const { db, partnershipId, isTransaction } = session;
  // Nobody else moves the head while this transaction holds it, so it is asked for once.
  let held: Head | null = null;
  return {
    append: (fact) =>
      session.atomically(async (transaction) => {
        const head = held ?? (await lockHead(transaction, partnershipId));
        const entry = chainAuditEntry(fact, head);
        await addEntry(transaction, partnershipId, entry);
        if (isTransaction) held = { ...head, sequence: entry.sequence, hash: entry.hash };
        return entry;
      }),
    async hold() {
      if (!isTransaction) throw new Error('The head of the audit chain is held inside a transaction only.');
      held ??= (await selectHead(db, partnershipId)) ?? null;
      return held;
    },
    async head() {
      const head = await db.auditHead.findUnique({ where: { partnershipId } });
      return head?.hash ?? firstPreviousHash;
    },
    async after(sequence, limit) {
      const rows = await db.auditEntry.findMany({
        where: { partnershipId, sequence: { gt: sequence } },
        orderBy: { sequence: 'asc' },
        take: limit,
      });
      return rows.map(entryFrom);
    },
  };
}

/** Adds the entry and moves the head to it, in one statement. */
async function addEntry(db: Queries, partnershipId: string, entry: AuditEntry): Promise<void> {
  const { sequence, at, personId, platform, verb, subject, detail, previousHash, hash } = entry;
  await db.$executeRaw`
    WITH "entry" AS (
      INSERT INTO "AuditEntry" ("partnershipId", "sequence", "at", "personId", "platform", "verb", "subject", "detail", "previousHash", "hash")
      VALUES (${partnershipId}, ${sequence}, ${at}, ${personId}, ${platform}, ${verb}, ${subject}, ${JSON.stringify(detail)}::json, ${previousHash}, ${hash}))
    UPDATE "AuditHead" SET "sequence" = ${sequence}, "hash" = ${hash} WHERE "partnershipId" = ${partnershipId}`;
}

type Head = AuditMark & { readonly sequence: number };

/** The newest link, held until the transaction ends, so that no two writers add the same number. */
async function lockHead(db: Queries, partnershipId: string): Promise<Head> {
  const held = await selectHead(db, partnershipId);
  if (held) return held;
  await db.auditHead.createMany({
    data: [{ partnershipId, sequence: 0, hash: firstPreviousHash }],
    skipDuplicates: true,
  });
  const made = await selectHead(db, partnershipId);
  if (!made) throw new Error(`The audit chain of the partnership ${partnershipId} has no head.`);
  return made;
}

async function selectHead(db: Queries, partnershipId: string) {
  const rows = await db.$queryRaw<Head[]>`
    SELECT "sequence", "hash", "standing" FROM "AuditHead" WHERE "partnershipId" = ${partnershipId} FOR UPDATE`;
  return rows[0];
}
