import type { Decision, Meeting, MeetingRecords } from '../../use-cases/ports/board-records.ts';
import type { Decision as DecisionRow, Meeting as MeetingRow } from '../generated/client.ts';
import type { Session } from '../session.ts';
import { oneOf } from '../words.ts';

function meetingFrom({ id, onDay, title }: MeetingRow): Meeting {
  return { id, on: onDay, title };
}

function decisionFrom({ partnershipId: _, sequence: __, kind, ...row }: DecisionRow): Decision {
  return { ...row, kind: oneOf(['decision', 'meeting_action'], kind) };
}

export function meetingRecords({ db, partnershipId }: Session): MeetingRecords {
  return {
    async all() {
      const rows = await db.meeting.findMany({
        where: { partnershipId },
        orderBy: [{ onDay: 'asc' }, { id: 'asc' }],
      });
      return rows.map(meetingFrom);
    },
    async add({ id, on, title }) {
      await db.meeting.create({ data: { partnershipId, id, onDay: on, title } });
    },
    async rename(id, title) {
      await db.meeting.updateMany({ where: { partnershipId, id }, data: { title } });
    },
    async decisions() {
      const rows = await db.decision.findMany({ where: { partnershipId }, orderBy: { sequence: 'asc' } });
      return rows.map(decisionFrom);
    },
    async addDecision(decision) {
      await db.decision.create({ data: { partnershipId, ...decision } });
    },
    async rewordDecision(id, { text, ownerName, due }) {
      await db.decision.updateMany({ where: { partnershipId, id }, data: { text, ownerName, due } });
    },
    async closeDecision(id, on) {
      await db.decision.updateMany({ where: { partnershipId, id }, data: { closedOn: on } });
    },
  };
}
