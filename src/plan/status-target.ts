import { plainPhrase, plainWords } from './plain-words.ts';
import type { Plan } from './plan.ts';

/** What a status can be about. */
export const targetKinds = [
  'everything',
  'outcome',
  'theme',
  'action',
  'indicator',
  'measure',
  'person',
  'organisation',
] as const;
export type TargetKind = (typeof targetKinds)[number];

/** What a status is about. */
export interface StatusTarget {
  readonly kind: TargetKind;
  /** The plan's code, the organisation's code or the person's id; empty for everything. */
  readonly code: string;
  /** What it is called where it is shown: `Outcome SAFE`, `SA2 Support, safeguarding and protection`. */
  readonly label: string;
  /** What reads back as exactly this: its word or code; for people and organisations the kind and id, as names may be shared. */
  readonly typed: string;
}

/** A target with everything it goes by. */
export interface NamedTarget {
  readonly target: StatusTarget;
  /** Its own names, as plain phrases. */
  readonly names: readonly string[];
  /** Names that people use for it. */
  readonly aliases: readonly string[];
  /** The code or id it is told by, as it is compared; never by its beginning or nearly. Null = by name only. */
  readonly key: string | null;
  /** The words it is described with. */
  readonly text: readonly string[];
}

/** Nothing was named. */
export const everything: StatusTarget = { kind: 'everything', code: '', label: 'The whole plan', typed: '' };

/** Somebody or some organisation that may be asked about by name. */
export interface StatusPerson {
  readonly id: string;
  readonly name: string;
}
export interface StatusOrganisation {
  readonly code: string;
  readonly name: string;
}

/** Everything a status may be about, by name. */
export function namedTargets(
  plan: Plan,
  people: readonly StatusPerson[],
  organisations: readonly StatusOrganisation[],
): readonly NamedTarget[] {
  return [
    ...targetsOf(plan),
    ...people.map(({ id, name }) => ({
      ...named('person', id, name, `person ${id}`, [name]),
      key: codeKey(id),
    })),
    ...organisations.map(({ code, name }) =>
      named('organisation', code, name, `organisation ${code}`, [name, code]),
    ),
  ];
}

/** A plan never changes once it is read, and is asked about again and again. */
const known = new WeakMap<Plan, readonly NamedTarget[]>();

function targetsOf(plan: Plan): readonly NamedTarget[] {
  const targets = known.get(plan) ?? [
    ...plan.outcomes.map(({ code, label }) =>
      named('outcome', code, `Outcome ${label}`, label, [label, code]),
    ),
    ...plan.themes.map(({ code, label, indicatorHeading, aliases }) => ({
      ...named('theme', code, `Theme ${label}`, label, [label, indicatorHeading, code]),
      aliases: aliases.map(plainPhrase),
    })),
    ...plan.actions.map((action) => coded('action', action.code, action.shortTitle, action.text)),
    ...plan.indicators.map((indicator) => coded('indicator', indicator.code, indicator.text, '')),
    ...plan.indicators
      .flatMap((indicator) => indicator.measures.filter((measure) => measure.code !== indicator.code))
      .map((measure) => coded('measure', measure.code, measure.label, '')),
  ];
  known.set(plan, targets);
  return targets;
}

function named(
  kind: TargetKind,
  code: string,
  label: string,
  typed: string,
  names: readonly string[],
): NamedTarget {
  const phrases = [...new Set(names.map(plainPhrase))].filter((name) => name !== '');
  return { target: { kind, code, label, typed }, names: phrases, aliases: [], key: null, text: [] };
}

function coded(kind: TargetKind, code: string, title: string, text: string): NamedTarget {
  const words = plainWords(`${title} ${text}`);
  return {
    target: { kind, code, label: `${code} ${title}`, typed: code },
    names: [],
    aliases: [],
    key: codeKey(code),
    text: words,
  };
}

/** A code as it is compared: `SA 2`, `sa-02` and `SA2` are one. */
export function codeKey(text: string): string {
  return plainWords(text)
    .join('')
    .replace(/-/g, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
}
