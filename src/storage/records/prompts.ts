import type { Prompt, PromptRecords } from '../../use-cases/ports/cycle-records.ts';
import type { Prompt as Row } from '../generated/client.ts';
import { promptItemsShape } from '../shapes/cycle-shapes.ts';
import { readJson, writeJson } from '../shapes/shape.ts';
import type { Session } from '../session.ts';
import { oneOf } from '../words.ts';

function promptFrom({ partnershipId: _, items, state, ...row }: Row): Prompt {
  return {
    ...row,
    items: readJson(promptItemsShape, items, `items of the prompt ${row.id}`),
    state: oneOf(['open', 'moved', 'closed'], state),
  };
}

export function promptRecords({ db, partnershipId }: Session): PromptRecords {
  return {
    async ofMonth(month) {
      const rows = await db.prompt.findMany({
        where: { partnershipId, month },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(promptFrom);
    },
    async ofPerson(month, personId) {
      const row = await db.prompt.findUnique({
        where: { partnershipId_month_personId: { partnershipId, month, personId } },
      });
      return row && promptFrom(row);
    },
    async add({ items, ...prompt }) {
      const data = { partnershipId, ...prompt, items: writeJson(items) };
      const added = await db.prompt.createMany({ data: [data], skipDuplicates: true });
      return added.count === 1;
    },
    async save({ id, items, state, deferredUntil }) {
      await db.prompt.update({
        where: { partnershipId_id: { partnershipId, id } },
        data: { items: writeJson(items), state, deferredUntil },
      });
    },
  };
}
