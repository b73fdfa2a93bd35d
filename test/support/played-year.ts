import { readFileSync } from 'node:fs';
import { londonInstant } from '../../src/kit/london.ts';
import { readFiguresFile } from '../../src/imports/figures-file.ts';
import { cycleCalendar } from '../../src/plan/cycle-calendar.ts';
import { defaultCycleSettings } from '../../src/plan/cycle-settings.ts';
import { addMonths, monthsBetween, type Month } from '../../src/plan/month.ts';
import type { ActionRating } from '../../src/plan/rating.ts';
import type { UpdateContent } from '../../src/plan/update.ts';
import { closeCycle } from '../../src/use-cases/close-cycle.ts';
import { importFigures } from '../../src/use-cases/import-figures.ts';
import { openCycle } from '../../src/use-cases/open-cycle.ts';
import type { Store } from '../../src/use-cases/ports/store.ts';
import { recordUpdate } from '../../src/use-cases/record-update.ts';
import { birminghamStage, type Stage } from './birmingham.ts';
import { figuresOfYear, firstMonth, lettersOfYear, owners, peopleOfYear, reasons } from './year-data.ts';

const ratings: Readonly<Record<string, ActionRating>> = { R: 'red', A: 'amber', G: 'green' };

/**
 * Plays the year from December 2025 up to and with `last`: each month opened, answered as the letters say, and closed. The clock stands at
 * 10:00 on the day after the last close. With `figures`, the published figures for Birmingham are there from the first day.
 */
export async function playedYear(
  store: Store,
  last: Month = '2026-11',
  options: { readonly figures?: boolean; readonly first?: Month } = {},
): Promise<Stage> {
  const first = options.first ?? firstMonth;
  const stage = await birminghamStage(store, `${first}-01T06:00:00Z`, peopleOfYear);
  if (options.figures) await addPublishedFigures(stage);
  for (let month = first; month <= last; month = addMonths(month, 1)) {
    await openMonth(stage, month);
    await answerMonth(stage, month, Object.keys(lettersOfYear));
    if (options.figures) await giveFigures(stage, month);
    await closeMonth(stage, month);
  }
  return stage;
}

export async function openMonth(stage: Stage, month: Month): Promise<void> {
  stage.clock.set(cycleCalendar(month, defaultCycleSettings).promptAt);
  const opened = await openCycle(stage.deps, stage.partnershipId, month, null);
  if (!opened.ok) throw new Error(opened.error.words);
}

/** Closes it at its hour; the clock then stands at 10:00 of the next day. */
export async function closeMonth(stage: Stage, month: Month): Promise<void> {
  const { closesAt, days } = cycleCalendar(month, defaultCycleSettings);
  stage.clock.set(closesAt);
  const closed = await closeCycle(stage.deps, stage.partnershipId, month, null);
  if (!closed.ok) throw new Error(closed.error.words);
  stage.clock.set(londonInstant(days.moderationFrom, '10:00'));
}

/** Answers these actions of a month as their letters say, each by its owner. */
export async function answerMonth(stage: Stage, month: Month, codes: readonly string[]): Promise<void> {
  const at = monthsBetween(firstMonth, month);
  for (const [name, , , owned] of owners) {
    const answers = owned
      .filter((code) => codes.includes(code))
      .flatMap((code, index) => {
        const rating = ratings[lettersOfYear[code]?.[at] ?? '-'];
        return rating ? [{ code, content: contentFor(rating, code, month, at + index) }] : [];
      });
    if (answers.length === 0) continue;
    const recorded = await recordUpdate(stage.deps, await stage.actor(name.toLowerCase().replace(' ', '.')), {
      month,
      actions: answers.map(({ code, content }) => ({ code, kind: 'update', content, basedOn: null })),
      values: [],
      reason: null,
      eventKey: `answer:${month}:${name}`,
      strictness: 'complete',
    });
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
  }
}

/** Gives the three monthly figures of a month, each by who owns it. */
export async function giveFigures(stage: Stage, month: Month): Promise<void> {
  const at = monthsBetween(firstMonth, month);
  const period = { kind: 'month' as const, key: addMonths(month, -1) };
  for (const [code, owner] of [
    ['I05', 'asha.verma'],
    ['I15', 'mina.patel'],
    ['I28', 'asha.verma'],
  ] as const) {
    const figure = figuresOfYear[code][at] ?? 0;
    const isCount = code === 'I28';
    const recorded = await recordUpdate(stage.deps, await stage.actor(owner), {
      month,
      actions: [],
      values: [
        {
          code,
          period,
          content: {
            state: 'value',
            value: isCount ? figure : null,
            numerator: isCount ? null : figure,
            denominator: isCount ? null : 200,
            provisional: false,
            embargoUntil: null,
          },
          confirmed: true,
        },
      ],
      reason: null,
      eventKey: `figure:${month}:${code}`,
      strictness: 'complete',
    });
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
  }
}

function contentFor(rating: ActionRating, code: string, month: Month, seed: number): UpdateContent {
  const [done = '', next = '', path = '', ask = ''] = reasons[seed % reasons.length] ?? [];
  const offTrack = rating === 'red' || rating === 'amber';
  return {
    rating,
    done: offTrack ? done : `The work of ${month} on ${code} went as planned in all localities.`,
    next: offTrack ? next : 'Goes on as planned.',
    pathToGreen: offTrack ? { what: path, who: 'Priya Nair', by: `${addMonths(month, 3)}-28` } : null,
    ask:
      rating === 'red'
        ? { verb: seed % 2 === 0 ? 'decide' : 'agree', what: ask, by: `${addMonths(month, 1)}-20` }
        : null,
    evidence: [],
    startsOn: null,
  };
}

async function addPublishedFigures({ deps, partnershipId, plan }: Stage): Promise<void> {
  const read = readFiguresFile(
    readFileSync('plans/reference-figures.csv', 'utf8'),
    plan,
    'reference-figures.csv',
  );
  if (!read.ok) throw new Error(JSON.stringify(read.error.slice(0, 3)));
  await importFigures(deps, partnershipId, read.value, null);
}
