import type { ShownRating } from '../../plan/rating.ts';
import type {
  Answer,
  Heard,
  Pressed,
  SubmissionResult,
  Submitted,
} from '../../use-cases/conversation/answer.ts';
import type { Channel } from '../../use-cases/ports/board-records.ts';
import type { DeliveryState } from '../../use-cases/ports/delivery-records.ts';
import type { ExportedFile } from '../../use-cases/ports/exporter.ts';
import type { ConversationPost } from '../../use-cases/ports/machine-records.ts';
import type { Faults } from './faults.ts';

/** The program as the rehearsal room sees it: the same use cases as every platform has, and a clock that can be moved. */
export interface RehearsalHost {
  now(): Date;
  roster(): Promise<Roster>;
  /** Oldest first, with those that only one person may see. */
  posts(conversation: string): Promise<readonly ConversationPost[]>;
  hear(personId: string, heard: Heard): Promise<Answer>;
  press(personId: string, pressed: Pressed): Promise<Answer>;
  submit(personId: string, submitted: Submitted): Promise<SubmissionResult>;
  progress(): Promise<RehearsalProgress>;
  timeline(): Promise<readonly TimelineEvent[]>;
  /** Moves the clock, runs what falls due on the way and sends what was promised. `happened` has sentences for people. */
  stepTo(target: StepTarget): Promise<{ readonly now: Date; readonly happened: readonly string[] }>;
  file(digestId: string, format: string): Promise<ExportedFile | null>;
  /** Forgets everything that was played and starts at the first day again. */
  beginAgain(): Promise<void>;
  readonly faults: { get(): Faults; set(faults: Faults): void };
  /** Changes when anything that can be seen changed. */
  version(): number | string;
}

export type StepTarget = 'next_event' | 'next_day' | Date;

export interface Roster {
  readonly partnership: { readonly id: string; readonly name: string; readonly shortName: string };
  readonly people: readonly RosterPerson[];
  readonly channels: readonly Channel[];
}

export interface RosterPerson {
  readonly id: string;
  readonly name: string;
  /** The organisation's name in words. */
  readonly organisation: string;
  readonly jobTitle: string;
  /** e.g. `owner of IC5, JO2`, `Chair`. */
  readonly roleWords: readonly string[];
  /** `late`: asked, and not answered when the month closed. */
  readonly promptState: 'none' | 'due' | 'answered' | 'late';
}

export interface RehearsalProgress {
  /** `2026-11`; empty before the first cycle. */
  readonly month: string;
  readonly monthWords: string;
  readonly state: 'open' | 'closed' | 'none';
  readonly answered: number;
  readonly asked: number;
  readonly counts: Readonly<Partial<Record<ShownRating, number>>>;
  readonly deliveries: readonly { readonly state: DeliveryState; readonly count: number }[];
  /** Deliveries that stopped, each in a sentence. */
  readonly troubles: readonly string[];
}

export interface TimelineEvent {
  readonly name: string;
  readonly words: string;
  readonly at: Date;
  readonly state: 'done' | 'next' | 'to_come';
}
