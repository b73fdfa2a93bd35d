import type { Clock } from '../../../kit/clock.ts';
import type { Log } from '../../../kit/log.ts';
import type {
  ClaimedDelivery,
  DeliveryOutcome,
  Destination,
} from '../../../use-cases/ports/delivery-records.ts';
import type { Sender } from '../../../use-cases/ports/sender.ts';
import type { Store } from '../../../use-cases/ports/store.ts';
import { textAt, type SlackApi } from '../api/slack-api.ts';
import { troubleOf, type Trouble } from '../api/trouble.ts';
import type { Workspaces } from '../install/workspaces.ts';
import { PayloadMistake } from '../render/check-payload.ts';
import { messagePages } from '../render/render-message.ts';
import { channelReach, type KnownOutsiders } from './channel-check.ts';
import { laneGapMs, sendingLanes } from './lanes.ts';
import { messageIdFromText, messageIdToText, type SlackMessageId } from './message-id.ts';
import type { Pictures } from './pictures.ts';
import { deleteQuietly, postPages, replacePages } from './post-pages.ts';
import { CannotLook, mayNotLook } from './cannot-look.ts';
import { readBack } from './read-back.ts';

export interface SlackSenderDeps {
  readonly workspaces: Workspaces;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly pictures: Pictures;
  readonly sleep: (ms: number) => Promise<void>;
}

type Reachable = Exclude<Destination, { kind: 'nobody' }>;

/** Until a doubtful message has surely arrived if it ever does, in milliseconds: then it is looked for. */
const settleMs = 10_000;
/** A workspace whose key is refused is tried again this much later, in milliseconds. */
const keyWaitMs = 3_600_000;

/**
 * Carries a promised message to Slack: one try, one second apart in each conversation. A try after a doubtful one first looks whether the
 * message stands there; so it is there once, whatever got lost on the way.
 */
export function slackSender(deps: SlackSenderDeps): Sender {
  const lanes = sendingLanes(deps.clock, deps.sleep);
  const delivery = new SlackDelivery(deps);
  return {
    platform: 'slack',
    send: async (claimed) => {
      const { to } = claimed;
      if (to.kind === 'nobody') return { kind: 'nobody_there', trouble: to.reason };
      const api = await deps.workspaces.api(to.tenantId);
      if (!api)
        return { kind: 'nobody_there', trouble: 'bcp is not installed in this Slack workspace (any more).' };
      return lanes.run(`${to.tenantId}:${addressOf(to)}`, () => delivery.attempt(api, claimed, to));
    },
  };
}

function addressOf(to: Reachable): string {
  return to.kind === 'account' ? to.accountId : to.channelId;
}

class SlackDelivery {
  readonly #deps: SlackSenderDeps;
  /** Deliveries whose last try is known not to have arrived, so that the next need not look. */
  readonly #notThere = new Set<string>();
  readonly #outsiders = new Map<string, KnownOutsiders>();
  readonly #alarmed = new Set<string>();

  constructor(deps: SlackSenderDeps) {
    this.#deps = deps;
  }

  async attempt(api: SlackApi, delivery: ClaimedDelivery, to: Reachable): Promise<DeliveryOutcome> {
    try {
      const closed = await this.#closedChannel(api, delivery, to);
      if (closed !== null) return { kind: 'refused', trouble: closed };
      const id = await this.#deliver(api, delivery, to);
      this.#notThere.delete(delivery.id);
      this.#alarmed.delete(to.tenantId);
      return { kind: 'sent', platformMessageId: messageIdToText(id) };
    } catch (error) {
      if (error instanceof PayloadMistake) {
        this.#deps.log.error('A message does not fit Slack', { delivery: delivery.id, cause: error });
        return { kind: 'refused', trouble: 'bcp wrote this message in a way that Slack does not take.' };
      }
      if (error instanceof CannotLook) return { kind: 'ambiguous', trouble: error.message };
      return this.#outcome(troubleOf(error), delivery, to);
    }
  }

