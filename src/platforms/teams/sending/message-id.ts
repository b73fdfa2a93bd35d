/** Where a sent message stands in Teams: one conversation, and an activity for each of its cards. */
export interface SentMessage {
  readonly conversationId: string;
  readonly activityIds: readonly string[];
}

/** As it is kept in a delivery. Teams' ids hold no line break. */
export function keptId({ conversationId, activityIds }: SentMessage): string {
  return [conversationId, ...activityIds].join('\n');
}

export function readKeptId(kept: string): SentMessage | null {
  const [conversationId = '', ...activityIds] = kept.split('\n');
  return conversationId === '' || activityIds.length === 0 ? null : { conversationId, activityIds };
}
