import type { PlatformName } from '../../plan/people.ts';

/** What somebody wrote in their own chat with bcp, stored before their platform was told that it was taken. */
export interface WaitingReply {
  readonly partnershipId: string;
  /** The platform's id of the message: the same one twice is read once. */
  readonly key: string;
  readonly personId: string;
  readonly platform: PlatformName;
  readonly tenantId: string;
  readonly accountId: string;
  /** Where it was written, in the platform's own terms (JSON), so that the answer can stand there. */
  readonly place: unknown;
  /** With personal data taken out. */
  readonly words: string;
  /** What the guard took out, by kind (JSON); never the thing itself. */
  readonly takenOut: unknown;
  /** When it was written, by the platform's clock. */
  readonly saidAt: Date;
  /** The platform says that it had tried to hand it over before. */
  readonly isRetry: boolean;
  readonly receivedAt: Date;
}

/** A reply that is held for reading, with the fence that `finish` must show again. */
export interface ClaimedReply extends WaitingReply {
  /** How often it was taken, this time included. */
  readonly fence: number;
  /** Something that the same person wrote later has been read before. */
  readonly isOvertaken: boolean;
}

export type ReplyOutcome =
  | { readonly kind: 'read' }
  | { readonly kind: 'again'; readonly at: Date }
  /** Tried too often; its writer is told. */
  | { readonly kind: 'gave_up' };

/** Reads the replies that came through one platform, and answers there. What it throws has it read again later. */
export interface ReplyReader {
  readonly platform: PlatformName;
  read(reply: ClaimedReply): Promise<void>;
}

/** The replies of every partnership that wait to be read. One person's are read in the order in which they were written. */
export interface ReplyStore {
  /** Stored once this resolves: true, or false when it had been before. */
  putBy(reply: WaitingReply): Promise<boolean>;
  /** Holds replies that are due, of these platforms, until they are finished or the lease is over. */
  claim(
    platforms: readonly PlatformName[],
    now: Date,
    leaseUntil: Date,
    limit: number,
  ): Promise<readonly ClaimedReply[]>;
  /** Writes down what became of it; its words go unless it is to be read again. False when somebody else holds it by now. */
  finish(reply: ClaimedReply, outcome: ReplyOutcome): Promise<boolean>;
}
