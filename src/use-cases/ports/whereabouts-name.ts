import type { Account } from '../../plan/people.ts';

/** How the names of such settings begin. */
export const whereaboutsOfTeams = 'teams:person:';

/** The setting in which Teams keeps where an account is reached. It goes when the account is nobody's any more. */
export function whereaboutsName({ tenantId, userId }: Pick<Account, 'tenantId' | 'userId'>): string {
  return `${whereaboutsOfTeams}${tenantId}:${userId}`;
}
