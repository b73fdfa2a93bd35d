import type { ClaimedDelivery, DeliveryOutcome } from '../use-cases/ports/delivery-records.ts';
import { givenBack, makeReady, sendOnce, writeDown, type DrainDeps } from './one-try.ts';

/** How long a claimed delivery is held, in milliseconds; no try begins in its second half, and none may take so long (senders time out after 10 seconds). */
const leaseMs = 120_000;
/** So many are on their way to a platform at once: one that is slow for one conversation leaves places for the others. */
const atOnce = 20;
/** So many are held at most, those on their way among them; when only a few are left, more are claimed. */
const held = { most: 100, few: 30 } as const;
/** Outcomes are written down when so many have come together, or after so many milliseconds, or when nothing is on its way any more. */
const together = { most: 20, ms: 50 } as const;
/** So many may be sent and not written down; then nothing more is sent until the database has caught up. */
const mostUnwritten = 40;

export interface Drained {
  readonly tried: number;
  readonly sent: number;
}

/**
 * Sends everything that is due, oldest first, and writes down what happened to each. Whoever is sent makes room for the next, so nobody
 * waits for the slowest, nor for the database. Ends when nothing is due and everything is written down; what could not be sent waits for
 * its next try or is shown to the secretariat. Told to stop (`goesOn`), it finishes what is on its way, writes that down and gives back what
 * it had not begun. At the first trouble of the database nothing more is sent; what was sent is still written
 * down as far as it can be, and then the trouble is thrown.
 */
export function drainOutbox(deps: DrainDeps): Promise<Drained> {
  return new Drain(deps).run();
}

interface Held {
  readonly delivery: ClaimedDelivery;
  /** No try begins later, in milliseconds since 1970. */
  readonly beginBefore: number;
  isReady: boolean;
}

interface Settled {
  readonly delivery: ClaimedDelivery;
  readonly outcome: DeliveryOutcome;
  /** False where it is given back as it was. */
  readonly isTried: boolean;
}

class Drain {
  readonly #deps: DrainDeps;
  #waiting: Held[] = [];
  #onTheirWay = 0;
  #toWrite: Settled[] = [];
  #beingWritten = 0;
  #timer: NodeJS.Timeout | null = null;
  #tried = 0;
  #sent = 0;
  readonly #troubles: unknown[] = [];
  #notice: () => void = () => undefined;
  #isMakingReady = false;

  constructor(deps: DrainDeps) {
    this.#deps = deps;
  }

  async run(): Promise<Drained> {
    while (this.#goesOn()) {
      // The first are on their way while more are claimed.
      const asked = this.#held() === 0 ? atOnce : held.most - this.#held();
      const found = await this.#claim(asked);
      this.#sendMore();
      if (found === asked) await this.#until(() => this.#held() <= held.few);
      else if (this.#unsettled() === 0) break;
      else {
        // Asking for more each time one is done would ask far too often.
        const half = Math.floor(this.#unsettled() / 2);
        await this.#until(() => this.#unsettled() <= half);
      }
    }
    await this.#until(() => this.#unsettled() === 0);
    if (this.#troubles.length > 0) throw this.#troubles[0];
    return { tried: this.#tried, sent: this.#sent };
  }

  #goesOn(): boolean {
    return this.#troubles.length === 0 && this.#deps.goesOn?.() !== false;
  }

  #held(): number {
    return this.#waiting.length + this.#onTheirWay;
  }

  #unwritten(): number {
    return this.#toWrite.length + this.#beingWritten;
  }

  #unsettled(): number {
    return this.#onTheirWay + this.#unwritten();
  }

  async #until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => (this.#notice = resolve));
  }

  /** How many were there. */
  async #claim(most: number): Promise<number> {
    const now = this.#deps.clock.now();
    const until = new Date(now.getTime() + leaseMs);
    try {
      const found = await this.#deps.outbox.claim(now, until, most);
      const beginBefore = now.getTime() + leaseMs / 2;
      this.#waiting.push(...found.map((delivery) => ({ delivery, beginBefore, isReady: false })));
      return found.length;
    } catch (trouble) {
      this.#stop(trouble);
      return 0;
    }
  }

  /** What was claimed and is not sent comes back when its lease has run out. */
  #stop(trouble: unknown): void {
    this.#troubles.push(trouble);
    this.#waiting = [];
  }

  #sendMore(): void {
    if (!this.#goesOn()) {
      this.#giveBack();
      return;
    }
    while (this.#onTheirWay < atOnce && this.#unwritten() < mostUnwritten && this.#goesOn()) {
      const next = this.#waiting.shift();
      if (!next) return;
      if (this.#deps.clock.now().getTime() < next.beginBefore) void this.#send(next.delivery);
    }
    this.#makeReady();
  }

  #giveBack(): void {
    for (const { delivery } of this.#waiting.splice(0))
      void this.#write({ delivery, outcome: givenBack(this.#deps, delivery), isTried: false });
  }

  /** While every place is taken, those that wait are made ready one by one: whoever is answered gives their place to one that only has to be sent. */
  #makeReady(): void {
    if (this.#isMakingReady || this.#waiting.every(({ isReady }) => isReady)) return;
    this.#isMakingReady = true;
    setImmediate(() => {
      this.#isMakingReady = false;
      const next = this.#waiting.find(({ isReady }) => !isReady);
      if (!next) return;
      next.isReady = true;
      makeReady(this.#deps, next.delivery);
      this.#makeReady();
    });
  }

  async #send(delivery: ClaimedDelivery): Promise<void> {
    this.#onTheirWay += 1;
    const outcome = await sendOnce(this.#deps, delivery);
    this.#onTheirWay -= 1;
    this.#toWrite.push({ delivery, outcome, isTried: true });
    this.#sendMore();
    if (this.#onTheirWay === 0 || this.#toWrite.length >= together.most) this.#writeAll();
    else this.#timer ??= setTimeout(() => this.#writeAll(), together.ms);
    this.#notice();
  }

  /** The store writes down together what it is told at the same moment. */
  #writeAll(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    for (const settled of this.#toWrite.splice(0)) void this.#write(settled);
  }

  async #write({ delivery, outcome, isTried }: Settled): Promise<void> {
    this.#beingWritten += 1;
    try {
      await writeDown(this.#deps, delivery, outcome);
      if (isTried) this.#tried += 1;
      if (outcome.kind === 'sent') this.#sent += 1;
    } catch (trouble) {
      this.#stop(trouble);
    }
    this.#beingWritten -= 1;
    this.#sendMore();
    this.#notice();
  }
}
