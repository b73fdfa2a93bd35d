import type { Deps } from '../../../use-cases/deps.ts';
import type { PartnershipStore } from '../../../use-cases/ports/store.ts';

/** Where what belongs to the whole installation is kept: with the partnership that was there first, which stays the first. */
export async function vaultOf({ store }: Pick<Deps, 'store'>): Promise<PartnershipStore> {
  const [first] = [...(await store.partnerships())].sort(
    (one, other) => one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1),
  );
  if (!first) throw new Error('There is no partnership yet: import a plan first, then install bcp in Slack.');
  return store.in(first.id);
}
