import type { Absence } from '../../plan/people.ts';
import type { PeopleRecords } from '../../use-cases/ports/partnership-records.ts';
import type { Absence as Row } from '../generated/client.ts';
import type { Session } from '../session.ts';

function absenceFrom({ partnershipId: _, fromDay, untilDay, ...row }: Row): Absence {
  return { ...row, from: fromDay, until: untilDay };
}

export function absenceRecords({ db, partnershipId }: Session) {
  return {
    async absences() {
      const rows = await db.absence.findMany({
        where: { partnershipId },
        orderBy: [{ fromDay: 'asc' }, { id: 'asc' }],
      });
      return rows.map(absenceFrom);
    },
    async addAbsence({ from, until, ...absence }) {
      await db.absence.create({ data: { partnershipId, ...absence, fromDay: from, untilDay: until } });
    },
    async removeAbsence(id) {
      await db.absence.deleteMany({ where: { partnershipId, id } });
    },
  } satisfies Partial<PeopleRecords>;
}
