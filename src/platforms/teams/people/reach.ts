import { z } from 'zod';
import type { Store } from '../../../use-cases/ports/store.ts';
import type { InboundActivity } from '../seam/activity.ts';

const whereabouts = z.object({
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

const address = z.object({ serviceUrl: z.string() });

/** The directory of Teams addresses, kept in every partnership's settings: an address comes before anybody knows whose it is. */
export interface Reach {
  person(partnershipId: string, tenantId: string, userId: string): Promise<Whereabouts | null>;
  /** The connector's address for a channel or, failing that, for its tenant. */
  serviceUrl(partnershipId: string, tenantId: string, channelId: string | null): Promise<string>;
  /** Takes in what a request says about where its sender is. */
  note(activity: InboundActivity): Promise<void>;
  opened(partnershipId: string, tenantId: string, userId: string, conversationId: string): Promise<void>;
  /** The chat is closed: the person or their administrator has removed the app. */
  closed(tenantId: string, userId: string): Promise<void>;
  /** The person, or bcp, is no longer in the channel in which they last spoke. */
  left(tenantId: string, userId: string): Promise<void>;
}

/** Where the connector of a tenant is found before it has said so itself. */
export const firstServiceUrl = 'https://smba.trafficmanager.net/teams/';

type Stored = Pick<Store, 'partnerships' | 'in'>;
type Write = (partnershipId: string, key: string, value: unknown) => Promise<void>;

/** Addresses in the store; what was written last is remembered, so that an ordinary message writes nothing. */
export function storedReach(store: Stored): Reach {
  const write = writer(store);
  const noted = new Set<string>();
  const everywhere = async (work: (partnershipId: string) => Promise<void>): Promise<void> => {
    for (const { id } of await store.partnerships()) await work(id);
  };
  const forget = (tenantId: string, userId: string, what: Partial<Whereabouts>): Promise<void> => {
    noted.clear();
    return everywhere(async (partnershipId) => {
      const known = await readPerson(store, partnershipId, tenantId, userId);
      if (known) await write(partnershipId, personKey(tenantId, userId), { ...known, ...what });
    });
  };
  return {
    person: (partnershipId, tenantId, userId) => readPerson(store, partnershipId, tenantId, userId),
    serviceUrl: async (partnershipId, tenantId, channelId) => {
      const { settings } = store.in(partnershipId);
      const ofChannel = address.safeParse(
        channelId === null ? null : await settings.get(channelKey(tenantId, channelId)),
      );
      if (ofChannel.success) return ofChannel.data.serviceUrl;
      const ofTenant = address.safeParse(await settings.get(tenantKey(tenantId)));
      return ofTenant.success ? ofTenant.data.serviceUrl : firstServiceUrl;
    },
    note: async (activity) => {
      const said = saidBy(activity);
      if (noted.has(said)) return;
      await everywhere((partnershipId) => noteIn(store, write, partnershipId, activity));
      if (noted.size > 20_000) noted.clear();
      noted.add(said);
    },
    opened: async (partnershipId, tenantId, userId, conversationId) => {
      const known = await readPerson(store, partnershipId, tenantId, userId);
      const fresh = { serviceUrl: firstServiceUrl, teamsId: userId, name: '', channel: null };
      await write(partnershipId, personKey(tenantId, userId), { ...(known ?? fresh), conversationId });
    },
    closed: (tenantId, userId) => forget(tenantId, userId, { conversationId: null }),
    left: (tenantId, userId) => forget(tenantId, userId, { channel: null }),
  };
}

/** Everything in an activity that says where its sender is. */
function saidBy({ tenantId, serviceUrl, person, scope, channelId, conversationId }: InboundActivity): string {
  return JSON.stringify([tenantId, serviceUrl, person, scope, channelId, conversationId]);
}

function writer(store: Stored): Write {
  const written = new Map<string, string>();
  return async (partnershipId, key, value) => {
    const json = JSON.stringify(value);
    const name = `${partnershipId} ${key}`;
    if (written.get(name) === json) return;
    await store.in(partnershipId).settings.set(key, value);
    if (written.size > 20_000) written.clear();
    written.set(name, json);
  };
}

async function readPerson(
  store: Stored,
  partnershipId: string,
  tenantId: string,
  userId: string,
): Promise<Whereabouts | null> {
  const stored = whereabouts.safeParse(
    await store.in(partnershipId).settings.get(personKey(tenantId, userId)),
  );
  return stored.success ? stored.data : null;
}

async function noteIn(
  store: Stored,
  write: Write,
  partnershipId: string,
  activity: InboundActivity,
): Promise<void> {
  const { tenantId, serviceUrl, person, scope, channelId, conversationId } = activity;
  await write(partnershipId, tenantKey(tenantId), { serviceUrl });
  if (scope === 'channel') await write(partnershipId, channelKey(tenantId, channelId), { serviceUrl });
  if (person.aadObjectId === '') return;
  const known = await readPerson(store, partnershipId, person.tenantId, person.aadObjectId);
  await write(partnershipId, personKey(person.tenantId, person.aadObjectId), {
    serviceUrl,
    teamsId: person.teamsId,
    name: person.name === '' ? (known?.name ?? '') : person.name,
    conversationId: scope === 'personal' ? conversationId : (known?.conversationId ?? null),
    channel: (await isOwnChannel(store, partnershipId, activity))
      ? { channelId, tenantId, serviceUrl }
      : (known?.channel ?? null),
  });
}

/** Whether something was said in a channel that this partnership has set up: where else somebody speaks is no business of it. */
async function isOwnChannel(
  store: Stored,
  partnershipId: string,
  { scope, tenantId, channelId }: InboundActivity,
): Promise<boolean> {
  if (scope !== 'channel') return false;
  return (await store.in(partnershipId).channels.all()).some(
    (each) => each.platform === 'teams' && each.tenantId === tenantId && each.channelId === channelId,
  );
}

function personKey(tenantId: string, userId: string): string {
  return `teams:person:${tenantId}:${userId}`;
}

function channelKey(tenantId: string, channelId: string): string {
  return `teams:channel:${tenantId}:${channelId}`;
}

function tenantKey(tenantId: string): string {
  return `teams:tenant:${tenantId}`;
}
