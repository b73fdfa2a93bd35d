import { dayWithWeekday, type LocalDate } from '../../kit/local-date.ts';
import { ratingLooks, type ShownRating } from '../../plan/rating.ts';
import { textLimits } from '../../plan/update.ts';
import type { Choice, Form, FormGroup } from './form.ts';
import { pathFields } from './path-fields.ts';

/** "No change" with a line where one is needed: red, and amber twice running. */
export function noChangeForm(view: {
  readonly month: string;
  readonly items: readonly {
    readonly code: string;
    readonly title: string;
    readonly previous: ShownRating;
    readonly version: number;
    readonly promised: string | null;
  }[];
}): Form {
  return {
    kind: 'no_change',
    title: 'No change',
    intro: 'Nothing has changed since last month. For these the board needs a line all the same.',
    submitLabel: 'Save',
    carries: {
      month: view.month,
      ...Object.fromEntries(view.items.map(({ code, version }) => [`${code}.version`, String(version)])),
    },
    groups: view.items.map(({ code, title, previous, promised }): FormGroup => ({
      code,
      title: `${code} ${title}`,
      previous,
      reminders: promised === null ? [] : [`Last month's path to green: ${promised}. What came of it?`],
      fields: [
        {
          kind: 'long_text',
          name: `${code}.done`,
          label: `Still ${ratingLooks[previous].word.toLowerCase()}: a line on where it stands`,
          hint: '',
          required: true,
          maxLength: textLimits.done,
          value: '',
        },
        ...pathFields(code, null, true),
      ],
    })),
  };
}

/** "Later": on which day bcp may come back. */
export function laterForm(view: { readonly month: string; readonly days: readonly LocalDate[] }): Form {
  const options: readonly Choice[] = view.days.map((day) => ({
    value: day,
    label: dayWithWeekday(day),
    description: '',
  }));
  return {
    kind: 'later',
    title: 'Later',
    intro: 'No reminder comes before the day you choose.',
    submitLabel: 'Remind me then',
    carries: { month: view.month },
    groups: [
      {
        code: '',
        title: 'When suits you?',
        reminders: [],
        previous: null,
        fields: [
          {
            kind: 'choice',
            name: 'until',
            label: 'Day',
            hint: '',
            required: true,
            options,
            value: view.days[0] ?? '',
          },
        ],
      },
    ],
  };
}

/** "Not me": somebody else this month only, or from now on. */
export function notMeForm(view: {
  readonly month: string;
  readonly items: readonly { readonly code: string; readonly title: string }[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly organisation: string }[];
  readonly untilDefault: LocalDate;
}): Form {
  const people: readonly Choice[] = view.people.map(({ id, name, organisation }) => ({
    value: id,
    label: name,
    description: organisation,
  }));
  return {
    kind: 'not_me',
    title: 'Not me',
    intro: `This is about ${view.items.map(({ code, title }) => `${code} ${title}`).join('; ')}.`,
    submitLabel: 'Pass on',
    carries: { month: view.month, codes: view.items.map(({ code }) => code).join(' ') },
    groups: [
      {
        code: '',
        title: 'Who answers instead?',
        reminders: ['Somebody who is not on the list must be added by the secretariat first.'],
        previous: null,
        fields: [
          {
            kind: 'choice',
            name: 'person',
            label: 'Person',
            hint: '',
            required: true,
            options: people,
            value: '',
          },
          {
            kind: 'choice',
            name: 'how',
            label: 'For how long?',
            hint: '',
            required: true,
            options: howLong,
            value: 'away',
          },
          {
            kind: 'date',
            name: 'until',
            label: 'My last day away',
            hint: 'Only while you are away.',
            required: false,
            value: view.untilDefault,
          },
        ],
      },
    ],
  };
}

const howLong: readonly Choice[] = [
  {
    value: 'away',
    label: 'While I am away',
    description: 'The prompt goes to them until your last day away.',
  },
  {
    value: 'for_good',
    label: 'For good',
    description: 'They become the owner and are asked to accept.',
  },
];
