import type { PlatformName } from '../../plan/people.ts';

/** One thing that happened: who, where, when, what. Holds ids, codes, ratings and figures' keys; never people's words. */
export interface AuditFact {
  readonly at: Date;
  /** Null for what the program does by itself (the close of a month). */
  readonly personId: string | null;
  readonly platform: PlatformName;
  /** A verb in the past, e.g. `update_recorded`. */
  readonly verb: string;
  /** What it was done to, e.g. `action:IC5:2026-11`. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AuditEntry extends AuditFact {
  /** 1, 2, 3 … without gaps in each partnership. */
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** How far a partnership's records have come. */
export interface AuditMark {
  /** Of the newest audit entry: it changes with everything that is stored. */
  readonly hash: string;
  /** Changes only with the plan, people, roles, absences, cycles and prompts, which answers leave as they are. */
  readonly standing: number;
}

/** The mark of each partnership. While nothing has happened anywhere, the same object is given again. */
export type AuditHeads = ReadonlyMap<string, AuditMark>;

export interface AuditRecords {
  /** Adds the next entry of the chain; the row before is locked, so two writers never share a sequence number. */
  append(fact: AuditFact): Promise<AuditEntry>;
  /**
   * Inside a transaction: from here to its end nobody else adds an entry, nor changes what the standing counts. Null before the first
   * entry.
   */
  hold(): Promise<AuditMark | null>;
  /** Hash of the newest entry; 64 zeros before the first. */
  head(): Promise<string>;
  /** Entries after a sequence number, oldest first. */
  after(sequence: number, limit: number): Promise<readonly AuditEntry[]>;
}
