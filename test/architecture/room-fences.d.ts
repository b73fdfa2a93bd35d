import type { Linter } from 'eslint';

export const rooms: Readonly<Record<string, readonly string[]>>;
export const homes: Readonly<Record<string, readonly string[]>>;
export const pureRooms: readonly string[];
export const topFiles: readonly string[];
export const roomFences: Linter.Config[];
