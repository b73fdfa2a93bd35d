import type { Message } from '../../messages/message.ts';
import type { RetentionCutoffs, RetentionRecords } from '../../use-cases/ports/retention-records.ts';
import { writeJson } from '../shapes/shape.ts';
import { whereaboutsName, whereaboutsOfTeams } from '../../use-cases/ports/whereabouts-name.ts';
import type { Session } from '../session.ts';

/** What stands in place of a message that was kept long enough. */
const emptied: Message = { summary: 'This message was kept as long as it had to be.', parts: [] };

/** Jobs of which nothing later asks whether they ran. What the calendar did stays: it is never done again. */
const passing = ['round', 'slack_leavers', 'teams_turn'];

export function retentionRecords(session: Session): RetentionRecords {
  const { db, partnershipId } = session;
  const messages = ({ messages: before }: RetentionCutoffs) => ({
    partnershipId,
    emptiedAt: null,
    state: { in: ['sent', 'gave_up'] },
    promisedAt: { lt: before },
  });
  const questions = ({ questions: before }: RetentionCutoffs) => ({ partnershipId, askedAt: { lt: before } });
  const receipts = ({ receipts: before }: RetentionCutoffs) => ({
    partnershipId,
    receivedAt: { lt: before },
  });
  /** What was read long ago, or given up: its words are gone, and only its name is left. */
  const replies = (cutoffs: RetentionCutoffs) => ({ ...receipts(cutoffs), state: { not: 'waiting' } });
  const rounds = ({ rounds: before }: RetentionCutoffs) => ({
    partnershipId,
    job: { in: passing },
    finishedAt: { lt: before },
  });
  const leavers = ({ leavers: before }: RetentionCutoffs) => ({
    partnershipId,
    person: { endsOn: { lt: before } },
  });
  return {
    async count(cutoffs) {
      return {
        messages: await db.delivery.count({ where: messages(cutoffs) }),
        questions: await db.openQuestion.count({ where: questions(cutoffs) }),
        receipts:
          (await db.inboxReceipt.count({ where: receipts(cutoffs) })) +
          (await db.waitingReply.count({ where: replies(cutoffs) })),
        rounds: await db.jobRun.count({ where: rounds(cutoffs) }),
        leavers:
          (await db.account.count({ where: leavers(cutoffs) })) + (await lostWhereabouts(session)).length,
      };
    },
    async purge(cutoffs, at) {
      const emptiedNow = await db.delivery.updateMany({
        where: messages(cutoffs),
        data: { message: writeJson(emptied), emptiedAt: at },
      });
      const asked = await db.openQuestion.deleteMany({ where: questions(cutoffs) });
      const received = await db.inboxReceipt.deleteMany({ where: receipts(cutoffs) });
      const read = await db.waitingReply.deleteMany({ where: replies(cutoffs) });
      const ran = await db.jobRun.deleteMany({ where: rounds(cutoffs) });
      const lost = await forgetWhereabouts(session);
      const left = await db.account.deleteMany({ where: leavers(cutoffs) });
      // Those of the accounts that have just gone: counted with them.
      await forgetWhereabouts(session);
      return {
        messages: emptiedNow.count,
        questions: asked.count,
        receipts: received.count + read.count,
        rounds: ran.count,
        leavers: left.count + lost,
      };
    },
  };
}

/** The settings that say where an account is reached which is nobody's here (any more). */
async function lostWhereabouts({ db, partnershipId }: Session): Promise<readonly string[]> {
  const accounts = await db.account.findMany({ where: { partnershipId, platform: 'teams' } });
  const kept = new Set(accounts.map(whereaboutsName));
  const all = await db.setting.findMany({
    where: { partnershipId, name: { startsWith: whereaboutsOfTeams } },
    select: { name: true },
  });
  return all.map(({ name }) => name).filter((name) => !kept.has(name));
}

async function forgetWhereabouts(session: Session): Promise<number> {
  const { db, partnershipId } = session;
  const names = [...(await lostWhereabouts(session))];
  if (names.length === 0) return 0;
  return (await db.setting.deleteMany({ where: { partnershipId, name: { in: names } } })).count;
}
