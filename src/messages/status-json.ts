import type { StatusView } from './status-view.ts';

/**
 * A status for scripts (`bcp status --json`): everything the page shows, whole, with the same counts. The names of the fields stay.
 * The chart is left out: its numbers are the history, which the digest's CSV holds.
 */
export function statusJson(view: StatusView): Readonly<Record<string, unknown>> {
  if (view.kind === 'choice' || view.kind === 'unknown') return { ...view };
  const { chart: _chart, ...rest } = view;
  return rest;
}
