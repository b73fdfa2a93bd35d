import { actionRatings } from '../../plan/rating.ts';
import type { Moderation } from '../../plan/update.ts';
import type { ModerationRecords } from '../../use-cases/ports/update-records.ts';
import type { Moderation as Row } from '../generated/client.ts';
import type { Session } from '../session.ts';
import { oneOfOrNull } from '../words.ts';

function moderationFrom({ partnershipId: _, rating, ...row }: Row): Moderation {
  return { ...row, rating: oneOfOrNull(actionRatings, rating) };
}

export function moderationRecords({ db, partnershipId }: Session): ModerationRecords {
  const latestBetween = async (first: string, last: string): Promise<readonly Moderation[]> => {
    const rows = await db.$queryRaw<Row[]>`
      SELECT DISTINCT ON ("month", "actionCode") * FROM "Moderation"
       WHERE "partnershipId" = ${partnershipId} AND "month" BETWEEN ${first} AND ${last}
       ORDER BY "month", "actionCode", "version" DESC`;
    return rows.map(moderationFrom);
  };

  return {
    latestBetween,
    latestOfMonth: (month) => latestBetween(month, month),
    async versions(month, actionCode) {
      const rows = await db.moderation.findMany({
        where: { partnershipId, month, actionCode },
        orderBy: { version: 'asc' },
      });
      return rows.map(moderationFrom);
    },
    async add(moderation) {
      const added = await db.moderation.createMany({
        data: [{ partnershipId, ...moderation }],
        skipDuplicates: true,
      });
      return added.count === 1;
    },
  };
}
