import { londonDate, londonTime } from '../kit/london.ts';
import { dayWithWeekday } from '../kit/local-date.ts';
import { deputyAsked, themeLeadTold } from '../messages/escalation.ts';
import { nudge } from '../messages/nudge.ts';
import { monthInWords, type Month } from '../plan/month.ts';
import { answerersFor, answerersForMeasure } from '../plan/ownership.ts';
import { isRoleActive } from '../plan/roles.ts';
import { auditBy } from './audit-facts.ts';
import { cycleContext, readDirectory, type CycleContext, type Directory } from './cycle-context.ts';
import type { Deps } from './deps.ts';
import type { Prompt, PromptItem } from './ports/cycle-records.ts';
import type { Records } from './ports/store.ts';
import { mergeItems, promisePrompt } from './prompt-people.ts';
import { promptView, readPromptFacts, type PromptFacts } from './prompt-view.ts';
import { promiseToPerson } from './promise-message.ts';

interface Chase {
  readonly deps: Deps;
  readonly records: Records;
  readonly context: CycleContext;
  readonly directory: Directory;
  readonly facts: PromptFacts;
  readonly prompts: readonly Prompt[];
  readonly monthWords: string;
  readonly closesWords: string;
}

/** Runs one kind of chasing in one transaction; nothing happens for a month that is not open. */
async function chase(
  deps: Deps,
  partnershipId: string,
  month: Month,
  work: (chase: Chase) => Promise<number>,
): Promise<number> {
  return deps.store.in(partnershipId).transact(async (records) => {
    const context = await cycleContext(records, month);
    if (context?.cycle.state !== 'open') return 0;
    const directory = await readDirectory(records);
    return work({
      deps,
      records,
      context,
      directory,
      facts: await readPromptFacts(records, context, directory),
      prompts: (await records.prompts.ofMonth(month)).filter((prompt) => prompt.state === 'open'),
      monthWords: monthInWords(month),
      closesWords: `${dayWithWeekday(context.calendar.days.close)} at ${londonTime(context.calendar.closesAt)}`,
    });
  });
}

/** What of a prompt has no answer yet. */
function openItems(prompt: Prompt, facts: PromptFacts): readonly PromptItem[] {
  const view = promptView(prompt, facts);
  const open = new Set([
    ...view.actions.filter(({ answer }) => answer === null).map(({ code }) => `action ${code}`),
    ...view.measures.filter(({ answerWords }) => answerWords === null).map(({ code }) => `measure ${code}`),
  ]);
  return prompt.items.filter((item) => open.has(`${item.kind} ${item.code}`));
}

function titleOf(code: string, context: CycleContext): string {
  const action = context.plan.actions.find((each) => each.code === code);
  const measure = context.plan.indicators
    .flatMap(({ measures }) => measures)
    .find((each) => each.code === code);
  return `${code} ${action?.shortTitle ?? measure?.label ?? ''}`.trim();
}

/** Reminds whoever has not answered; silent for those who have, who are away, or who named a later day. */
export function nudgeOwners(deps: Deps, partnershipId: string, month: Month, round: 1 | 2): Promise<number> {
  return chase(
    deps,
    partnershipId,
    month,
    async ({ records, context, directory, facts, prompts, monthWords, closesWords }) => {
      const today = londonDate(deps.clock.now());
      let nudged = 0;
      for (const prompt of prompts) {
        const open = openItems(prompt, facts);
        const person = directory.person(prompt.personId);
        if (open.length === 0 || !person || (prompt.deferredUntil !== null && prompt.deferredUntil > today))
          continue;
        await promiseToPerson(deps, records, {
          person,
          accounts: directory.accounts,
          purpose: 'nudge',
          key: `nudge:${month}:${round}:${person.id}`,
          message: nudge({
            firstName: person.name.split(' ')[0] ?? person.name,
            month,
            monthWords,
            closesWords,
            openTitles: open.map(({ code }) => titleOf(code, context)),
            second: round === 2,
            nextStep:
              round === 2
                ? `If nothing comes, your deputy is asked on ${dayWithWeekday(context.calendar.days.deputy)} and the theme lead is told on ${dayWithWeekday(context.calendar.days.themeLead)}.`
                : null,
          }),
        });
        nudged += 1;
      }
      await records.audit.append(
        auditBy(deps, null, 'cli', 'owners_nudged', `cycle:${month}`, { round, people: nudged }),
      );
      return nudged;
    },
  );
}

