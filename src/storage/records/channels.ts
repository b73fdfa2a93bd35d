import { platformNames } from '../../plan/people.ts';
import type { Channel, ChannelRecords } from '../../use-cases/ports/board-records.ts';
import type { Channel as Row } from '../generated/client.ts';
import type { Session } from '../session.ts';
import { oneOf } from '../words.ts';
import { audienceFrom } from './digests.ts';

function channelFrom({ partnershipId: _, platform, audience, reach, ...row }: Row): Channel {
  return {
    ...row,
    platform: oneOf(platformNames, platform),
    audience: audienceFrom(audience),
    reach: oneOf(['members', 'shared'], reach),
  };
}

export function channelRecords({ db, partnershipId }: Session): ChannelRecords {
  return {
    async all() {
      const rows = await db.channel.findMany({
        where: { partnershipId },
        orderBy: [{ platform: 'asc' }, { tenantId: 'asc' }, { channelId: 'asc' }],
      });
      return rows.map(channelFrom);
    },
    async save(channel) {
      const { platform, tenantId, channelId, name, audience, reach } = channel;
      await db.channel.upsert({
        where: {
          partnershipId_platform_tenantId_channelId: { partnershipId, platform, tenantId, channelId },
        },
        create: { partnershipId, ...channel },
        update: { name, audience, reach },
      });
    },
    async remove(id) {
      await db.channel.deleteMany({ where: { partnershipId, id } });
    },
  };
}
