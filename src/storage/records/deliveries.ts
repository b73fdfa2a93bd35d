import {
  deliveryPurposes,
  type Delivery,
  type DeliveryRecords,
  type DeliveryState,
  type Destination,
  type ReachedAccount,
} from '../../use-cases/ports/delivery-records.ts';
import type { Delivery as Row } from '../generated/client.ts';
import { destinationShape } from '../shapes/destination-shape.ts';
import { messageShape } from '../shapes/message-shape.ts';
import { readJson, writeJson } from '../shapes/shape.ts';
import type { Session } from '../session.ts';
import { oneOf } from '../words.ts';

const states = ['waiting', 'sent', 'nobody_there', 'refused', 'ambiguous', 'gave_up'] as const;

export function deliveryFrom(row: Row): Delivery {
  const {
    id,
    partnershipId,
    key,
    replaces,
    promisedAt,
    dueAt,
    attempts,
    sentAt,
    platformMessageId,
    byMention,
    trouble,
  } = row;
  return {
    id,
    partnershipId,
    key,
    purpose: oneOf(deliveryPurposes, row.purpose),
    to: readJson(destinationShape, row.to, `destination of the delivery ${key}`),
    message: readJson(messageShape, row.message, `message of the delivery ${key}`),
    replaces,
    state: oneOf(states, row.state),
    promisedAt,
    dueAt,
    attempts,
    sentAt,
    platformMessageId,
    byMention,
    trouble,
  };
}

/** One word for where a delivery goes: what is sent there is sent one at a time and in order. */
function conversationOf(to: Destination): string {
  switch (to.kind) {
    case 'account':
      return JSON.stringify([to.platform, to.tenantId, 'account', to.accountId]);
    case 'channel':
      return JSON.stringify([to.platform, to.tenantId, 'channel', to.channelId]);
    case 'nobody':
      return JSON.stringify(['nobody', to.personId]);
  }
}

/** A promise that goes to nobody is settled as it is made: written down with its reason, never tried. */
function firstState(to: Destination): { readonly state: DeliveryState; readonly trouble: string | null } {
  return to.kind === 'nobody'
    ? { state: 'nobody_there', trouble: to.reason }
    : { state: 'waiting', trouble: null };
}

export function deliveryRecords(session: Session): DeliveryRecords {
  const { db, partnershipId } = session;
  return {
    ...deliveryOutcomes(session),
    async promise({ to, message, dueAt, ...promised }) {
      const data = {
        partnershipId,
        ...promised,
        ...firstState(to),
        conversation: conversationOf(to),
        to: writeJson(to),
        message: writeJson(message),
        dueAt,
        firstDueAt: dueAt,
      };
      const added = await db.delivery.createMany({ data: [data], skipDuplicates: true });
      return added.count === 1;
    },
    async byKey(key) {
      const row = await db.delivery.findUnique({ where: { partnershipId_key: { partnershipId, key } } });
      return row && deliveryFrom(row);
    },
    async recent(limit) {
      const rows = await db.delivery.findMany({
        where: { partnershipId },
        orderBy: [{ promisedAt: 'desc' }, { sequence: 'desc' }],
        take: limit,
      });
      return rows.map(deliveryFrom);
    },
    async inStates(wanted) {
      const rows = await db.delivery.findMany({
        where: { partnershipId, state: { in: [...wanted] } },
        orderBy: [{ promisedAt: 'asc' }, { sequence: 'asc' }],
      });
      return rows.map(deliveryFrom);
    },
    lastReached: () => lastReached(session),
    async counts() {
      const groups = await db.delivery.groupBy({
        by: ['purpose', 'state'],
        where: { partnershipId },
        orderBy: [{ purpose: 'asc' }, { state: 'asc' }],
        _count: { _all: true },
      });
      return groups.map(({ purpose, state, _count }) => ({
        purpose: oneOf(deliveryPurposes, purpose),
        state: oneOf(states, state),
        count: _count._all,
      }));
    },
    async move(id, from, to, at, trouble) {
      const moved = await db.delivery.updateMany({
        where: { partnershipId, id, state: { in: [...from] } },
        data: { state: to, trouble, leaseUntil: null, ...(to === 'waiting' && { dueAt: at }) },
      });
      return moved.count === 1;
    },
  };
}

const settledStates = ['sent', 'nobody_there', 'refused', 'gave_up'] as const;

async function lastReached({ db, partnershipId }: Session): Promise<readonly ReachedAccount[]> {
  const newest = await db.$queryRaw<
    { to: unknown; state: string; byMention: boolean; trouble: string | null }[]
  >`
    SELECT DISTINCT ON ("conversation") "to", "state", "byMention", "trouble" FROM "Delivery"
     WHERE "partnershipId" = ${partnershipId} AND "state" IN ('sent', 'nobody_there', 'refused', 'gave_up')
     ORDER BY "conversation", COALESCE("sentAt", "promisedAt") DESC, "sequence" DESC`;
  return newest.flatMap(({ to, state, byMention, trouble }) => {
    const place = readJson(destinationShape, to, 'destination of a delivery');
    if (place.kind !== 'account') return [];
    const { platform, tenantId, accountId } = place;
    return [{ platform, tenantId, accountId, state: oneOf(settledStates, state), byMention, trouble }];
  });
}

function deliveryOutcomes({ db, partnershipId }: Session) {
  return {
    async keyOfMessage(begins: string, holds: string) {
      const row = await db.delivery.findFirst({
        where: { partnershipId, platformMessageId: { startsWith: begins, contains: holds } },
        orderBy: { sequence: 'desc' },
        select: { key: true },
      });
      return row?.key ?? null;
    },
    async outcomesOf(keyBegins: string) {
      const rows = await db.delivery.findMany({
        where: { partnershipId, key: { startsWith: keyBegins } },
        orderBy: [{ promisedAt: 'asc' }, { sequence: 'asc' }],
        select: { key: true, purpose: true, to: true, state: true, promisedAt: true, trouble: true },
      });
      return rows.map(({ key, purpose, to, state, promisedAt, trouble }) => ({
        purpose: oneOf(deliveryPurposes, purpose),
        to: readJson(destinationShape, to, `destination of the delivery ${key}`),
        state: oneOf(states, state),
        promisedAt,
        trouble,
      }));
    },
  } satisfies Partial<DeliveryRecords>;
}
