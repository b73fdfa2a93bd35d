import { londonDate } from '../kit/london.ts';
import { updatePrompt } from '../messages/update-prompt.ts';
import { dueMeasures } from '../plan/due-measures.ts';
import { answerersFor, answerersForMeasure, type Answerers } from '../plan/ownership.ts';
import { comparePeriods } from '../plan/period-calendar.ts';
import type { LocalDate } from '../kit/local-date.ts';
import type { MeasureValue } from '../plan/value.ts';
import type { CycleContext, Directory } from './cycle-context.ts';
import type { Deps } from './deps.ts';
import type { AskedAs, Prompt, PromptItem } from './ports/cycle-records.ts';
import type { Records } from './ports/store.ts';
import { promiseToPerson } from './promise-message.ts';
import { promptView, readPromptFacts, type PromptFacts } from './prompt-view.ts';

/** The key under which a person's prompt of a month is promised; its receipts take the place of that message. */
export function promptKey(month: string, personId: string): string {
  return `prompt:${month}:${personId}`;
}

/** What each person should be asked in the month, by today's owners, covers and the publication calendar. */
export function itemsByPerson(
  context: CycleContext,
  directory: Directory,
  values: readonly MeasureValue[],
  day: LocalDate,
): ReadonlyMap<string, readonly PromptItem[]> {
  const items = new Map<string, PromptItem[]>();
  const give = (personId: string, item: PromptItem) => {
    items.set(personId, [...(items.get(personId) ?? []), item]);
  };
  for (const action of context.plan.actions) {
    const asked = whoIsAsked(answerersFor(action.code, directory.roles, directory.absences, day));
    if (asked)
      give(asked.personId, {
        kind: 'action',
        code: action.code,
        as: asked.as,
        onBehalfOfPersonId: asked.onBehalfOfPersonId,
      });
  }
  for (const due of dueMeasures(context.plan, context.cycle.month)) {
    if (isKnown(values, due.measure.code, due, context.cycle.openedAt)) continue;
    const asked = whoIsAsked(
      answerersForMeasure(due.measure.code, context.plan, directory.roles, directory.absences, day),
    );
    if (!asked) continue;
    give(asked.personId, {
      kind: 'measure',
      code: due.measure.code,
      period: due.period,
      status: due.status,
      as: asked.as,
      onBehalfOfPersonId: asked.onBehalfOfPersonId,
    });
  }
  return items;
}

function whoIsAsked({ asked, askedAs, owner }: Answerers): {
  readonly personId: string;
  readonly as: AskedAs;
  readonly onBehalfOfPersonId: string | null;
} | null {
  if (asked === null || askedAs === null) return null;
  return { personId: asked, as: askedAs, onBehalfOfPersonId: askedAs === 'owner' ? null : owner };
}

/** A figure is asked for only when it is not there: a provisional one counts as missing when the final one is due. */
function isKnown(
  values: readonly MeasureValue[],
  code: string,
  due: { readonly period: PromptItemPeriod; readonly status: 'provisional' | 'final' },
  openedAt: Date,
): boolean {
  return values.some(
    (value) =>
      value.measureCode === code &&
      value.series === 'partnership' &&
      value.at < openedAt &&
      comparePeriods(value.period, due.period) === 0 &&
      (due.status === 'provisional' || !value.provisional) &&
      value.state !== 'not_published',
  );
}

type PromptItemPeriod = MeasureValue['period'];

/**
 * Makes the month's prompts be what they should be: adds the missing ones, gives new items to those who have become owner or cover, and
 * promises each message. What is already right stays as it is, so it may run as often as anybody likes.
 */
export async function reconcilePrompts(
  deps: Deps,
  records: Records,
  context: CycleContext,
  directory: Directory,
): Promise<number> {
  const wanted = itemsByPerson(
    context,
    directory,
    await records.values.latest(),
    londonDate(deps.clock.now()),
  );
  const existing = new Map(
    (await records.prompts.ofMonth(context.cycle.month)).map((prompt) => [prompt.personId, prompt]),
  );
  const changed: Prompt[] = [];
  for (const [personId, items] of wanted) {
    const prompt = existing.get(personId);
    if (!prompt) {
      const created: Prompt = {
        id: deps.newId(),
        month: context.cycle.month,
        personId,
        items,
        state: 'open',
        deferredUntil: null,
        createdAt: deps.clock.now(),
      };
      if (await records.prompts.add(created)) changed.push(created);
      continue;
    }
    const merged = mergeItems(prompt.items, items);
    if (merged.length === prompt.items.length && prompt.state !== 'moved') continue;
    const grown: Prompt = { ...prompt, items: merged, state: 'open' };
    await records.prompts.save(grown);
    changed.push(grown);
  }
  changed.push(...(await passOnMoved(records, existing, wanted)));
  const facts = await readPromptFacts(records, context, directory);
  for (const prompt of changed) await promisePrompt(deps, records, prompt, facts);
  return changed.length;
}

/** People whose every item now belongs to somebody else: their prompt says so, and they are left in peace. */
async function passOnMoved(
  records: Records,
  existing: ReadonlyMap<string, Prompt>,
  wanted: ReadonlyMap<string, readonly PromptItem[]>,
): Promise<readonly Prompt[]> {
  const moved: Prompt[] = [];
  for (const [personId, prompt] of existing) {
    if (wanted.has(personId) || prompt.state !== 'open') continue;
    if (prompt.items.some((item) => item.as === 'deputy')) continue;
    const passed: Prompt = { ...prompt, state: 'moved' };
    await records.prompts.save(passed);
    moved.push(passed);
  }
  return moved;
}

export function mergeItems(
  before: readonly PromptItem[],
  wanted: readonly PromptItem[],
): readonly PromptItem[] {
  const known = new Set(before.map((item) => `${item.kind} ${item.code}`));
  return [...before, ...wanted.filter((item) => !known.has(`${item.kind} ${item.code}`))];
}

/** Promises the message of a prompt as it stands now; a later promise takes the place of the earlier message. */
export async function promisePrompt(
  deps: Deps,
  records: Records,
  prompt: Prompt,
  facts: PromptFacts,
  version = '',
): Promise<void> {
  const person = facts.directory.person(prompt.personId);
  if (!person) throw new Error('A prompt names a person who is not stored.');
  const key = promptKey(prompt.month, prompt.personId);
  const isFirst = version === '' && !(await wasPromised(records, key, person.id, facts));
  await promiseToPerson(deps, records, {
    person,
    accounts: facts.directory.accounts,
    purpose: isFirst ? 'prompt' : 'receipt',
    key: isFirst ? key : `${key}:then:${version === '' ? deps.newId() : version}`,
    message: updatePrompt(promptView(prompt, facts)),
    ...(isFirst ? {} : { replaces: key }),
  });
}

async function wasPromised(
  records: Records,
  key: string,
  personId: string,
  facts: PromptFacts,
): Promise<boolean> {
  const accounts = facts.directory.accounts.filter((account) => account.personId === personId);
  const endings = [
    ...accounts.map(({ platform, tenantId }) => `${personId}:${platform}:${tenantId}`),
    `${personId}:nobody`,
  ];
  for (const ending of endings) {
    if (await records.deliveries.byKey(`${key}:${ending}`)) return true;
  }
  return false;
}
