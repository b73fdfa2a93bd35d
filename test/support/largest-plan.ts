import { londonInstant } from '../../src/kit/london.ts';
import { cycleCalendar } from '../../src/plan/cycle-calendar.ts';
import { defaultCycleSettings } from '../../src/plan/cycle-settings.ts';
import type { Action, Indicator, Measure, Plan } from '../../src/plan/plan.ts';
import type { ActionRating } from '../../src/plan/rating.ts';
import type { UpdateContent } from '../../src/plan/update.ts';
import type { PersonToImport } from '../../src/use-cases/import-people.ts';
import { birminghamPlan, person, type Stage } from './birmingham.ts';

/** As many actions and measures as a partnership could plausibly have, with names as long as a plan file takes. */
export const largestCounts = { actions: 60, measures: 200 } as const;

const from = '2026-01-01';
const urdu = 'ہر بچے کے لیے محفوظ اور خوش گھر';
const bengali = 'প্রতিটি শিশুর জন্য নিরাপদ ঘর';
const emoji = '👩🏽‍🏫🚦🏳️‍🌈';
const long =
  'Schools, settings and services that include every child, keep them in learning and listen to what they and their families say about it';

export const actionCodes = Array.from({ length: largestCounts.actions }, (_, index) => `LA${index + 1}`);
export const measureCodes = Array.from({ length: largestCounts.measures }, (_, index) => `LM${index + 1}`);

/** Birmingham's plan with its actions and measures in the place of which stand the most there could be. */
export function largestPlan(): Plan {
  const plan = birminghamPlan();
  const themes = plan.themes.map(({ code }) => code);
  const ofTheme = (index: number) => themes[index % themes.length] ?? '';
  const actions = actionCodes.map((code, index): Action => ({
    ...plan.actions[0]!,
    code,
    themeCode: ofTheme(index),
    text: `${long}. ${urdu}. ${bengali}. ${emoji} ${index + 1}`,
    shortTitle: `${emoji} ${[urdu, bengali, long][index % 3]}`.slice(0, 55).trim(),
    serves: plan.outcomes.map((outcome) => outcome.code).slice(index % 3, (index % 3) + 2),
    measureCodes: measureCodes.filter((_, at) => at % largestCounts.actions === index),
    findingCodes: [],
  }));
  const monthly = plan.indicators.flatMap(({ measures }) => measures).find(({ code }) => code === 'I28')!;
  const indicators = Array.from({ length: 50 }, (_, index): Indicator => {
    const code = `LI${index + 1}`;
    return {
      ...plan.indicators[0]!,
      code,
      themeCode: ofTheme(index),
      text: `${long} ${index + 1}`,
      measures: measureCodes.slice(index * 4, index * 4 + 4).map((measure): Measure => ({
        ...monthly,
        code: measure,
        indicatorCode: code,
        themeCode: ofTheme(index),
        label: `${[long, urdu, bengali][index % 3]} ${emoji} ${measure}`,
        suppression: { hideUpTo: 0, hideZero: false, roundTo: null },
      })),
    };
  });
  const codes = new Set(actionCodes);
  return {
    ...plan,
    actions,
    indicators,
    crossCutting: plan.crossCutting.map((each) => ({ ...each, lensMeasures: measureCodes.slice(0, 5) })),
    voice: plan.voice.map((item, index) => ({ ...item, actionCodes: [actionCodes[index] ?? 'LA1'] })),
    annualPriorities: [],
    directions: plan.directions.map((direction) => ({
      ...direction,
      targets: direction.targets.map((target) => ({
        ...target,
        actionCodes: target.actionCodes.filter((code) => codes.has(code)),
      })),
    })),
  };
}

const owns = (code: string, kind: 'action' | 'measure') =>
  ({ kind: 'owner', scope: { kind, code }, startsOn: from, endsOn: null }) as const;
const holds = (kind: 'secretariat' | 'chair') =>
  ({ kind, scope: { kind: 'partnership' }, startsOn: from, endsOn: null }) as const;

export const largestNames = {
  everything: 'Oluwaseun Brightwater-Fazal رضوان',
  secretariat: 'শ্রাবন্তী চট্টোপাধ্যায় Featherstonehaugh',
  chair: 'Grace Bell',
} as const;

/**
 * One owner for the whole of it, the secretariat, a chair and eighty people who wait for an answer or lead nothing, with names in three scripts.
 * `accountsOf`: where somebody is reached.
 */
export function largestPeople(
  accountsOf: (userId: string) => PersonToImport['accounts'],
): readonly PersonToImport[] {
  const named = (name: string, userId: string, roles: PersonToImport['roles']): PersonToImport => ({
    ...person(name, 'bcc', roles),
    email: `${userId}@birmingham.example`,
    jobTitle: long.slice(0, 80),
    accounts: accountsOf(userId),
  });
  return [
    named(largestNames.everything, 'everything', [
      ...actionCodes.map((code) => owns(code, 'action')),
      ...measureCodes.map((code) => owns(code, 'measure')),
    ]),
    named(largestNames.secretariat, 'secretariat', [holds('secretariat')]),
    named(largestNames.chair, 'chair', [holds('chair')]),
    ...Array.from({ length: 80 }, (_, index) =>
      named(`${['Oluwaseun', 'رضوان', 'চন্দ্রিমা'][index % 3]} Brightwater-Fazal ${index}`, `person-${index}`, [
        {
          kind: 'deputy',
          scope: { kind: 'action', code: actionCodes[index % 60]! },
          startsOn: from,
          endsOn: null,
        },
      ]),
    ),
  ];
}

const ratings: readonly ActionRating[] = ['red', 'amber', 'green', 'on_hold', 'amber', 'red'];

/** What an owner says at length, in three scripts, within the limits of a form. */
export function largestContent(index: number): UpdateContent {
  const words = `${[long, urdu, bengali][index % 3]} ${emoji} `;
  return {
    rating: ratings[index % ratings.length]!,
    done: words.repeat(12).slice(0, 1400).trim(),
    next: words.repeat(6).slice(0, 700).trim(),
    pathToGreen: {
      what: words.repeat(4).slice(0, 560).trim(),
      who: largestNames.everything,
      by: '2026-12-18',
    },
    ask: { verb: 'decide', what: words.repeat(4).slice(0, 560).trim(), by: '2026-12-18' },
    evidence: ['https://example.org/a-report'],
    startsOn: null,
  };
}

/** A month as it would stand had everything been answered at length and closed. */
export async function largestMonth({ deps, store, partnershipId }: Stage, month: string): Promise<void> {
  const calendar = cycleCalendar(month, defaultCycleSettings);
  const records = store.in(partnershipId);
  const owner = await records.people.byEmail('everything@birmingham.example');
  await records.transact(async (inside) => {
    const revision = await inside.plans.inForce(calendar.days.prompt);
    await inside.cycles.open({
      id: deps.newId(),
      month,
      planRevisionId: revision?.id ?? '',
      settings: defaultCycleSettings,
      state: 'open',
      openedAt: calendar.promptAt,
      closedAt: null,
    });
    const at = londonInstant(calendar.days.prompt, '10:00');
    for (const [index, actionCode] of actionCodes.entries())
      await inside.updates.add({
        id: deps.newId(),
        month,
        actionCode,
        version: 1,
        kind: 'update',
        content: largestContent(index),
        byPersonId: owner?.id ?? null,
        onBehalfOfPersonId: null,
        platform: 'rehearsal',
        at,
        reason: null,
      });
    await inside.cycles.close(month, calendar.closesAt);
  });
}
