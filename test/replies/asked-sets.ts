import type { AskedAction, AskedItem, AskedMeasure, KnownPerson } from '../../src/replies/reply-context.ts';

const send: AskedAction = {
  kind: 'action',
  code: 'IC4',
  label: 'SEND: early identification and response',
  previousRating: 'amber',
};
const joy: AskedAction = {
  kind: 'action',
  code: 'IC1',
  label: 'Joyful things to do',
  previousRating: 'green',
};
const voice: AskedAction = {
  kind: 'action',
  code: 'IC3',
  label: 'Youth voice and influence',
  previousRating: 'amber',
};
const abuse: AskedAction = {
  kind: 'action',
  code: 'SA3',
  label: 'Domestic abuse and substance misuse',
  previousRating: 'red',
};
const vaccinations: AskedAction = {
  kind: 'action',
  code: 'SA6',
  label: 'Vaccinations and immunisations',
  previousRating: null,
};
const support: AskedAction = {
  kind: 'action',
  code: 'SA2',
  label: 'Support, safeguarding and protection',
  previousRating: 'amber',
};
const lifeCourse: AskedAction = {
  kind: 'action',
  code: 'JO3',
  label: 'Life-course help and support',
  previousRating: 'green',
};
const digital: AskedAction = { kind: 'action', code: 'JO4', label: 'Digital offer', previousRating: 'green' };

const plans: AskedMeasure = {
  kind: 'measure',
  code: 'I05',
  label: '% of new EHC plans issued within 20 weeks (excluding exceptions)',
  unit: 'percent',
  polarity: 'higher',
  previousValue: 58,
};
const rooms: AskedMeasure = {
  kind: 'measure',
  code: 'I25',
  label: 'Families with children in B&B for more than 6 weeks',
  unit: 'count',
  polarity: 'lower',
  previousValue: 45,
};
const waiting: AskedMeasure = {
  kind: 'measure',
  code: 'I28',
  label: 'Children with an EHCP awaiting specialist placement > 12 weeks',
  unit: 'count',
  polarity: 'lower',
  previousValue: 9,
};
const claimants: AskedMeasure = {
  kind: 'measure',
  code: 'I32a',
  label: 'Claimant count aged 18-24 (number)',
  unit: 'count',
  polarity: 'lower',
  previousValue: 11_870,
};
const claimantRate: AskedMeasure = {
  kind: 'measure',
  code: 'I32b',
  label: 'Claimant rate aged 18-24',
  unit: 'percent',
  polarity: 'lower',
  previousValue: 9.1,
};
const progress: AskedMeasure = {
  kind: 'measure',
  code: 'I07e',
  label: 'Progress 8: all pupils',
  unit: 'score',
  polarity: 'higher',
  previousValue: -0.11,
};
const attainment: AskedMeasure = {
  kind: 'measure',
  code: 'I07a',
  label: 'Attainment 8: all pupils',
  unit: 'points',
  polarity: 'higher',
  previousValue: 45.1,
};
const asthma: AskedMeasure = {
  kind: 'measure',
  code: 'I37',
  label: 'Hospital admissions for asthma, under 19, per 100,000',
  unit: 'per_100000',
  polarity: 'lower',
  previousValue: 214.3,
};
const adoption: AskedMeasure = {
  kind: 'measure',
  code: 'I20',
  label: 'Average days, entering care to moving in with adoptive family (adoption scorecard A10)',
  unit: 'days',
  polarity: 'lower',
  previousValue: 431,
};
const primary: AskedMeasure = {
  kind: 'measure',
  code: 'I08a',
  label: 'Overall absence rate: primary',
  unit: 'percent',
  polarity: 'lower',
  previousValue: 5.6,
};
const secondary: AskedMeasure = {
  kind: 'measure',
  code: 'I08b',
  label: 'Overall absence rate: secondary',
  unit: 'percent',
  polarity: 'lower',
  previousValue: 8.9,
};

function neet(letter: string, label: string, previousValue: number): AskedMeasure {
  return { kind: 'measure', code: `I31${letter}`, label, unit: 'percent', polarity: 'lower', previousValue };
}

const trio = [
  neet('a', '% of 16-17 year-olds NEET', 4.1),
  neet('b', '% of 16-17 year-olds whose activity is not known', 2.2),
  neet('c', '% of 16-17 year-olds NEET or not known', 6.3),
] as const;

/** What the writers of the corpus were asked, on 3 November 2026. */
export const askedSets = {
  one: [send],
  first: [vaccinations],
  three: [joy, voice, abuse],
  support: [support, lifeCourse, digital],
  measure: [plans],
  count: [rooms],
  small: [waiting],
  score: [progress],
  points: [attainment],
  rate: [asthma],
  days: [adoption],
  neet: trio,
  absence: [primary, secondary],
  claimants: [claimants, claimantRate],
  both: [send, plans],
  mixed: [send, plans, rooms],
  everything: [joy, voice, abuse, plans, rooms],
} satisfies Record<string, readonly AskedItem[]>;

export type AskedSet = keyof typeof askedSets;

export const people: readonly KnownPerson[] = [
  { name: 'Amber Jones', organisation: "Birmingham Children's Trust" },
  { name: 'Priya Shah', organisation: 'Public Health' },
  { name: 'Sarah Green', organisation: 'West Midlands Police' },
  { name: 'Tom Price', organisation: 'Birmingham City Council' },
  { name: 'Tom Okafor', organisation: 'BVSC' },
];
