import type { Card } from '../cards/card.ts';
import type { InboundActivity } from './activity.ts';

/** What Teams is told in answer to a request of its own. Bodies are constant or made by us. */
export interface TeamsAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Gets what is authenticated and comes from where it may; gives the answer to an invoke, or nothing for an event. */
export type OnActivity = (activity: InboundActivity) => Promise<TeamsAnswer | null>;

/** Gets the tenant of what was left unanswered because that tenant is not on the list. */
export type OnUnlisted = (tenantId: string) => Promise<void>;

/** The way in. Everything that is not Teams speaking to this bot ends here. */
export interface TeamsInbound {
  handle(request: {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  }): Promise<TeamsAnswer>;
}

/** Where something is said: a conversation as Teams names it, behind the address that Teams gave for it. */
export interface ConversationAddress {
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly conversationId: string;
}

/** What is said: a card with its summary, or plain text. */
export type OutboundMessage =
  | { readonly kind: 'card'; readonly card: Card; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'file_consent';
      readonly fileName: string;
      readonly description: string;
      readonly sizeInBytes: number;
      readonly context: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'file_info';
      readonly fileName: string;
      readonly contentUrl: string;
      readonly uniqueId: string;
      readonly fileType: string;
    };

export interface Member {
  readonly teamsId: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly email: string;
  readonly tenantId: string;
  /** Somebody from elsewhere who was let into the team. */
  readonly isGuest: boolean;
}

/**
 * The way out. Each call makes one attempt and is answered, or throws `TeamsTrouble`, which says whether the other side
 * may have got it. Addresses are held against the allow-list again on every call.
 */
export interface TeamsOutbound {
  post(to: ConversationAddress, message: OutboundMessage): Promise<{ readonly activityId: string }>;
  update(to: ConversationAddress, activityId: string, message: OutboundMessage): Promise<void>;
  remove(to: ConversationAddress, activityId: string): Promise<void>;
  /** The chat of the bot and one person; the same one however often it is asked for. */
  openPersonal(to: {
    readonly serviceUrl: string;
    readonly tenantId: string;
    readonly userId: string;
  }): Promise<{ readonly conversationId: string }>;
  /** A new conversation in a channel, with its first message. */
  postInChannel(
    to: { readonly serviceUrl: string; readonly tenantId: string; readonly channelId: string },
    message: OutboundMessage,
  ): Promise<{ readonly conversationId: string; readonly activityId: string }>;
  /** A message in a channel or group that only one person sees. */
  postPrivately(to: ConversationAddress, recipientId: string, message: OutboundMessage): Promise<void>;
  members(to: ConversationAddress): Promise<readonly Member[]>;
  /** Gets the token ready, so that the first message does not wait for it. */
  warm(): Promise<void>;
}
