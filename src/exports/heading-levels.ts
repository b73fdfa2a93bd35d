import type { Block } from '../documents/document.ts';

/**
 * For each block the heading level that it has or stands under, the title being 1. No step is left out: a second level without a first
 * before it becomes a first.
 */
export function headingLevels(blocks: readonly Block[]): readonly number[] {
  let level = 1;
  return blocks.map((block) => {
    if (block.kind === 'heading') level = Math.min(block.level + 1, level === 1 ? 2 : 3);
    return level;
  });
}
