import { londonDate } from '../../kit/london.ts';
import { failure, success, type Result } from '../../kit/result.ts';
import type { AnsweredView } from '../../messages/already-answered.ts';
import type { Form } from '../../messages/forms/form.ts';
import { noChangeForm } from '../../messages/forms/small-forms.ts';
import { monthInWords, type Month } from '../../plan/month.ts';
import { planAction } from '../../plan/plan-lookup.ts';
import { checkUpdate, needsPathToGreen } from '../../plan/update-rules.ts';
import { pathInWords } from '../../plan/update-words.ts';
import type { UpdateContent } from '../../plan/update.ts';
import { saidAgain } from '../carried-over.ts';
import type { Actor, Deps } from '../deps.ts';
import { answersIn, promptView, type PromptFacts } from '../prompt-view.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { ownPrompt } from './open-forms.ts';

/** What "No change" would record, and what of it needs more than a tap. */
export interface NoChangePlan {
  readonly facts: PromptFacts;
  /** What can simply stand again, as it is said this month. */
  readonly plain: readonly { readonly code: string; readonly content: UpdateContent }[];
  /** For red, and amber twice running: a line and a path to green. Null = none needs it. */
  readonly form: Form | null;
  /** What "no change" cannot say: nothing was said last month, or a day in it has passed. */
  readonly leftOver: readonly string[];
  /** The figures that are still to come: they are never "no change". */
  readonly figures: readonly string[];
  /** What is answered already, by whom and when. */
  readonly answers: readonly AnsweredView[];
}

/** Looks at what is not yet answered. `done`: what the person wrote with it, if anything. */
export async function planNoChange(
  deps: Deps,
  actor: Actor,
  month: Month,
  done: string,
): Promise<Result<NoChangePlan, Refusal>> {
  const own = await ownPrompt(deps, actor, month);
  if (!own.ok) return own;
  const { prompt, facts } = own.value;
  if (facts.context.cycle.state === 'closed') {
    return failure(
      refusal('closed', `${monthInWords(month)} is closed. Press Correct to add to it, with a reason.`),
    );
  }
  const today = londonDate(deps.clock.now());
  const open = prompt.items.filter(
    ({ kind, code }) => kind === 'action' && !facts.updates.get(code)?.content,
  );
  const parts = open.map(({ code }) => partOf(code, done, facts, today));
  const needing = parts.flatMap((part) => (part.kind === 'needs_line' ? [part.item] : []));
  return success({
    facts,
    plain: parts.flatMap((part) => (part.kind === 'plain' ? [part] : [])),
    form: needing.length === 0 ? null : noChangeForm({ month, items: needing }),
    leftOver: parts.flatMap((part) => (part.kind === 'left_over' ? [part.code] : [])),
    figures: openFigures(prompt.items, facts),
    answers: answersIn(promptView(prompt, facts)),
  });
}

type Part =
  | { readonly kind: 'plain'; readonly code: string; readonly content: UpdateContent }
  | { readonly kind: 'needs_line'; readonly item: Parameters<typeof noChangeForm>[0]['items'][number] }
  | { readonly kind: 'left_over'; readonly code: string };

function partOf(code: string, done: string, facts: PromptFacts, today: string): Part {
  const before = facts.previousUpdates.get(code)?.content;
  if (!before) return { kind: 'left_over', code };
  if (needsPathToGreen(before.rating, before.rating))
    return { kind: 'needs_line', item: lineItem(code, before, facts) };
  const content = saidAgain(before, done, today);
  return canStand(content, facts, today) ? { kind: 'plain', code, content } : { kind: 'left_over', code };
}

function lineItem(code: string, before: UpdateContent, { context, updates }: PromptFacts) {
  return {
    code,
    title: planAction(context.plan, code)?.shortTitle ?? '',
    previous: before.rating,
    version: updates.get(code)?.version ?? 0,
    promised: before.pathToGreen ? pathInWords(before.pathToGreen) : null,
  };
}

function canStand(content: UpdateContent, { context }: PromptFacts, today: string): boolean {
  const problems = checkUpdate(content, {
    kind: 'no_change',
    previousMonthRating: content.rating,
    ratingDefinitions: context.plan.ratingDefinitions,
    today,
    firstOfMonth: `${context.cycle.month}-01`,
  });
  return problems.length === 0;
}

function openFigures(
  items: readonly { kind: string; code: string }[],
  facts: PromptFacts,
): readonly string[] {
  const given = new Set(
    facts.values
      .filter(({ series, at }) => series === 'partnership' && at >= facts.context.cycle.openedAt)
      .map(({ measureCode }) => measureCode),
  );
  return items.filter(({ kind, code }) => kind === 'measure' && !given.has(code)).map(({ code }) => code);
}