/** Asks the deputies for what their owners have not answered, and tells the owners that they were asked. */
export function askDeputies(deps: Deps, partnershipId: string, month: Month): Promise<number> {
  return chase(deps, partnershipId, month, async (run) => {
    const today = londonDate(deps.clock.now());
    const byDeputy = new Map<string, PromptItem[]>();
    for (const prompt of run.prompts) {
      const asked: { title: string; deputy: string }[] = [];
      for (const item of openItems(prompt, run.facts)) {
        if (item.as !== 'owner') continue;
        const deputyId = deputyOf(item, run, today);
        if (deputyId === null || deputyId === prompt.personId) continue;
        byDeputy.set(deputyId, [
          ...(byDeputy.get(deputyId) ?? []),
          { ...item, as: 'deputy', onBehalfOfPersonId: prompt.personId },
        ]);
        asked.push({ title: titleOf(item.code, run.context), deputy: run.directory.nameOf(deputyId) });
      }
      await tellOwner(run, prompt, asked);
    }
    for (const [deputyId, items] of byDeputy) await askDeputy(run, deputyId, items);
    await run.records.audit.append(
      auditBy(deps, null, 'cli', 'deputies_asked', `cycle:${month}`, { people: byDeputy.size }),
    );
    return byDeputy.size;
  });
}

function deputyOf(item: PromptItem, { context, directory }: Chase, day: string): string | null {
  const { roles, absences } = directory;
  return item.kind === 'action'
    ? answerersFor(item.code, roles, absences, day).deputy
    : answerersForMeasure(item.code, context.plan, roles, absences, day).deputy;
}

async function tellOwner(
  run: Chase,
  prompt: Prompt,
  asked: readonly { title: string; deputy: string }[],
): Promise<void> {
  const person = run.directory.person(prompt.personId);
  if (asked.length === 0 || !person) return;
  await promiseToPerson(run.deps, run.records, {
    person,
    accounts: run.directory.accounts,
    purpose: 'escalation',
    key: `deputy-told:${prompt.month}:${person.id}`,
    message: deputyAsked({ monthWords: run.monthWords, closesWords: run.closesWords, asked }),
  });
}

async function askDeputy(run: Chase, deputyId: string, items: readonly PromptItem[]): Promise<void> {
  const month = run.context.cycle.month;
  const existing = await run.records.prompts.ofPerson(month, deputyId);
  const prompt: Prompt = existing
    ? { ...existing, items: mergeItems(existing.items, items), state: 'open' }
    : {
        id: run.deps.newId(),
        month,
        personId: deputyId,
        items,
        state: 'open',
        deferredUntil: null,
        createdAt: run.deps.clock.now(),
      };
  if (existing) await run.records.prompts.save(prompt);
  else await run.records.prompts.add(prompt);
  await promisePrompt(run.deps, run.records, prompt, run.facts);
}

/** Tells each theme lead which actions of the theme are still without an update. Said to them, never in a channel. */
export function tellThemeLeads(deps: Deps, partnershipId: string, month: Month): Promise<number> {
  return chase(
    deps,
    partnershipId,
    month,
    async ({ records, context, directory, facts, prompts, monthWords, closesWords }) => {
      const today = londonDate(deps.clock.now());
      const open = new Map<string, string>();
      for (const prompt of prompts) {
        for (const item of openItems(prompt, facts)) {
          if (item.kind === 'action')
            open.set(item.code, directory.nameOf(item.onBehalfOfPersonId ?? prompt.personId));
        }
      }
      let told = 0;
      for (const theme of context.plan.themes) {
        const missing = context.plan.actions.filter(
          ({ themeCode, code }) => themeCode === theme.code && open.has(code),
        );
        if (missing.length === 0) continue;
        const leads = directory.roles.filter(
          (role) =>
            role.kind === 'theme_lead' &&
            role.scope.kind === 'theme' &&
            role.scope.code === theme.code &&
            isRoleActive(role, today),
        );
        for (const lead of leads) {
          const person = directory.person(lead.personId);
          if (!person) continue;
          await promiseToPerson(deps, records, {
            person,
            accounts: directory.accounts,
            purpose: 'escalation',
            key: `lead-told:${month}:${theme.code}:${person.id}`,
            message: themeLeadTold({
              theme: theme.label,
              monthWords,
              closesWords,
              open: missing.map((action) => ({
                title: titleOf(action.code, context),
                owner: open.get(action.code) ?? '',
              })),
            }),
          });
          told += 1;
        }
      }
      await records.audit.append(
        auditBy(deps, null, 'cli', 'theme_leads_told', `cycle:${month}`, { people: told }),
      );
      return told;
    },
  );
}
