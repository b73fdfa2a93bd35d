import { londonDate } from '../../../kit/london.ts';
import { accountClosed } from '../../../use-cases/close-account.ts';
import { field, type SlackApi } from '../api/slack-api.ts';
import { troubleOf } from '../api/trouble.ts';
import type { TalkDeps } from '../talk/talk.ts';

/** Slack lets an app look at about a hundred accounts a minute. */
const lookGapMs = 700;
/** The longest wait when Slack asks bcp to wait, in milliseconds. */
const longestWaitMs = 60_000;
/** A day's look is another instance's once this long has passed without its end, in milliseconds. */
const leaseMs = 3_600_000;
const job = 'slack_leavers';

/**
 * Looks once a day whether every linked account is still there: events tell at once, but one that came while bcp was off is gone. Gives how
 * many were found closed.
 */
export async function lookForLeavers(talk: TalkDeps): Promise<number> {
  const { deps } = talk;
  let closed = 0;
  for (const { id } of await deps.store.partnerships()) {
    const records = deps.store.in(id);
    const now = deps.clock.now();
    const slot = londonDate(now);
    if (!(await records.jobs.claim(job, slot, now, new Date(now.getTime() + leaseMs)))) continue;
    let found = 0;
    for (const account of await records.people.accounts()) {
      if (account.platform !== 'slack') continue;
      // A workspace whose key cannot be had now keeps nobody from being looked at elsewhere.
      const api = await talk.workspaces.api(account.tenantId).catch(() => null);
      if (!api) continue;
      if (await isClosed(talk, api, account.userId)) {
        await accountClosed(deps, { platform: 'slack', tenantId: account.tenantId, userId: account.userId });
        found += 1;
      }
      await talk.sleep(lookGapMs);
    }
    await records.jobs.finish(job, slot, deps.clock.now(), `${found} accounts closed`);
    closed += found;
  }
  return closed;
}

/**
 * Slack told of an account that was deactivated. It may tell so late that the account is in use again, so that what counts is how it stands
 * now; where Slack cannot say, the look of the day does.
 */
export async function accountLeft(
  talk: TalkDeps,
  seenIn: string,
  account: { readonly tenantId: string; readonly userId: string },
): Promise<void> {
  const api = await talk.workspaces.api(seenIn);
  if (api && (await isClosed(talk, api, account.userId)))
    await accountClosed(talk.deps, { platform: 'slack', ...account });
}

/** Only what Slack says for sure counts: an account that cannot be looked at now stays. A limit is waited for, once. */
async function isClosed(talk: TalkDeps, api: SlackApi, user: string, again = true): Promise<boolean> {
  try {
    return field(field(await api.call('users.info', { user }), 'user'), 'deleted') === true;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind === 'rate_limited' && again) {
      await talk.sleep(Math.min(trouble.waitMs, longestWaitMs));
      return isClosed(talk, api, user, false);
    }
    return trouble.code === 'user_not_found';
  }
}
