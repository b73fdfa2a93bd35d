import { organisationName } from '../../plan/organisation-name.ts';
import { addDays } from '../../kit/local-date.ts';
import { londonDate } from '../../kit/london.ts';
import { failure, success, type Result } from '../../kit/result.ts';
import type { Form } from '../../messages/forms/form.ts';
import { laterForm, notMeForm } from '../../messages/forms/small-forms.ts';
import type { Month } from '../../plan/month.ts';
import { planAction, planMeasure } from '../../plan/plan-lookup.ts';
import { isWorkingDay } from '../../plan/working-days.ts';
import type { Actor, Deps } from '../deps.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { ownPrompt } from './open-forms.ts';

/** How many days "Later" offers. */
const daysOffered = 6;

/** The days "Later" offers: the next working days before the close. */
export async function openLaterForm(deps: Deps, actor: Actor, month: Month): Promise<Result<Form, Refusal>> {
  const own = await ownPrompt(deps, actor, month);
  if (!own.ok) return own;
  const { calendar, cycle } = own.value.facts.context;
  if (cycle.state === 'closed')
    return failure(refusal('closed', 'This month is closed. Press Correct to add to it.'));
  const days: string[] = [];
  for (
    let day = addDays(londonDate(deps.clock.now()), 1);
    day <= calendar.days.close && days.length < daysOffered;
    day = addDays(day, 1)
  ) {
    if (isWorkingDay(day, cycle.settings.closedDays)) days.push(day);
  }
  if (days.length === 0)
    return failure(refusal('closed', 'The month closes today, so there is no later day to choose.'));
  return success(laterForm({ month, days }));
}

/** "Not me": who in the partnership could answer instead. Colleagues of one's own organisation first: they are who usually stands in. */
export async function openNotMeForm(deps: Deps, actor: Actor, month: Month): Promise<Result<Form, Refusal>> {
  const own = await ownPrompt(deps, actor, month);
  if (!own.ok) return own;
  const { prompt, facts } = own.value;
  const { plan } = facts.context;
  const today = londonDate(deps.clock.now());
  const people = facts.directory.people.filter(
    (person) => person.id !== actor.personId && (person.endsOn === null || person.endsOn >= today),
  );
  const isColleague = ({ organisationCode }: { organisationCode: string }) =>
    organisationCode === actor.person.organisationCode;
  return success(
    notMeForm({
      month,
      items: prompt.items.map(({ code }) => ({
        code,
        title: planAction(plan, code)?.shortTitle ?? planMeasure(plan, code)?.label ?? '',
      })),
      people: [...people.filter(isColleague), ...people.filter((person) => !isColleague(person))].map(
        (person) => ({
          id: person.id,
          name: person.name,
          organisation: organisationName(plan, person.organisationCode),
        }),
      ),
      // Offered where it still lies ahead; after the close the person names a day of their own.
      untilDefault: facts.context.calendar.days.close >= today ? facts.context.calendar.days.close : today,
    }),
  );
}
