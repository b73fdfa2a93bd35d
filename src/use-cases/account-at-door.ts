import type { Account } from '../plan/people.ts';

/** An account at the door, before anybody knows whose it is. */
export type AccountAtDoor = Pick<Account, 'platform' | 'tenantId' | 'userId'>;

/** The platform's name, for people. */
export function nameOfPlatform({ platform }: Pick<Account, 'platform'>): string {
  return platform === 'slack' ? 'Slack' : platform === 'teams' ? 'Teams' : 'the rehearsal room';
}
