import type { Audience } from '../../plan/audience.ts';
import type { Digest, DigestRecords } from '../../use-cases/ports/board-records.ts';
import type { Digest as Row } from '../generated/client.ts';
import { documentShape } from '../shapes/document-shape.ts';
import { readJson, writeJson } from '../shapes/shape.ts';
import type { Session } from '../session.ts';
import { oneOf } from '../words.ts';

const states = ['draft', 'approved', 'posted', 'superseded'] as const;

/** A whole audience, or one of a kind with its code, as it is stored. */
export function audienceFrom(stored: string): Audience {
  if (isAudience(stored)) return stored;
  throw new Error(`The database holds the audience "${stored}", which is none.`);
}

function isAudience(text: string): text is Audience {
  return text === 'board' || text === 'partnership' || /^(theme|partner|aligned):./.test(text);
}

function digestFrom({ partnershipId: _, audience, state, document, ...row }: Row): Digest {
  return {
    ...row,
    audience: audienceFrom(audience),
    state: oneOf(states, state),
    document: readJson(documentShape, document, `document of the digest ${row.id}`),
  };
}

/** Who moved it, and when, in the columns that belong to the state it moves to. */
function moved(to: Digest['state'], at: Date, personId: string | null) {
  if (to === 'approved') return { approvedAt: at, approvedByPersonId: personId };
  if (to === 'posted') return { postedAt: at, postedByPersonId: personId };
  return {};
}

export function digestRecords({ db, partnershipId }: Session): DigestRecords {
  const newestFirst = [{ draftedAt: 'desc' }, { month: 'desc' }, { number: 'desc' }, { id: 'asc' }] as const;
  return {
    async byId(id) {
      const row = await db.digest.findUnique({ where: { partnershipId_id: { partnershipId, id } } });
      return row && digestFrom(row);
    },
    async all() {
      const rows = await db.digest.findMany({ where: { partnershipId }, orderBy: [...newestFirst] });
      return rows.map(digestFrom);
    },
    async ofMonth(month) {
      const rows = await db.digest.findMany({ where: { partnershipId, month }, orderBy: [...newestFirst] });
      return rows.map(digestFrom);
    },
    async add({ document, ...digest }) {
      await db.digest.create({ data: { partnershipId, ...digest, document: writeJson(document) } });
    },
    async move(id, from, to, at, personId) {
      const result = await db.digest.updateMany({
        where: { partnershipId, id, state: from },
        data: { state: to, ...moved(to, at, personId) },
      });
      return result.count === 1;
    },
  };
}
