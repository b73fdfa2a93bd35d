import { themeLeadTold } from '../messages/escalation.ts';
import type { Month } from '../plan/month.ts';
import { answerersFor } from '../plan/ownership.ts';
import type { Theme } from '../plan/plan.ts';
import { isRoleActive } from '../plan/roles.ts';
import { auditBy } from './audit-facts.ts';
import { chase, type Chase } from './chase.ts';
import type { Deps } from './deps.ts';
import { itemTitle } from './item-title.ts';
import { promiseToPerson } from './promise-message.ts';

/**
 * Tells each theme lead which actions of the theme are still without an update, those that nobody owns among them. Said to them, never
 * in a channel. Gives how many were told.
 */
export function tellThemeLeads(deps: Deps, partnershipId: string, month: Month): Promise<number> {
  return chase(deps, partnershipId, month, async (run) => {
    let told = 0;
    for (const theme of run.context.plan.themes) told += await tellLeadsOf(theme, run);
    if (told > 0)
      await run.records.audit.append(
        auditBy(deps, null, 'cli', 'theme_leads_told', `cycle:${month}`, { people: told }),
      );
    return told;
  });
}

async function tellLeadsOf(theme: Theme, run: Chase): Promise<number> {
  const { plan, cycle } = run.context;
  const open = plan.actions
    .filter(({ themeCode, code }) => themeCode === theme.code && !run.facts.updates.get(code)?.content)
    .map(({ code }) => ({ title: itemTitle(plan, code), owner: ownerOf(code, run) }));
  if (open.length === 0) return 0;
  const leads = new Set(
    run.directory.roles
      .filter(
        (role) =>
          role.kind === 'theme_lead' &&
          role.scope.kind === 'theme' &&
          role.scope.code === theme.code &&
          isRoleActive(role, run.today),
      )
      .map(({ personId }) => personId),
  );
  let told = 0;
  for (const id of leads) {
    const person = run.directory.person(id);
    if (!person) continue;
    const isNew = await promiseToPerson(run.deps, run.records, {
      person,
      accounts: run.directory.accounts,
      purpose: 'escalation',
      key: `lead-told:${cycle.month}:${theme.code}:${person.id}`,
      message: themeLeadTold({
        theme: theme.label,
        monthWords: run.monthWords,
        closesWords: run.closesWords,
        open,
      }),
    });
    told += Number(isNew);
  }
  return told;
}

function ownerOf(code: string, { directory, today }: Chase): string {
  const { owner, asked } = answerersFor(code, directory.roles, directory.absences, today);
  if (asked === null) return 'nobody owns it';
  const name = directory.nameOf(asked);
  return owner === null || owner === asked ? name : `${name}, for ${directory.nameOf(owner)}`;
}
