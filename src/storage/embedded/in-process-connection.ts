import { Duplex } from 'node:stream';
import type { Engine } from './engine.ts';
import type { Turnstile } from './turnstile.ts';

const query = 'Q'.charCodeAt(0);
const sync = 'S'.charCodeAt(0);

const rollback = message('Q', Buffer.from('ROLLBACK\0'));

/** Authentication is fine, the encoding is UTF-8, the session is idle: all that `pg` waits for before it asks. */
const greeting = Buffer.concat([
  message('R', Buffer.from([0, 0, 0, 0])),
  message('S', Buffer.from('client_encoding\0UTF8\0')),
  message('Z', Buffer.from('I')),
]);

/**
 * What `pg` takes for its socket, while the database is PGlite in this process: bytes of PostgreSQL's protocol in, bytes out
 * (https://www.postgresql.org/docs/current/protocol-message-formats.html). PGlite has one session only, so a connection
 * keeps its turn from the first message of a transaction until the session is idle again.
 */
export class InProcessConnection extends Duplex {
  readonly #engine: Engine;
  readonly #turns: Turnstile;
  readonly #onRun: () => void;
  #unread: Buffer = Buffer.alloc(0);
  #greeted = false;
  #status = 'I';
  #leave: (() => void) | null = null;
  #working: Promise<void> = Promise.resolve();

  /** `onRun` is called as every run of messages begins, for whoever counts the work. */
  constructor(engine: Engine, turns: Turnstile, onRun: () => void) {
    super();
    this.#engine = engine;
    this.#turns = turns;
    this.#onRun = onRun;
  }

  /** The methods of a socket that `pg` calls; there is no network to set up. */
  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed as they come.
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.#unread = this.#unread.length === 0 ? chunk : Buffer.concat([this.#unread, chunk]);
    if (!this.#greeted) this.#greet();
    this.#working = this.#runWhatIsComplete();
    this.#working.then(() => {
      done();
    }, done);
  }

  override _final(done: (error?: Error | null) => void): void {
    done();
    this.destroy();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    void this.#working
      .catch(() => undefined)
      .then(() => this.#giveBackTurn())
      // Where even the roll back fails, the database has stopped, and with it the transaction.
      .catch(() => undefined)
      .finally(() => {
        done(error);
      });
  }

  #greet(): void {
    if (this.#unread.length < 4) return;
    const length = this.#unread.readInt32BE(0);
    if (this.#unread.length < length) return;
    this.#unread = this.#unread.subarray(length);
    this.#greeted = true;
    this.push(greeting);
  }

  async #runWhatIsComplete(): Promise<void> {
    for (let run = this.#nextRun(); run !== null; run = this.#nextRun()) {
      this.#leave ??= await this.#turns.take();
      if (this.destroyed) return;
      this.#onRun();
      await this.#send(run);
      if (this.#status === 'I') this.#endTurn();
    }
  }

  /** The next messages up to and with a Query or a Sync: what the database answers in one piece. */
  #nextRun(): Uint8Array | null {
    let at = 0;
    while (this.#greeted && this.#unread.length >= at + 5) {
      const type = this.#unread[at];
      const end = at + 1 + this.#unread.readInt32BE(at + 1);
      if (this.#unread.length < end) return null;
      if (type === query || type === sync) {
        const run = this.#unread.subarray(0, end);
        this.#unread = this.#unread.subarray(end);
        return run;
      }
      at = end;
    }
    return null;
  }

  async #send(run: Uint8Array): Promise<void> {
    this.#status = await this.#engine.run(run, (piece) => {
      if (!this.destroyed) this.push(piece);
    });
  }

  /** A connection that ends inside a transaction takes the transaction back, unless the database itself has stopped. */
  async #giveBackTurn(): Promise<void> {
    try {
      if (this.#leave && this.#engine.runs() && this.#status !== 'I') await this.#send(rollback);
    } finally {
      this.#endTurn();
    }
  }

  #endTurn(): void {
    this.#leave?.();
    this.#leave = null;
  }
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
