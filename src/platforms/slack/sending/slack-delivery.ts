import type { ClaimedDelivery, DeliveryOutcome } from '../../../use-cases/ports/delivery-records.ts';
import type { SlackApi } from '../api/slack-api.ts';
import { troubleOf, type Trouble } from '../api/trouble.ts';
import { PayloadMistake } from '../render/check-payload.ts';
import type { SlackPage } from '../render/blocks.ts';
import { messagePages } from '../render/render-message.ts';
import { CannotLook } from './cannot-look.ts';
import { channelReach, type KnownOutsiders } from './channel-check.ts';
import type { Lanes } from './lanes.ts';
import { mayBeMentioned, mayStillBeThere, mentionPage } from './mention.ts';
import { messageIdToText, type SlackMessageId } from './message-id.ts';
import type { Pictures } from './pictures.ts';
import { sharedChannel, type SharedChannel } from './shared-channel.ts';
import type { SlackSenderDeps } from './slack-sender.ts';
import { writeDelivery, type Reachable, type ToAccount, type ToChannel } from './write-delivery.ts';

/** Until a doubtful message has surely arrived if it ever does, in milliseconds: then it is looked for. */
const settleMs = 10_000;
/** A workspace whose key is refused is tried again this much later, in milliseconds. */
const keyWaitMs = 3_600_000;

const notInstalled: DeliveryOutcome = {
  kind: 'nobody_there',
  trouble: 'bcp is not installed in this Slack workspace (any more).',
};

const notMet: DeliveryOutcome = {
  kind: 'nobody_there',
  trouble:
    'bcp is not installed in the Slack workspace of this person (any more), and they share no channel that digests go to.',
};

function sent(id: SlackMessageId): DeliveryOutcome & { readonly kind: 'sent' } {
  return { kind: 'sent', platformMessageId: messageIdToText(id) };
}

/** One try of one delivery. */
export class SlackDelivery {
  readonly #deps: SlackSenderDeps;
  readonly #lanes: Lanes;
  /** Deliveries whose last try is known not to have arrived, so that the next need not look. */
  readonly #notThere = new Set<string>();
  readonly #outsiders = new Map<string, KnownOutsiders>();
  readonly #alarmed = new Set<string>();

  constructor(deps: SlackSenderDeps, lanes: Lanes) {
    this.#deps = deps;
    this.#lanes = lanes;
  }

  async attempt(delivery: ClaimedDelivery, to: Reachable): Promise<DeliveryOutcome> {
    try {
      const outcome =
        to.kind === 'channel' ? await this.#toChannel(delivery, to) : await this.#toPerson(delivery, to);
      if (outcome.kind === 'sent') {
        this.#notThere.delete(delivery.id);
        this.#alarmed.delete(to.tenantId);
      }
      return outcome;
    } catch (error) {
      if (error instanceof PayloadMistake) {
        this.#deps.log.error('A message does not fit Slack', { delivery: delivery.id, cause: error });
        return { kind: 'refused', trouble: 'bcp wrote this message in a way that Slack does not take.' };
      }
      if (error instanceof CannotLook) return { kind: 'ambiguous', trouble: error.message };
      return this.#outcome(troubleOf(error), delivery, to);
    }
  }

  async #toChannel(delivery: ClaimedDelivery, to: ToChannel): Promise<DeliveryOutcome> {
    const api = await this.#deps.workspaces.api(to.tenantId);
    if (!api) return notInstalled;
    const closed = await this.#closedChannel(api, delivery, to);
    if (closed !== null) return { kind: 'refused', trouble: closed };
    return sent(await this.#deliver(api, delivery, to));
  }

  /** In their own chat; else, where only their name in an agreed channel reaches them, there. */
  async #toPerson(delivery: ClaimedDelivery, to: ToAccount): Promise<DeliveryOutcome> {
    if (delivery.replacesByMention) return (await this.#mention(delivery, to, null)) ?? notMet;
    const own = await this.#deps.workspaces.api(to.tenantId);
    const shared = own ? null : await sharedChannel(this.#deps, delivery.partnershipId, to.accountId);
    const api = own ?? shared?.api;
    if (!api) return notMet;
    try {
      return sent(await this.#deliver(api, delivery, to));
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.kind !== 'nobody_there' || !mayStillBeThere(trouble.code) || !mayBeMentioned(delivery))
        throw error;
      const mentioned = await this.#mention(delivery, to, shared);
      if (mentioned === null) throw error;
      return mentioned;
    }
  }

  /** Null when bcp and the person share no agreed channel. */
  async #mention(
    delivery: ClaimedDelivery,
    to: ToAccount,
    known: SharedChannel | null,
  ): Promise<DeliveryOutcome | null> {
    const { partnershipId, message } = delivery;
    const shared = known ?? (await sharedChannel(this.#deps, partnershipId, to.accountId));
    if (!shared) return null;
    const { api, teamId: tenantId, channelId } = shared;
    const pages = [mentionPage(message, to.accountId, partnershipId)];
    const id = await this.#lanes.run(`${tenantId}:${channelId}`, () =>
      this.#write(api, delivery, { kind: 'channel', platform: 'slack', tenantId, channelId }, pages),
    );
    return { ...sent(id), byMention: true };
  }

  async #deliver(api: SlackApi, delivery: ClaimedDelivery, to: Reachable): Promise<SlackMessageId> {
    const { message, partnershipId } = delivery;
    const pictureOf = await this.#deps.pictures.upload(api, to.tenantId, message);
    const pages = (of: ReturnType<Pictures['known']>) =>
      messagePages(message, { partnershipId, pictureOf: of });
    try {
      return await this.#write(api, delivery, to, pages(pictureOf));
    } catch (error) {
      // A file that Slack has not looked at yet makes it refuse the whole message: then its figures go as a table.
      if (troubleOf(error).code !== 'invalid_blocks') throw error;
      return this.#write(
        api,
        delivery,
        to,
        pages(() => null),
      );
    }
  }

  async #write(
    api: SlackApi,
    delivery: ClaimedDelivery,
    to: Reachable,
    pages: readonly SlackPage[],
  ): Promise<SlackMessageId> {
    const isRepeat = delivery.attempts > 1 && !this.#notThere.has(delivery.id);
    const { clock, sleep } = this.#deps;
    return writeDelivery({ api, delivery, to, pages, isRepeat, clock, sleep });
  }

  /** Why nothing may be posted in this channel now; null when it may. What was written for members only stays with them. */
  async #closedChannel(api: SlackApi, delivery: ClaimedDelivery, to: ToChannel): Promise<string | null> {
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
