import type { Digest } from '../ports/board-records.ts';

/** The board's newest digest of a month. */
export function newestOf(digests: readonly Digest[], month: string): Digest | undefined {
  return digests
    .filter((digest) => digest.month === month && digest.audience === 'board')
    .sort((first, second) => second.number - first.number)[0];
}
