import type { Choice, FormField } from '../../../messages/forms/form.ts';
import { isLocalDate } from '../../../kit/local-date.ts';
import type { Block, InputElement, RichRun, SlackOption } from '../render/blocks.ts';
import { slackLimits } from '../render/limits.ts';
import { richBlocks } from '../render/rich-text.ts';
import { bold, plain, run } from '../render/words.ts';

/** Each field has one element; its block's id is the field's name, so that problems find their field. */
export const fieldAction = 'answer';

/** The blocks of one field. `legend` is what does not fit beside the choices, to be shown once above them. */
export interface FieldBlocks {
  readonly legend: readonly Block[];
  readonly input: readonly Block[];
}

/** `decides`: other fields come and go with what is chosen in this one, so bcp is told at once. */
export function fieldBlocks(field: FormField, decides: boolean): FieldBlocks {
  const label = plain(field.label);
  const hint = field.hint === '' ? {} : { hint: plain(field.hint) };
  const { legend, element, before } = elementOf(field);
  return {
    legend,
    input: [
      ...before,
      {
        type: 'input',
        block_id: field.name,
        label,
        ...hint,
        optional: !field.required,
        ...(decides ? { dispatch_action: true } : {}),
        element,
      },
    ],
  };
}

interface FieldElement {
  readonly legend: readonly Block[];
  readonly before: readonly Block[];
  readonly element: InputElement;
}

function elementOf(field: FormField): FieldElement {
  switch (field.kind) {
    case 'choice':
      return choiceElement(field.options, field.value);
    case 'short_text':
    case 'long_text':
      return textElement(field.value, field.maxLength, field.kind === 'long_text', '');
    case 'number':
      return textElement(field.value, 60, false, field.unitWords);
    case 'date':
      return alone({
        type: 'datepicker',
        action_id: fieldAction,
        ...(isLocalDate(field.value) ? { initial_date: field.value } : {}),
      });
    case 'check': {
      const yes: SlackOption = { text: plain('Yes'), value: '=true' };
      return alone({
        type: 'checkboxes',
        action_id: fieldAction,
        options: [yes],
        ...(field.value ? { initial_options: [yes] } : {}),
      });
    }
  }
}

function alone(element: InputElement): FieldElement {
  return { legend: [], before: [], element };
}

/** A text that is longer than a field of Slack holds stands above it, whole, and the field begins empty. */
function textElement(value: string, maxLength: number, multiline: boolean, unitWords: string): FieldElement {
  const fits = value.length <= slackLimits.textInput;
  const max = Math.min(slackLimits.textInput, Math.max(maxLength, fits ? value.length : 0));
  return {
    legend: [],
    before: fits ? [] : richBlocks([[...bold('As it stands: '), ...run(value)]]),
    element: {
      type: 'plain_text_input',
      action_id: fieldAction,
      multiline,
      max_length: max,
      ...(fits && value !== '' ? { initial_value: value } : {}),
      ...(unitWords === '' || unitWords.length > slackLimits.placeholder
        ? {}
        : { placeholder: plain(unitWords) }),
    },
  };
}

function choiceElement(choices: readonly Choice[], value: string): FieldElement {
  const { options, legend } = optionsOf(choices);
  const chosen = options.find((option) => option.value === optionValue(value));
  const initial = chosen === undefined ? {} : { initial_option: chosen };
  if (options.length <= slackLimits.radioOptions)
    return {
      legend,
      before: [],
      element: { type: 'radio_buttons', action_id: fieldAction, options, ...initial },
    };
  return { legend, before: [], element: { ...selectOf(options), ...initial } };
}

/** A select of any number of options: over a hundred they are put in groups named by their first and last. */
export function selectOf(options: readonly SlackOption[]): Extract<InputElement, { type: 'static_select' }> {
  if (options.length <= slackLimits.options)
    return { type: 'static_select', action_id: fieldAction, options };
  const groups: SlackOption[][] = [];
  for (let start = 0; start < options.length; start += slackLimits.options)
    groups.push(options.slice(start, start + slackLimits.options));
  return {
    type: 'static_select',
    action_id: fieldAction,
    option_groups: groups.map((group, index) => ({
      label: plain(`${index * slackLimits.options + 1} to ${index * slackLimits.options + group.length}`),
      options: group,
    })),
  };
}

/** Options that Slack takes. What is too long for one is written out in the legend, under the name that the option bears. */
export function optionsOf(choices: readonly Choice[]): {
  readonly options: readonly SlackOption[];
  readonly legend: readonly Block[];
} {
  const lines: RichRun[][] = [];
  const options = choices.map(({ value, label, description }, index): SlackOption => {
    const short = label.length <= slackLimits.optionText ? label : `Choice ${index + 1}`;
    const fits = description.length <= slackLimits.optionDescription;
    if (short !== label || !fits)
      lines.push([
        ...bold(short),
        ...run(short === label ? '' : `: ${label}`),
        ...run(description === '' || fits ? '' : `: ${description}`),
      ]);
    return {
      text: plain(short),
      value: optionValue(value),
      ...(fits && description !== '' ? { description: plain(description) } : {}),
    };
  });
  return { options, legend: richBlocks(lines) };
}

/** Slack takes no empty value, and ours may be empty. */
function optionValue(value: string): string {
  return `=${value}`;
}
