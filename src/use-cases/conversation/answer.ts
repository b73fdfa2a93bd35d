import type { Result } from '../../kit/result.ts';
import type { FieldProblem, Form, Submission } from '../../messages/forms/form.ts';
import type { Message, Press } from '../../messages/message.ts';
import type { Month } from '../../plan/month.ts';
import type { FoundPersonalData } from '../guard-words.ts';
import type { ExportedFile, ExportFormat } from '../ports/exporter.ts';

/** What bcp does when somebody types or presses something; each platform shows it in its own way. */
export interface Answer {
  /** Shown to the person who asked, and to nobody else. */
  readonly say: readonly Message[];
  /** A form to open; null = none. */
  readonly form: Form | null;
  /** To be posted where the person asked, for everybody there. */
  readonly share: Message | null;
  /** A file for the person. */
  readonly file: DigestFile | null;
  /**
   * True where what is said is the same for everybody there and holds nothing of anybody's own: a status, help. Where a platform can show
   * nothing to one person alone, only this may be said before all; left out = for whoever asked.
   */
  readonly isForEverybody?: boolean;
}

/** A digest as a file. A platform that hands it over later writes it again from its id and format. */
export interface DigestFile extends ExportedFile {
  readonly digest: string;
  readonly format: ExportFormat;
}

/** What came of a form: saved (after the commit, never before), or problems, each at its field, with nothing stored. */
export type SubmissionResult =
  | { readonly kind: 'saved'; readonly say: readonly Message[] }
  | { readonly kind: 'problems'; readonly problems: readonly FieldProblem[] };

/** Where somebody is when they type or press. */
export interface Place {
  readonly kind: 'personal' | 'channel';
  /** The platform's id of the channel; empty in a personal chat. */
  readonly channelId: string;
  /** What the platform can say of the channel, where it can be asked; left out in a personal chat. */
  readonly channel?: ChannelAtHand;
  /** Who reads the channel, where its platform has just looked. */
  readonly readers?: Pick<ChannelLook, 'reach' | 'why'>;
}

/** A channel as its platform knows it: looked at only when somebody asks what may be posted there. */
export interface ChannelAtHand {
  readonly tenantId: string;
  /** The error is a sentence: why the channel could not be looked at, and what would be right. */
  look(): Promise<Result<ChannelLook, string>>;
}

/** Who reads a channel. */
export interface ChannelLook {
  readonly name: string;
  readonly reach: 'members' | 'shared';
  /** Why people from outside count as reading it, as a sentence; empty where none do. */
  readonly why: string;
}

/** Something typed, once: `eventKey` is the platform's id of it, so that a second delivery has no second effect. */
export interface Heard {
  readonly text: string;
  readonly place: Place;
  readonly eventKey: string;
  /** The month of the prompt under which it was written; left out where it was written by itself. */
  readonly month?: Month;
  /** Written so long before it came that a later answer of the same person's stands by now: it is not recorded, and they are told. */
  readonly overtaken?: { readonly saidAt: Date };
  /** What the guard took out of it at the door. */
  readonly takenOut?: readonly FoundPersonalData[];
}

/** A button pressed, once. */
export interface Pressed {
  readonly press: Press;
  readonly place: Place;
  readonly eventKey: string;
}

export interface Submitted {
  readonly submission: Submission;
  readonly eventKey: string;
}

/** An answer that only says something. */
export function saying(...messages: readonly Message[]): Answer {
  return { say: messages, form: null, share: null, file: null };
}

/** The same of something that everybody there may hear. */
export function sayingAloud(...messages: readonly Message[]): Answer {
  return { ...saying(...messages), isForEverybody: true };
}
