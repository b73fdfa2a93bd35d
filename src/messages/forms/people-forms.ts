import type { LocalDate } from '../../kit/local-date.ts';
import { choice, choiceField, dateField, fieldGroup, textField } from './fields.ts';
import type { Choice, Form, FormField } from './form.ts';

/** Somebody who may be chosen. */
export interface PersonChoice {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
}

/** What may be given to somebody: an action, a theme, and the measure that was named. */
export interface ScopeChoice {
  readonly code: string;
  readonly title: string;
}

/** More people than this are asked for by name: a card of Teams holds 28 KB, and nobody looks through a longer list. */
const mostListed = 80;

const roleOptions: readonly Choice[] = [
  choice('owner', 'Owner', 'Is asked each month. The owner before ends the day before.'),
  choice('deputy', 'Deputy', 'Is asked when the owner has not answered, or is away.'),
  choice('cover', 'Cover', 'Is asked while the owner is away.'),
  choice('theme_lead', 'Theme lead', 'Leads a theme: told who is late, and moderates.'),
];

/** Gives an action, a measure or a theme to somebody; the same as `assign IC5 to Priya Nair`. */
export function assignForm(view: {
  readonly typed: string;
  readonly scopes: readonly ScopeChoice[];
  readonly scope: string;
  readonly people: readonly PersonChoice[];
  readonly from: LocalDate;
}): Form {
  return {
    kind: 'assign',
    title: 'Assign or hand over',
    intro: 'The person is told and asked to accept. An open month asks the new owner at once.',
    submitLabel: 'Assign',
    carries: { typed: view.typed },
    groups: [
      fieldGroup('What, who and as what', [
        choiceField(
          'what',
          'Action or theme',
          view.scopes.map(({ code, title }) => choice(code, title)),
          {
            value: view.scope,
            hint: 'For one measure alone, type: assign I28 to …',
          },
        ),
        personField(view.people),
        choiceField('role', 'As', roleOptions, { value: 'owner' }),
        dateField('from', 'First day', { value: view.from }),
      ]),
    ],
  };
}

/** Adds somebody to the partnership, with a first role if wanted; the same as one line of a people file. */
export function personForm(view: {
  readonly typed: string;
  readonly organisations: readonly { readonly code: string; readonly name: string }[];
  readonly scopes: readonly ScopeChoice[];
}): Form {
  return {
    kind: 'person',
    title: 'Add a person',
    intro:
      'People are known by their e-mail address. Somebody who is known already is changed, not added twice.',
    submitLabel: 'Add',
    carries: { typed: view.typed },
    groups: [
      fieldGroup('Who', [
        textField('name', 'Full name', 120),
        textField('email', 'E-mail address', 200, {
          hint: 'Of their organisation, for example p.nair@trust.example.',
        }),
        choiceField(
          'organisation',
          'Organisation',
          view.organisations.map(({ code, name }) => choice(code, name)),
        ),
        textField('jobTitle', 'Job title', 120, { optional: true }),
      ]),
      fieldGroup('Role', [
        choiceField('role', 'As', [choice('', 'No role yet'), ...roleOptions, ...wholeRoles], { value: '' }),
        choiceField(
          'what',
          'Of',
          [choice('', 'The whole partnership'), ...view.scopes.map(({ code, title }) => choice(code, title))],
          {
            optional: true,
            value: '',
            hint: 'For an owner, a deputy, a cover or a theme lead.',
          },
        ),
      ]),
    ],
  };
}

const wholeRoles: readonly Choice[] = [
  choice('board_member', 'Board member'),
  choice('chair', 'Chair'),
  choice('vice_chair', 'Vice-chair'),
  choice('secretariat', 'Secretariat'),
  choice('observer', 'Observer', 'Reads, and nothing else.'),
  choice('administrator', 'Administrator', 'Only an administrator makes an administrator.'),
];

function personField(people: readonly PersonChoice[]): FormField {
  if (people.length > mostListed)
    return textField('person', 'Person', 200, { hint: 'Full name or e-mail address.' });
  return choiceField(
    'person',
    'Person',
    people.map(({ id, name, organisation }) => choice(id, name, organisation)),
    { hint: 'Somebody who is not on the list is added first: type "person".' },
  );
}
