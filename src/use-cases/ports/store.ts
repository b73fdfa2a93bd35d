import type { AuditHeads, AuditRecords } from './audit-records.ts';
import type { CycleRecords, PromptRecords } from './cycle-records.ts';
import type { DeliveryRecords, OutboxStore } from './delivery-records.ts';
import type { ChannelRecords, DigestRecords, MeetingRecords, VoiceRecords } from './board-records.ts';
import type { ModerationRecords, UpdateRecords, ValueRecords } from './update-records.ts';
import type {
  ConversationRecords,
  InboxRecords,
  JobRecords,
  QuestionRecords,
  SettingRecords,
} from './machine-records.ts';
import type { PartnershipRecord, PeopleRecords, PlanRecords } from './partnership-records.ts';
import type { ReplyStore } from './reply-records.ts';
import type { RetentionRecords } from './retention-records.ts';
import type { WholeRecords } from './whole-records.ts';
import type { PlatformName } from '../../plan/people.ts';

/**
 * Everything that is stored. A partnership's records are reached only through `in(...)`: no query crosses from one
 * partnership into another.
 */
export interface Store {
  partnerships(): Promise<readonly PartnershipRecord[]>;
  /** Adds the partnership, or gives back the one that already has this code. */
  addPartnership(partnership: PartnershipRecord): Promise<PartnershipRecord>;
  /** Who this platform account is, in every partnership that knows it. */
  personsOfAccount(
    platform: PlatformName,
    tenantId: string,
    accountId: string,
  ): Promise<readonly PersonPlace[]>;
  in(partnershipId: string): PartnershipStore;
  /**
   * The version of everything that is stored, as each thing that changes leaves an audit entry in the same transaction. It shows every
   * write that was committed before it was asked for, also those of other instances.
   */
  auditHeads(): Promise<AuditHeads>;
  readonly outbox: OutboxStore;
  readonly replies: ReplyStore;
  readonly whole: WholeRecords;
  /** Fails when the database cannot be reached or does not answer in time. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface PersonPlace {
  readonly partnershipId: string;
  readonly personId: string;
}

export interface PartnershipStore extends Records {
  readonly partnershipId: string;
  /** All of it is stored, or none. Never catch a storage error inside and go on. */
  transact<T>(work: (records: Records) => Promise<T>): Promise<T>;
}

/** One partnership's records, inside or outside a transaction. */
export interface Records {
  readonly plans: PlanRecords;
  readonly people: PeopleRecords;
  readonly cycles: CycleRecords;
  readonly prompts: PromptRecords;
  readonly updates: UpdateRecords;
  readonly values: ValueRecords;
  readonly moderations: ModerationRecords;
  readonly digests: DigestRecords;
  readonly channels: ChannelRecords;
  readonly meetings: MeetingRecords;
  readonly voice: VoiceRecords;
  readonly deliveries: DeliveryRecords;
  readonly audit: AuditRecords;
  readonly settings: SettingRecords;
  readonly questions: QuestionRecords;
  readonly inbox: InboxRecords;
  readonly jobs: JobRecords;
  readonly conversations: ConversationRecords;
  readonly retention: RetentionRecords;
}
