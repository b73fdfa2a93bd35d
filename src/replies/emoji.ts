/** What an emoji says about a rating. `tick` may mean "green" or "complete" and is asked about when it stands alone. */
export type EmojiMeaning = 'red' | 'amber' | 'green' | 'complete' | 'on_hold' | 'tick';

const meanings: ReadonlyMap<string, EmojiMeaning> = new Map([
  ['🔴', 'red'],
  ['🟥', 'red'],
  ['🟠', 'amber'],
  ['🟧', 'amber'],
  ['🟡', 'amber'],
  ['🟨', 'amber'],
  ['🟢', 'green'],
  ['🟩', 'green'],
  ['🔵', 'complete'],
  ['🟦', 'complete'],
  ['🏁', 'complete'],
  ['⏸', 'on_hold'],
  ['✅', 'tick'],
  ['✔', 'tick'],
  ['☑', 'tick'],
]);

export function emojiMeaning(emoji: string): EmojiMeaning | null {
  return meanings.get(emoji) ?? null;
}

/** Slack's names for the emoji above: https://slack.com/help/articles/202931348 (typed names come as `:name:`). */
const shortcodes: ReadonlyMap<string, string> = new Map([
  ['red_circle', '🔴'],
  ['large_red_circle', '🔴'],
  ['large_red_square', '🟥'],
  ['red_square', '🟥'],
  ['orange_circle', '🟠'],
  ['large_orange_circle', '🟠'],
  ['large_orange_square', '🟧'],
  ['amber_circle', '🟠'],
  ['large_amber_circle', '🟠'],
  ['yellow_circle', '🟡'],
  ['large_yellow_circle', '🟡'],
  ['large_yellow_square', '🟨'],
  ['green_circle', '🟢'],
  ['large_green_circle', '🟢'],
  ['large_green_square', '🟩'],
  ['green_square', '🟩'],
  ['blue_circle', '🔵'],
  ['large_blue_circle', '🔵'],
  ['large_blue_square', '🟦'],
  ['checkered_flag', '🏁'],
  ['double_vertical_bar', '⏸'],
  ['pause_button', '⏸'],
  ['white_check_mark', '✅'],
  ['heavy_check_mark', '✔'],
  ['ballot_box_with_check', '☑'],
]);

/** A workspace's own emoji for ratings: `:rag-red:`, `:amber:`, `:status_green:`. */
const ownRating = /^(?:rag[-_]?|status[-_]?)?(red|amber|green)(?:[-_]?(?:rag|status|light|dot|ball))?$/;
const circles: Readonly<Record<string, string>> = { red: '🔴', amber: '🟠', green: '🟢' };

/** `:red_circle:` becomes 🔴; a name that says nothing about a rating (`:tada:`) is left out. */
export function withoutShortcodes(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{N}]):([a-z][a-z0-9_+-]{1,40}):(?:skin-tone-\d:)?/giu,
    (_whole, name: string) => {
      const known = shortcodes.get(name.toLowerCase());
      if (known !== undefined) return ` ${known} `;
      const own = ownRating.exec(name.toLowerCase())?.[1];
      return own === undefined ? ' ' : ` ${circles[own] ?? ''} `;
    },
  );
}
