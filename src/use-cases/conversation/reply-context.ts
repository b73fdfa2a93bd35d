import { organisationName } from '../../plan/organisation-name.ts';
import { londonDate } from '../../kit/london.ts';
import { planAction, planMeasure } from '../../plan/plan-lookup.ts';
import type { AskedItem, ReplyContext } from '../../replies/reply-context.ts';
import type { Actor, Deps } from '../deps.ts';
import { figureBefore } from '../figure-before.ts';
import type { PromptFacts } from '../prompt-view.ts';
import type { OwnPrompt } from './open-forms.ts';

/** What a reply is read with: only what this person was asked can be answered by their words. */
export function replyContext(deps: Deps, actor: Actor, { prompt, facts }: OwnPrompt): ReplyContext {
  const { plan, cycle } = facts.context;
  const today = londonDate(deps.clock.now());
  return {
    today,
    cycle: cycle.month,
    platform: actor.platform,
    asked: prompt.items.flatMap((item) =>
      item.kind === 'action' ? askedAction(item.code, facts) : askedMeasure(item, facts),
    ),
    people: facts.directory.people
      .filter(({ id, endsOn }) => id !== actor.personId && (endsOn === null || endsOn >= today))
      .map(({ name, organisationCode }) => ({
        name,
        organisation: organisationName(plan, organisationCode),
      })),
  };
}

function askedAction(code: string, facts: PromptFacts): readonly AskedItem[] {
  const action = planAction(facts.context.plan, code);
  if (!action) return [];
  return [
    {
      kind: 'action',
      code,
      label: action.shortTitle,
      previousRating: facts.previousUpdates.get(code)?.content?.rating ?? null,
    },
  ];
}

function askedMeasure(
  item: OwnPrompt['prompt']['items'][number] & { kind: 'measure' },
  facts: PromptFacts,
): readonly AskedItem[] {
  const measure = planMeasure(facts.context.plan, item.code);
  if (!measure) return [];
  const { code, label, unit, polarity, sumOf } = measure;
  return [
    {
      kind: 'measure',
      code,
      label,
      unit,
      polarity,
      sumOf,
      previousValue: figureBefore(facts.values, code, item.period)?.value ?? null,
    },
  ];
}
