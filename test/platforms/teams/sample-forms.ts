import type { Form } from '../../../src/messages/forms/form.ts';
import { laterForm, noChangeForm, notMeForm } from '../../../src/messages/forms/small-forms.ts';
import type { ActionFormView } from '../../../src/messages/forms/action-fields.ts';
import { updateForm } from '../../../src/messages/forms/update-form.ts';

const definitions = [
  { rating: 'green', text: 'On track; no help needed.' },
  { rating: 'amber', text: 'Off track or at risk; the owner has a dated recovery.' },
  { rating: 'red', text: 'Off track and needs a decision, or has no credible recovery.' },
] as const;

export function actionView(code: string, more: Partial<ActionFormView> = {}): ActionFormView {
  return {
    code,
    title: 'Inclusive cultures',
    previous: 'amber',
    reminders: [
      'Last month: two recruited.',
      "Last month's path to green: recruit (Priya Nair, by 30 November).",
    ],
    content: {
      rating: 'amber',
      done: 'Two "educational" psychologists\nrecruited {{DATE()}}.',
      next: 'Panels restart.',
      pathToGreen: { what: 'Recruit two more', who: 'Priya Nair', by: '2026-12-01' },
      ask: { verb: 'agree', what: 'Agency spend', by: '2026-12-09' },
      evidence: ['https://example.org/report'],
      startsOn: null,
    },
    fromLastMonth: false,
    version: 1,
    ...more,
  };
}

export function updateWith(codes: readonly string[], isCorrection = false): Form {
  return updateForm({
    month: '2026-11',
    monthWords: 'November 2026',
    isCorrection,
    definitions,
    actions: codes.map((code) => actionView(code)),
    measures: [
      {
        code: 'I28',
        label: 'Suspensions',
        unit: 'percent',
        period: { kind: 'month', key: '2026-10' },
        asksFraction: true,
        reminders: ['Last figure: 61.2%.'],
        content: {
          state: 'value',
          value: 61.2,
          numerator: null,
          denominator: null,
          provisional: true,
          embargoUntil: null,
        },
      },
    ],
  });
}

/** The update form where no path to green stands: Slack asks for one only when a rating calls for it, Teams shows it always. */
export const withoutPath: Form = updateForm({
  month: '2026-11',
  monthWords: 'November 2026',
  isCorrection: false,
  definitions,
  actions: [
    actionView('IC4', { previous: 'green', content: null }),
    actionView('IC5', { previous: 'amber', content: null }),
  ],
  measures: [],
});

export function people(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    id: `person-${index}`,
    name: `Person ${index}`,
    organisation: 'Birmingham City Council',
  }));
}

/** One of each form that a person can be given. */
export const everyForm: readonly (readonly [string, Form])[] = [
  ['the update form', updateWith(['IC4', 'IC5'])],
  ['the correction form', updateWith(['IC4'], true)],
  [
    'the form of "no change"',
    noChangeForm({
      month: '2026-11',
      items: [{ code: 'IC5', title: 'Exclusions', previous: 'red', version: 0, promised: 'recruit two' }],
    }),
  ],
  ['the form of "later"', laterForm({ month: '2026-11', days: ['2026-11-05', '2026-11-06'] })],
  [
    'the form of "not me"',
    notMeForm({
      month: '2026-11',
      items: [{ code: 'IC5', title: 'Exclusions' }],
      people: people(40),
      untilDefault: '2026-11-13',
    }),
  ],
];
