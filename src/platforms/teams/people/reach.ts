import { z } from 'zod';
import type { Store } from '../../../use-cases/ports/store.ts';
import type { ActivityPerson, InboundActivity } from '../seam/activity.ts';
import { readWhereabouts, writeWhereabouts, type Whereabouts } from './whereabouts.ts';

const address = z.object({ serviceUrl: z.string() });

/**
 * The directory of Teams addresses. Those of tenants and channels are kept in every partnership's settings, and say nothing of anybody; a
 * person's only in those of the partnerships that know whose account it is.
 */
export interface Reach {
  person(partnershipId: string, tenantId: string, userId: string): Promise<Whereabouts | null>;
  /** The connector's address for a channel or, failing that, for its tenant. */
  serviceUrl(partnershipId: string, tenantId: string, channelId: string | null): Promise<string>;
  /** Takes in what a request says about where its sender is. */
  note(activity: InboundActivity): Promise<void>;
  /** A chat with somebody was opened at an address, which is kept with it. */
  opened(
    partnershipId: string,
    account: { readonly tenantId: string; readonly accountId: string },
    chat: Pick<Whereabouts, 'serviceUrl'> & { readonly conversationId: string },
  ): Promise<void>;
  /** The chat is closed: the person or their administrator has removed the app. */
  closed(tenantId: string, userId: string): Promise<void>;
  /** The person, or bcp, is no longer in the channel in which they last spoke. */
  left(tenantId: string, userId: string): Promise<void>;
}

type Stored = Pick<Store, 'partnerships' | 'in' | 'personsOfAccount'>;
type Write = (partnershipId: string, key: string, value: unknown) => Promise<void>;

/**
 * Addresses in the store; what was noted is remembered, so that an ordinary message writes nothing. `firstUrl` is where the connector of a
 * tenant is found before that tenant has said so itself.
 */
export function storedReach(store: Stored, firstUrl: string): Reach {
  const write = writer(store);
  const noted = new Set<string>();
  const everywhere = async (work: (partnershipId: string) => Promise<void>): Promise<void> => {
    for (const { id } of await store.partnerships()) await work(id);
  };
  const forget = (tenantId: string, userId: string, what: Partial<Whereabouts>): Promise<void> => {
    noted.clear();
    return everywhere(async (partnershipId) => {
      const known = await readWhereabouts(store, partnershipId, { tenantId, userId });
      if (known)
        await writeWhereabouts(store, partnershipId, { tenantId, userId }, known, { ...known, ...what });
    });
  };
  return {
    person: (partnershipId, tenantId, userId) => readWhereabouts(store, partnershipId, { tenantId, userId }),
    serviceUrl: async (partnershipId, tenantId, channelId) => {
      const { settings } = store.in(partnershipId);
      const ofChannel = address.safeParse(
        channelId === null ? null : await settings.get(channelKey(tenantId, channelId)),
      );
      if (ofChannel.success) return ofChannel.data.serviceUrl;
      const ofTenant = address.safeParse(await settings.get(tenantKey(tenantId)));
      return ofTenant.success ? ofTenant.data.serviceUrl : firstUrl;
    },
    note: async (activity) => {
      const said = saidBy(activity);
      if (noted.has(said)) return;
      await everywhere((partnershipId) => notePlace(write, partnershipId, activity));
      const knowing = await partnershipsOf(store, activity.person);
      for (const partnershipId of knowing) await notePerson(store, partnershipId, activity);
      if (noted.size > 20_000) noted.clear();
      // Somebody whom nobody knows yet may be known with their next message, which says nothing new of where they are.
      if (knowing.length > 0) noted.add(said);
    },
    opened: async (partnershipId, { tenantId, accountId: userId }, chat) => {
      const known = await readWhereabouts(store, partnershipId, { tenantId, userId });
      const before = known ?? { teamsId: userId, name: '', channel: null };
      await writeWhereabouts(store, partnershipId, { tenantId, userId }, known, { ...before, ...chat });
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

/** The partnerships in which an account is somebody's: where a stranger is, is kept nowhere. */
async function partnershipsOf(
  store: Stored,
  { tenantId, aadObjectId }: ActivityPerson,
): Promise<readonly string[]> {
  if (aadObjectId === '') return [];
  const places = await store.personsOfAccount('teams', tenantId, aadObjectId);
  return [...new Set(places.map(({ partnershipId }) => partnershipId))];
}

async function notePlace(write: Write, partnershipId: string, activity: InboundActivity): Promise<void> {
  const { tenantId, serviceUrl, scope, channelId } = activity;
  await write(partnershipId, tenantKey(tenantId), { serviceUrl });
  if (scope === 'channel') await write(partnershipId, channelKey(tenantId, channelId), { serviceUrl });
}

async function notePerson(store: Stored, partnershipId: string, activity: InboundActivity): Promise<void> {
  const { tenantId, serviceUrl, person, scope, channelId, conversationId } = activity;
  const account = { tenantId: person.tenantId, userId: person.aadObjectId };
  const known = await readWhereabouts(store, partnershipId, account);
  await writeWhereabouts(store, partnershipId, account, known, {
    serviceUrl: await urlOfChat(store, partnershipId, activity, known),
    teamsId: person.teamsId,
    name: person.name === '' ? (known?.name ?? '') : person.name,
    conversationId: scope === 'personal' ? conversationId : (known?.conversationId ?? null),
    channel: (await isOwnChannel(store, partnershipId, activity))
      ? { channelId, tenantId, serviceUrl }
      : (known?.channel ?? null),
  });
}

/** A chat keeps its own address: the one of a channel is another's, where it belongs to another tenant. */
async function urlOfChat(
  store: Stored,
  partnershipId: string,
  { tenantId, serviceUrl, person, scope }: InboundActivity,
  known: Whereabouts | null,
): Promise<string> {
  if (scope === 'personal') return serviceUrl;
  if (known !== null && known.conversationId !== null) return known.serviceUrl;
  if (tenantId === person.tenantId) return serviceUrl;
  const ofTenant = address.safeParse(await store.in(partnershipId).settings.get(tenantKey(person.tenantId)));
  return ofTenant.success ? ofTenant.data.serviceUrl : serviceUrl;
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

function channelKey(tenantId: string, channelId: string): string {
  return `teams:channel:${tenantId}:${channelId}`;
}

function tenantKey(tenantId: string): string {
  return `teams:tenant:${tenantId}`;
}
