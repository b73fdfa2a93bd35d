import { londonDate } from '../kit/london.ts';
import { strangerRefused, type Linking } from '../messages/stranger-refused.ts';
import type { Message } from '../messages/message.ts';
import type { PlatformName } from '../plan/people.ts';
import { auditBy } from './audit-facts.ts';
import { planInForce, readDirectory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { secretariatOf } from './open-cycle.ts';
import type { PartnershipStore } from './ports/store.ts';

/** An account of a platform that wrote to bcp. */
export interface UnknownAccount {
  readonly platform: PlatformName;
  readonly tenantId: string;
  readonly accountId: string;
  /** The workspace or tenant in which bcp heard them, where it is not their own: a channel that is shared. */
  readonly heardIn?: string;
  /** The partnership whose button or form it was. */
  readonly partnershipId?: string | null;
}

/**
 * Somebody whom no partnership knows: a polite refusal that says whom to ask, and one audit row an hour, as anybody may write all day, in each
 * partnership that works where they wrote, or only in that of the button. Names are said only there.
 */
export async function refuseStranger(
  deps: Deps,
  account: UnknownAccount,
  linking: Linking | null = null,
): Promise<Message> {
  const { platform, tenantId, accountId } = account;
  const subject = `account:${platform}:${tenantId}:${accountId}`;
  const hour = deps.clock.now().toISOString().slice(0, 'yyyy-mm-ddThh'.length);
  const here: { partnership: string; secretariat: readonly string[] }[] = [];
  for (const store of await workingThere(deps, account)) {
    await writeDown(deps, store, `${subject}:${hour}`, null, platform, subject);
    here.push(await whomToAsk(deps, store));
  }
  return strangerRefused(here, linking);
}

/** The partnerships with people or channels where somebody wrote. */
async function workingThere(deps: Deps, account: UnknownAccount): Promise<readonly PartnershipStore[]> {
  const { platform, tenantId, heardIn = tenantId, partnershipId } = account;
  const isThere = (each: { readonly platform: PlatformName; readonly tenantId: string }) =>
    each.platform === platform && [tenantId, heardIn].includes(each.tenantId);
  const there: { readonly id: string; readonly store: PartnershipStore }[] = [];
  for (const { id } of await deps.store.partnerships()) {
    const store = deps.store.in(id);
    const works = (await store.people.accounts()).some(isThere) || (await store.channels.all()).some(isThere);
    if (works) there.push({ id, store });
  }
  const meant = there.filter(({ id }) => id === partnershipId);
  return (meant.length > 0 ? meant : there).map(({ store }) => store);
}

/** The same for a person of the partnership who never held a role in it; null for everybody else. */
export async function refuseWithoutRole(deps: Deps, actor: Actor, eventKey: string): Promise<Message | null> {
  if (actor.roles.length > 0 || actor.coversFor.length > 0) return null;
  const store = deps.store.in(actor.partnershipId);
  await writeDown(deps, store, eventKey, actor.personId, actor.platform, `person:${actor.personId}`);
  return strangerRefused([await whomToAsk(deps, store)]);
}

/** One row for one thing that somebody did, however often the platform tells us of it. */
async function writeDown(
  deps: Deps,
  store: PartnershipStore,
  eventKey: string,
  personId: string | null,
  platform: PlatformName,
  subject: string,
): Promise<void> {
  await store.transact(async (records) => {
    const receipt = await records.inbox.receive(`refused:${eventKey}`, subject, deps.clock.now());
    if (receipt === 'first')
      await records.audit.append(auditBy(deps, personId, platform, 'stranger_refused', subject));
  });
}

async function whomToAsk(
  deps: Deps,
  store: PartnershipStore,
): Promise<{ partnership: string; secretariat: readonly string[] }> {
  const now = deps.clock.now();
  const secretariat = secretariatOf(await readDirectory(store), londonDate(now));
  const plan = await planInForce(store, now);
  return {
    partnership: plan?.partnership.name ?? 'this partnership',
    secretariat: secretariat.map(({ name }) => name),
  };
}
