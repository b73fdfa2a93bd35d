/**
 * What Slack takes, in characters, elements and bytes. Source: the Block Kit reference, https://docs.slack.dev/reference/block-kit ,
 * and the measured limit of a whole message (bolt-js #2509: refused at about 13,200 characters).
 */
export const slackLimits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** All blocks of one message as JSON in ASCII; kept well under the measured limit. */
  messageWeight: 12_000,
  /** `chat.update` refuses more than 4,000. */
  messageText: 3_000,
  header: 150,
  contextElements: 10,
  contextText: 2_000,
  /** Ours: one rich text block carries at most this much, so that pages can be filled evenly. */
  richTextWeight: 2_900,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  id: 255,
  optionText: 75,
  optionValue: 150,
  optionDescription: 75,
  options: 100,
  optionGroups: 100,
  radioOptions: 10,
  inputLabel: 2_000,
  inputHint: 2_000,
  placeholder: 150,
  textInput: 3_000,
  imageAlt: 2_000,
  imageTitle: 2_000,
  viewTitle: 24,
  privateMetadata: 3_000,
  viewBytes: 250_000,
  tableRows: 100,
  tableColumns: 20,
  tableCharacters: 10_000,
  /** How often a `response_url` may be used: https://docs.slack.dev/interactivity/handling-user-interaction */
  responseUrlUses: 5,
  uploadAlt: 1_000,
} as const;
