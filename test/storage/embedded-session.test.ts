import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { openMemory } from '../../src/storage/embedded/open-embedded.ts';
import { watchReady } from '../../src/storage/embedded/ready-watch.ts';
import { makeTurnstile } from '../../src/storage/embedded/turnstile.ts';
import { startUpkeep } from '../../src/storage/embedded/upkeep.ts';
import { silentLog, templatePath } from '../support/database.ts';

describe('the database inside the process, asked by several connections at once', () => {
  let database: Database;

  beforeAll(async () => {
    database = await openMemory(await templatePath(), silentLog);
    await database.pool.query('CREATE TABLE t (x int)');
  });
  beforeEach(async () => {
    await database.pool.query('TRUNCATE t');
  });
  afterAll(async () => {
    await database.close();
  });

  const count = async (): Promise<number> => {
    const answer = await database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM t');
    return answer.rows[0]?.n ?? -1;
  };

  it('never lets one connection into the transaction of another', async () => {
    const one = await database.pool.connect();
    await one.query('BEGIN');
    await one.query('INSERT INTO t VALUES (1)');

    const seenByAnother = count();
    await one.query('INSERT INTO t VALUES (2)');
    await one.query('ROLLBACK');
    one.release();

    expect(await seenByAnother).toBe(0);
  });

  it('takes a transaction back whose connection breaks, and goes on with the others', async () => {
    const one = await database.pool.connect();
    await one.query('BEGIN');
    await one.query('INSERT INTO t VALUES (1)');
    const seenByAnother = count();

    one.release(new Error('Broken.'));

    expect(await seenByAnother).toBe(0);
  });

  it('undoes a group of statements in which one fails, and answers the next', async () => {
    await expect(
      database.pool.query('INSERT INTO t VALUES (1); SELECT 1/0; INSERT INTO t VALUES (2)'),
    ).rejects.toThrow('division by zero');

    expect(await count()).toBe(0);
  });

  it('gives each of many askers its own answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        database.pool.query<{ n: number; words: string }>('SELECT $1::int AS n, repeat($2, 3) AS words', [
          index,
          `${index},`,
        ]),
      ),
    );

    expect(answers.map(({ rows }) => rows[0])).toEqual(
      Array.from({ length: 200 }, (_, index) => ({ n: index, words: `${index},${index},${index},` })),
    );
  });

  it('says that a deferred rule was broken when the transaction ends, and keeps nothing', async () => {
    await database.pool.query('CREATE TABLE once (x int UNIQUE DEFERRABLE INITIALLY DEFERRED)');
    const one = await database.pool.connect();
    await one.query('BEGIN');
    await one.query('INSERT INTO once VALUES (1), (1)');

    await expect(one.query('COMMIT')).rejects.toThrow('duplicate key');

    one.release();
    expect((await database.pool.query('SELECT * FROM once')).rows).toEqual([]);
  });

  it('always answers in UTC', async () => {
    const zone = await database.pool.query<{ TimeZone: string }>('SHOW TimeZone');

    expect(['UTC', 'GMT', 'Etc/UTC']).toContain(zone.rows[0]?.TimeZone);
  });
});

describe('the turnstile', () => {
  it('lets holders through one at a time, in the order in which they came', async () => {
    const turns = makeTurnstile();
    const seen: string[] = [];
    const pass = async (name: string): Promise<void> => {
      const leave = await turns.take();
      seen.push(`${name} in`);
      await Promise.resolve();
      seen.push(`${name} out`);
      leave();
    };

    await Promise.all([pass('a'), pass('b'), pass('c')]);

    expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });
});

describe('the watch on readiness', () => {
  it('finds the last status however the answer is cut into pieces', () => {
    const message = (type: string, body: string): Buffer => {
      const head = Buffer.alloc(5);
      head.write(type, 0, 'latin1');
      head.writeInt32BE(body.length + 4, 1);
      return Buffer.concat([head, Buffer.from(body, 'latin1')]);
    };
    const answer = Buffer.concat([
      message('D', 'a row that holds the letter Z and Z\x00\x00\x00\x05T'),
      message('I', ''),
      message('Z', 'T'),
      message('C', 'SELECT 1'),
      message('Z', 'E'),
    ]);

    for (let size = 1; size <= answer.length; size += 1) {
      const watch = watchReady();
      for (let at = 0; at < answer.length; at += size) watch.see(answer.subarray(at, at + size));
      expect(watch.status()).toBe('E');
    }
    expect(watchReady().status()).toBeNull();
  });
});

describe('the upkeep of the database', () => {
  /** Runs so many statements past the upkeep and lets it work. */
  async function afterRuns(runs: number, run: (sql: string) => Promise<unknown>): Promise<void> {
    const upkeep = startUpkeep(run, silentLog);
    for (let count = 0; count < runs; count += 1) upkeep.count();
    await new Promise((resolve) => setImmediate(resolve));
    await upkeep.stop();
  }

  it('is done after much has been written, and not before', async () => {
    const asked: string[] = [];
    const run = (sql: string): Promise<void> => {
      asked.push(sql);
      return Promise.resolve();
    };

    await afterRuns(4_999, run);
    const before = [...asked];
    await afterRuns(5_000, run);

    expect(before).toEqual([]);
    expect(asked).toEqual(['VACUUM (ANALYZE)', 'CHECKPOINT']);
  });

  it('is done once, however much is written before its turn comes', async () => {
    const asked: string[] = [];
    const upkeep = startUpkeep((sql) => {
      upkeep.count();
      asked.push(sql);
      return Promise.resolve();
    }, silentLog);

    for (let count = 0; count < 5_500; count += 1) upkeep.count();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await upkeep.stop();

    expect(asked).toEqual(['VACUUM (ANALYZE)', 'CHECKPOINT']);
  });

  it('that fails is left for later, and stops nothing', async () => {
    await expect(
      afterRuns(5_000, () => Promise.reject(new pg.DatabaseError('no', 2, 'error'))),
    ).resolves.toBeUndefined();
  });
});
