import type { LocalDate } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import { addMonths } from '../plan/month.ts';
import { answerersFor, answerersForMeasure } from '../plan/ownership.ts';
import { canonicalJson } from './audit-chain.ts';
import type { CycleContext, Directory } from './cycle-context.ts';
import type { Deps } from './deps.ts';
import { figureGiven } from './given-figures.ts';
import type { Prompt, PromptItem } from './ports/cycle-records.ts';
import type { Records } from './ports/store.ts';
import { promisePrompt, promiseReceipt, tellNowAsked } from './promise-prompt.ts';
import { itemKey, itemsByPerson, wantedFigures } from './prompt-items.ts';
import { measureCodesOf, readPromptFacts, type PromptFacts } from './prompt-view.ts';

/**
 * Makes the month's prompts be what they should be today: whoever has become owner or cover is asked, whoever no longer is, or is away, is
 * left in peace, and whoever comes back finds the prompt again. Answers stay where they are. What is right already stays as it is, so
 * it may run as often as anybody likes. Gives how many people were newly asked or told of a change.
 */
export async function reconcilePrompts(
  deps: Deps,
  records: Records,
  context: CycleContext,
  directory: Directory,
): Promise<number> {
  const today = londonDate(deps.clock.now());
  const { month } = context.cycle;
  const existing = await records.prompts.ofMonth(month);
  const figures = wantedFigures(context, await records.prompts.ofMonth(addMonths(month, -1)));
  const codes = [...new Set([...figures.map(({ code }) => code), ...measureCodesOf(existing)])];
  const facts = await readPromptFacts(records, context, directory, codes);
  const wanted = itemsByPerson(context, directory, figures, facts.values, today);
  let changed = 0;
  for (const prompt of existing) {
    const next = nextPrompt(prompt, wanted.get(prompt.personId) ?? [], facts, today);
    if (!next) continue;
    await records.prompts.save(next.prompt);
    await promiseReceipt(deps, records, next.prompt, facts, deps.newId());
    await tellNowAsked(deps, records, next.prompt, next.added, facts, today);
    changed += 1;
  }
  const known = new Set(existing.map(({ personId }) => personId));
  for (const [personId, items] of wanted) {
    if (known.has(personId)) continue;
    changed += Number(await ask(deps, records, facts, personId, items));
  }
  return changed;
}

/** A first prompt, for what nobody has answered yet. */
async function ask(
  deps: Deps,
  records: Records,
  facts: PromptFacts,
  personId: string,
  items: readonly PromptItem[],
): Promise<boolean> {
  const open = items.filter((item) => !isAnsweredItem(item, facts));
  if (open.length === 0) return false;
  const prompt: Prompt = {
    id: deps.newId(),
    month: facts.context.cycle.month,
    personId,
    items: open,
    state: 'open',
    deferredUntil: null,
    createdAt: deps.clock.now(),
  };
  if (!(await records.prompts.add(prompt))) return false;
  await promisePrompt(deps, records, prompt, facts);
  return true;
}

interface NextPrompt {
  readonly prompt: Prompt;
  /** What was not asked of this person before. */
  readonly added: readonly PromptItem[];
}

/** What a prompt should be; null = what it is. */
function nextPrompt(
  prompt: Prompt,
  wanted: readonly PromptItem[],
  facts: PromptFacts,
  today: LocalDate,
): NextPrompt | null {
  const wantedByKey = new Map(wanted.map((item) => [itemKey(item), item]));
  const kept = prompt.items.flatMap((item) => {
    const now = wantedByKey.get(itemKey(item));
    if (now) return [now];
    const stays = isAnsweredItem(item, facts) || isStillDeputy(item, prompt.personId, facts, today);
    return stays ? [item] : [];
  });
  const wasAsked = new Set(prompt.state === 'moved' ? [] : prompt.items.map(itemKey));
  const added = wanted.filter((item) => !wasAsked.has(itemKey(item)) && !isAnsweredItem(item, facts));
  const keptKeys = new Set(kept.map(itemKey));
  const items = [...kept, ...added.filter((item) => !keptKeys.has(itemKey(item)))];
  // What was passed on stays readable in the message that says to whom.
  const next: Prompt =
    items.length === 0 || (prompt.state === 'moved' && added.length === 0)
      ? { ...prompt, state: 'moved' }
      : { ...prompt, items, state: 'open' };
  return canonicalJson(next) === canonicalJson(prompt) ? null : { prompt: next, added };
}

/** Deputies who were asked because no answer came stay asked, until it comes. */
function isStillDeputy(item: PromptItem, personId: string, facts: PromptFacts, today: LocalDate): boolean {
  const { context, directory } = facts;
  if (item.as !== 'deputy' || today < context.calendar.days.deputy) return false;
  const { roles, absences } = directory;
  const { mayAnswer } =
    item.kind === 'action'
      ? answerersFor(item.code, roles, absences, today)
      : answerersForMeasure(item.code, context.plan, roles, absences, today);
  return mayAnswer.includes(personId);
}

function isAnsweredItem(item: PromptItem, { updates, values, context }: PromptFacts): boolean {
  return item.kind === 'action'
    ? Boolean(updates.get(item.code)?.content)
    : figureGiven(values, item.code, item.period, context.cycle.openedAt) !== null;
}
