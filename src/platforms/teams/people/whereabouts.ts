import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Store } from '../../../use-cases/ports/store.ts';
import { whereaboutsName } from '../../../use-cases/ports/whereabouts-name.ts';

const whereabouts = z.object({
  /** The connector's address for the chat; while there is none, the best that is known for opening it. */
  serviceUrl: z.string(),
  /** How this bot is to call the person. */
  teamsId: z.string(),
  name: z.string(),
  /** The chat of the person and the bot; null = not opened yet, or closed again. */
  conversationId: z.string().nullable(),
  /** The channel of this partnership in which the person last spoke to bcp: where they can be mentioned when they have no chat with it. */
  channel: z.object({ channelId: z.string(), tenantId: z.string(), serviceUrl: z.string() }).nullable(),
});

/** Where a person of one tenant is reached. Only what an authenticated request of Teams said comes in here. */
export type Whereabouts = z.infer<typeof whereabouts>;

type Account = { readonly tenantId: string; readonly userId: string };
type Stored = Pick<Store, 'in'>;

export async function readWhereabouts(
  store: Stored,
  partnershipId: string,
  account: Account,
): Promise<Whereabouts | null> {
  const stored = whereabouts.safeParse(await store.in(partnershipId).settings.get(whereaboutsName(account)));
  return stored.success ? stored.data : null;
}

/** Writes down where an account is now, unless that is `known` already. */
export async function writeWhereabouts(
  store: Stored,
  partnershipId: string,
  account: Account,
  known: Whereabouts | null,
  now: Whereabouts,
): Promise<void> {
  if (known !== null && isDeepStrictEqual(known, now)) return;
  await store.in(partnershipId).settings.set(whereaboutsName(account), now);
}
