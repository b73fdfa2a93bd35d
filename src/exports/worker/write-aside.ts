import { Worker } from 'node:worker_threads';
import type { Document } from '../../documents/document.ts';
import type { Delivered, Order, SlowFormat } from './slow-formats.ts';

/** After this long without an order the thread ends and its memory is given back. */
const idleMs = 60_000;
/** A paper takes a second or two. One that takes this long never comes, and its thread is ended so that the next can be written. */
const patienceMs = 60_000;

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  idle: NodeJS.Timeout | null;
}

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (cause: Error) => void;
  readonly limit: NodeJS.Timeout;
}

let current: Thread | null = null;
let orders = 0;

/**
 * Writes the document in a thread of its own, so that a command is answered meanwhile as fast as ever. The thread is begun when it is first
 * wanted and never keeps the program from ending. Throws when the document cannot be written, or when the thread dies over it.
 */
export function writeAside(format: SlowFormat, document: Document): Promise<Uint8Array> {
  const thread = (current ??= begin());
  if (thread.idle) clearTimeout(thread.idle);
  thread.idle = null;
  orders += 1;
  const order: Order = { number: orders, format, document };
  return new Promise<Uint8Array>((resolve, reject) => {
    const limit = setTimeout(() => {
      end(thread, new Error(`The document could not be written in ${patienceMs / 1000} seconds`));
      void thread.worker.terminate();
    }, patienceMs).unref();
    thread.waiting.set(order.number, { resolve, reject, limit });
    thread.worker.ref();
    thread.worker.postMessage(order);
  });
}

function begin(): Thread {
  const isSource = import.meta.url.endsWith('.ts');
  const entry = new URL(isSource ? './thread-from-source.mjs' : './thread.js', import.meta.url);
  const worker = new Worker(entry, { name: 'bcp papers' });
  const thread: Thread = { worker, waiting: new Map(), idle: null };
  worker.unref();
  worker.on('message', (delivered: Delivered) => {
    settle(thread, delivered);
  });
  worker.on('error', (cause) => {
    end(thread, new Error('The thread that writes papers has failed', { cause }));
  });
  worker.on('exit', () => {
    end(thread, new Error('The thread that writes papers has ended'));
  });
  return thread;
}

function settle(thread: Thread, delivered: Delivered): void {
  const waiting = thread.waiting.get(delivered.number);
  thread.waiting.delete(delivered.number);
  clearTimeout(waiting?.limit);
  if ('bytes' in delivered) waiting?.resolve(delivered.bytes);
  else waiting?.reject(new Error(`The document could not be written: ${delivered.trouble}`));
  if (thread.waiting.size > 0) return;
  thread.worker.unref();
  thread.idle = setTimeout(() => {
    if (current === thread) current = null;
    void thread.worker.terminate();
  }, idleMs).unref();
}

function end(thread: Thread, cause: Error): void {
  if (current === thread) current = null;
  for (const { reject, limit } of thread.waiting.values()) {
    clearTimeout(limit);
    reject(cause);
  }
  thread.waiting.clear();
}
