import { dayAndMonth } from '../kit/local-date.ts';
import { londonDate, londonTime } from '../kit/london.ts';
import { sentence } from '../messages/sentence.ts';
import { auditBy } from './audit-facts.ts';
import { readDirectory } from './cycle-context.ts';
import type { Deps } from './deps.ts';
import type { ClaimedReply } from './ports/reply-records.ts';
import { promiseToPerson } from './promise-message.ts';

/** Tells somebody that what they wrote could not be read, however often it was tried: nothing is dropped in silence. */
export async function tellOfUnreadReply(deps: Deps, reply: ClaimedReply): Promise<void> {
  const { partnershipId, personId, platform, key, receivedAt } = reply;
  await deps.store.in(partnershipId).transact(async (records) => {
    const directory = await readDirectory(records);
    const person = directory.person(personId);
    if (!person) return;
    const when = `on ${dayAndMonth(londonDate(receivedAt))} at ${londonTime(receivedAt)}`;
    const isNew = await promiseToPerson(deps, records, {
      person,
      accounts: directory.accounts,
      purpose: 'notice',
      key: `unread:${key}`,
      message: sentence(
        `What you wrote ${when} could not be read; this is a fault of bcp's. Type prompt to see what is recorded, and please send again what is missing there, or press Update.`,
        'notice',
      ),
    });
    if (isNew)
      await records.audit.append(auditBy(deps, personId, platform, 'reply_not_read', `person:${personId}`));
  });
}
