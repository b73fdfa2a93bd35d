import type { ConversationPost, ConversationRecords } from '../../use-cases/ports/machine-records.ts';
import type { ConversationPost as Row } from '../generated/client.ts';
import { messageShape } from '../shapes/message-shape.ts';
import { readJson, writeJson } from '../shapes/shape.ts';
import type { Session } from '../session.ts';

function postFrom({ partnershipId: _, sequence: __, message, ...row }: Row): ConversationPost {
  return { ...row, message: readJson(messageShape, message, `message of the post ${row.id}`) };
}

export function conversationRecords({ db, partnershipId }: Session): ConversationRecords {
  return {
    async of(conversation, limit) {
      const newestFirst = await db.conversationPost.findMany({
        where: { partnershipId, conversation },
        orderBy: { sequence: 'desc' },
        take: limit,
      });
      return newestFirst.reverse().map(postFrom);
    },
    async summaries() {
      const groups = await db.conversationPost.groupBy({
        by: ['conversation'],
        where: { partnershipId },
        orderBy: { conversation: 'asc' },
        _count: { _all: true },
        _max: { postedAt: true },
      });
      return groups.flatMap(({ conversation, _count, _max }) =>
        _max.postedAt === null ? [] : [{ conversation, posts: _count._all, newestAt: _max.postedAt }],
      );
    },
    async add({ message, ...post }) {
      await db.conversationPost.createMany({
        data: [{ partnershipId, ...post, message: writeJson(message) }],
        skipDuplicates: true,
      });
    },
    async edit(id, message, at) {
      const edited = await db.conversationPost.updateMany({
        where: { partnershipId, id },
        data: { message: writeJson(message), editedAt: at },
      });
      return edited.count === 1;
    },
  };
}
