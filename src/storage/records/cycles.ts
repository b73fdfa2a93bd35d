import type { Cycle, CycleRecords } from '../../use-cases/ports/cycle-records.ts';
import type { Cycle as Row } from '../generated/client.ts';
import { cycleSettingsShape } from '../shapes/cycle-shapes.ts';
import { readJson, writeJson } from '../shapes/shape.ts';
import type { Session } from '../session.ts';
import { oneOf } from '../words.ts';

function cycleFrom({ partnershipId: _, settings, state, ...row }: Row): Cycle {
  return {
    ...row,
    settings: readJson(cycleSettingsShape, settings, `settings of the cycle ${row.month}`),
    state: oneOf(['open', 'closed'], state),
  };
}

export function cycleRecords({ db, partnershipId }: Session): CycleRecords {
  return {
    async byMonth(month) {
      const row = await db.cycle.findUnique({ where: { partnershipId_month: { partnershipId, month } } });
      return row && cycleFrom(row);
    },
    async all() {
      const rows = await db.cycle.findMany({ where: { partnershipId }, orderBy: { month: 'desc' } });
      return rows.map(cycleFrom);
    },
    async open({ settings, ...cycle }) {
      const data = { partnershipId, ...cycle, settings: writeJson(settings) };
      const added = await db.cycle.createMany({ data: [data], skipDuplicates: true });
      return added.count === 1;
    },
    async close(month, at) {
      const closed = await db.cycle.updateMany({
        where: { partnershipId, month, state: 'open' },
        data: { state: 'closed', closedAt: at },
      });
      return closed.count === 1;
    },
  };
}
