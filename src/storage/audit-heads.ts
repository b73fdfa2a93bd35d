import type { AuditHeads, AuditMark } from '../use-cases/ports/audit-records.ts';
import type { Database } from './database.ts';
import { withTroubleNamed } from './storage-trouble.ts';

const question = 'SELECT "partnershipId", "hash", "standing" FROM "AuditHead" ORDER BY "partnershipId"';

type Row = AuditMark & { readonly partnershipId: string };

/**
 * The newest audit hashes, cheap enough to be asked for with every request. On a server, one query answers everybody who asked before it
 * was sent, and whoever asks while it is under way waits for the next one: so nobody is told of a state from before they asked. In the
 * process nothing is asked at all while no statement has been run since the last time.
 */
export function auditHeads({ pool, begunRuns }: Database): () => Promise<AuditHeads> {
  let newest: AuditHeads = new Map();
  const ask = async (): Promise<AuditHeads> => {
    const { rows } = await withTroubleNamed(() => pool.query<Row>(question));
    if (!isSame(newest, rows))
      newest = new Map(rows.map(({ partnershipId, hash, standing }) => [partnershipId, { hash, standing }]));
    return newest;
  };
  return begunRuns === null ? askedTogether(ask) : askedAfterRuns(ask, begunRuns);
}

function isSame(heads: AuditHeads, rows: readonly Row[]): boolean {
  return (
    heads.size === rows.length &&
    rows.every(({ partnershipId, hash, standing }) => {
      const known = heads.get(partnershipId);
      return known?.hash === hash && known.standing === standing;
    })
  );
}

/** One query at a time; those who come while it runs share the one after it. */
function askedTogether<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> | null = null;
  let next: Promise<T> | null = null;
  const start = (): Promise<T> => {
    next = null;
    const asked = ask();
    running = asked;
    const ended = () => {
      if (running === asked) running = null;
    };
    asked.then(ended, ended);
    return asked;
  };
  return () => {
    if (next) return next;
    if (!running) return start();
    next = running.then(start, start);
    return next;
  };
}

/** What was known stays known until anything has been run, our own question excepted. */
function askedAfterRuns<T>(ask: () => Promise<T>, begunRuns: () => number): () => Promise<T> {
  let known: { readonly runs: number; readonly answer: Promise<T> } | null = null;
  return () => {
    const before = begunRuns();
    if (known?.runs === before) return known.answer;
    const answer = ask();
    void answer.then(
      () => {
        // Ours is one run; had another begun beside it, there would be more.
        if (begunRuns() === before + 1) known = { runs: before + 1, answer };
      },
      () => undefined,
    );
    return answer;
  };
}
