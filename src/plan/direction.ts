/** Direction of travel. Always better or worse, never up or down (DESIGN section 3). */
export type Direction = 'better' | 'same' | 'worse' | 'new';

/** `new` = nothing to compare with. The arrow never stands without its word. */
export const directionLooks: Readonly<Record<Direction, { readonly word: string; readonly arrow: string }>> =
  {
    better: { word: 'Better', arrow: '▲' },
    same: { word: 'Same', arrow: '►' },
    worse: { word: 'Worse', arrow: '▼' },
    new: { word: 'New', arrow: '•' },
  };
