import type { Store } from '../../src/use-cases/ports/store.ts';

/**
 * - `saving`: no transaction goes through.
 * - `after_saving`: the next transaction is committed, and from then on nothing can be reached.
 * - `everything`: nothing can be reached.
 */
export type StoreTrouble = 'none' | 'saving' | 'after_saving' | 'everything';

export interface TroubledStore {
  readonly store: Store;
  /** What goes wrong from now on. */
  trouble: StoreTrouble;
}

/** A real store whose database can be taken away, and given back. */
export function troubledStore(real: Store): TroubledStore {
  const troubled: TroubledStore = { store: guarded(real), trouble: 'none' };
  return troubled;

  function guarded<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (on, name) => {
        const found: unknown = Reflect.get(on, name);
        if (typeof found === 'function') {
          const method = (...given: unknown[]): unknown => Reflect.apply(found, on, given);
          return (...given: unknown[]) => call(String(name), method, given);
        }
        return typeof found === 'object' && found !== null ? guarded(found) : found;
      },
    });
  }

  function call(name: string, method: (...given: unknown[]) => unknown, given: readonly unknown[]): unknown {
    if (name === 'in') return guarded(method(...given) as object);
    if (name === 'close') return method(...given);
    if (troubled.trouble === 'everything' || (troubled.trouble === 'saving' && name === 'transact'))
      return Promise.reject(new Error('The database is away.'));
    const done = method(...given);
    if (name !== 'transact' || troubled.trouble !== 'after_saving') return done;
    return (done as Promise<unknown>).finally(() => {
      troubled.trouble = 'everything';
    });
  }
}
