/**
 * How long each text of a plan file may be, in characters. The short ones come from where they are shown: an option
 * of a Slack menu and its description hold 75 each (docs.slack.dev/reference/block-kit/composition-objects/option-object),
 * and an action is offered there as its code and short title.
 */
export const fileLimits = {
  code: 12,
  longCode: 40,
  name: 60,
  shortTitle: 60,
  ratingDefinition: 75,
  label: 150,
  title: 150,
  source: 300,
  statement: 400,
  text: 600,
  quote: 600,
  note: 1000,
} as const;
