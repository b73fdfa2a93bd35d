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
  /** What it is typed as, and what reads back as it. */
  readonly typed: string;
}

/** A target with everything it goes by. */
export interface NamedTarget {
  readonly target: StatusTarget;
  /** Its own names, as plain phrases. */
  readonly names: readonly string[];
  /** Names that people use for it. */
  readonly aliases: readonly string[];
  /** Told by its code alone: actions, indicators and measures. */
  readonly hasCode: boolean;
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
    ...plan.outcomes.map((outcome) =>
      named('outcome', outcome.code, `Outcome ${outcome.label}`, outcome.label, [
        outcome.label,
        outcome.code,
      ]),
    ),
    ...plan.themes.map((theme) => ({
      ...named('theme', theme.code, `Theme ${theme.label}`, theme.label, [
        theme.label,
        theme.indicatorHeading,
        theme.code,
      ]),
      aliases: theme.aliases.map(plainPhrase),
    })),
    ...plan.actions.map((action) => coded('action', action.code, action.shortTitle, action.text)),
    ...plan.indicators.map((indicator) => coded('indicator', indicator.code, indicator.text, '')),
    ...plan.indicators
      .flatMap((indicator) => indicator.measures.filter((measure) => measure.code !== indicator.code))
      .map((measure) => coded('measure', measure.code, measure.label, '')),
    ...people.map((person) => named('person', person.id, person.name, person.name, [person.name])),
    ...organisations.map((each) =>
      named('organisation', each.code, each.name, each.name, [each.name, each.code]),
    ),
  ];
}

function named(
  kind: TargetKind,
  code: string,
  label: string,
  typed: string,
  names: readonly string[],
): NamedTarget {
  const phrases = [...new Set(names.map(plainPhrase))].filter((name) => name !== '');
  return { target: { kind, code, label, typed }, names: phrases, aliases: [], hasCode: false, text: [] };
}

function coded(kind: TargetKind, code: string, title: string, text: string): NamedTarget {
  const words = plainWords(`${title} ${text}`);
  return {
    target: { kind, code, label: `${code} ${title}`, typed: code },
    names: [],
    aliases: [],
    hasCode: true,
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
