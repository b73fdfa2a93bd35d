import type { LocalDate } from '../kit/local-date.ts';
import { planMeasures } from '../plan/plan-lookup.ts';
import type { ActionUpdate } from '../plan/update.ts';
import type { MeasureValue } from '../plan/value.ts';
import type { PlanRevision } from './ports/partnership-records.ts';
import { safeFigures, safeUpdate, type SafeFigures } from './safe-figures.ts';

/**
 * What the gate made of stored figures and words the last time, for one partnership. Both are only ever added to, never changed, so the same
 * rows on the same day come out of the gate the same, and a picture that follows an answer need not put five years through it again.
 */
export interface PictureMemory {
  figures(revision: PlanRevision, values: readonly MeasureValue[], today: LocalDate): SafeFigures;
  /** The update as it may stand beside the figures that were asked for last. */
  update(update: ActionUpdate): ActionUpdate;
}

export function pictureMemory(): PictureMemory {
  let known: { readonly key: string; readonly figures: SafeFigures } | null = null;
  let updates = new Map<string, ActionUpdate>();
  let before = updates;
  return {
    figures: (revision, values, today) => {
      const key = JSON.stringify([revision.id, today, values.map(({ id }) => id)]);
      if (known?.key !== key) {
        known = { key, figures: safeFigures(planMeasures(revision.plan), values, today) };
        before = new Map();
      } else before = updates;
      // Only what this picture asks for is kept for the next.
      updates = new Map();
      return known.figures;
    },
    update: (update) => {
      const safe = before.get(update.id) ?? safeUpdate(update, known?.figures.hidden ?? []);
      updates.set(update.id, safe);
      return safe;
    },
  };
}
