import { replies, type ReplyCase } from '../reply-case.ts';

const away = (dates: string, ...texts: readonly string[]): readonly ReplyCase[] =>
  replies(
    'one',
    texts.map((text) => [text] as const),
    { intent: 'away', away: dates },
  );
const later = (day: string | null, ...texts: readonly string[]): readonly ReplyCase[] =>
  replies(
    'one',
    texts.map((text) => [text] as const),
    { intent: 'later', later: day },
  );
const delegate = (to: string, ...texts: readonly string[]): readonly ReplyCase[] =>
  replies(
    'one',
    texts.map((text) => [text] as const),
    { intent: 'delegate', delegate: to },
  );

/** Absence, cover, delegation, another day, help, commands, and nothing to say. Today is Tuesday 3 November 2026. */
export const awayAndOthers: readonly ReplyCase[] = [
  ...away(
    '..2026-11-04',
    'on leave til 4th',
    'On leave until 4 November',
    'AL until the 4th',
    "I'm away until 4/11",
    'out of office till 04/11/2026',
  ),
  ...away('..2026-11-03', 'on leave, back on 4 Nov', "I'm off, back Wednesday", 'Away. Back on the 4th.'),
  ...away(
    '2026-11-03..2026-11-14',
    'on annual leave 3-14 Nov',
    'Annual leave 3rd to 14th November',
    'on holiday from 3 Nov to 14 Nov',
  ),
  ...away('2026-11-09..2026-11-13', 'on leave next week', "I'm away 9/11 to 13/11"),
  ...away('2026-11-09..2026-11-20', 'on leave from Monday until the 20th'),
  ...away('..2026-11-17', 'off sick for two weeks'),
  ...away('..', 'off sick', "I'm on maternity leave", 'OOO', 'I am on annual leave'),
  ...replies('one', [['on annual leave 3-14 Nov, Priya covering']], {
    intent: 'away',
    away: '2026-11-03..2026-11-14',
    delegate: 'Priya',
  }),
  ...replies('one', [['On leave til 16th. Priya Shah is covering.']], {
    intent: 'away',
    away: '..2026-11-16',
    delegate: 'Priya Shah',
  }),
  ...replies(
    'one',
    [
      ['Amber, two EPs on leave', 'IC4 amber'],
      ['Green. Care leavers event went well.', 'IC4 green'],
      ['Red, manager off sick', 'IC4 red'],
      ['Amber. Back on track by January.', 'IC4 amber'],
    ],
    { intent: 'update', away: '..' },
  ),
  ...replies('one', [["Amber. I'm on leave from Monday til 20th, Priya covering", 'IC4 amber']], {
    intent: 'update',
    away: '2026-11-09..2026-11-20',
    delegate: 'Priya',
  }),
  ...delegate(
    'Priya',
    'ask Priya',
    'Please ask Priya',
    'ASK PRIYA',
    'Priya will answer this one',
    'not me, try Priya',
    'can you send this to Priya',
  ),
  ...delegate(
    'Priya Shah',
    'Ask Priya Shah',
    'contact Priya Shah please',
    '@Priya Shah is covering this month',
  ),
  ...delegate(
    'Priya Shah, Public Health for good',
    'Priya Shah in Public Health leads on this now',
    'This has moved to Priya Shah in Public Health',
    'The new owner is Priya Shah from Public Health',
  ),
  ...delegate(
    'Tom Price for good',
    'Handed over to Tom Price',
    "I've left, Tom Price has taken over",
    'no longer me, now with Tom Price',
  ),
  ...replies('one', [['ask Priya']], {
    intent: 'delegate',
    delegate: 'Priya Shah, Public Health',
    knows: 'people',
  }),
  ...replies('one', [['ask Tom', 'ask']], { intent: 'delegate', delegate: 'nobody', knows: 'people' }),
  ...replies(
    'one',
    [
      ['not me', 'ask'],
      ['wrong person', 'ask'],
      ["I don't lead on this any more", 'ask'],
    ],
    { intent: 'delegate', delegate: 'nobody' },
  ),
  ...replies(
    'one',
    [
      ['Amber. Asked schools to return their data.', 'IC4 amber'],
      ['Green, ask the board to note the new clinic', 'IC4 green'],
      ['Red. Ask for help from the ICB is outstanding.', 'IC4 red'],
    ],
    { intent: 'update', delegate: 'nobody' },
  ),
  ...later('2026-11-04', 'will do tomorrow', 'tomorrow', 'Can I do it tmrw?', 'will get to it tomorow'),
  ...later(
    '2026-11-06',
    'Friday',
    'on Friday',
    'will update by Fri',
    'end of the week',
    'busy, will do it on Friday',
  ),
  ...later('2026-11-10', 'give me til next Tues', 'next Tuesday please'),
  ...later('2026-11-09', 'next week', 'Remind me on Monday'),
  ...later('2026-11-03', 'later today', 'will do by close of play'),
  ...later('2026-11-17', 'in two weeks'),
  ...later(null, 'later', 'bit busy, will do it soon', 'In meetings, will get back to you'),
  ...replies(
    'one',
    [
      ['help'],
      ['Help!'],
      ['?'],
      ['what do I do?'],
      ['How does this work?'],
      ['What does amber mean?'],
      ['not sure what you need from me'],
      ['what is this'],
    ],
    { intent: 'help' },
  ),
  ...replies(
    'one',
    [
      ['nothing to report'],
      ['No update this month'],
      ['nothing new from me'],
      ['no news'],
      ['Nothing to add this time'],
    ],
    { intent: 'no_update' },
  ),
  ...replies('three', [['nothing to report'], ['No updates from me this month, sorry']], {
    intent: 'no_update',
  }),
  ...replies('one', [['Nothing to report, still amber', 'IC4 amber']], { intent: 'update' }),
  ...replies('one', [['undo'], ['Undo that please'], ['take that back']], { intent: 'undo' }),
  ...replies('one', [['status safe'], ['/bcp status safe'], ['bcp status IC4'], ['status mine']], {
    intent: 'command',
  }),
  ...replies(
    'one',
    [
      ['Status amber', 'IC4 amber'],
      ['status: green', 'IC4 green'],
    ],
    { intent: 'update' },
  ),
  ...replies('one', [[''], ['   ']], { intent: 'help' }),
];
