import type { LocalDate } from '../../kit/local-date.ts';
import type { CycleSettings } from '../../plan/cycle-settings.ts';
import type { Month } from '../../plan/month.ts';
import type { Period } from '../../plan/period.ts';

/** One month's round of asking. It keeps the plan revision and the settings it was opened with. */
export interface Cycle {
  readonly id: string;
  readonly month: Month;
  readonly planRevisionId: string;
  readonly settings: CycleSettings;
  readonly state: 'open' | 'closed';
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

export interface CycleRecords {
  byMonth(month: Month): Promise<Cycle | null>;
  /** Newest first. */
  all(): Promise<readonly Cycle[]>;
  /** True when this call opened it; false when it was there already. */
  open(cycle: Cycle): Promise<boolean>;
  /** True when this call closed it. */
  close(month: Month, at: Date): Promise<boolean>;
}

/** What one person is asked in one month: one prompt, with all their actions and the measures that are due. */
export interface Prompt {
  readonly id: string;
  readonly month: Month;
  readonly personId: string;
  readonly items: readonly PromptItem[];
  /** `moved`: handed to a cover or deputy. `answered` is worked out from updates and values, not stored. */
  readonly state: 'open' | 'moved' | 'closed';
  /** "Later": no nudge before this day. */
  readonly deferredUntil: LocalDate | null;
  readonly createdAt: Date;
}

export type PromptItem =
  | {
      readonly kind: 'action';
      readonly code: string;
      readonly as: AskedAs;
      readonly onBehalfOfPersonId: string | null;
    }
  | {
      readonly kind: 'measure';
      readonly code: string;
      readonly period: Period;
      readonly status: 'provisional' | 'final';
      readonly as: AskedAs;
      readonly onBehalfOfPersonId: string | null;
    };

export type AskedAs = 'owner' | 'deputy' | 'cover';

export interface PromptRecords {
  ofMonth(month: Month): Promise<readonly Prompt[]>;
  ofPerson(month: Month, personId: string): Promise<Prompt | null>;
  /** True when this call added it: one prompt a person and month. */
  add(prompt: Prompt): Promise<boolean>;
  /** Replaces items, state and deferral of the prompt with this id. */
  save(prompt: Prompt): Promise<void>;
}
