/** A map that holds so many things at most: the one that was put in longest ago goes first. */
export class BoundedMap<Key, Value> {
  readonly #held = new Map<Key, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#held.size;
  }

  has(key: Key): boolean {
    return this.#held.has(key);
  }

  get(key: Key): Value | undefined {
    return this.#held.get(key);
  }

  set(key: Key, value: Value): void {
    this.#held.set(key, value);
    if (this.#held.size <= this.#most) return;
    const [oldest] = this.#held.keys();
    if (oldest !== undefined) this.#held.delete(oldest);
  }

  delete(key: Key): void {
    this.#held.delete(key);
  }

  /** What is held under the key; else what is made now, which is then held. A promise that fails is not held on to. */
  getOrMake(key: Key, make: () => Value): Value {
    const held = this.#held.get(key);
    if (held !== undefined) return held;
    const made = make();
    this.set(key, made);
    if (made instanceof Promise)
      made.catch(() => {
        if (this.#held.get(key) === made) this.#held.delete(key);
      });
    return made;
  }
}
