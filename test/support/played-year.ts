import { readFileSync } from 'node:fs';
import { londonInstant } from '../../src/kit/london.ts';
import { readFiguresFile } from '../../src/imports/figures-file.ts';
import { cycleCalendar } from '../../src/plan/cycle-calendar.ts';
import { defaultCycleSettings } from '../../src/plan/cycle-settings.ts';
import { addMonths, monthsBetween, type Month } from '../../src/plan/month.ts';
import type { ActionRating } from '../../src/plan/rating.ts';
import type { ActionUpdate, UpdateContent } from '../../src/plan/update.ts';
import type { MeasureValue } from '../../src/plan/value.ts';
import { importFigures } from '../../src/use-cases/import-figures.ts';
import { openCycle } from '../../src/use-cases/open-cycle.ts';
import type { Store } from '../../src/use-cases/ports/store.ts';
import { recordUpdate } from '../../src/use-cases/record-update.ts';
import { birminghamStage, type Stage } from './birmingham.ts';
import { figuresOfYear, firstMonth, lettersOfYear, owners, peopleOfYear, reasons } from './year-data.ts';

const ratings: Readonly<Record<string, ActionRating>> = { R: 'red', A: 'amber', G: 'green' };

/**
 * The year from December 2025 up to and with `last` as it would stand if each month had been opened, answered as the letters say, and closed; written
 * down at once, because what is tested is what comes after. The clock stands at 10:00 on the day after the last close. With `figures`, the
 * published figures for Birmingham are there from the first day, and the monthly ones of `figuresOfYear`.
 */
export async function playedYear(
  store: Store,
  last: Month = '2026-11',
  options: { readonly figures?: boolean; readonly first?: Month } = {},
): Promise<Stage> {
  const first = options.first ?? firstMonth;
  const stage = await birminghamStage(store, `${first}-01T06:00:00Z`, peopleOfYear);
  if (options.figures) await addPublishedFigures(stage);
  for (let month = first; month <= last; month = addMonths(month, 1))
    await storeMonth(stage, month, options.figures ?? false);
  return stage;
}

async function storeMonth(stage: Stage, month: Month, withFigures: boolean): Promise<void> {
  const { deps, partnershipId, plan, clock } = stage;
  const calendar = cycleCalendar(month, defaultCycleSettings);
  const answers = new Map((await answersOf(stage, month)).map((update) => [update.actionCode, update]));
  await stage.store.in(partnershipId).transact(async (records) => {
    const revision = await records.plans.inForce(calendar.days.prompt);
    await records.cycles.open({
      id: deps.newId(),
      month,
      planRevisionId: revision?.id ?? '',
      settings: defaultCycleSettings,
      state: 'open',
      openedAt: calendar.promptAt,
      closedAt: null,
    });
    for (const { code } of plan.actions)
      await records.updates.add(answers.get(code) ?? noUpdate(stage, code, month));
    if (withFigures) await records.values.addAll(figuresGiven(stage, month));
    await records.cycles.close(month, calendar.closesAt);
    await records.audit.append({
      at: calendar.closesAt,
      personId: null,
      platform: 'cli',
      verb: 'cycle_closed',
      subject: `cycle:${month}`,
      detail: {},
    });
  });
  clock.set(londonInstant(calendar.days.moderationFrom, '10:00'));
}

async function answersOf(stage: Stage, month: Month): Promise<readonly ActionUpdate[]> {
  const people = await stage.store.in(stage.partnershipId).people.all();
  return owners.flatMap(([name, , , codes]) =>
    contentsOf(month, codes).map(({ code, content }) => ({
      ...noUpdate(stage, code, month),
      kind: 'update',
      content,
      byPersonId: people.find((person) => person.name === name)?.id ?? null,
      at: londonInstant(`${month}-06`, '10:00'),
    })),
  );
}

function noUpdate({ deps }: Stage, actionCode: string, month: Month): ActionUpdate {
  return {
    id: deps.newId(),
    month,
    actionCode,
    version: 1,
    kind: 'no_update',
    content: null,
    byPersonId: null,
    onBehalfOfPersonId: null,
    platform: 'rehearsal',
    at: cycleCalendar(month, defaultCycleSettings).closesAt,
    reason: null,
  };
}

/** The three monthly figures, each about the month before. */
function figuresGiven({ deps }: Stage, month: Month): readonly MeasureValue[] {
  const at = monthsBetween(firstMonth, month);
  return (['I05', 'I15', 'I28'] as const).map((measureCode) => {
    const figure = figuresOfYear[measureCode][at] ?? 0;
    const isCount = measureCode === 'I28';
    return {
      id: deps.newId(),
      measureCode,
      series: 'partnership',
      period: { kind: 'month', key: addMonths(month, -1) },
      version: 1,
      state: 'value',
      value: isCount ? figure : figure / 2,
      numerator: isCount ? null : figure,
      denominator: isCount ? null : 200,
      provisional: false,
      embargoUntil: null,
      source: '',
      byPersonId: null,
      platform: 'rehearsal',
      at: londonInstant(`${month}-06`, '10:00'),
      reason: null,
    };
  });
}

/** What an owner of these actions says in a month; nothing for a month without an answer. */
function contentsOf(
  month: Month,
  codes: readonly string[],
): readonly { readonly code: string; readonly content: UpdateContent }[] {
  const at = monthsBetween(firstMonth, month);
  return codes.flatMap((code, index) => {
    const rating = ratings[lettersOfYear[code]?.[at] ?? '-'];
    return rating ? [{ code, content: contentFor(rating, code, month, at + index) }] : [];
  });
}

export async function openMonth(stage: Stage, month: Month): Promise<void> {
  stage.clock.set(cycleCalendar(month, defaultCycleSettings).promptAt);
  const opened = await openCycle(stage.deps, stage.partnershipId, month, null);
  if (!opened.ok) throw new Error(opened.error.words);
}

/** Answers these actions of a month as their letters say, each by its owner. */
export async function answerMonth(stage: Stage, month: Month, codes: readonly string[]): Promise<void> {
  for (const [name, , , owned] of owners) {
    const answers = contentsOf(
      month,
      owned.filter((code) => codes.includes(code)),
    );
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
