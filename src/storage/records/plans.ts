import type { PlanRecords, PlanRevision } from '../../use-cases/ports/partnership-records.ts';
import type { PlanRevision as Row } from '../generated/client.ts';
import { planShape } from '../shapes/plan-shape.ts';
import { readJson, writeJson } from '../shapes/shape.ts';
import type { Session } from '../session.ts';

type RowWithoutPlan = Omit<Row, 'plan'>;

export function planRecords(session: Session): PlanRecords {
  const { db, partnershipId, plans } = session;

  /** The plan is read only when it has not been read before: it is large, and a revision never changes. */
  const complete = async (row: RowWithoutPlan): Promise<PlanRevision> => {
    const { partnershipId: _, ...rest } = row;
    const known = plans.get(partnershipId, row.id);
    if (known) return { ...rest, plan: known };
    const stored = await db.planRevision.findUniqueOrThrow({
      where: { partnershipId_id: { partnershipId, id: row.id } },
      select: { plan: true },
    });
    const plan = readJson(planShape, stored.plan, `plan of revision ${row.number}`);
    plans.keep(partnershipId, row.id, plan);
    return { ...rest, plan };
  };

  return {
    async inForce(day) {
      const row = await db.planRevision.findFirst({
        where: { partnershipId, effectiveFrom: { lte: day } },
        orderBy: [{ effectiveFrom: 'desc' }, { number: 'desc' }],
        omit: { plan: true },
      });
      return row && complete(row);
    },
    async byId(id) {
      const row = await db.planRevision.findUnique({
        where: { partnershipId_id: { partnershipId, id } },
        omit: { plan: true },
      });
      return row && complete(row);
    },
    async all() {
      const rows = await db.planRevision.findMany({
        where: { partnershipId },
        orderBy: { number: 'asc' },
        omit: { plan: true },
      });
      const revisions: PlanRevision[] = [];
      for (const row of rows) revisions.push(await complete(row));
      return revisions;
    },
    async add({ plan, ...revision }) {
      await db.planRevision.create({ data: { partnershipId, ...revision, plan: writeJson(plan) } });
    },
  };
}
