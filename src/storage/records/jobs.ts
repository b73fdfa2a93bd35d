import type { JobRecords } from '../../use-cases/ports/machine-records.ts';
import type { Session } from '../session.ts';

export function jobRecords({ db, partnershipId }: Session): JobRecords {
  return {
    async claim(job, slot, now, leaseUntil) {
      // One statement decides: the row is new, or its lease has run out and nobody finished it.
      const taken = await db.$executeRaw`
        INSERT INTO "JobRun" ("partnershipId", "job", "slot", "leaseUntil")
        VALUES (${partnershipId}, ${job}, ${slot}, ${leaseUntil})
        ON CONFLICT ("partnershipId", "job", "slot") DO UPDATE SET "leaseUntil" = EXCLUDED."leaseUntil"
          WHERE "JobRun"."finishedAt" IS NULL AND "JobRun"."leaseUntil" <= ${now}`;
      return taken === 1;
    },
    async finish(job, slot, at, result) {
      await db.jobRun.upsert({
        where: { partnershipId_job_slot: { partnershipId, job, slot } },
        create: { partnershipId, job, slot, leaseUntil: at, finishedAt: at, result },
        update: { finishedAt: at, result },
      });
    },
    async release(job, slot, leaseUntil) {
      await db.jobRun.updateMany({
        where: { partnershipId, job, slot, finishedAt: null, leaseUntil },
        data: { leaseUntil: new Date(0) },
      });
    },
    async finished(job) {
      const rows = await db.jobRun.findMany({
        where: { partnershipId, job, finishedAt: { not: null } },
        orderBy: { slot: 'asc' },
      });
      return rows.flatMap(({ slot, finishedAt, result }) =>
        finishedAt === null ? [] : [{ slot, at: finishedAt, result: result ?? '' }],
      );
    },
  };
}
