import type { VoiceRecords, VoiceResponse } from '../../use-cases/ports/board-records.ts';
import type { VoiceResponse as Row } from '../generated/client.ts';
import type { Session } from '../session.ts';

function responseFrom({ partnershipId: _, sequence: __, ...row }: Row): VoiceResponse {
  return row;
}

export function voiceRecords({ db, partnershipId }: Session): VoiceRecords {
  return {
    async responses() {
      const rows = await db.voiceResponse.findMany({
        where: { partnershipId },
        orderBy: { sequence: 'asc' },
      });
      return rows.map(responseFrom);
    },
    async add(response) {
      await db.voiceResponse.create({ data: { partnershipId, ...response } });
    },
  };
}
