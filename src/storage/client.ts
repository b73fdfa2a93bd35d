import { PrismaPg } from '@prisma/adapter-pg';
import type { Database } from './database.ts';
import { PrismaClient } from './generated/client.ts';
import { withTroubleNamed } from './storage-trouble.ts';

/** The Prisma client on an open database; trouble is given its name on every query. */
export function openClient(database: Database) {
  return new PrismaClient({ adapter: new PrismaPg(database.pool) }).$extends({
    query: { $allOperations: ({ args, query }) => withTroubleNamed(() => query(args)) },
  });
}

export type Client = ReturnType<typeof openClient>;

/** What queries run on: the client itself, or one transaction of it. */
export type Queries = Omit<Client, '$connect' | '$disconnect' | '$on' | '$use' | '$transaction' | '$extends'>;
