import type { LocalDate } from '../../kit/local-date.ts';
import type { Document } from '../../documents/document.ts';
import type { Audience } from '../../plan/audience.ts';
import type { Month } from '../../plan/month.ts';
import type { PlatformName } from '../../plan/people.ts';

export type { Audience };

/** A frozen paper and its way to the board. The document never changes; a later one supersedes it. */
export interface Digest {
  readonly id: string;
  readonly month: Month;
  readonly audience: Audience;
  /** 1 for the first of the month and audience. */
  readonly number: number;
  readonly state: 'draft' | 'approved' | 'posted' | 'superseded';
  readonly document: Document;
  /** SHA-256 of the document's canonical JSON, in hex. */
  readonly documentHash: string;
  readonly draftedAt: Date;
  readonly draftedByPersonId: string | null;
  readonly approvedAt: Date | null;
  readonly approvedByPersonId: string | null;
  readonly postedAt: Date | null;
  readonly postedByPersonId: string | null;
}

export interface DigestRecords {
  byId(id: string): Promise<Digest | null>;
  /** Newest first. */
  all(): Promise<readonly Digest[]>;
  ofMonth(month: Month): Promise<readonly Digest[]>;
  add(digest: Digest): Promise<void>;
  /** Moves it on and says who did; false when it was not in the state it had to be in. */
  move(
    id: string,
    from: Digest['state'],
    to: Digest['state'],
    at: Date,
    personId: string | null,
  ): Promise<boolean>;
}

/** A Slack, Teams or rehearsal channel that digests may be posted to, and how wide its audience is. */
export interface Channel {
  readonly id: string;
  readonly platform: PlatformName;
  readonly tenantId: string;
  readonly channelId: string;
  readonly name: string;
  readonly audience: Audience;
  /** `shared`: people from outside the partnership may read it. */
  readonly reach: 'members' | 'shared';
}

export interface ChannelRecords {
  all(): Promise<readonly Channel[]>;
  /** Adds or replaces by (platform, tenant, channel). */
  save(channel: Channel): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface Meeting {
  readonly id: string;
  readonly on: LocalDate;
  readonly title: string;
}

/** What a meeting decided, or whom it asked to do what. Kept apart from the plan's actions. */
export interface Decision {
  readonly id: string;
  readonly meetingId: string;
  readonly kind: 'decision' | 'meeting_action';
  readonly text: string;
  readonly actionCode: string | null;
  readonly ownerName: string | null;
  readonly due: LocalDate | null;
  readonly closedOn: LocalDate | null;
  readonly byPersonId: string;
  readonly at: Date;
}

export interface MeetingRecords {
  /** By date. */
  all(): Promise<readonly Meeting[]>;
  add(meeting: Meeting): Promise<void>;
  rename(id: string, title: string): Promise<void>;
  decisions(): Promise<readonly Decision[]>;
  addDecision(decision: Decision): Promise<void>;
  /** Puts words in the place of those that stand; which meeting and action it is about stays. */
  rewordDecision(id: string, words: Pick<Decision, 'text' | 'ownerName' | 'due'>): Promise<void>;
  closeDecision(id: string, on: LocalDate): Promise<void>;
}

/** "We did": the partnership's answer to something children and young people said. */
export interface VoiceResponse {
  readonly id: string;
  readonly voiceCode: string;
  readonly actionCode: string | null;
  readonly text: string;
  readonly byPersonId: string;
  readonly at: Date;
}

export interface VoiceRecords {
  responses(): Promise<readonly VoiceResponse[]>;
  add(response: VoiceResponse): Promise<void>;
}
