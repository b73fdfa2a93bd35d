import { dayInWords } from '../../kit/local-date.ts';
import { roleInWords } from '../../messages/role-asked.ts';
import type { Person, Role, RoleScope } from '../../plan/people.ts';
import { planAction, planMeasure } from '../../plan/plan-lookup.ts';
import type { Plan } from '../../plan/plan.ts';

/** The action, measure or theme of this code, in any case; null where the plan has none. */
export function scopeNamed(plan: Plan, code: string): Exclude<RoleScope, { kind: 'partnership' }> | null {
  const upper = code.toUpperCase();
  if (planAction(plan, upper)) return { kind: 'action', code: upper };
  const measure = plan.indicators
    .flatMap(({ measures }) => measures)
    .find((each) => each.code.toUpperCase() === upper);
  if (measure && planMeasure(plan, measure.code)) return { kind: 'measure', code: measure.code };
  const theme = plan.themes.find((each) => each.code === code.toLowerCase());
  return theme ? { kind: 'theme', code: theme.code } : null;
}

/** Everybody whom these words name: by e-mail address or whole name, else by any part of it. */
export function peopleNamed(people: readonly Person[], words: string): readonly Person[] {
  const wanted = words.trim().toLowerCase();
  const exact = people.filter(({ name, email }) => name.toLowerCase() === wanted || email === wanted);
  return exact.length > 0
    ? exact
    : people.filter(({ name }) => name.toLowerCase().split(' ').includes(wanted));
}

/** Why no single person is meant. */
export function nobodyOrMany(name: string, found: readonly Person[]): string {
  if (found.length === 0)
    return `Nobody called "${name}" is known to this partnership. Import them first: bcp people import FILE.`;
  return `There are several: ${found.map((person) => `${person.name} (${person.email})`).join(', ')}. Give the e-mail address.`;
}

/** `Priya Nair is owner of IC5 from 2 November 2026 and has been asked to accept.` */
export function assignedWords(
  name: string,
  code: string,
  { kind, startsOn, acceptedAt }: Pick<Role, 'kind' | 'startsOn' | 'acceptedAt'>,
): string {
  const asked = acceptedAt === null ? ' and has been asked to accept' : ' already';
  return `${name} is ${roleInWords(kind)} of ${code} from ${dayInWords(startsOn)}${asked}.`;
}
