import type { FieldProblem, Submission } from '../../messages/forms/form.ts';
import type { Actor, Deps } from '../deps.ts';
import { openUpdateForm } from './open-forms.ts';

/** Fields that may hold something before anybody has written in them: last month's words are offered to begin from. */
const filledBefore = [
  'next',
  'pathToGreen.what',
  'pathToGreen.who',
  'pathToGreen.by',
  'ask.verb',
  'ask.what',
  'ask.by',
  'startsOn',
] as const;

/**
 * Actions that somebody wrote about without choosing a rating: a problem at each rating, so that no word of theirs is left out in silence.
 * What stands in a form as it was filled in before is nobody's writing.
 */
export async function writtenWithoutRating(
  deps: Deps,
  actor: Actor,
  { answers, carries }: Submission,
): Promise<readonly FieldProblem[]> {
  const written = (code: string) =>
    filledBefore.flatMap((name) => {
      const text = plain(answers[`${code}.${name}`] ?? '');
      return text === '' ? [] : [{ name: `${code}.${name}`, text }];
    });
  const unrated = Object.keys(carries)
    .flatMap((name) => /^(.+)\.version$/.exec(name)?.[1] ?? [])
    .filter((code) => (answers[`${code}.rating`] ?? '').trim() === '' && written(code).length > 0);
  if (unrated.length === 0) return [];
  const form = await openUpdateForm(deps, actor, carries['month'] ?? '', false);
  if (!form.ok) return [];
  const fields = form.value.groups.flatMap((group) => group.fields);
  const before = new Map(fields.map(({ name, value }) => [name, plain(String(value))]));
  return unrated
    .filter((code) => written(code).some(({ name, text }) => text !== before.get(name)))
    .map((code) => ({ field: `${code}.rating`, words: chooseRating(code) }));
}

/** What is said at the rating of an action that somebody wrote about. */
export function chooseRating(code: string): string {
  return `Choose a rating for ${code}; what you wrote is kept.`;
}

/** Platforms write the ends of lines in their own way. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
