import type { ClaimedDelivery, DeliveryOutcome } from '../../../use-cases/ports/delivery-records.ts';
import { outsidersRead, postAgain, takenOutOfUse } from '../../../messages/not-posted.ts';
import type { SlackApi } from '../api/slack-api.ts';
import { troubleOf } from '../api/trouble.ts';
import { assertSlackMessage, PayloadMistake } from '../render/check-payload.ts';
import type { SlackPage } from '../render/blocks.ts';
import { messagePages } from '../render/render-message.ts';
import { CannotLook } from './cannot-look.ts';
import { channelReach, type KnownOutsiders } from './channel-check.ts';
import type { Lanes } from './lanes.ts';
import { mayBeMentioned, mayStillBeThere, mentionPage } from './mention.ts';
import { messageIdToText, type SlackMessageId } from './message-id.ts';
import { outcomeOf } from './outcome-of.ts';
import { withPictures } from './with-pictures.ts';
import { figuresOf } from './pictures.ts';
import { progressOf, type Progress } from './progress.ts';
import { sharedChannel, type SharedChannel } from './shared-channel.ts';
import type { SlackSenderDeps } from './slack-sender.ts';
import { writeDelivery, type Reachable, type ToAccount, type ToChannel } from './write-delivery.ts';

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

/** A delivery, and how much of it stands. */
interface Work {
  readonly delivery: ClaimedDelivery;
  readonly progress: Progress;
}

/** One try of one delivery. */
export class SlackDelivery {
  readonly #deps: SlackSenderDeps;
  readonly #lanes: Lanes;
  readonly #outsiders = new Map<string, KnownOutsiders>();
  readonly #alarmed = new Set<string>();
  /** What was rendered and checked ahead. */
  readonly #ready = new WeakMap<ClaimedDelivery, readonly SlackPage[]>();

  constructor(deps: SlackSenderDeps, lanes: Lanes) {
    this.#deps = deps;
    this.#lanes = lanes;
  }

  /** Renders and checks ahead what has no pictures, which are known only when it is sent. Throws where it does not fit Slack. */
  prepare(delivery: ClaimedDelivery): void {
    const { message, partnershipId } = delivery;
    if (figuresOf(message).length > 0) return;
    const pages = messagePages(message, { partnershipId });
    pages.forEach(assertSlackMessage);
    this.#ready.set(delivery, pages);
  }

  async attempt(delivery: ClaimedDelivery, to: Reachable): Promise<DeliveryOutcome> {
    const work = { delivery, progress: progressOf(delivery) };
    try {
      const outcome =
        to.kind === 'channel' ? await this.#toChannel(work, to) : await this.#toPerson(work, to);
      if (outcome.kind === 'sent') this.#alarmed.delete(to.tenantId);
      return outcome;
    } catch (error) {
      return this.#failed(error, work, to);
    }
  }

  async #toChannel(work: Work, to: ToChannel): Promise<DeliveryOutcome> {
    const api = await this.#deps.workspaces.api(to.tenantId);
    if (!api) return notInstalled;
    const closed = await this.#closedChannel(api, work.delivery, to);
    if (closed !== null)
      return { kind: 'refused', trouble: closed, soFar: work.progress.toText(work.delivery.attempts) };
    return sent(await this.#deliver(api, work, to));
  }

  /** In their own chat; else, where only their name in an agreed channel reaches them, there. */
  async #toPerson(work: Work, to: ToAccount): Promise<DeliveryOutcome> {
    const { delivery } = work;
    if (delivery.replacesByMention) return (await this.#mention(work, to, null)) ?? notMet;
    const own = await this.#deps.workspaces.api(to.tenantId);
    const shared = own ? null : await sharedChannel(this.#deps, delivery.partnershipId, to.accountId);
    const api = own ?? shared?.api;
    if (!api) return notMet;
    try {
      return sent(await this.#deliver(api, work, to));
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.kind !== 'nobody_there' || !mayStillBeThere(trouble.code) || !mayBeMentioned(delivery))
        throw error;
      const mentioned = await this.#mention(work, to, shared);
      if (mentioned === null) throw error;
      return mentioned;
    }
  }

  /** Null when bcp and the person share no agreed channel. */
  async #mention(work: Work, to: ToAccount, known: SharedChannel | null): Promise<DeliveryOutcome | null> {
    const { partnershipId } = work.delivery;
    const shared = known ?? (await sharedChannel(this.#deps, partnershipId, to.accountId));
    if (!shared) return null;
    const { api, teamId: tenantId, channelId } = shared;
    const pages = [mentionPage(work.delivery, to.accountId, partnershipId)];
    const id = await this.#lanes.run(`${tenantId}:${channelId}`, () =>
      this.#write(api, work, { kind: 'channel', platform: 'slack', tenantId, channelId }, pages),
    );
    return { ...sent(id), byMention: true };
  }

  async #deliver(api: SlackApi, work: Work, to: Reachable): Promise<SlackMessageId> {
    const { message, partnershipId } = work.delivery;
    const ready = this.#ready.get(work.delivery);
    if (ready) return this.#write(api, work, to, ready);
    return withPictures(this.#deps.pictures, { api, teamId: to.tenantId }, [message], (pictureOf) =>
      this.#write(api, work, to, messagePages(message, { partnershipId, pictureOf })),
    );
  }

  async #write(
    api: SlackApi,
    work: Work,
    to: Reachable,
    pages: readonly SlackPage[],
  ): Promise<SlackMessageId> {
    const { clock, sleep } = this.#deps;
    return writeDelivery({ ...work, api, to, pages, clock, sleep });
  }

  /** Why nothing may be posted in this channel now; null when it may. What was written for members only stays with them. */
  async #closedChannel(api: SlackApi, delivery: ClaimedDelivery, to: ToChannel): Promise<string | null> {
    const records = this.#deps.store.in(delivery.partnershipId).channels;
    const channel = (await records.all()).find(
      (each) => each.platform === 'slack' && each.tenantId === to.tenantId && each.channelId === to.channelId,
    );
    if (!channel) return takenOutOfUse;
    if (to.readers === 'anyone') return null;
    if (channel.reach === 'shared') return `${outsidersRead} ${postAgain}`;
    const outsiders: KnownOutsiders =
      this.#outsiders.get(to.tenantId) ??
      new Map<string, { readonly outside: boolean; readonly until: number }>();
    this.#outsiders.set(to.tenantId, outsiders);
    const reach = await channelReach(api, to.channelId, outsiders, this.#deps.clock.now());
    if (reach.kind === 'members') return null;
    await records.save({ ...channel, reach: 'shared' });
    return `${reach.why} ${postAgain}`;
  }

  #failed(error: unknown, { delivery, progress }: Work, to: Reachable): DeliveryOutcome {
    const soFar = () => progress.toText(delivery.attempts);
    if (error instanceof PayloadMistake) {
      this.#deps.log.error('A message does not fit Slack', { delivery: delivery.id, cause: error });
      const trouble = 'bcp wrote this message in a way that Slack does not take.';
      return { kind: 'refused', trouble, soFar: soFar() };
    }
    if (error instanceof CannotLook) {
      // Sent again, it is by somebody who has looked.
      progress.inDoubt = false;
      return { kind: 'ambiguous', trouble: error.message, soFar: soFar() };
    }
    const trouble = troubleOf(error);
    if (trouble.kind === 'key') this.#alarm(to.tenantId, trouble.code);
    return { ...outcomeOf(trouble, this.#deps.clock.now()), soFar: soFar() };
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
