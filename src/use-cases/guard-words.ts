import { cleanText } from '../kit/clean-text.ts';
import type { LocalDate } from '../kit/local-date.ts';
import { findPersonalData, maskPersonalData, type PersonalDataFinding } from '../guard/personal-data.ts';
import type { PersonalDataType } from '../guard/personal-data-finding.ts';
import type { UpdateContent } from '../plan/update.ts';
import type { Directory } from './cycle-context.ts';
import type { RecordUpdate } from './record-update.ts';

/** What the guard took out, as the person is told: the kind in plain words and where it stood. Never the thing itself. */
export interface FoundPersonalData {
  readonly type: PersonalDataFinding['type'];
  readonly words: string;
  /** False: the person may say that it is a work contact. */
  readonly certain: boolean;
  /** The action it was written under, or empty. */
  readonly where: string;
}

interface Guarded<T> {
  readonly guarded: T;
  readonly found: readonly FoundPersonalData[];
}

const nothingAllowed: ReadonlySet<PersonalDataType> = new Set();

/**
 * Cleans a text and masks personal data in it; what comes back may be stored, shown and logged. `allowed`: what the writer has
 * confirmed to be a work contact; it never lets a certain finding through.
 */
export function guardText(
  text: string,
  where: string,
  directory: Directory,
  today: LocalDate,
  allowed: ReadonlySet<PersonalDataType> = nothingAllowed,
): { readonly text: string; readonly found: readonly FoundPersonalData[] } {
  const clean = cleanText(text).trim();
  const findings = findPersonalData(clean, {
    today,
    staffNames: directory.people.map(({ name }) => name),
  }).filter(({ type, certain }) => certain || !allowed.has(type));
  return {
    text: maskPersonalData(clean, findings),
    found: findings.map(({ type, words, certain }) => ({ type, words, certain, where })),
  };
}

/** The same for every text of a command: the guard stands before storage, whichever door the words came through. */
export function guardContent(
  command: RecordUpdate,
  directory: Directory,
  today: LocalDate,
  allowed: ReadonlySet<PersonalDataType> = nothingAllowed,
): Guarded<RecordUpdate> {
  const found: FoundPersonalData[] = [];
  const guard = (text: string, where: string) => {
    const result = guardText(text, where, directory, today, allowed);
    found.push(...result.found);
    return result.text;
  };
  const guarded: RecordUpdate = {
    ...command,
    reason: command.reason === null ? null : guard(command.reason, ''),
    actions: command.actions.map((answer) => ({
      ...answer,
      content: guardAction(answer.content, (text) => guard(text, answer.code)),
    })),
  };
  return { guarded, found };
}

function guardAction(content: UpdateContent, guard: (text: string) => string): UpdateContent {
  return {
    ...content,
    done: guard(content.done),
    next: guard(content.next),
    pathToGreen: content.pathToGreen && {
      ...content.pathToGreen,
      what: guard(content.pathToGreen.what),
      who: guard(content.pathToGreen.who),
    },
    ask: content.ask && { ...content.ask, what: guard(content.ask.what) },
    evidence: content.evidence.map(guard),
  };
}

/** A text as it may be kept where nobody is told about it: cleaned, with what looks like personal data masked. */
export function maskText(text: string, today: LocalDate): string {
  const clean = cleanText(text);
  return maskPersonalData(clean, findPersonalData(clean, { today }));
}
