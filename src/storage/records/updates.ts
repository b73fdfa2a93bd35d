import { platformNames } from '../../plan/people.ts';
import { actionRatings } from '../../plan/rating.ts';
import type { ActionUpdate, Ask, PathToGreen, UpdateContent } from '../../plan/update.ts';
import type { UpdateRecords } from '../../use-cases/ports/update-records.ts';
import type { ActionUpdate as Row } from '../generated/client.ts';
import type { Session } from '../session.ts';
import { oneOf } from '../words.ts';

const kinds = ['update', 'no_change', 'edit', 'undo', 'correction', 'no_update'] as const;
const askVerbs = ['agree', 'decide', 'note'] as const;

function updateFrom(row: Row): ActionUpdate {
  const { id, month, actionCode, version, byPersonId, onBehalfOfPersonId, at, reason } = row;
  return {
    id,
    month,
    actionCode,
    version,
    kind: oneOf(kinds, row.kind),
    content: contentFrom(row),
    byPersonId,
    onBehalfOfPersonId,
    platform: oneOf(platformNames, row.platform),
    at,
    reason,
  };
}

function contentFrom(row: Row): UpdateContent | null {
  if (row.rating === null) return null;
  return {
    rating: oneOf(actionRatings, row.rating),
    done: row.done ?? '',
    next: row.next ?? '',
    pathToGreen: pathFrom(row),
    ask: askFrom(row),
    evidence: row.evidence,
    startsOn: row.startsOn,
  };
}

function pathFrom({ pathWhat, pathWho, pathBy }: Row): PathToGreen | null {
  return pathWhat === null ? null : { what: pathWhat, who: pathWho ?? '', by: pathBy ?? '' };
}

function askFrom({ askVerb, askWhat, askBy }: Row): Ask | null {
  return askVerb === null ? null : { verb: oneOf(askVerbs, askVerb), what: askWhat ?? '', by: askBy };
}

const noContent = { rating: null, done: null, next: null, evidence: [], startsOn: null };
const noPath = { pathWhat: null, pathWho: null, pathBy: null };
const noAsk = { askVerb: null, askWhat: null, askBy: null };

function rowFrom(partnershipId: string, { content, ...update }: ActionUpdate): Row {
  return {
    partnershipId,
    ...update,
    ...(content ? contentColumns(content) : { ...noContent, ...noPath, ...noAsk }),
  };
}

function contentColumns({ rating, done, next, pathToGreen: path, ask, evidence, startsOn }: UpdateContent) {
  return {
    rating,
    done,
    next,
    ...(path ? { pathWhat: path.what, pathWho: path.who, pathBy: path.by } : noPath),
    ...(ask ? { askVerb: ask.verb, askWhat: ask.what, askBy: ask.by } : noAsk),
    evidence: [...evidence],
    startsOn,
  };
}

export function updateRecords({ db, partnershipId }: Session): UpdateRecords {
  /** The highest version of each action and month; one pass over an index, whatever the history. */
  const latestBetween = async (first: string, last: string): Promise<readonly ActionUpdate[]> => {
    const rows = await db.$queryRaw<Row[]>`
      SELECT DISTINCT ON ("month", "actionCode") * FROM "ActionUpdate"
       WHERE "partnershipId" = ${partnershipId} AND "month" BETWEEN ${first} AND ${last}
       ORDER BY "month", "actionCode", "version" DESC`;
    return rows.map(updateFrom);
  };

  return {
    latestBetween,
    latestOfMonth: (month) => latestBetween(month, month),
    async latest(month, actionCode) {
      const row = await db.actionUpdate.findFirst({
        where: { partnershipId, month, actionCode },
        orderBy: { version: 'desc' },
      });
      return row && updateFrom(row);
    },
    async versions(month, actionCode) {
      const rows = await db.actionUpdate.findMany({
        where: { partnershipId, month, actionCode },
        orderBy: { version: 'asc' },
      });
      return rows.map(updateFrom);
    },
    async add(update) {
      const added = await db.actionUpdate.createMany({
        data: [rowFrom(partnershipId, update)],
        skipDuplicates: true,
      });
      return added.count === 1;
    },
  };
}
