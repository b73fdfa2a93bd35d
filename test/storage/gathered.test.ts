import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { gathered } from '../../src/storage/gathered.ts';

/** A run that ends when it is told to, and remembers what it was given. */
function heldRun() {
  const runs: (readonly string[])[] = [];
  const ends: (() => void)[] = [];
  const run = async (items: readonly string[]): Promise<readonly string[]> => {
    runs.push(items);
    await new Promise<void>((resolve) => ends.push(resolve));
    return items.map((item) => `${item} is stored`);
  };
  const endNext = async () => {
    await turn();
    ends.shift()?.();
    await turn();
  };
  return { runs, run, endNext };
}

it('whoever comes while one is being stored goes with the next, together', async () => {
  const { runs, run, endNext } = heldRun();
  const store = gathered(run);

  const first = store('a');
  await turn();
  const others = Promise.all([store('b'), store('c'), store('d')]);
  await turn();

  expect(runs).toEqual([['a']]);
  await endNext();
  expect(await first).toBe('a is stored');
  await turn();
  expect(runs).toEqual([['a'], ['b', 'c', 'd']]);
  await endNext();
  expect(await others).toEqual(['b is stored', 'c is stored', 'd is stored']);
});

it('those who come at the same moment go together', async () => {
  const runs: (readonly string[])[] = [];
  const store = gathered((items: readonly string[]) => {
    runs.push(items);
    return Promise.resolve(items);
  });

  expect(await Promise.all([store('a'), store('b')])).toEqual(['a', 'b']);
  expect(runs).toEqual([['a', 'b']]);
  expect(await store('c')).toBe('c');
  expect(runs).toEqual([['a', 'b'], ['c']]);
});

it('no more go together than may, and in the order in which they came', async () => {
  const runs: (readonly number[])[] = [];
  const store = gathered((items: readonly number[]) => {
    runs.push(items);
    return Promise.resolve(items);
  }, 2);

  expect(await Promise.all([1, 2, 3, 4, 5].map(store))).toEqual([1, 2, 3, 4, 5]);
  expect(runs).toEqual([[1, 2], [3, 4], [5]]);
});

it('one that cannot be stored is refused by itself; those that went with it are stored', async () => {
  const stored: string[] = [];
  const store = gathered((items: readonly string[]) => {
    if (items.includes('bad')) return Promise.reject(new Error('not this one'));
    stored.push(...items);
    return Promise.resolve(items);
  });

  const told = await Promise.allSettled(['a', 'bad', 'b'].map(store));

  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(stored.toSorted()).toEqual(['a', 'b']);
  expect(await store('later')).toBe('later');
});

it('an answer that is not one for each is no answer', async () => {
  const store = gathered((items: readonly string[]) => Promise.resolve(items.slice(1)));

  await expect(store('a')).rejects.toThrow('A run of 1 gave 0 outcomes.');
});

it('a run that throws at once is a failure like any other', async () => {
  const store = gathered((): Promise<readonly string[]> => {
    throw new Error('the pool is closed');
  });

  await expect(store('a')).rejects.toThrow('the pool is closed');
  await expect(store('b')).rejects.toThrow('the pool is closed');
});
