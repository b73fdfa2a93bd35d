import { dayWithWeekday } from '../kit/local-date.ts';
import { nudge } from '../messages/nudge.ts';
import type { Month } from '../plan/month.ts';
import { isRoleActive } from '../plan/roles.ts';
import { auditBy } from './audit-facts.ts';
import { chase, openItems, type Chase } from './chase.ts';
import { deputyOf } from './deputy-of.ts';
import type { Deps } from './deps.ts';
import { itemTitle } from './item-title.ts';
import type { Prompt, PromptItem } from './ports/cycle-records.ts';
import { promiseToPerson } from './promise-message.ts';
import { firstNameOf } from './prompt-view.ts';

/** Reminds whoever has not answered; silent for those who have, who are away, or who named a later day. Gives how many were reminded. */
export function nudgeOwners(deps: Deps, partnershipId: string, month: Month, round: 1 | 2): Promise<number> {
  return chase(deps, partnershipId, month, async (run) => {
    let nudged = 0;
    for (const prompt of run.prompts) {
      if (prompt.deferredUntil !== null && prompt.deferredUntil > run.today) continue;
      nudged += Number(await remind(run, prompt, round === 1 ? 'first' : 'last', `nudge:${month}:${round}`));
    }
    if (nudged > 0)
      await run.records.audit.append(
        auditBy(deps, null, 'cli', 'owners_nudged', `cycle:${month}`, { round, people: nudged }),
      );
    return nudged;
  });
}

/** Promises a reminder of what is still open; false when nothing is, or when it had been promised. */
export async function remind(
  run: Chase,
  prompt: Prompt,
  which: 'first' | 'last' | 'as_asked',
  key: string,
): Promise<boolean> {
  const open = openItems(prompt, run.facts);
  const person = run.directory.person(prompt.personId);
  if (open.length === 0 || !person) return false;
  const canStand = open.some(
    ({ kind, code }) => kind === 'action' && Boolean(run.facts.previousUpdates.get(code)?.content),
  );
  return promiseToPerson(run.deps, run.records, {
    person,
    accounts: run.directory.accounts,
    purpose: 'nudge',
    key: `${key}:${person.id}`,
    message: nudge({
      firstName: firstNameOf(person.name),
      month: prompt.month,
      monthWords: run.monthWords,
      closesWords: run.closesWords,
      openTitles: open.map(({ code }) => itemTitle(run.context.plan, code)),
      which,
      canStand,
      nextStep: which === 'last' ? nextStep(open, prompt, run) : null,
    }),
  });
}

/** Whom bcp turns to if nothing comes, said before it happens; null when it turns to nobody. */
function nextStep(open: readonly PromptItem[], prompt: Prompt, run: Chase): string | null {
  const { days } = run.context.calendar;
  const owned = open.filter(({ as }) => as === 'owner');
  const byDeputy = new Map<string, string[]>();
  for (const item of owned) {
    const deputy = deputyOf(item, prompt.personId, run.context.plan, run.directory, run.today);
    if (deputy !== null) byDeputy.set(deputy, [...(byDeputy.get(deputy) ?? []), item.code]);
  }
  const asked = [...byDeputy].map(([id, codes]) => {
    const which = codes.length === owned.length ? '' : ` for ${codes.join(', ')}`;
    return `${run.directory.nameOf(id)} is asked as well${which} on ${dayWithWeekday(days.deputy)}`;
  });
  const steps = [
    ...asked,
    ...(hasThemeLead(open, run) ? [`the theme lead is told on ${dayWithWeekday(days.themeLead)}`] : []),
  ];
  return steps.length === 0 ? null : `If nothing comes, ${steps.join(', and ')}.`;
}

function hasThemeLead(open: readonly PromptItem[], { context, directory, today }: Chase): boolean {
  const codes = new Set(open.filter(({ kind }) => kind === 'action').map(({ code }) => code));
  const themes = new Set(
    context.plan.actions.filter(({ code }) => codes.has(code)).map(({ themeCode }) => themeCode),
  );
  return directory.roles.some(
    ({ kind, scope, ...role }) =>
      kind === 'theme_lead' &&
      scope.kind === 'theme' &&
      themes.has(scope.code) &&
      isRoleActive({ kind, scope, ...role }, today),
  );
}
