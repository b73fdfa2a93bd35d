import { smallPlan, smallPlanWith } from './small-plan.ts';

/** A plan file with one mistake (or the few that belong together), and exactly what is said of it. */
export interface BrokenPlanFile {
  readonly mistake: string;
  readonly text: string;
  readonly said: readonly string[];
}

const unitsInWords =
  'percent, points, score, count, days, per_100_pupils, per_1000, per_1000_live_births, per_100000';

export const brokenPlanFiles: readonly BrokenPlanFile[] = [
  {
    mistake: 'an action of a theme that is misspelt',
    text: smallPlanWith('theme: early\n    text: Open', 'theme: erly\n    text: Open'),
    said: ['plan.yaml, line 11 (action A1, theme): There is no theme "erly". Did you mean "early"?'],
  },
  {
    mistake: 'an action of a theme that is not there',
    text: smallPlanWith('theme: early\n    text: Open', 'theme: transport\n    text: Open'),
    said: ['plan.yaml, line 11 (action A1, theme): There is no theme "transport". The only one is early.'],
  },
  {
    mistake: 'an outcome that is not there',
    text: smallPlanWith('serves: [safe]', 'serves: [safe, sound]'),
    said: ['plan.yaml, line 13 (action A1, serves): There is no outcome "sound". The only one is safe.'],
  },
  {
    mistake: 'a measure that is not there',
    text: smallPlanWith('measures: [M1]', 'measures: [M2]'),
    said: ['plan.yaml, line 14 (action A1, measures): There is no measure "M2". Did you mean "M1"?'],
  },
  {
    mistake: 'an organisation that is not there, and one that ends before it starts',
    text: smallPlanWith(
      'Our Health Board}',
      'Our Health Board, successor: counsil, starts: 2026-01-01, ends: 2025-01-01}',
    ),
    said: [
      'plan.yaml, line 37 (organisation nhs, successor): There is no organisation "counsil". Did you mean "council"?',
      'plan.yaml, line 37 (organisation nhs, ends): It ends on 1 January 2025, before it starts on 1 January 2026. Check the two years, or swap the two days.',
    ],
  },
  {
    mistake: 'a field left out',
    text: smallPlanWith('- unit: percent\n        polarity', '- polarity'),
    said: [
      `plan.yaml, line 23 (indicator M1, measure 1, unit): "unit" is missing. Write one of: ${unitsInWords}.`,
    ],
  },
  {
    mistake: 'a field with nothing after its colon',
    text: smallPlanWith('text: Open three family hubs', 'text:'),
    said: [
      'plan.yaml, line 12 (action A1, text): "text" is missing. Write it on a line of its own in this entry.',
    ],
  },
  {
    mistake: 'a field that is misspelt',
    text: smallPlanWith('label: EARLY HELP', 'labell: EARLY HELP'),
    said: ['plan.yaml, line 7 (theme early): "labell" is not a field of this entry. Did you mean "label"?'],
  },
  {
    mistake: 'a field that stands twice',
    text: smallPlanWith('    label: EARLY HELP\n', '    label: EARLY HELP\n    label: LATE HELP\n'),
    said: [
      'plan.yaml, line 8 (the way it is written): This field stands twice in the same entry. Keep one of the two.',
    ],
  },
  {
    mistake: 'a group left out',
    text: smallPlan.slice(0, smallPlan.indexOf('rating_definitions')),
    said: [
      'plan.yaml, line 1 (rating_definitions): The group "rating_definitions" is missing. What each rating means, one line each: green, amber, red, complete, not_started, on_hold.',
    ],
  },
  {
    mistake: 'a rating without its definition',
    text: smallPlanWith('  on_hold: Paused.\n', ''),
    said: [
      'plan.yaml, line 29 (rating_definitions, on_hold): "on_hold" is missing. Write it on a line of its own in this entry.',
    ],
  },
  {
    mistake: 'a unit that is misspelt',
    text: smallPlanWith('unit: percent', 'unit: percents'),
    said: [
      'plan.yaml, line 23 (indicator M1, measure 1, unit): "percents" is not a unit that is known. Did you mean "percent"?',
    ],
  },
  {
    mistake: 'a unit that nobody knows',
    text: smallPlanWith('unit: percent', 'unit: kilos'),
    said: [
      `plan.yaml, line 23 (indicator M1, measure 1, unit): "kilos" is not a unit that is known. Write one of: ${unitsInWords}.`,
    ],
  },
  {
    mistake: 'a polarity that nobody knows',
    text: smallPlanWith('polarity: higher', 'polarity: up'),
    said: [
      'plan.yaml, line 24 (indicator M1, measure 1, polarity): "up" is not a polarity that is known. Write one of: higher, lower, none.',
    ],
  },
  {
    mistake: 'a day that is not in the calendar',
    text: smallPlanWith('starts: 2026-04-01', 'starts: 2026-02-30'),
    said: [
      'plan.yaml, line 1 (plan, starts): "2026-02-30" is not a day in the calendar. Check the month and the day.',
    ],
  },
  {
    mistake: 'a day written as words',
    text: smallPlanWith('starts: 2026-04-01', 'starts: 1 April 2026'),
    said: [
      'plan.yaml, line 1 (plan, starts): "1 April 2026" is not a day in the calendar. Write a day as 2026-11-03.',
    ],
  },
  {
    mistake: 'a plan that ends before it starts',
    text: smallPlanWith('ends: 2029-03-31', 'ends: 2025-03-31'),
    said: [
      'plan.yaml, line 1 (plan, ends): It ends on 31 March 2025, before it starts on 1 April 2026. Check the two years, or swap the two days.',
    ],
  },
  {
    mistake: 'two actions with one code',
    text: smallPlanWith('code: A2', 'code: A1'),
    said: ['plan.yaml, line 15 (action A1): The code "A1" stands twice. Give each its own code.'],
  },
  {
    mistake: 'an action with the code of a measure',
    text: smallPlanWith('code: A2', 'code: M1'),
    said: [
      'plan.yaml, line 19 (indicator M1): "M1" is already the name of action M1. Choose another: whoever types it must get one thing.',
    ],
  },
  {
    mistake: 'a code with a space',
    text: smallPlanWith('code: A2', 'code: A 2'),
    said: [
      'plan.yaml, line 15 (action A 2, code): "A 2" cannot be a code. A code begins with a letter and holds letters, digits and hyphens only.',
    ],
  },
  {
    mistake: 'an alias that is a filter',
    text: smallPlanWith('aliases: [hubs]', 'aliases: [hubs, Late]'),
    said: [
      'plan.yaml, line 8 (theme early): "Late" is already the name of the filter "late" of the status command. Choose another: whoever types it must get one thing.',
    ],
  },
  {
    mistake: 'an alias that is an outcome',
    text: smallPlanWith('aliases: [hubs]', 'aliases: [Safe]'),
    said: [
      'plan.yaml, line 8 (theme early): "Safe" is already the name of outcome safe. Choose another: whoever types it must get one thing.',
    ],
  },
  {
    mistake: 'a release in the thirteenth month',
    text: smallPlanWith(
      'collection: monthly',
      'collection: {every: year, period: calendar_year, releases: [13]}',
    ).replace('2026-10', '2026'),
    said: [
      'plan.yaml, line 25 (indicator M1, measure 1, collection, release 1): "13" does not fit here. Write a whole number from 1 to 12.',
    ],
  },
  {
    mistake: 'a rhythm that is misspelt',
    text: smallPlanWith('collection: monthly', 'collection: montly'),
    said: [
      'plan.yaml, line 25 (indicator M1, measure 1, collection): "montly" does not say when the figure is due. Did you mean "monthly"?',
    ],
  },
  {
    mistake: 'a field of another rhythm',
    text: smallPlanWith('collection: monthly', 'collection: {every: month, releases: [3]}'),
    said: [
      'plan.yaml, line 25 (indicator M1, measure 1, collection, releases): "releases" does not belong to a figure of every month. Its fields are: period, months_back.',
    ],
  },
  {
    mistake: 'a pause until no month',
    text: smallPlanWith(
      'collection: monthly',
      'collection: {every: year, period: calendar_year, releases: [3], paused_until: 2027-13}',
    ).replace('2026-10', '2026'),
    said: [
      'plan.yaml, line 25 (indicator M1, measure 1, collection, paused_until): "2027-13" is not a month. Write a month as 2027-10.',
    ],
  },
  {
    mistake: 'a sum of itself and of a measure that is not there',
    text: smallPlanWith('source: Our survey', 'source: Our survey\n        sum_of: [M1, M9]'),
    said: [
      'plan.yaml, line 27 (measure M1, sum_of): The measure is named as a part of itself. Name the measures that are added up.',
      'plan.yaml, line 27 (measure M1, sum_of): There is no measure "M9". Did you mean "M1"?',
    ],
  },
  {
    mistake: 'a target for a year on a monthly measure',
    text: smallPlanWith('from: 2026-10', 'from: 2026/27'),
    said: [
      'plan.yaml, line 27 (measure M1, targets): The period does not fit the measure. "2026/27" is not a month; write October 2026 as 2026-10.',
    ],
  },
  {
    mistake: 'a target above a hundred per cent',
    text: smallPlanWith('value: 80', 'value: 180'),
    said: [
      'plan.yaml, line 27 (indicator M1, measure 1, target 1, value): "180" does not fit here. Write a number from 0 to 100.',
    ],
  },
  {
    mistake: 'a target with the mark of its unit',
    text: smallPlanWith('value: 80', 'value: 80%'),
    said: [
      'plan.yaml, line 27 (indicator M1, measure 1, target 1, value): "80%" does not fit here. Write a number from 0 to 100.',
    ],
  },
  {
    mistake: 'targets out of order',
    text: smallPlanWith(
      '[{from: 2026-10, value: 80}]',
      '[{from: 2026-10, value: 80}, {from: 2026-04, value: 70}]',
    ),
    said: [
      'plan.yaml, line 27 (measure M1, targets): The target from 2026-04 stands after the one from 2026-10. Put the targets in the order of time, each period once.',
    ],
  },
  {
    mistake: 'a target where neither way is better',
    text: smallPlanWith('polarity: higher', 'polarity: none'),
    said: [
      'plan.yaml, line 27 (measure M1, targets): A measure of which neither way is better cannot be rated against a target. Write polarity: higher or lower, or leave the targets out.',
    ],
  },
  {
    mistake: 'a fraction of days',
    text: smallPlanWith('unit: percent', 'unit: days\n        asks_fraction: true'),
    said: [
      'plan.yaml, line 24 (measure M1, asks_fraction): A figure in days is not a part of a whole. Ask for a numerator and a denominator of a percentage or a rate only.',
    ],
  },
  {
    mistake: 'a yes where true is meant',
    text: smallPlanWith('    text: Train', '    sensitive: yes\n    text: Train'),
    said: ['plan.yaml, line 17 (action A2, sensitive): This is either so or not. Write true or false.'],
  },
  {
    mistake: 'a definition too long for its button',
    text: smallPlanWith('On track.', 'On track. '.repeat(10)),
    said: [
      'plan.yaml, line 29 (rating_definitions, green): The text has 99 characters; there is room for 75. Say it more briefly.',
    ],
  },
  {
    mistake: 'a single text where a list belongs',
    text: smallPlanWith(
      '  - code: early\n    label: EARLY HELP\n    aliases: [hubs]\n',
      '  early\n',
    ).replaceAll('theme: early', 'theme: early help'),
    said: [
      'plan.yaml, line 6 (themes): A list should stand here. Begin each entry on its own line with "- ".',
      'plan.yaml, line 9 (action A1, theme): There is no theme "early help". This plan has no themes.',
      'plan.yaml, line 14 (action A2, theme): There is no theme "early help". This plan has no themes.',
      'plan.yaml, line 18 (indicator M1, theme): There is no theme "early help". This plan has no themes.',
    ],
  },
  {
    mistake: 'a line that begins with a tab',
    text: smallPlanWith('    theme: early\n    text: Train', '\ttheme: early\n    text: Train'),
    said: [
      'plan.yaml, line 16 (the way it is written): The line begins with a tab. Use two spaces for each step inwards.',
    ],
  },
  {
    mistake: 'a quotation mark that is not closed',
    text: smallPlanWith('title: A small plan', 'title: "A small plan'),
    said: [
      'plan.yaml, line 1 (the way it is written): A closing quote, bracket or comma is missing, or a colon after a name. Close what was opened on this line or just above it.',
      'plan.yaml, line 38 (the way it is written): The line does not begin under its neighbours. Use two spaces for each step inwards.',
    ],
  },
  {
    mistake: 'a colon inside a text',
    text: smallPlanWith('text: Open three', 'text: Open: three'),
    said: [
      'plan.yaml, line 12 (the way it is written): There are two colons on this line, or the next line is indented too little. Put quotes around a text that holds a colon.',
    ],
  },
  {
    mistake: 'a text that begins with a mark',
    text: smallPlanWith('text: Open three', 'text: % of three'),
    said: [
      'plan.yaml, line 12 (the way it is written): A text begins with a mark that has its own meaning here. Put quotes around the text.',
    ],
  },
  {
    mistake: 'a text that begins with a star',
    text: smallPlanWith('text: Open three', 'text: *three'),
    said: [
      'plan.yaml, line 12 (the way it is written): The line cannot be read. Compare with the lines above it: two spaces for each step inwards, and quotes around a text that holds ": " or begins with a mark.',
    ],
  },
  {
    mistake: 'a letter of another encoding',
    text: smallPlanWith('Our survey', 'Our survey \uFFFD'),
    said: [
      'plan.yaml, line 26 (the whole file): The file is not saved as UTF-8: here stands a letter that cannot be read. Save it again as UTF-8 text.',
    ],
  },
  {
    mistake: 'a second plan in the file',
    text: `${smallPlan}---\n${smallPlan}`,
    said: [
      'plan.yaml, line 38 (the way it is written): A line "---" begins a second plan in the same file. One file holds one plan.',
    ],
  },
  {
    mistake: 'a format from the future',
    text: `format: 2\n${smallPlan}`,
    said: [
      'plan.yaml, line 1 (format): The file says that it is of another format than this program reads. Write format: 1, or use the version of the program for which it was written.',
    ],
  },
  {
    mistake: 'nothing at all',
    text: ' \n',
    said: ['plan.yaml, line 1 (the whole file): plan.yaml is empty. Choose the file that holds the text.'],
  },
  {
    mistake: 'a letter instead of a plan',
    text: 'Dear all, the plan is attached.',
    said: [
      'plan.yaml, line 1 (the whole file): plan.yaml is not a plan file. A plan file has the groups plan, partnership, themes, actions and rating_definitions; copy one from plans/.',
    ],
  },
];
