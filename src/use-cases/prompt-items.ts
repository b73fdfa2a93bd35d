import type { LocalDate } from '../kit/local-date.ts';
import { dueMeasures } from '../plan/due-measures.ts';
import { answerersFor, answerersForMeasure, type Answerers } from '../plan/ownership.ts';
import { planMeasure } from '../plan/plan-lookup.ts';
import type { MeasureValue } from '../plan/value.ts';
import type { CycleContext, Directory } from './cycle-context.ts';
import { figureFor } from './given-figures.ts';
import type { AskedAs, Prompt, PromptItem } from './ports/cycle-records.ts';

type MeasureItem = Extract<PromptItem, { kind: 'measure' }>;

/** A figure that a month asks for. */
export type WantedFigure = Pick<MeasureItem, 'code' | 'period' | 'status'>;

/**
 * The figures a month asks for: what the publication calendar makes due, and what the month before asked for in vain. One period a
 * measure; the one that has just become due takes the place of an older one.
 */
export function wantedFigures(
  context: CycleContext,
  previousPrompts: readonly Prompt[],
): readonly WantedFigure[] {
  const due = dueMeasures(context.plan, context.cycle.month).map(
    ({ measure, period, status }): WantedFigure => ({ code: measure.code, period, status }),
  );
  const asked = previousPrompts.flatMap(({ items }) => items.filter((item) => item.kind === 'measure'));
  const wanted = new Map<string, WantedFigure>();
  for (const { code, period, status } of [...due, ...asked]) {
    if (!wanted.has(code) && planMeasure(context.plan, code)) wanted.set(code, { code, period, status });
  }
  return [...wanted.values()];
}

/** What each person should be asked on a day, by its owners, covers and deputies; figures that are known are not asked for. */
export function itemsByPerson(
  context: CycleContext,
  directory: Directory,
  figures: readonly WantedFigure[],
  values: readonly MeasureValue[],
  day: LocalDate,
): ReadonlyMap<string, readonly PromptItem[]> {
  const { plan } = context;
  const { roles, absences } = directory;
  const items = new Map<string, PromptItem[]>();
  const give = (answerers: Answerers, item: (asked: Asked) => PromptItem) => {
    const asked = whoIsAsked(answerers);
    if (asked) items.set(asked.personId, [...(items.get(asked.personId) ?? []), item(asked)]);
  };
  for (const { code } of plan.actions) {
    give(answerersFor(code, roles, absences, day), ({ as, onBehalfOfPersonId }) => ({
      kind: 'action',
      code,
      as,
      onBehalfOfPersonId,
    }));
  }
  for (const figure of figures) {
    if (isKnown(values, figure, context.cycle.openedAt)) continue;
    const answerers = answerersForMeasure(figure.code, plan, roles, absences, day);
    give(answerers, ({ as, onBehalfOfPersonId }) => ({ kind: 'measure', ...figure, as, onBehalfOfPersonId }));
  }
  return items;
}

interface Asked {
  readonly personId: string;
  readonly as: AskedAs;
  readonly onBehalfOfPersonId: string | null;
}

function whoIsAsked({ asked, askedAs, owner }: Answerers): Asked | null {
  if (asked === null || askedAs === null) return null;
  return { personId: asked, as: askedAs, onBehalfOfPersonId: askedAs === 'owner' ? null : owner };
}

/** Known before the month was opened: a provisional figure counts as missing when the final one is due, "not published yet" always. */
function isKnown(values: readonly MeasureValue[], figure: WantedFigure, openedAt: Date): boolean {
  const stored = figureFor(values, figure.code, figure.period);
  return (
    stored !== null &&
    stored.at < openedAt &&
    (figure.status === 'provisional' || !stored.provisional) &&
    stored.state !== 'not_published'
  );
}

/** The name of an item within a month: an action or a measure is asked of a person once. */
export function itemKey({ kind, code }: Pick<PromptItem, 'kind' | 'code'>): string {
  return `${kind} ${code}`;
}

/** The items with those that are not among them yet. */
export function mergeItems(
  before: readonly PromptItem[],
  wanted: readonly PromptItem[],
): readonly PromptItem[] {
  const known = new Set(before.map(itemKey));
  return [...before, ...wanted.filter((item) => !known.has(itemKey(item)))];
}
