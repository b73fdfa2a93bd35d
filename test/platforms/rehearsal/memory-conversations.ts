import type { ConversationPost, ConversationRecords } from '../../../src/use-cases/ports/machine-records.ts';

/** Conversations in memory, with the port's rules: a post whose id is there already changes nothing. */
export function memoryConversations(): ConversationRecords {
  const posts = new Map<string, ConversationPost>();
  const all = () => [...posts.values()];
  return {
    of: (conversation, limit) =>
      Promise.resolve(
        all()
          .filter((post) => post.conversation === conversation)
          .slice(-limit),
      ),
    summaries: () =>
      Promise.resolve(
        [...new Set(all().map((post) => post.conversation))].map((conversation) => {
          const own = all().filter((post) => post.conversation === conversation);
          return { conversation, posts: own.length, newestAt: own.at(-1)!.postedAt };
        }),
      ),
    add: (post) => {
      if (!posts.has(post.id)) posts.set(post.id, post);
      return Promise.resolve();
    },
    edit: (id, message, at) => {
      const post = posts.get(id);
      if (post) posts.set(id, { ...post, message, editedAt: at });
      return Promise.resolve(post !== undefined);
    },
  };
}
