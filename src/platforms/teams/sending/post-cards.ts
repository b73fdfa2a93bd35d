import type { Card } from '../cards/card.ts';
import type { ConversationAddress, OutboundMessage, TeamsOutbound } from '../seam/gateway.ts';
import { TeamsTrouble } from '../seam/trouble.ts';
import type { SentMessage } from './message-id.ts';
import type { Pace } from './pace.ts';

export interface Poster {
  readonly outbound: TeamsOutbound;
  readonly pace: Pace;
  /**
   * `answers`: somebody waits for it, so it goes at once. `outbox`: it waits for its turn. Either is tried again here when Teams asks
   * for a short patience; what has to wait longer comes back from the outbox later.
   */
  readonly manner: 'answers' | 'outbox';
  /** A second copy of what is posted does no harm: what may have arrived is sent once more. */
  readonly mayRepeat?: boolean;
  /** When the last call of a delivery may begin, by the clock of `pace`: it must end while the delivery is still ours. Left out = at any time. */
  readonly endsAt?: number;
}

export function asMessage(card: Card): OutboundMessage {
  return { kind: 'card', card, summary: card.fallbackText };
}

/** How often a call is made again, and after how long where Teams does not say: 1, 2, 4 seconds. */
const mostRepeats = 3;
const firstWaitMs = 1_000;
const longestWaitMs = 15_000;

/** So much of a wait is added by chance, so that what was told to wait together does not come back together. */
const spread = 0.25;
const leastSpreadMs = 250;

/** Makes the call when its turn has come. */
export async function inTurn<T>(
  poster: Poster,
  tenantId: string,
  conversation: string,
  call: () => Promise<T>,
): Promise<T> {
  const { pace, manner } = poster;
  for (let repeat = 0; ; repeat += 1) {
    const leftMs = leftFor(poster);
    if (leftMs <= 0) throw outOfTime();
    const mayGo =
      manner === 'answers' ? pace.answer(tenantId, conversation) : pace.turn(tenantId, conversation, leftMs);
    if (!(await mayGo)) throw tooMuch();
    try {
      return await call();
    } catch (trouble) {
      const waitMs = repeat < mostRepeats ? waitAfter(poster, trouble, repeat) : null;
      if (waitMs === null || waitMs > leftFor(poster)) throw trouble;
      await pace.patience(tenantId, waitMs);
    }
  }
}

function leftFor({ pace, endsAt }: Poster): number {
  return endsAt === undefined ? Number.POSITIVE_INFINITY : endsAt - pace.now();
}

/**
 * How long to wait before the same call; null = it is not made again here. What Teams asks to wait for is; so is an answer that surely did not
 * get there, as somebody waits for it; so is, once, what may have got there and does no harm twice.
 */
function waitAfter({ manner, mayRepeat }: Poster, trouble: unknown, repeat: number): number | null {
  if (!(trouble instanceof TeamsTrouble)) return null;
  const { kind } = trouble;
  const isAgain =
    kind === 'busy' ||
    (kind === 'not_sent' && manner === 'answers') ||
    (kind === 'unknown' && mayRepeat === true && repeat === 0);
  const waitMs = trouble.waitMs ?? firstWaitMs * 2 ** repeat;
  if (!isAgain || waitMs > longestWaitMs) return null;
  return spreadOut(waitMs);
}

/** A wait with its share of chance. */
export function spreadOut(waitMs: number): number {
  return waitMs + Math.random() * Math.max(leastSpreadMs, waitMs * spread);
}

function tooMuch(): TeamsTrouble {
  return new TeamsTrouble('busy', 'There is too much to send to this conversation at once.', {
    waitMs: 30_000,
  });
}

function outOfTime(): TeamsTrouble {
  return new TeamsTrouble('not_sent', 'Teams took so long that the rest is sent later.');
}

/** Posts cards one after the other. When one of the later ones meets trouble, `PartlySent` says which are there. */
export async function postCards(
  poster: Poster,
  to: ConversationAddress,
  cards: readonly Card[],
  already: readonly string[] = [],
): Promise<SentMessage> {
  const activityIds = [...already];
  for (const card of cards) {
    try {
      const { activityId } = await inTurn(poster, to.tenantId, to.conversationId, () =>
        posted(() => poster.outbound.post(to, asMessage(card))),
      );
      activityIds.push(activityId);
    } catch (trouble) {
      throw activityIds.length === 0
        ? trouble
        : partly(trouble, { conversationId: to.conversationId, activityIds }, cards.length + already.length);
    }
  }
  return { conversationId: to.conversationId, activityIds };
}

/** A new conversation in a channel: the first card opens it, the others follow in it. */
export async function postInChannel(
  poster: Poster,
  to: { readonly serviceUrl: string; readonly tenantId: string; readonly channelId: string },
  cards: readonly Card[],
): Promise<SentMessage> {
  const [first, ...others] = cards;
  if (!first) throw new TeamsTrouble('refused', 'There is nothing to post.');
  const opened = await inTurn(poster, to.tenantId, to.channelId, () =>
    posted(() => poster.outbound.postInChannel(to, asMessage(first))),
  );
  const conversation = { ...to, conversationId: opened.conversationId };
  return postCards(poster, conversation, others, [opened.activityId]);
}

/** Puts new cards in the place of those that are there; what is over is taken away, what is missing is added. */
export async function replaceCards(
  poster: Poster,
  to: ConversationAddress,
  sent: SentMessage,
  cards: readonly Card[],
): Promise<SentMessage> {
  const kept: string[] = [];
  for (const [index, activityId] of sent.activityIds.entries()) {
    const card = cards[index];
    await inTurn(poster, to.tenantId, to.conversationId, () =>
      card ? poster.outbound.update(to, activityId, asMessage(card)) : poster.outbound.remove(to, activityId),
    );
    if (card) kept.push(activityId);
  }
  return postCards(poster, to, cards.slice(kept.length), kept);
}

/** Nobody knows whether something new stands there: doing it again may make two of it, as changing what is there never does. */
export class PostInDoubt extends TeamsTrouble {
  constructor({ message, status, reason, waitMs }: TeamsTrouble) {
    super('unknown', message, { ...(status === null ? {} : { status }), reason, waitMs });
  }
}

async function posted<T>(post: () => Promise<T>): Promise<T> {
  try {
    return await post();
  } catch (trouble) {
    throw trouble instanceof TeamsTrouble && trouble.kind === 'unknown' ? new PostInDoubt(trouble) : trouble;
  }
}

/** Some parts of a message are there, and a later one met trouble. */
export class PartlySent extends TeamsTrouble {
  readonly sent: SentMessage;
  readonly because: TeamsTrouble;

  constructor(sent: SentMessage, because: TeamsTrouble, all: number) {
    super('unknown', `${sent.activityIds.length} of ${all} parts arrived. ${because.message}`, {
      waitMs: because.waitMs,
    });
    this.sent = sent;
    this.because = because;
  }
}

/** What the trouble was with the call itself, also where other parts of the message had arrived before. */
export function causeOf(trouble: TeamsTrouble): TeamsTrouble {
  return trouble instanceof PartlySent ? trouble.because : trouble;
}

function partly(trouble: unknown, sent: SentMessage, all: number): unknown {
  return trouble instanceof TeamsTrouble ? new PartlySent(sent, trouble, all) : trouble;
}
