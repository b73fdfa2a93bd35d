import type { Records } from '../use-cases/ports/store.ts';
import { auditRecords } from './records/audit.ts';
import { channelRecords } from './records/channels.ts';
import { conversationRecords } from './records/conversations.ts';
import { cycleRecords } from './records/cycles.ts';
import { deliveryRecords } from './records/deliveries.ts';
import { digestRecords } from './records/digests.ts';
import { inboxRecords } from './records/inbox.ts';
import { jobRecords } from './records/jobs.ts';
import { meetingRecords } from './records/meetings.ts';
import { moderationRecords } from './records/moderations.ts';
import { peopleRecords } from './records/people.ts';
import { planRecords } from './records/plans.ts';
import { promptRecords } from './records/prompts.ts';
import { questionRecords } from './records/questions.ts';
import { retentionRecords } from './records/retention.ts';
import { settingRecords } from './records/settings.ts';
import { updateRecords } from './records/updates.ts';
import { valueRecords } from './records/values.ts';
import { voiceRecords } from './records/voice.ts';
import type { Session } from './session.ts';

/** All records of one partnership, on one session. */
export function recordsOn(session: Session): Records {
  return {
    plans: planRecords(session),
    people: peopleRecords(session),
    cycles: cycleRecords(session),
    prompts: promptRecords(session),
    updates: updateRecords(session),
    values: valueRecords(session),
    moderations: moderationRecords(session),
    digests: digestRecords(session),
    channels: channelRecords(session),
    meetings: meetingRecords(session),
    voice: voiceRecords(session),
    deliveries: deliveryRecords(session),
    audit: auditRecords(session),
    settings: settingRecords(session),
    questions: questionRecords(session),
    inbox: inboxRecords(session),
    jobs: jobRecords(session),
    conversations: conversationRecords(session),
    retention: retentionRecords(session),
  };
}
