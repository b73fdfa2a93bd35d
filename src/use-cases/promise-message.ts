import type { Message } from '../messages/message.ts';
import type { Account, Person } from '../plan/people.ts';
import type { Deps } from './deps.ts';
import type { DeliveryPurpose, Destination } from './ports/delivery-records.ts';
import type { Channel } from './ports/board-records.ts';
import type { Records } from './ports/store.ts';

/** Where a person can be reached: the preferred account, or every one; `nobody` with the reason when there is none. */
export function destinationsOf(person: Person, accounts: readonly Account[]): readonly Destination[] {
  const own = accounts.filter((account) => account.personId === person.id);
  const preferred = own.filter((account) => account.platform === person.prefers);
  const chosen = preferred.length > 0 ? preferred : own;
  if (chosen.length === 0) {
    return [
      { kind: 'nobody', personId: person.id, reason: `${person.name} has no Slack or Teams account linked.` },
    ];
  }
  return chosen.map((account) => ({
    kind: 'account',
    platform: account.platform,
    tenantId: account.tenantId,
    accountId: account.userId,
    personId: person.id,
  }));
}

export interface PromiseToPerson {
  readonly person: Person;
  readonly accounts: readonly Account[];
  readonly purpose: DeliveryPurpose;
  /** Unique for the promise; each account adds its own ending. */
  readonly key: string;
  readonly message: Message;
  /** The key of the promise to the same person whose message this one takes the place of. */
  readonly replaces?: string;
}

/** Promises a message to a person, on each account that counts; true when that is new. Doing it twice promises it once. */
export async function promiseToPerson(
  deps: Deps,
  records: Records,
  promise: PromiseToPerson,
): Promise<boolean> {
  let isNew = false;
  for (const to of destinationsOf(promise.person, promise.accounts)) {
    const ending = endingOf(to);
    const promised = await promiseTo(deps, records, {
      ...promise,
      to,
      key: `${promise.key}:${ending}`,
      replaces: promise.replaces === undefined ? null : `${promise.replaces}:${ending}`,
    });
    isNew ||= promised;
  }
  return isNew;
}

/** Promises a message to a channel; `readers`: who it is written for, looked at again when it is sent. */
export async function promiseToChannel(
  deps: Deps,
  records: Records,
  channel: Channel,
  {
    readers,
    ...promise
  }: {
    readonly purpose: DeliveryPurpose;
    readonly key: string;
    readonly message: Message;
    readonly replaces?: string;
    readonly readers: 'members' | 'anyone';
  },
): Promise<boolean> {
  const to: Destination = {
    kind: 'channel',
    platform: channel.platform,
    tenantId: channel.tenantId,
    channelId: channel.channelId,
    ...(readers === 'anyone' ? { readers } : {}),
  };
  return promiseTo(deps, records, {
    ...promise,
    to,
    key: `${promise.key}:${channel.id}`,
    replaces: promise.replaces === undefined ? null : `${promise.replaces}:${channel.id}`,
  });
}

function endingOf(to: Destination): string {
  if (to.kind === 'account') return `${to.personId}:${to.platform}:${to.tenantId}`;
  return to.kind === 'nobody' ? `${to.personId}:nobody` : to.channelId;
}

function promiseTo(
  deps: Deps,
  records: Records,
  promise: {
    readonly purpose: DeliveryPurpose;
    readonly key: string;
    readonly message: Message;
    readonly to: Destination;
    readonly replaces: string | null;
  },
): Promise<boolean> {
  const now = deps.clock.now();
  return records.deliveries.promise({
    id: deps.newId(),
    key: promise.key,
    purpose: promise.purpose,
    to: promise.to,
    message: promise.message,
    replaces: promise.replaces,
    promisedAt: now,
    dueAt: now,
  });
}
