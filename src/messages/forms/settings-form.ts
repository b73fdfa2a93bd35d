import { choice, choiceField, fieldGroup, linesField, textField } from './fields.ts';
import type { Form, FormField } from './form.ts';

/** One setting of the rhythm as it stands, in words that can be typed back. */
export interface SettingLine {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly isLong: boolean;
}

/** The rhythm of the months and the marking; the same as `cycle set NAME VALUE`. */
export function cycleSettingsForm(view: {
  readonly typed: string;
  readonly lines: readonly SettingLine[];
  readonly markings: readonly string[];
  readonly marking: string;
}): Form {
  const field = ({ name, label, hint, value, isLong }: SettingLine): FormField =>
    isLong
      ? linesField(name, label, 1500, { value, hint, optional: true })
      : textField(name, label, 20, { value, hint });
  return {
    kind: 'cycle_settings',
    title: 'The rhythm',
    intro:
      'Days are working days of the month, counted from 1; times are London time. A month that is open keeps the rhythm it was opened with.',
    submitLabel: 'Save',
    carries: { typed: view.typed },
    groups: [
      fieldGroup('The month', view.lines.map(field)),
      fieldGroup('The papers', [
        choiceField(
          'marking',
          'Marking',
          view.markings.map((marking) => choice(marking, marking)),
          {
            value: view.marking,
            hint: 'Stands at the top and the bottom of every page. SENSITIVE papers are posted to channels as counts only.',
          },
        ),
      ]),
    ],
  };
}