  async #deliver(api: SlackApi, delivery: ClaimedDelivery, to: Reachable): Promise<SlackMessageId> {
    const pictureOf = await this.#deps.pictures.upload(api, to.tenantId, delivery.message);
    try {
      return await this.#write(api, delivery, to, pictureOf);
    } catch (error) {
      // A file that Slack has not looked at yet makes it refuse the whole message: then its figures go as a table.
      if (troubleOf(error).code !== 'invalid_blocks') throw error;
      return this.#write(api, delivery, to, () => null);
    }
  }

  async #write(
    api: SlackApi,
    delivery: ClaimedDelivery,
    to: Reachable,
    pictureOf: ReturnType<Pictures['known']>,
  ): Promise<SlackMessageId> {
    const pages = messagePages(delivery.message, { partnershipId: delivery.partnershipId, pictureOf });
    const post = {
      pages,
      key: delivery.key,
      deliveryId: delivery.id,
      pause: () => this.#deps.sleep(laneGapMs),
    };
    const replaced =
      delivery.replacesPlatformMessageId === null
        ? null
        : messageIdFromText(delivery.replacesPlatformMessageId);
    if (replaced) {
      try {
        return await replacePages(api, replaced, post);
      } catch (error) {
        if (troubleOf(error).kind !== 'gone') throw error;
      }
    }
    const isRepeat = delivery.attempts > 1 && !this.#notThere.has(delivery.id);
    if (!isRepeat)
      return postPages(api, { ...post, channel: addressOf(to), thread: null, standing: new Map() });
    return this.#writeAgain(api, delivery, to, post);
  }

  /** After a doubtful try: what stands there is kept, what is missing is added, and what came twice is taken away. */
  async #writeAgain(
    api: SlackApi,
    delivery: ClaimedDelivery,
    to: Reachable,
    post: Omit<Parameters<typeof postPages>[1], 'channel' | 'thread' | 'standing'>,
  ): Promise<SlackMessageId> {
    const channel = await conversationOf(api, to);
    const look = () => readBack(api, channel, delivery.id, this.#deps.clock.now());
    const standing = await look().catch((error: unknown) => {
      throw mayNotLook(error);
    });
    const id = await postPages(api, { ...post, channel, thread: null, standing });
    const after = standing.size === post.pages.length ? standing : await look();
    for (const [page, stamps] of after) {
      for (const stamp of stamps) {
        if (stamp !== id.stamps[page]) await deleteQuietly(api, id.channel, stamp);
      }
    }
    return id;
  }

  /** Why nothing may be posted in this channel now; null when it may. What was written for members only stays with them. */
  async #closedChannel(api: SlackApi, delivery: ClaimedDelivery, to: Reachable): Promise<string | null> {
    if (to.kind === 'account') return null;
    const records = this.#deps.store.in(delivery.partnershipId).channels;
    const channel = (await records.all()).find(
      (each) => each.platform === 'slack' && each.tenantId === to.tenantId && each.channelId === to.channelId,
    );
    if (channel?.reach === 'shared') return null;
    const outsiders: KnownOutsiders =
      this.#outsiders.get(to.tenantId) ??
      new Map<string, { readonly outside: boolean; readonly until: number }>();
    this.#outsiders.set(to.tenantId, outsiders);
    const reach = await channelReach(api, to.channelId, outsiders, this.#deps.clock.now());
    if (reach.kind === 'members') return null;
    if (channel) await records.save({ ...channel, reach: 'shared' });
    return `${reach.why} Nothing was posted; post it again, and it goes out in the shorter form for open channels.`;
  }

  #outcome(trouble: Trouble, delivery: ClaimedDelivery, to: Reachable): DeliveryOutcome {
    const now = this.#deps.clock.now().getTime();
    const later = (ms: number): DeliveryOutcome => ({
      kind: 'retry',
      at: new Date(now + ms),
      trouble: trouble.words,
    });
    if (trouble.kind === 'unknown') this.#notThere.delete(delivery.id);
    else if (delivery.attempts === 1 || this.#notThere.has(delivery.id)) this.#notThere.add(delivery.id);
    switch (trouble.kind) {
      case 'rate_limited':
        return later(trouble.waitMs);
      case 'not_sent':
        return later(0);
      case 'unknown':
        return later(settleMs);
      case 'key':
        this.#alarm(to.tenantId, trouble.code);
        return later(keyWaitMs);
      case 'nobody_there':
        return { kind: 'nobody_there', trouble: trouble.words };
      case 'refused':
      case 'gone':
        return { kind: 'refused', trouble: trouble.words };
    }
  }

  /** Once, not for each of three hundred prompts. */
  #alarm(teamId: string, code: string): void {
    if (this.#alarmed.has(teamId)) return;
    this.#alarmed.add(teamId);
    this.#deps.log.error(
      'Slack does not accept the key to a workspace; nothing goes out there until it is installed again',
      {
        team: teamId,
        code,
      },
    );
  }
}

/** The id of the conversation with a person; opening it twice opens it once. */
async function conversationOf(api: SlackApi, to: Reachable): Promise<string> {
  if (to.kind === 'channel') return to.channelId;
  return textAt(await api.call('conversations.open', { users: to.accountId }), 'channel', 'id');
}
