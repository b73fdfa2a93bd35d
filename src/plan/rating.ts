/** What an owner may say of an action (DESIGN section 3). */
export const actionRatings = ['green', 'amber', 'red', 'complete', 'not_started', 'on_hold'] as const;
export type ActionRating = (typeof actionRatings)[number];

/**
 * What a reader is shown for an action in a month. `no_update` is given only by the passing of the deadline;
 * `awaited` while the month is still open. Neither ever carries last month's colour.
 */
export type ShownRating = ActionRating | 'no_update' | 'awaited';

/** What the rule makes of a measure; `not_rated` when there is no target or no polarity. */
export type MeasureRating = 'green' | 'amber' | 'red' | 'not_rated';

/** How a rating looks everywhere: a word, a letter and a colour, never the colour alone. */
export interface RatingLook {
  readonly word: string;
  readonly letter: string;
  readonly shape: string;
  readonly background: string;
  readonly text: string;
  readonly border: string;
}

export const ratingLooks: Readonly<Record<ShownRating | 'not_rated', RatingLook>> = {
  red: { word: 'Red', letter: 'R', shape: '▲', background: '#9B1C1C', text: '#FFFFFF', border: '#9B1C1C' },
  amber: {
    word: 'Amber',
    letter: 'A',
    shape: '●',
    background: '#FFC857',
    text: '#1A1A1A',
    border: '#B7791F',
  },
  green: {
    word: 'Green',
    letter: 'G',
    shape: '■',
    background: '#1B7F5C',
    text: '#FFFFFF',
    border: '#1B7F5C',
  },
  complete: {
    word: 'Complete',
    letter: 'C',
    shape: '✓',
    background: '#1D4E89',
    text: '#FFFFFF',
    border: '#1D4E89',
  },
  not_started: {
    word: 'Not started',
    letter: 'N',
    shape: '○',
    background: '#F3F4F6',
    text: '#1F2937',
    border: '#6B7280',
  },
  on_hold: {
    word: 'On hold',
    letter: 'H',
    shape: '❚❚',
    background: '#5B4B8A',
    text: '#FFFFFF',
    border: '#5B4B8A',
  },
  no_update: {
    word: 'No update',
    letter: '–',
    shape: '–',
    background: '#E5E7EB',
    text: '#1F2937',
    border: '#6B7280',
  },
  awaited: {
    word: 'Not yet answered',
    letter: '…',
    shape: '…',
    background: '#FFFFFF',
    text: '#1F2937',
    border: '#6B7280',
  },
  not_rated: {
    word: 'Not rated',
    letter: '·',
    shape: '·',
    background: '#FFFFFF',
    text: '#374151',
    border: '#6B7280',
  },
};
