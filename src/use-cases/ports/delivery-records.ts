import type { Message } from '../../messages/message.ts';
import type { PlatformName } from '../../plan/people.ts';

/** Where a message goes. `nobody` is a promise that cannot be kept, written down with its reason. */
export type Destination =
  | {
      readonly kind: 'account';
      readonly platform: PlatformName;
      readonly tenantId: string;
      readonly accountId: string;
      readonly personId: string;
    }
  | {
      readonly kind: 'channel';
      readonly platform: PlatformName;
      readonly tenantId: string;
      readonly channelId: string;
      /** Written so that anybody may read it. Left out: for members of the partnership only. */
      readonly readers?: 'anyone';
    }
  | { readonly kind: 'nobody'; readonly personId: string; readonly reason: string };

/**
 * What became of a promised message. `ambiguous`: the platform may or may not have it. `gave_up`, `refused` and
 * `nobody_there` are shown to the secretariat; nothing is dropped in silence.
 */
export type DeliveryState = 'waiting' | 'sent' | 'nobody_there' | 'refused' | 'ambiguous' | 'gave_up';

export interface Delivery {
  readonly id: string;
  readonly partnershipId: string;
  /** Unique: the same promise made twice is one delivery, e.g. `prompt:2026-11:PERSON:rehearsal`. */
  readonly key: string;
  readonly purpose: DeliveryPurpose;
  readonly to: Destination;
  readonly message: Message;
  /** Key of the delivery whose message this one takes the place of (a prompt that becomes its receipt). */
  readonly replaces: string | null;
  readonly state: DeliveryState;
  readonly promisedAt: Date;
  /** Not before this instant. */
  readonly dueAt: Date;
  readonly attempts: number;
  readonly sentAt: Date | null;
  /** The platform's own id of the message: Slack's ts, Teams' activity ids. */
  readonly platformMessageId: string | null;
  /** True where the person was only named in a channel, as they have no chat with bcp. */
  readonly byMention: boolean;
  /** Why it is not sent, for people; null when all is well. */
  readonly trouble: string | null;
}

export const deliveryPurposes = [
  'prompt',
  'receipt',
  'nudge',
  'escalation',
  'notice',
  'digest',
  'answer',
] as const;
export type DeliveryPurpose = (typeof deliveryPurposes)[number];

/** A promise as a use case makes it, before it has an id and a state. */
export interface Promised {
  readonly id: string;
  readonly key: string;
  readonly purpose: DeliveryPurpose;
  readonly to: Destination;
  readonly message: Message;
  readonly replaces: string | null;
  readonly promisedAt: Date;
  readonly dueAt: Date;
  /** What is known of it from a try that was made before it was promised, as its sender writes it down. */
  readonly soFar?: string;
}

/** What became of one promise, without its message. */
export interface DeliveryOutcomeOf {
  readonly purpose: DeliveryPurpose;
  readonly to: Destination;
  readonly state: DeliveryState;
  readonly promisedAt: Date;
  readonly trouble: string | null;
}

export interface DeliveryRecords {
  /** True when this call promised it; false when the key was there already. */
  promise(promised: Promised): Promise<boolean>;
  byKey(key: string): Promise<Delivery | null>;
  /** Key of the newest delivery whose message id in its platform begins with the one text and holds the other; null = none. */
  keyOfMessage(begins: string, holds: string): Promise<string | null>;
  /** What became of every promise whose key begins so (`prompt:2026-11:`), oldest first. */
  outcomesOf(keyBegins: string): Promise<readonly DeliveryOutcomeOf[]>;
  /** Newest first. */
  recent(limit: number): Promise<readonly Delivery[]>;
  inStates(states: readonly DeliveryState[]): Promise<readonly Delivery[]>;
  /** Every account that something was sent to, and what became of the newest message that is settled. */
  lastReached(): Promise<readonly ReachedAccount[]>;
  /** How many there are of each purpose and state since an instant: for the auditor and the rehearsal's counts. */
  counts(): Promise<
    readonly { readonly purpose: DeliveryPurpose; readonly state: DeliveryState; readonly count: number }[]
  >;
  /** Puts a delivery that stopped back to waiting, or gives it up; false when it was not in one of these states. */
  move(
    id: string,
    from: readonly DeliveryState[],
    to: DeliveryState,
    at: Date,
    trouble: string | null,
  ): Promise<boolean>;
}

/** An account that something was sent to, and whether it arrived. */
export interface ReachedAccount {
  readonly platform: PlatformName;
  readonly tenantId: string;
  readonly accountId: string;
  readonly state: Exclude<DeliveryState, 'waiting' | 'ambiguous'>;
  readonly byMention: boolean;
  /** Why it did not arrive; null when it did. */
  readonly trouble: string | null;
}

/** What the drain takes, of every partnership: claimed under a lease, with the fence that `finish` must show again. */
export interface ClaimedDelivery extends Delivery {
  readonly fence: number;
  /** What its sender wrote down of the last try that did not end with all of it sent; null = nothing. */
  readonly soFar: string | null;
  /** Until when nobody else takes it. */
  readonly heldUntil: Date;
  /** The platform message id of what stands in the place that it takes: the delivery it replaces, or the newest that replaced that one before; null = nothing was sent. */
  readonly replacesPlatformMessageId: string | null;
  /** True when that one is a mention in a channel, where others read along. */
  readonly replacesByMention: boolean;
}

export type DeliveryOutcome =
  /** `byMention`: the person has no chat with bcp and was named in a channel instead. */
  | { readonly kind: 'sent'; readonly platformMessageId: string; readonly byMention?: boolean }
  | ({ readonly kind: 'retry'; readonly at: Date } & NotSent)
  | ({ readonly kind: 'nobody_there' } & NotSent)
  | ({ readonly kind: 'refused' } & NotSent)
  | ({ readonly kind: 'ambiguous' } & NotSent)
  | ({ readonly kind: 'gave_up' } & NotSent);

/** Why not (all of) a message was sent, and what its sender wants to know at the next try: which parts stand there already. */
interface NotSent {
  readonly trouble: string;
  readonly soFar?: string;
}

export interface OutboxStore {
  /**
   * Takes up to `limit` waiting deliveries that are due, oldest first and never two of one conversation, and holds them until
   * `leaseUntil`. Several instances may call it at once: each delivery goes to one of them.
   */
  claim(now: Date, leaseUntil: Date, limit: number): Promise<readonly ClaimedDelivery[]>;
  /** Writes down what happened; false when the lease was lost to another instance meanwhile. */
  finish(id: string, fence: number, outcome: DeliveryOutcome, at: Date): Promise<boolean>;
  /** When the next waiting delivery is due, or null when none waits. */
  nextDue(): Promise<Date | null>;
}
