import { replies, type ReplyCase } from '../reply-case.ts';

/** What the board is asked for, what gets an action back, and evidence. */
export const asksAndPaths: readonly ReplyCase[] = [
  ...replies(
    'both',
    [
      [
        'Amber, 61.2% in Oct, EP capacity, need the board to agree agency spend',
        'IC4 amber',
        'I05 61.2 2026-10',
      ],
    ],
    { board: 'agree agency spend' },
  ),
  ...replies(
    'both',
    [['Need the board to agree agency spend, 61.2% in Oct, amber', 'IC4 amber', 'I05 61.2 2026-10']],
    { board: 'agree agency spend' },
  ),
  ...replies('one', [['Red. Ask of the board: agree a second provider', 'IC4 red']], {
    board: 'agree a second provider',
  }),
  ...replies('one', [['Amber. Ask: note the delay in the contract.', 'IC4 amber']], {
    board: 'note the delay in the contract',
  }),
  ...replies('one', [['Amber. Can the board write to the DfE?', 'IC4 amber']], { board: 'write to the DfE' }),
  ...replies('one', [['Red. We need a decision from the board on the lease', 'IC4 red']], {
    board: 'a decision from the board on the lease',
  }),
  ...replies('one', [['Red - board to decide on agency rates', 'IC4 red']], {
    board: 'decide on agency rates',
  }),
  ...replies(
    'one',
    [
      ['Amber, no asks of the board', 'IC4 amber'],
      ['Green. Nothing needed from the board.', 'IC4 green'],
      ["Amber. Don't need the board to do anything.", 'IC4 amber'],
      ['Green. The board agreed agency spend last month.', 'IC4 green'],
      ['Green. Presented to the board in October.', 'IC4 green'],
    ],
    { board: null },
  ),
  ...replies('one', [['Red. Path to green: two agency EPs by 31 January (Priya)', 'IC4 red']], {
    path: 'two agency EPs by 31 January (Priya) | Priya | 2027-01-31',
  }),
  ...replies('one', [['Red. Recovery plan: retender by end of February, led by Sam Okafor', 'IC4 red']], {
    path: 'retender by end of February, led by Sam Okafor | Sam Okafor | 2027-02-28',
    delegate: 'nobody',
  }),
  ...replies('one', [['Red\nWhat: second provider\nWho: Sam\nBy: 15 January', 'IC4 red']], {
    path: 'second provider | Sam | 2027-01-15',
  }),
  ...replies('one', [['Amber, green by January', 'IC4 amber']], { path: 'by January |  | 2027-01-31' }),
  ...replies('one', [['Green, clinics full', 'IC4 green']], { path: 'none' }),
  ...replies('one', [['Green, see https://example.org/report.', 'IC4 green']], {
    evidence: ['https://example.org/report'],
  }),
  ...replies('one', [['Green <https://example.org/a|report> and <https://example.org/b>', 'IC4 green']], {
    evidence: ['https://example.org/a', 'https://example.org/b'],
  }),
  ...replies('one', [['Green. Evidence: Q2 scorecard, page 4', 'IC4 green']], {
    evidence: ['Q2 scorecard, page 4'],
  }),
  ...replies('one', [['Green', 'IC4 green']], { evidence: [] }),
];
