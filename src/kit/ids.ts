import { randomUUID } from 'node:crypto';

/** Makes the ids of everything that is stored; ids are ours, never the database's. */
export type NewId = () => string;

export const randomId: NewId = () => randomUUID();

/** Ids in a row, `prefix-000001` onwards: for rehearsals that must come out the same twice, and for tests. */
export function countingIds(prefix: string): NewId {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${String(count).padStart(6, '0')}`;
  };
}
