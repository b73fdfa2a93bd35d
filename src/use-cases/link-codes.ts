import type { Account } from '../plan/people.ts';
import type { Records } from './ports/store.ts';

/** A code that links an account once, or an account's wish that the secretariat has not confirmed yet. Codes are kept as hashes only. */
export interface LinkCode {
  readonly kind: 'code' | 'wish';
  readonly hash: string;
  readonly personId: string;
  /** The account that wishes; null for a code, which any account may show. */
  readonly account: Pick<Account, 'platform' | 'tenantId' | 'userId'> | null;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const codesSetting = 'link_codes';
const triesSetting = 'link_tries';
const mostTries = 5;
const triesMs = 10 * 60_000;

type Settled = Pick<Records, 'settings'>;

/** Those that are still good. */
export async function readCodes({ settings }: Settled, now: Date): Promise<readonly LinkCode[]> {
  const stored = await settings.get(codesSetting);
  // Written by this file in this shape; the storage hands JSON back as it was put in.
  const codes = Array.isArray(stored) ? (stored as readonly LinkCode[]) : [];
  return codes.filter(({ until }) => until > now.getTime());
}

/** A new code takes the place of an older one of the same person. */
export async function rememberCode(records: Settled, now: Date, code: LinkCode): Promise<void> {
  const others = (await readCodes(records, now)).filter(
    (each) => code.kind === 'wish' || each.kind === 'wish' || each.personId !== code.personId,
  );
  await records.settings.set(codesSetting, [...others, code]);
}

export async function forgetCode(records: Settled, now: Date, code: LinkCode): Promise<void> {
  const others = (await readCodes(records, now)).filter(({ hash }) => hash !== code.hash);
  await records.settings.set(codesSetting, others);
}

/** Counts a try; false when this account has had too many of late. */
export async function freshTry({ settings }: Settled, account: string, now: Date): Promise<boolean> {
  const stored = await settings.get(triesSetting);
  const all = Array.isArray(stored)
    ? (stored as readonly { readonly account: string; readonly at: number }[])
    : [];
  const recent = all.filter(({ at }) => at > now.getTime() - triesMs);
  if (recent.filter((each) => each.account === account).length >= mostTries) return false;
  await settings.set(triesSetting, [...recent, { account, at: now.getTime() }]);
  return true;
}

/** Takes out codes and wishes that are good no longer, and tries that count no longer; gives how many. */
export async function forgetOldCodes(records: Settled, now: Date): Promise<number> {
  const { settings } = records;
  const stored = await settings.get(codesSetting);
  const all = Array.isArray(stored) ? stored.length : 0;
  const good = await readCodes(records, now);
  const tries = await settings.get(triesSetting);
  const counted = Array.isArray(tries) ? (tries as readonly { readonly at: number }[]) : [];
  const recent = counted.filter(({ at }) => at > now.getTime() - triesMs);
  if (good.length < all) await settings.set(codesSetting, good);
  if (recent.length < counted.length) await settings.set(triesSetting, recent);
  return all - good.length + counted.length - recent.length;
}
