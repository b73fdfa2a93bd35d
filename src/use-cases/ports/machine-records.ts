import type { Message } from '../../messages/message.ts';

/** Small things a partnership may set: names are fixed in the code that reads them, values are JSON. */
export interface SettingRecords {
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
}

/** Something bcp asked a person and will understand the answer to: a doubtful reading, a confirmation. */
export interface OpenQuestion {
  readonly id: string;
  readonly personId: string;
  readonly kind: string;
  /** JSON. Never holds personal data that the guard took out. */
  readonly data: unknown;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
}

export interface QuestionRecords {
  byId(id: string): Promise<OpenQuestion | null>;
  openOf(personId: string): Promise<readonly OpenQuestion[]>;
  add(question: OpenQuestion): Promise<void>;
  /** True when this call answered it; a second press is told so. */
  answer(id: string, at: Date): Promise<boolean>;
}

/** Receipts of what platforms sent us, so that the same thing twice has one effect. */
export interface InboxRecords {
  /** `first` when the key is new, `again` when it has been handled. `bodyHash` tells a replay from a clash. */
  receive(key: string, bodyHash: string, at: Date): Promise<'first' | 'again' | 'clash'>;
}

/** Claims of (job, slot): lock, history and watermark at once. */
export interface JobRecords {
  /** True when this call may run the slot: nobody has finished it and no lease is running. */
  claim(job: string, slot: string, now: Date, leaseUntil: Date): Promise<boolean>;
  finish(job: string, slot: string, at: Date, result: string): Promise<void>;
  /** What was claimed until `leaseUntil` came to nothing: it may be claimed again at once. Nothing where somebody else holds it by now, or it is finished. */
  release(job: string, slot: string, leaseUntil: Date): Promise<void>;
  finished(
    job: string,
  ): Promise<readonly { readonly slot: string; readonly at: Date; readonly result: string }[]>;
}

/** What stands in a rehearsal conversation: the rehearsal room is a platform of its own and keeps its messages here. */
export interface ConversationPost {
  readonly id: string;
  /** `person:ID` or `channel:ID`. */
  readonly conversation: string;
  /** `bcp`, or the id of the person who wrote it. */
  readonly author: string;
  readonly message: Message;
  readonly postedAt: Date;
  readonly editedAt: Date | null;
  /** Only this person sees it; null = everybody in the conversation. */
  readonly onlyForPersonId: string | null;
}

export interface ConversationRecords {
  of(conversation: string, limit: number): Promise<readonly ConversationPost[]>;
  /** How many posts each conversation has, and when the newest came. */
  summaries(): Promise<
    readonly { readonly conversation: string; readonly posts: number; readonly newestAt: Date }[]
  >;
  /** Adds it; a post whose id is there already changes nothing. */
  add(post: ConversationPost): Promise<void>;
  edit(id: string, message: Message, at: Date): Promise<boolean>;
}
