import type { OpenQuestion, QuestionRecords } from '../../use-cases/ports/machine-records.ts';
import type { OpenQuestion as Row } from '../generated/client.ts';
import { writeJson } from '../shapes/shape.ts';
import type { Session } from '../session.ts';

function questionFrom({ partnershipId: _, sequence: __, ...row }: Row): OpenQuestion {
  return row;
}

export function questionRecords({ db, partnershipId }: Session): QuestionRecords {
  return {
    async byId(id) {
      const row = await db.openQuestion.findUnique({ where: { partnershipId_id: { partnershipId, id } } });
      return row && questionFrom(row);
    },
    async openOf(personId) {
      const rows = await db.openQuestion.findMany({
        where: { partnershipId, personId, answeredAt: null },
        orderBy: { sequence: 'asc' },
      });
      return rows.map(questionFrom);
    },
    async add({ data, ...question }) {
      await db.openQuestion.create({ data: { partnershipId, ...question, data: writeJson(data) } });
    },
    async answer(id, at) {
      const answered = await db.openQuestion.updateMany({
        where: { partnershipId, id, answeredAt: null },
        data: { answeredAt: at },
      });
      return answered.count === 1;
    },
  };
}
