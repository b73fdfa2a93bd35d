import type { SettingRecords } from '../../use-cases/ports/machine-records.ts';
import { writeJson } from '../shapes/shape.ts';
import type { Session } from '../session.ts';

export function settingRecords({ db, partnershipId }: Session): SettingRecords {
  return {
    async get(name) {
      const row = await db.setting.findUnique({ where: { partnershipId_name: { partnershipId, name } } });
      return row?.value;
    },
    async set(name, value) {
      const stored = writeJson(value);
      await db.setting.upsert({
        where: { partnershipId_name: { partnershipId, name } },
        create: { partnershipId, name, value: stored },
        update: { value: stored },
      });
    },
  };
}
