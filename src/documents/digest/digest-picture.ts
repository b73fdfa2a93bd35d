import type { LocalDate } from '../../kit/local-date.ts';
import type { Audience } from '../../plan/audience.ts';
import type { Month } from '../../plan/month.ts';
import type { PlanPicture } from '../../plan/plan-picture.ts';
import type { ShownRating } from '../../plan/rating.ts';

/** Everything a digest is written from: plain data, already through the small-numbers gate. */
export interface DigestPicture {
  readonly picture: PlanPicture;
  readonly audience: Audience;
  /** The day at which the paper stands. */
  readonly positionOn: LocalDate;
  readonly isRehearsal: boolean;
  readonly marking: string;
  readonly auditHead: string;
  readonly nextMeeting: MeetingLine | null;
  readonly lastMeeting: MeetingLine | null;
  /** What the last meeting decided. */
  readonly decisions: readonly DecisionLine[];
  /** What earlier meetings asked somebody to do: open, or closed since the last meeting. */
  readonly meetingActions: readonly DecisionLine[];
  /** This month's few, in rotation. */
  readonly voice: readonly VoiceLine[];
  /** How many things children and young people said have no answer yet. */
  readonly voiceUnanswered: number;
  readonly corrections: readonly CorrectionLine[];
  readonly comingDates: readonly ComingDate[];
}

export interface MeetingLine {
  readonly on: LocalDate;
  readonly title: string;
}

export interface DecisionLine {
  readonly text: string;
  readonly actionCode: string | null;
  readonly ownerName: string | null;
  readonly due: LocalDate | null;
  readonly closedOn: LocalDate | null;
}

export interface VoiceLine {
  readonly code: string;
  readonly topic: string;
  readonly quote: string;
  readonly source: string;
  readonly actionCodes: readonly string[];
  readonly responses: readonly {
    readonly text: string;
    readonly on: LocalDate;
    readonly actionCode: string | null;
  }[];
}

/** What was changed about an earlier month since the last digest: by its owner, or by a moderator. */
export interface CorrectionLine {
  readonly on: LocalDate;
  readonly month: Month;
  readonly actionCode: string;
  readonly kind: 'correction' | 'moderation';
  readonly from: ShownRating | null;
  /** Null where a moderation was taken back. */
  readonly to: ShownRating | null;
  readonly reason: string;
}

export interface ComingDate {
  readonly on: LocalDate;
  readonly words: string;
}
