import type { InboxRecords } from '../../use-cases/ports/machine-records.ts';
import type { Session } from '../session.ts';

export function inboxRecords({ db, partnershipId }: Session): InboxRecords {
  return {
    async receive(key, bodyHash, at) {
      const added = await db.inboxReceipt.createMany({
        data: [{ partnershipId, key, bodyHash, receivedAt: at }],
        skipDuplicates: true,
      });
      if (added.count === 1) return 'first';
      const known = await db.inboxReceipt.findUniqueOrThrow({
        where: { partnershipId_key: { partnershipId, key } },
      });
      return known.bodyHash === bodyHash ? 'again' : 'clash';
    },
  };
}
