import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { audiencesOf } from '../plan/audience.ts';
import type { PlatformName } from '../plan/people.ts';
import { can } from '../plan/permissions.ts';
import type { Plan } from '../plan/plan.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { auditOf } from './audit-facts.ts';
import { planInForce } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import type { Audience, Channel } from './ports/board-records.ts';
import type { Records } from './ports/store.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface ChannelToUse {
  readonly platform: PlatformName;
  readonly tenantId: string;
  readonly channelId: string;
  readonly name: string;
  readonly audience: Audience;
  /** `shared`: people from outside the partnership read it. */
  readonly reach: Channel['reach'];
}

export interface UsedChannel {
  readonly channel: Channel;
  /** What it was used for before; null = it is new. */
  readonly before: Channel | null;
}

/** The longest name of a channel that is kept, in characters (Slack allows 80, Teams 50). */
const longestName = 200;

/** From now on the digests of an audience are posted in a channel. A channel has one audience: another one takes its place. */
export async function useChannel(
  deps: Deps,
  actor: Actor,
  wanted: ChannelToUse,
): Promise<Result<UsedChannel, Refusal>> {
  return allOrNothing<UsedChannel>(deps.store.in(actor.partnershipId), async (records) => {
    const plan = await allowed(deps, actor, records);
    if (!plan.ok) return plan;
    const wrong = whatIsWrong(wanted, plan.value);
    if (wrong !== null) return failure(refusal('invalid', wrong));
    const before = await known(records, wanted);
    const name = wanted.name.trim();
    const channel: Channel = {
      ...wanted,
      name: name === '' ? wanted.channelId : name,
      id: before?.id ?? deps.newId(),
    };
    if (before && isSame(before, channel)) return success({ channel: before, before });
    await records.channels.save(channel);
    await records.audit.append(
      auditOf(deps, actor, before ? 'channel_changed' : 'channel_added', `channel:${channel.id}`, {
        platform: channel.platform,
        audience: channel.audience,
        reach: channel.reach,
      }),
    );
    return success({ channel, before });
  });
}

/** Nothing is posted in a channel any more; what stands there stays. Gives what it was used for. */
export async function stopChannel(
  deps: Deps,
  actor: Actor,
  which: Pick<Channel, 'platform' | 'tenantId' | 'channelId'>,
): Promise<Result<Channel, Refusal>> {
  return allOrNothing<Channel>(deps.store.in(actor.partnershipId), async (records) => {
    const plan = await allowed(deps, actor, records);
    if (!plan.ok) return plan;
    const channel = await known(records, which);
    if (!channel)
      return failure(refusal('not_found', 'bcp posts nothing in this channel; nothing was changed.'));
    await records.channels.remove(channel.id);
    await records.audit.append(
      auditOf(deps, actor, 'channel_removed', `channel:${channel.id}`, {
        platform: channel.platform,
        audience: channel.audience,
      }),
    );
    return success(channel);
  });
}

/** The channel as it is registered; null when it is not. */
export async function known(
  { channels }: Pick<Records, 'channels'>,
  { platform, tenantId, channelId }: Pick<Channel, 'platform' | 'tenantId' | 'channelId'>,
): Promise<Channel | null> {
  const all = await channels.all();
  return (
    all.find(
      (each) => each.platform === platform && each.tenantId === tenantId && each.channelId === channelId,
    ) ?? null
  );
}

async function allowed(deps: Deps, actor: Actor, records: Records): Promise<Result<Plan, Refusal>> {
  const plan = await planInForce(records, deps.clock.now());
  if (!plan) return failure(refusal('not_found', 'No plan is in force yet.'));
  const today = londonDate(deps.clock.now());
  const permission = can(actor, 'manage_channels', { kind: 'partnership' }, plan, today);
  return permission.allowed ? success(plan) : failure(refusal('not_allowed', permission.words));
}

function whatIsWrong({ audience, channelId, tenantId, name }: ChannelToUse, plan: Plan): string | null {
  if (!audiencesOf(plan).includes(audience))
    return `The plan knows no audience "${audience}". There are: ${audiencesOf(plan).join(', ')}.`;
  if (channelId.trim() === '' || tenantId.trim() === '')
    return 'The channel has no id. Type the command in the channel itself.';
  return name.length > longestName
    ? `The name of the channel is ${name.length} characters long; there is room for ${longestName}.`
    : null;
}

function isSame(first: Channel, second: Channel): boolean {
  return first.name === second.name && first.audience === second.audience && first.reach === second.reach;
}
