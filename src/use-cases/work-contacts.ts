import { personalDataTypes, type PersonalDataType } from '../guard/personal-data-finding.ts';
import type { OpenQuestion } from './ports/machine-records.ts';
import type { Records } from './ports/store.ts';

/** The kinds of finding that somebody has said are a work contact, and the passes that say so. */
export interface WorkContactPasses {
  readonly kinds: ReadonlySet<PersonalDataType>;
  readonly ids: readonly string[];
}

export const passKind = 'work_contact_pass';

/** How long the words may be sent again once they were confirmed, in minutes. */
export const passMinutes = 15;

const none: WorkContactPasses = { kinds: new Set(), ids: [] };

/**
 * What this person may write once more without it being masked. A pass holds kinds and never the thing itself, ends after fifteen minutes and
 * lets one answer through; certain findings (a number with a check digit) are masked all the same.
 */
export async function workContactPasses(
  records: Pick<Records, 'questions'>,
  personId: string,
  now: Date,
): Promise<WorkContactPasses> {
  const open = await records.questions.openOf(personId);
  const passes = open.filter(
    ({ kind, askedAt }) => kind === passKind && now.getTime() - askedAt.getTime() <= passMinutes * 60_000,
  );
  if (passes.length === 0) return none;
  return { kinds: new Set(passes.flatMap(kindsOf)), ids: passes.map(({ id }) => id) };
}

/** Used up: the next answer is masked again. */
export async function usePasses(
  records: Pick<Records, 'questions'>,
  { ids }: WorkContactPasses,
  at: Date,
): Promise<void> {
  for (const id of ids) await records.questions.answer(id, at);
}

/** The kinds a question or a pass is about. */
export function kindsOf({ data }: Pick<OpenQuestion, 'data'>): readonly PersonalDataType[] {
  if (typeof data !== 'object' || data === null || !('kinds' in data) || !Array.isArray(data.kinds))
    return [];
  const kinds: readonly unknown[] = data.kinds;
  return personalDataTypes.filter((type) => kinds.includes(type));
}
