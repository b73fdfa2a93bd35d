import { z } from 'zod';
import { slackLimits as limits } from './limits.ts';

/** Text that Slack shows as it is; `mrkdwn` is not among what bcp sends. */
export function plainText(most: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.literal(false),
  });
}

export const id = z.string().min(1).max(limits.id);

const run = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  style: z.strictObject({ bold: z.literal(true) }).optional(),
});
const mention = z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[UW][A-Z0-9]+$/) });
const richSection = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(z.union([run, mention])).min(1),
});
const richQuote = z.strictObject({
  type: z.literal('rich_text_quote'),
  elements: z.array(z.union([run, mention])).min(1),
});
const richList = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.literal('bullet'),
  elements: z.array(richSection).min(1),
});

const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plainText(limits.buttonText),
  value: z.string().min(1).max(limits.buttonValue),
  style: z.enum(['primary', 'danger']).optional(),
});

const option = z.strictObject({
  text: plainText(limits.optionText),
  value: z.string().min(1).max(limits.optionValue),
  description: plainText(limits.optionDescription).optional(),
});
const options = z.array(option).min(1).max(limits.options);

const inputElement = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('plain_text_input'),
      action_id: id,
      multiline: z.boolean(),
      max_length: z.int().min(1).max(limits.textInput),
      initial_value: z.string().min(1).max(limits.textInput).optional(),
      placeholder: plainText(limits.placeholder).optional(),
    })
    .refine(({ initial_value, max_length }) => (initial_value ?? '').length <= max_length, {
      message: 'initial_value is longer than max_length',
    }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    action_id: id,
    options: z.array(option).min(1).max(limits.radioOptions),
    initial_option: option.optional(),
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    action_id: id,
    options: z.array(option).min(1).max(limits.radioOptions),
    initial_options: z.array(option).min(1).optional(),
  }),
  z
    .strictObject({
      type: z.literal('static_select'),
      action_id: id,
      options: options.optional(),
      option_groups: z
        .array(z.strictObject({ label: plainText(limits.optionText), options }))
        .min(1)
        .max(limits.optionGroups)
        .optional(),
      initial_option: option.optional(),
    })
    .refine(({ options: own, option_groups }) => (own === undefined) !== (option_groups === undefined), {
      message: 'exactly one of options and option_groups',
    }),
  z.strictObject({
    type: z.literal('datepicker'),
    action_id: id,
    initial_date: z.iso.date().optional(),
  }),
]);

const header = z.strictObject({ type: z.literal('header'), text: plainText(limits.header) });
const divider = z.strictObject({ type: z.literal('divider') });
const richText = z.strictObject({
  type: z.literal('rich_text'),
  elements: z.array(z.union([richSection, richQuote, richList])).min(1),
});
const context = z.strictObject({
  type: z.literal('context'),
  elements: z.array(plainText(limits.contextText)).min(1).max(limits.contextElements),
});
const section = z.strictObject({
  type: z.literal('section'),
  text: plainText(3_000),
  accessory: button.optional(),
});
const actions = z.strictObject({
  type: z.literal('actions'),
  elements: z.array(button).min(1).max(limits.actionElements),
});
const image = z.strictObject({
  type: z.literal('image'),
  slack_file: z.strictObject({ id: z.string().min(1) }),
  alt_text: z.string().min(1).max(limits.imageAlt),
  title: plainText(limits.imageTitle).optional(),
});
const input = z.strictObject({
  type: z.literal('input'),
  block_id: id,
  label: plainText(limits.inputLabel),
  hint: plainText(limits.inputHint).optional(),
  optional: z.boolean(),
  dispatch_action: z.literal(true).optional(),
  element: inputElement,
});
const cell = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const table = z
  .strictObject({
    type: z.literal('table'),
    rows: z.array(z.array(cell).min(1).max(limits.tableColumns)).min(1).max(limits.tableRows),
    column_settings: z.array(z.strictObject({ is_wrapped: z.literal(true) })).max(limits.tableColumns),
  })
  .refine(
    ({ rows }) => rows.flat().reduce((sum, { text }) => sum + text.length, 0) <= limits.tableCharacters,
    {
      message: 'more characters than a table takes',
    },
  );

export const messageBlock = z.discriminatedUnion('type', [
  header,
  divider,
  richText,
  context,
  section,
  actions,
  image,
  table,
]);
export const modalBlock = z.discriminatedUnion('type', [
  header,
  divider,
  richText,
  context,
  section,
  actions,
  image,
  input,
]);
export const homeBlock = z.discriminatedUnion('type', [
  header,
  divider,
  richText,
  context,
  section,
  actions,
  image,
]);
